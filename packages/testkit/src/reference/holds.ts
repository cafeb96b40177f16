// A condition → whether it holds for this lead. docs/reference/conditions.md.

import { type Atom, type Condition, type Constant, foldText, type Needles } from '@fairlead/ir';
import { instantAway, isSoOld } from './ages.ts';
import { compareFractions } from './fraction.ts';
import { valueFor } from './read-value.ts';
import type { Scene } from './scene.ts';
import { equalityText, type Known, known, type Maybe } from './values.ts';
import { isIn } from './words.ts';

/** Two-valued: what is compared with a missing value does not hold. */
export function holds(scene: Scene, condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.of.every((part) => holds(scene, part));
    case 'or':
      return condition.of.some((part) => holds(scene, part));
    case 'not':
      return !holds(scene, condition.of);
    case 'define': {
      const define = scene.policy.defines.find(({ name }) => name === condition.define);
      return define !== undefined && holds(scene, define.condition);
    }
    default:
      return atomHolds(scene, condition);
  }
}

function atomHolds(scene: Scene, atom: Atom): boolean {
  switch (atom.kind) {
    case 'compare':
      return compared(scene, atom);
    case 'in-range': {
      const value = valueFor(scene, atom.value);
      if (value === undefined) return false;
      const within = order(known(atom.from), value) <= 0 && order(value, known(atom.to)) <= 0;
      return within !== atom.negated;
    }
    case 'in-list': {
      const value = valueFor(scene, atom.value);
      if (value === undefined) return false;
      return isOneOf(value, atom.members.map(known), atom.as === 'code') !== atom.negated;
    }
    case 'in-field': {
      const value = valueFor(scene, atom.value);
      const list = valueFor(scene, atom.field);
      if (value === undefined || list?.kind !== 'list') return false;
      return isOneOf(value, list.items, atom.as === 'code') !== atom.negated;
    }
    case 'text': {
      const value = valueFor(scene, atom.value);
      const sought = soughtValues(scene, atom.needles);
      if (value?.kind !== 'text' || sought === undefined) return false;
      // Codes are looked into as they are written.
      const folded = (text: string): string => (value.asWritten === true ? text : foldText(text));
      const inIt = (each: Known): boolean =>
        each.kind === 'text' && isIn(atom.verb, folded(value.text), folded(each.text));
      return quantified(atom.needles, sought, inIt);
    }
    case 'includes': {
      const list = valueFor(scene, atom.value);
      const sought = soughtValues(scene, atom.needles);
      if (list?.kind !== 'list' || sought === undefined) return false;
      return quantified(atom.needles, sought, (each) => isOneOf(each, list.items, atom.as === 'code'));
    }
    case 'signals':
      return signalsHold(scene, atom);
    case 'missing':
      return valueFor(scene, atom.value) === undefined;
    case 'known':
      return valueFor(scene, atom.value) !== undefined;
    case 'free-mail': {
      const value = valueFor(scene, atom.value);
      return value?.kind === 'text' && scene.domains.isFreeMail(value.text) !== atom.negated;
    }
    case 'flag': {
      const value = valueFor(scene, atom.value);
      return value?.kind === 'flag' && value.flag;
    }
    case 'age': {
      const value = valueFor(scene, atom.value);
      return value !== undefined && isSoOld(scene, value, atom.test, atom.duration);
    }
    case 'during':
      return scene.almanac.isOpen(atom.calendar, scene.atMs);
    case 'matched':
      return (atom.of === 'match' ? scene.matched.has(atom.name) : scene.rows.has(atom.name)) !== atom.negated;
    case 'like': {
      const alike = likeness(scene, atom);
      return alike !== undefined && alike >= scene.likeFrom !== atom.negated;
    }
  }
}

/** How alike the two sides are, 0 to 10,000; undefined where one is missing. */
export function likeness(scene: Scene, { left, right }: Extract<Atom, { readonly kind: 'like' }>): number | undefined {
  const [a, b] = [valueFor(scene, left), valueFor(scene, right)];
  return a?.kind === 'text' && b?.kind === 'text' ? scene.similarity(a.text, b.text) : undefined;
}

