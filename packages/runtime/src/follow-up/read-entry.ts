// Turns JSON from a log into an entry, or into the first place that does not fit.
import { isJsonObject, parseInstant } from '@fairlead/ir';
import { shortJson } from '../record/short-json.ts';
import { ENTRY_FORMAT, type Entry } from './entry.ts';
import { readEvent } from './event.ts';

/** An entry, or what is wrong: `.at`. `held` is short JSON text; absent where nothing stands there. */
export type ReadEntry =
  | { readonly kind: 'ok'; readonly entry: Entry }
  | { readonly kind: 'bad'; readonly place: string; readonly expected: string; readonly held?: string };

/** Whether JSON says that it is an entry, whatever else is in it. */
export function isEntry(json: unknown): boolean {
  return isJsonObject(json) && json['format'] === ENTRY_FORMAT;
}

/** Checks the frame, the cause and the kind of result. Never throws. */
export function readEntry(json: unknown): ReadEntry {
  if (!isJsonObject(json)) return bad('', 'an object', json);
  for (const [key, expected, fits] of CHECKS) {
    if (!fits(json[key])) return bad(`.${key}`, expected, json[key]);
  }
  const { cause } = json;
  if (isJsonObject(cause) && cause['kind'] === 'event') {
    const read = readEvent(cause['event']);
    if (read.kind === 'bad') return { ...read, place: `.cause.event${read.place === '' ? '' : `.${read.place}`}` };
  }
  // What people rely on was looked at above.
  return { kind: 'ok', entry: json as unknown as Entry };
}

const CAUSES: Readonly<Record<Entry['cause']['kind'], true>> = { event: true, step: true, 'temporary-over': true };
const RESULTS: Readonly<Record<Entry['result']['kind'], true>> = {
  noted: true,
  contacted: true,
  delivered: true,
  moved: true,
  decided: true,
  stayed: true,
  ended: true,
};
const HOLDERS: Readonly<Record<Entry['now']['kind'], true>> = { rep: true, queue: true, nobody: true };

const isText = (value: unknown): boolean => typeof value === 'string';
const isKindOf =
  (kinds: Readonly<Record<string, true>>) =>
  (value: unknown): boolean =>
    isJsonObject(value) && typeof value['kind'] === 'string' && Object.hasOwn(kinds, value['kind']);

const CHECKS: readonly (readonly [string, string, (value: unknown) => boolean])[] = [
  ['format', `"${ENTRY_FORMAT}", the only form this version reads`, (value) => value === ENTRY_FORMAT],
  ['lead', 'the id of the lead as text', isText],
  [
    'at',
    'an instant such as 2026-11-24T09:00:00Z',
    (value) => isText(value) && parseInstant(String(value)) !== undefined,
  ],
  ['by', 'text', isText],
  ['cause', 'an event, a step, or that a temporary owner’s time was up', isKindOf(CAUSES)],
  ['result', 'what it came to', isKindOf(RESULTS)],
  ['now', 'who has the lead', isKindOf(HOLDERS)],
  ['changes', 'a list', Array.isArray],
  ['effects', 'a list', Array.isArray],
];

function bad(place: string, expected: string, held: unknown): ReadEntry {
  return { kind: 'bad', place, expected, ...(held === undefined ? {} : { held: shortJson(held) }) };
}
