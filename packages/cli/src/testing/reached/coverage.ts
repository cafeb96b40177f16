// What tests made of a policy → what no test reached, and how much was.
import type { Source } from '@fairlead/dsl';
import type { Policy, SourceMap } from '@fairlead/ir';
import { type Plan, phraseTarget } from '@fairlead/runtime';
import type { LinePlace } from '../places.ts';
import { inTextOrder, type PlaceOf, placesIn, type TextAtom } from './text-atoms.ts';
import { turning } from './try-words.ts';
import type { Watch } from './watch.ts';

/** What was reached. Lists in the order of the text. */
export interface Coverage {
  readonly rules: Part;
  /** Covered: seen to hold and seen to fail. */
  readonly conditions: Part & {
    readonly neverAsked: readonly Uncovered[];
    readonly neverHeld: readonly Uncovered[];
    readonly neverFailed: readonly Uncovered[];
  };
  /** Constants at which a condition turns. Covered: seen on both sides. */
  readonly boundaries: Part & { readonly missing: readonly UncoveredSide[] };
  /** Lines of matches and arms of splits. */
  readonly lines: Part;
  /** Rows of tables. They do not count into the one number: a table may have thousands. */
  readonly rows: Part;
}

/** One part of it. */
export interface Part {
  readonly all: number;
  readonly covered: number;
  readonly never: readonly Uncovered[];
}

/** Something that no test reached, as the policy writes it. `hint`: what to write into a test. */
export interface Uncovered extends Partial<LinePlace> {
  readonly words: string;
  readonly hint?: string;
}

/** A side of a boundary on which no test has been. */
export interface UncoveredSide extends Uncovered {
  readonly side: string;
}

/** The names of the parts, as `--fail-under` takes them. */
export const PARTS = ['rules', 'conditions', 'boundaries', 'lines', 'rows'] as const;

/** The name of a part. */
export type PartName = (typeof PARTS)[number];

/** The parts that make up the one number. */
export const COUNTED: readonly PartName[] = ['rules', 'conditions', 'boundaries', 'lines'];

/** Gathers it once the tests have run. */
export function coverageOf(
  plan: Plan,
  atoms: readonly TextAtom[],
  sourceMap: SourceMap,
  files: readonly Source[],
  watch: Watch,
): Coverage {
  const place = placesIn(sourceMap, files);
  const sort = <T extends Uncovered>(list: readonly T[]): readonly T[] => [...list].sort(inTextOrder(files));
  return {
    rules: partOf(rulesOf(plan.policy, place, watch), sort),
    conditions: conditionsOf(atoms, place, watch, sort),
    boundaries: boundariesOf(watch, place, sort),
    lines: partOf(linesOf(plan.policy, place, watch), sort),
    rows: rowsOf(plan.policy, watch),
  };
}

interface Seen {
  readonly what: Uncovered;
  readonly seen: boolean;
}

type Sort = <T extends Uncovered>(list: readonly T[]) => readonly T[];

function partOf(all: readonly Seen[], sort: Sort): Part {
  const never = all.filter(({ seen }) => !seen).map(({ what }) => what);
  return { all: all.length, covered: all.length - never.length, never: sort(never) };
}

function rulesOf({ route }: Policy, place: PlaceOf, { rules }: Watch): readonly Seen[] {
  const named = route.rules.map(({ name }) => ({
    what: { words: `rule ${JSON.stringify(name)}`, ...place(`rule:${name}`) },
    seen: rules.has(name),
  }));
  return [...named, { what: { words: 'otherwise', ...place('otherwise') }, seen: rules.has('otherwise') }];
}

function conditionsOf(atoms: readonly TextAtom[], place: PlaceOf, watch: Watch, sort: Sort): Coverage['conditions'] {
  const seen = atoms.map(({ ids, atom, words }) => ({
    atom,
    what: { words, ...place(`condition:${ids[0] ?? 0}`) },
    held: ids.some((id) => watch.held.has(id)),
    failed: ids.some((id) => watch.failed.has(id)),
  }));
  const those = (held: boolean, failed: boolean): readonly Uncovered[] => {
    const found = seen.filter((one) => one.held === held && one.failed === failed);
    const hint = ({ atom }: (typeof seen)[number]): string | undefined =>
      held || failed ? turning(atom, failed) : undefined;
    return sort(found.map((one) => withHint(one.what, hint(one))));
  };
  const [neverAsked, neverHeld, neverFailed] = [those(false, false), those(false, true), those(true, false)];
  return {
    all: seen.length,
    covered: seen.filter(({ held, failed }) => held && failed).length,
    never: sort([...neverAsked, ...neverHeld, ...neverFailed]),
    neverAsked,
    neverHeld,
    neverFailed,
  };
}

function boundariesOf({ borders }: Watch, place: PlaceOf, sort: Sort): Coverage['boundaries'] {
  const missing = borders.flatMap(({ id, words, sides }): readonly UncoveredSide[] =>
    sides
      .filter(({ seen }) => !seen)
      .map((side) => ({ ...withHint({ words, ...place(`condition:${id}`) }, side.hint), side: side.words })),
  );
  const covered = borders.filter(({ sides }) => sides.every(({ seen }) => seen)).length;
  const never = borders
    .filter(({ sides }) => sides.some(({ seen }) => !seen))
    .map(({ id, words }) => ({ words, ...place(`condition:${id}`) }));
  return { all: borders.length, covered, never: sort(never), missing: sort(missing) };
}

function linesOf(policy: Policy, place: PlaceOf, { lines, arms }: Watch): readonly Seen[] {
  const matches = policy.matches.flatMap(({ name, lines: own, prefer }) => [
    ...own.map(({ confidence }, i) => seenAt(`match:${name}/${i}`, `${confidence}% of match ${name}`, place, lines)),
    ...prefer.flatMap((one, i) => {
      // One with a condition is covered as the condition is.
      if (one.kind === 'condition') return [];
      return [seenAt(`match:${name}/prefer/${i}`, `prefer the ${one.kind} of match ${name}`, place, lines)];
    }),
  ]);
  const splits = [...policy.route.rules, policy.route.otherwise].flatMap(({ action }) => {
    if (action.kind !== 'route' || action.to.kind !== 'split') return [];
    const { id, arms: own } = action.to;
    return own.map(({ share, to }, i) => ({
      what: { words: `${share}% ${phraseTarget(to)}`, ...place(`split:${id}`) },
      seen: arms.has(`split:${id}/${i}`),
    }));
  });
  return [...matches, ...splits];
}

function seenAt(key: string, words: string, place: PlaceOf, seen: ReadonlySet<string>): Seen {
  return { what: { words, ...place(key) }, seen: seen.has(key) };
}

/** A row stands in the table's own file. */
function rowsOf({ tables }: Policy, { rows }: Watch): Part {
  const all = tables.flatMap(({ name, file, rows: own }) =>
    own.map(({ line, keys }) => ({
      what: { words: `${name}: ${keys.join(', ')}`, file, line },
      seen: rows.get(name)?.has(line) === true,
    })),
  );
  return partOf(all, (list) => list);
}

function withHint(what: Uncovered, hint: string | undefined): Uncovered {
  return hint === undefined ? what : { ...what, hint };
}

/** What part of it is covered, in percent; nothing to cover is all of it. */
export function percentOf(coverages: readonly Coverage[], parts: readonly PartName[] = COUNTED): number {
  let [all, covered] = [0, 0];
  for (const coverage of coverages) {
    for (const part of parts) {
      all += coverage[part].all;
      covered += coverage[part].covered;
    }
  }
  return all === 0 ? 100 : (100 * covered) / all;
}