function compared(scene: Scene, { operator, as, left, right }: Extract<Atom, { readonly kind: 'compare' }>): boolean {
  const [a, b] = [valueFor(scene, left), valueFor(scene, right)];
  if (a === undefined || b === undefined) return false;
  switch (operator) {
    case 'is':
      return equalityText(a, as === 'code') === equalityText(b, as === 'code');
    case 'is-not':
      return equalityText(a, as === 'code') !== equalityText(b, as === 'code');
    case '>':
      return order(a, b) > 0;
    case '>=':
      return order(a, b) >= 0;
    case '<':
      return order(a, b) < 0;
    case '<=':
      return order(a, b) <= 0;
  }
}

/** Less than 0, 0 or more than 0. For numbers, dates and instants. */
export function order(a: Known, b: Known): number {
  if (a.kind === 'number' && b.kind === 'number') return compareFractions(a.number, b.number);
  if (a.kind === 'date' && b.kind === 'date') return a.day - b.day;
  return a.kind === 'time' && b.kind === 'time' ? a.ms - b.ms : Number.NaN;
}

function isOneOf(value: Known, items: readonly Known[], asCode: boolean): boolean {
  return items.some((item) => equalityText(item, asCode) === equalityText(value, asCode));
}

/** What is searched for; undefined where it is missing. */
function soughtValues(scene: Scene, needles: Needles): readonly Known[] | undefined {
  if ('members' in needles) return needles.members.map((member: Constant) => known(member));
  const value: Maybe = valueFor(scene, needles.quantifier === 'one' ? needles.value : needles.field);
  if (value === undefined) return undefined;
  return value.kind === 'list' ? value.items : [value];
}

function quantified({ quantifier }: Needles, sought: readonly Known[], test: (each: Known) => boolean): boolean {
  if (quantifier === 'all') return sought.every(test);
  return quantifier === 'none' ? !sought.some(test) : sought.some(test);
}

type SignalsAtom = Extract<Atom, { readonly kind: 'signals' }>;

function signalsHold(scene: Scene, atom: SignalsAtom): boolean {
  const sought = soughtValues(scene, atom.needles);
  if (sought === undefined || valueFor(scene, atom.value)?.kind !== 'signals') return false;
  const enough = (kinds: readonly Known[]): boolean => counted(scene, atom, kinds).length >= atom.atLeast;
  if (atom.needles.quantifier === 'all') return sought.every((kind) => enough([kind]));
  return atom.needles.quantifier === 'none' ? !sought.some((kind) => enough([kind])) : enough(sought);
}

/** Instants of the signals of these kinds that count: not later than the decision, and within the time that is asked for. */
function counted(scene: Scene, atom: SignalsAtom, kinds: readonly Known[]): readonly number[] {
  const signals = valueFor(scene, atom.value);
  if (signals?.kind !== 'signals') return [];
  const folded = kinds.map((kind) => equalityText(kind, false));
  const since = atom.withinLast === undefined ? Number.NEGATIVE_INFINITY : instantAway(scene, atom.withinLast, -1);
  return signals.items
    .filter(({ kind, ms }) => folded.includes(foldText(kind)) && since <= ms && ms <= scene.atMs)
    .map(({ ms }) => ms);
}

/** When the newest signal was that the condition's one `includes` counts; looks through defines. */
export function newestSignal(scene: Scene, condition: Condition): number | undefined {
  if (condition.kind === 'signals') {
    const newest = Math.max(...counted(scene, condition, soughtValues(scene, condition.needles) ?? []));
    return newest === Number.NEGATIVE_INFINITY ? undefined : newest;
  }
  const parts =
    condition.kind === 'and' || condition.kind === 'or'
      ? condition.of
      : condition.kind === 'not'
        ? [condition.of]
        : condition.kind === 'define'
          ? scene.policy.defines.filter(({ name }) => name === condition.define).map((define) => define.condition)
          : [];
  return parts.map((part) => newestSignal(scene, part)).find((newest) => newest !== undefined);
}
