// Turns an atom into what the lead said about it: `employees was 950`, `fit + intent was 55 (fit 40, intent 15)`.
import { type Atom, assertNever, conditionValues, foldText, type Needles, type Value } from '@fairlead/ir';
import type { PlanRep } from '../plan/evaluation.ts';
import type { Signal } from '../values/runtime-value.ts';
import { phraseHiddenValue, phraseValue } from './phrase.ts';
import { type Revisit, valueSeen } from './revisit.ts';
import { enumerated, showInstant, showValue } from './show.ts';

/**
 * One phrase about all values an atom reads but constants; undefined where it reads none, or none that was recorded. Where one of them is private,
 * the others are not said: `contact_email is email` would tell the private one by the other.
 */
export function whatItWas(seen: Revisit, atom: Atom, rep?: PlanRep): string | undefined {
  if (atom.kind === 'during') return `it was ${showInstant(seen.atMs)}`;
  if (seen.sealed.has(atom.id)) return privateWere(seen, atom);
  const values = conditionValues(atom).filter(isRead);
  const phrases = values.flatMap((value, index) => {
    const signals =
      atom.kind === 'signals' && index === 0 ? signalsWere(seen, atom.value, atom.needles, rep) : undefined;
    return signals ?? valueWas(seen, value, rep) ?? [];
  });
  return phrases.length === 0 ? undefined : [...new Set(phrases)].join(', ');
}

/** What several atoms saw, each thing once: what one atom says together with something else is left out where it stands alone. */
export function saidOnce(was: readonly string[]): string {
  const different = [...new Set(was)];
  const isIn = (one: string, other: string): boolean =>
    one !== other && (other.startsWith(`${one}, `) || other.endsWith(`, ${one}`));
  return different.filter((one) => !different.some((other) => isIn(one, other))).join(', ');
}

function privateWere(seen: Revisit, atom: Atom): string {
  const values = conditionValues(atom).filter(seen.plan.compile.isPrivate);
  const phrases = values.map(
    (value) => `${phraseHiddenValue(value)} ${isGone(seen, value) ? 'was missing' : 'is private'}`,
  );
  return [...new Set(phrases)].join(', ');
}

/** Whether a private field was missing, which is recorded. What is computed from one, or stands in one, cannot be seen. */
function isGone(seen: Revisit, value: Value): boolean {
  if (value.kind !== 'lead') return false;
  const along = value.path.map((_, index): Value => ({ kind: 'lead', path: value.path.slice(0, index + 1) }));
  const field = along.find(seen.plan.compile.isPrivate);
  return field !== undefined && valueSeen(seen, field).kind === 'missing';
}

/** What one value was: `employees was 950, filled in by clearbit`; undefined where that was not recorded. */
export function valueWas(seen: Revisit, value: Value, rep: PlanRep | undefined): string | undefined {
  const was = wordsFor(seen, value, rep, 'was');
  if (was === undefined || (value.kind !== 'sum' && value.kind !== 'product')) return was;
  const parts = value.of.filter(isRead).flatMap((part) => wordsFor(seen, part, rep, '') ?? []);
  return `${was} (${parts.join(', ')})`;
}

function wordsFor(seen: Revisit, value: Value, rep: PlanRep | undefined, verb: 'was' | ''): string | undefined {
  const phrase = phraseValue(value);
  const link = verb === '' ? ' ' : ` ${verb} `;
  const found = valueSeen(seen, value, rep);
  switch (found.kind) {
    case 'value':
      return `${phrase}${link}${showValue(seen.plan, seen.plan.compile.typeOf(value), found.value)}${sourceOf(seen, value)}`;
    case 'missing':
      return `${phrase}${link}missing`;
    case 'private':
      return `${phrase} is private`;
    case 'unknown':
      return undefined;
    default:
      return assertNever(found);
  }
}

/** Who filled the field in, if the lead did not say it itself. */
function sourceOf({ filledBy }: Revisit, value: Value): string {
  const provider = value.kind === 'lead' ? filledBy.get(value.path[0] ?? '') : undefined;
  return provider === undefined ? '' : ` (from ${provider})`;
}

/** Of many signals only those that were looked for: `activity had "pricing page" 2 times, at 2026-11-22 07:00 UTC and …`. */
function signalsWere(seen: Revisit, value: Value, needles: Needles, rep: PlanRep | undefined): string | undefined {
  const kinds = constantKinds(needles);
  const found = valueSeen(seen, value, rep);
  if (kinds === undefined || found.kind !== 'value') return undefined;
  if (typeof found.value !== 'object' || found.value.kind !== 'signals') return undefined;
  const { items } = found.value;
  const counts = kinds.map((kind) =>
    countOf(
      kind,
      items.filter(({ folded }) => folded === foldText(kind)),
      seen.atMs,
    ),
  );
  return `${phraseValue(value)} had ${counts.join(', ')}`;
}

/** How often, and when: whoever reads it can tell which were recent enough. */
function countOf(kind: string, all: readonly Signal[], decidedMs: number): string {
  const quoted = JSON.stringify(kind);
  const signals = all.filter(({ atMs }) => atMs <= decidedMs);
  const later = all.length - signals.length;
  const after = later === 0 ? '' : ` (and ${later} after the decision, which ${later === 1 ? 'does' : 'do'} not count)`;
  if (signals.length === 0) return `no ${quoted}${after}`;
  const newest = [...signals].sort((a, b) => b.atMs - a.atMs).slice(0, MAX_SIGNALS);
  const times = signals.length === 1 ? '' : ` ${signals.length} times`;
  const earlier = signals.length - newest.length;
  const when = newest.map(({ atMs }) => showInstant(atMs));
  return `${quoted}${times}, at ${enumerated(earlier === 0 ? when : [...when, `${earlier} times before`])}${after}`;
}

/** So many signals of a kind are dated. */
const MAX_SIGNALS = 3;

/** More than this many kinds would drown the rest. */
const MAX_KINDS = 3;

function constantKinds(needles: Needles): readonly string[] | undefined {
  const constants =
    needles.quantifier === 'one'
      ? needles.value.kind === 'constant'
        ? [needles.value.constant]
        : []
      : 'field' in needles
        ? []
        : needles.members;
  const kinds = constants.flatMap((constant) => (constant.kind === 'text' ? [constant.text] : []));
  return kinds.length === 0 || kinds.length > MAX_KINDS ? undefined : kinds;
}

function isRead(value: Value): boolean {
  return value.kind !== 'constant';
}
