// Conditions on time and on how often something happened → the borders at which they turn: `at least 2 times`, `within the last 3 days`.
import { type Atom, type Duration, durationMs, foldText, type Needles } from '@fairlead/ir';
import { type Eval, type Plan, phraseDuration } from '@fairlead/runtime';
import type { Side, WatchedBorder } from './border.ts';
import { settingOf, signalsOf } from './try-words.ts';

/** The borders of ages and of counts of signals. */
export function windowBorders(plan: Plan, atom: Atom, words: string): readonly WatchedBorder[] {
  if (atom.kind === 'age') return ageBorder(plan, atom, words);
  return atom.kind === 'signals' ? signalBorders(plan, atom, words) : [];
}

type AgeAtom = Extract<Atom, { readonly kind: 'age' }>;
type SignalsAtom = Extract<Atom, { readonly kind: 'signals' }>;

/** A day, an hour: what one of the unit in which the policy counts reaches to, on both sides of the border. */
function ageBorder(plan: Plan, { id, as, value, test, duration }: AgeAtom, words: string): readonly WatchedBorder[] {
  if (duration.amount === 0) return [];
  const sign = test === 'within-next' ? 1 : -1;
  const read = plan.compile.read(value);
  const [inside, outside] = sidesOfWindow(duration, sign, (amount) => {
    const when = `${phraseDuration({ ...duration, amount })} ${sign === 1 ? 'after' : 'before'} the test’s instant`;
    return settingOf(value, when);
  });
  const look = (e: Eval): void => {
    const seen = read(e);
    if (typeof seen !== 'number') return;
    const edge = (amount: number): number => {
      const atMs = instantAt(plan, e, { ...duration, amount }, sign);
      return as === 'time' ? atMs : e.world.almanac.localDay(plan.zone, atMs);
    };
    mark(seen, edge, duration.amount, sign, inside, outside);
  };
  return [{ id, words, sides: [inside, outside], look }];
}

function signalBorders(plan: Plan, atom: SignalsAtom, words: string): readonly WatchedBorder[] {
  const { id, value, needles, atLeast, withinLast } = atom;
  const kinds = kindsOf(needles);
  const [kind] = kinds;
  if (kind === undefined) return [];
  const read = plan.compile.read(value);
  const folded = new Set(kinds.map(foldText));
  const together = needles.quantifier === 'one' || needles.quantifier === 'any';
  const borders: WatchedBorder[] = [];
  if (atLeast > 1) {
    const sides = [atLeast, atLeast - 1].map(
      (times): Side => ({
        words: times === 1 ? 'exactly 1 time' : `exactly ${times} times`,
        hint: settingOf(value, `[${signalsOf(JSON.stringify(kind), times)}]`),
        seen: false,
      }),
    );
    const look = (e: Eval): void => {
      const seen = read(e);
      if (typeof seen !== 'object' || seen.kind !== 'signals') return;
      const fromMs = withinLast === undefined ? Number.NEGATIVE_INFINITY : instantAt(plan, e, withinLast, -1);
      const counted = seen.items.filter(
        (one) => folded.has(one.folded) && one.atMs <= e.world.atMs && one.atMs >= fromMs,
      );
      const counts = together
        ? [counted.length]
        : [...folded].map((name) => counted.filter((one) => one.folded === name).length);
      sides.forEach((side, index) => {
        if (counts.includes(atLeast - index)) side.seen = true;
      });
    };
    borders.push({ id, words, sides, look });
  }
  if (withinLast !== undefined && withinLast.amount > 0) {
    const [inside, outside] = sidesOfWindow(withinLast, -1, (amount) =>
      settingOf(value, `[${JSON.stringify(kind)} ${phraseDuration({ ...withinLast, amount })} ago]`),
    );
    const look = (e: Eval): void => {
      const seen = read(e);
      if (typeof seen !== 'object' || seen.kind !== 'signals') return;
      const edge = (amount: number): number => instantAt(plan, e, { ...withinLast, amount }, -1);
      for (const one of seen.items)
        if (folded.has(one.folded)) mark(one.atMs, edge, withinLast.amount, -1, inside, outside);
    };
    borders.push({ id, words, sides: [inside, outside], look });
  }
  return borders;
}

function sidesOfWindow(
  duration: Duration,
  sign: -1 | 1,
  hint: (amount: number) => string | undefined,
): readonly [Side, Side] {
  const { amount } = duration;
  const when = (from: number, to: number): string =>
    `${from} to ${phraseDuration({ ...duration, amount: to })} ${sign === 1 ? 'ahead' : 'ago'}`;
  return [
    { words: when(amount - 1, amount), hint: hint(amount), seen: false },
    { words: when(amount, amount + 1), hint: hint(amount + 1), seen: false },
  ];
}

/** The border itself belongs to the inside. */
function mark(
  seen: number,
  edge: (amount: number) => number,
  amount: number,
  sign: -1 | 1,
  inside: Side,
  outside: Side,
): void {
  const distance = (at: number): number => sign * (seen - at);
  if (distance(edge(amount)) <= 0 && distance(edge(amount - 1)) >= 0) inside.seen = true;
  if (distance(edge(amount)) > 0 && distance(edge(amount + 1)) <= 0) outside.seen = true;
}

/** The instant so long before or after that of the decision. */
function instantAt(plan: Plan, { world }: Eval, duration: Duration, sign: -1 | 1): number {
  const ms = durationMs(duration);
  if (ms !== undefined) return world.atMs + sign * ms;
  return world.almanac.addMonths(plan.zone, world.atMs, sign * duration.amount);
}

/** The kinds as the policy writes them; none where a field says which. */
function kindsOf(needles: Needles): readonly string[] {
  if ('field' in needles) return [];
  if (needles.quantifier !== 'one') return needles.members.flatMap((one) => (one.kind === 'text' ? [one.text] : []));
  const { value } = needles;
  return value.kind === 'constant' && value.constant.kind === 'text' ? [value.constant.text] : [];
}
