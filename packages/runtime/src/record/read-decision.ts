// Turns JSON from a log or a snapshot into a decision that can be made again, or into what is wrong with it.

import { isJsonObject, parseInstant } from '@fairlead/ir';
import { DECISION_FORMAT, type Decision, type Outcome } from '../decision.ts';
import { isAgain } from './is-again.ts';
import { shortJson } from './short-json.ts';

/** A decision, or the first place that does not fit: `.inputs.lead`. `held` is short JSON text; absent where nothing stands there. */
export type ReadDecision =
  | { readonly kind: 'ok'; readonly decision: Decision }
  | { readonly kind: 'bad'; readonly place: string; readonly expected: string; readonly held?: string };

/**
 * Checks what `redecide`, `routeLead` and replay read: who, when, by which policy, the outcome's kind, why it was decided again, the issues and the inputs. What follows from
 * those is not checked field by field: making the decision again and comparing the bytes is the stronger check. Never throws.
 */
export function readDecision(json: unknown): ReadDecision {
  for (const [path, expected, fits] of CHECKS) {
    const value = at(json, path);
    if (fits(value)) continue;
    const place = path.map((key) => `.${key}`).join('');
    return { kind: 'bad', place, expected, ...(value === undefined ? {} : { held: shortJson(value) }) };
  }
  // The checks above are all that anybody relies on before the bytes are compared.
  return { kind: 'ok', decision: json as Decision };
}

type Check = readonly [path: readonly string[], expected: string, fits: (value: unknown) => boolean];

const CHECKS: readonly Check[] = [
  [[], 'an object', isJsonObject],
  [['format'], `"${DECISION_FORMAT}", the only form this version reads`, (value) => value === DECISION_FORMAT],
  [['lead'], 'the id of the lead as text', isText],
  [['at'], 'an instant such as 2026-11-24T09:00:00Z', (value) => isText(value) && parseInstant(value) !== undefined],
  [['policy', 'name'], 'text', isText],
  [['policy', 'hash'], 'text', isText],
  [
    ['outcome', 'kind'],
    'assigned, queued, review, nurtured, rejected or invalid',
    (value) => isText(value) && OUTCOMES.has(value),
  ],
  [['issues'], 'a list of issues', (value) => Array.isArray(value) && value.every(isIssue)],
  ...['attempts', 'enriched', 'matches', 'tables', 'scores', 'effects', 'changes'].map(
    (key): Check => [[key], 'a list', Array.isArray],
  ),
  [['again'], 'why the lead was decided on again', (value) => value === undefined || isAgain(value)],
  [['inputs', 'lead'], 'an object', isJsonObject],
  [['inputs', 'answers'], 'an object', isJsonObject],
  [['inputs', 'sealed'], 'an object of yes-or-no answers and points', isSealed],
];

const OUTCOMES: ReadonlySet<string> = new Set(
  Object.keys({
    assigned: 0,
    queued: 0,
    review: 0,
    nurtured: 0,
    rejected: 0,
    invalid: 0,
  } satisfies Record<Outcome['kind'], 0>),
);

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isIssue(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { field, kind, expected, held, fatal } = value;
  return [field, kind, expected, held ?? ''].every(isText) && typeof fatal === 'boolean';
}

function isSealed(value: unknown): boolean {
  return (
    isJsonObject(value) && Object.values(value).every((one) => typeof one === 'boolean' || typeof one === 'number')
  );
}

function at(json: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), json);
}
