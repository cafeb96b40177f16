// Turns JSON from a snapshot into where a lead stands, or into the first place that does not fit.
import { parseInstant } from '@fairlead/ir';
import { shortJson } from '../record/short-json.ts';
import type { FollowUp } from './follow-up.ts';

/** Where a lead stands, or what is wrong: `.holder.kind`. `held` is short JSON text; absent where nothing stands there. */
export type ReadFollowUp =
  | { readonly kind: 'ok'; readonly followUp: FollowUp }
  | { readonly kind: 'bad'; readonly place: string; readonly expected: string; readonly held?: string };

/** Checks all that following up relies on. Never throws. */
export function readFollowUp(json: unknown): ReadFollowUp {
  for (const [path, expected, fits] of CHECKS) {
    const value = path.reduce<unknown>((inside, key) => own(inside, key), json);
    if (fits(value)) continue;
    const place = path.map((key) => `.${key}`).join('');
    return { kind: 'bad', place, expected, ...(value === undefined ? {} : { held: shortJson(value) }) };
  }
  // The checks above are all that is relied on.
  return { kind: 'ok', followUp: json as FollowUp };
}

type Fits = (value: unknown) => boolean;
type Check = readonly [path: readonly string[], expected: string, fits: Fits];

const isText: Fits = (value) => typeof value === 'string';
const isInstant: Fits = (value) => typeof value === 'string' && parseInstant(value) !== undefined;
const isWhole: Fits = (value) => Number.isSafeInteger(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const isMap =
  (fits: Fits): Fits =>
  (value) =>
    isObject(value) && Object.values(value).every(fits);
const maybe =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value);
const has =
  (parts: Readonly<Record<string, Fits>>): Fits =>
  (value) =>
    isObject(value) && Object.entries(parts).every(([key, fits]) => fits(own(value, key)));
const oneOf =
  (...values: readonly unknown[]): Fits =>
  (value) =>
    values.includes(value);

function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

const PLACE = { queue: isText, since: isInstant, priority: maybe(isText), match: maybe(isText) };

const isHolder: Fits = (value) => {
  switch (own(value, 'kind')) {
    case 'rep':
      return has({ rep: isText, team: isText, since: isInstant, from: maybe(has(PLACE)) })(value);
    case 'queue':
      return has(PLACE)(value);
    case 'nobody':
      return has({ since: isInstant })(value);
    default:
      return false;
  }
};

const isEffect = has({ verb: oneOf('notify', 'offer'), channel: isText, to: maybe(isText) });

const isStep: Fits = (value) => {
  switch (own(value, 'kind')) {
    case 'reassign':
      return true;
    case 'route':
      return has({ to: maybe(isText), from: maybe(isText) })(value);
    case 'effect':
      return has({ effect: isEffect })(value);
    default:
      return false;
  }
};

const isClock = has({
  policy: isText,
  since: isInstant,
  run: isList(isWhole),
  clock: has({
    within: isObject,
    due: maybe(isInstant),
    ladder: isList(has({ after: isObject, due: maybe(isInstant), step: isStep })),
  }),
});

const isTurn = has({ pool: isText, shares: isMap(isWhole), winner: isText });

const CHECKS: readonly Check[] = [
  [[], 'an object', isObject],
  [['lead'], 'the id of the lead as text', isText],
  [['first'], 'an instant such as 2026-11-24T09:00:00Z', isInstant],
  [['last'], 'an instant such as 2026-11-24T09:00:00Z', isInstant],
  [['status'], 'open, closed or bad', oneOf('open', 'closed', 'bad')],
  [['holder'], 'a rep, a queue or nobody, with since when', isHolder],
  [['had'], 'a list of reps', isList(isText)],
  [['temporaryUsed'], 'true or false', oneOf(true, false)],
  ...['until', 'contacted', 'accepted'].map(
    (key): Check => [[key], 'an instant such as 2026-11-24T09:00:00Z', maybe(isInstant)],
  ),
  ...['respond', 'claim'].map((key): Check => [[key], 'a clock as Fairlead writes it', maybe(isClock)]),
  [['charge', 'turns'], 'a list of turns', isList(isTurn)],
  [['charge', 'open'], 'a rep and how many', maybe(has({ rep: isText, by: isWhole }))],
  [['charge', 'count'], 'a rep, a day and how many', maybe(has({ rep: isText, day: isWhole, by: isWhole }))],
  [['reviews'], 'an object of answers', isMap(has({ record: (value) => value === null || isText(value), by: isText }))],
  [['events'], 'a list of ids', isList(isText)],
  [['awaitsLead'], 'true, or absent', oneOf(true, undefined)],
];
