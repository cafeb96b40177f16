// Tests as they run → what they reached: conditions and how they came out, borders, rules, lines of matches, rows of tables, arms of splits.
import type { Policy } from '@fairlead/ir';
import { type Decision, type Eval, type Plan, winningRule } from '@fairlead/runtime';
import type { WatchedBorder } from './border.ts';
import { bordersOf } from './borders.ts';
import type { TextAtom } from './text-atoms.ts';

/** Collects while tests run. */
export interface Watch {
  /** Told of each condition that is evaluated. */
  readonly saw: (conditionId: number, holds: boolean, e: Eval) => void;
  /** Told of each decision. */
  readonly decided: (decision: Decision) => void;
  readonly held: ReadonlySet<number>;
  readonly failed: ReadonlySet<number>;
  readonly rules: ReadonlySet<string>;
  /** `match:account/0`, `match:account/prefer/0`: keys of the source map. */
  readonly lines: ReadonlySet<string>;
  /** `split:ID/0`: the split, and the arm from 0. */
  readonly arms: ReadonlySet<string>;
  /** By table: the lines of its file. */
  readonly rows: ReadonlyMap<string, ReadonlySet<number>>;
  /** Filled by {@link watchBorders}. */
  readonly borders: readonly WatchedBorder[];
}

/** A watch that has seen nothing yet, and what to call when the plan is built that it is to watch. */
export interface StartedWatch {
  readonly watch: Watch;
  readonly watchBorders: (plan: Plan, atoms: readonly TextAtom[]) => void;
}

/** Starts watching the tests of a policy. */
export function startWatch(policy: Policy): StartedWatch {
  const [held, failed] = [new Set<number>(), new Set<number>()];
  const [rules, lines, arms] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const rows = new Map(policy.tables.map(({ name }) => [name, new Set<number>()]));
  const borders: WatchedBorder[] = [];
  const looks = new Map<number, WatchedBorder['look'][]>();
  const splits = splitsOf(policy);
  const watch: Watch = {
    saw: (id, holds, e) => {
      (holds ? held : failed).add(id);
      for (const look of looks.get(id) ?? []) look(e);
    },
    decided: (decision) => {
      const rule = winningRule(decision);
      if (rule !== undefined) rules.add(rule);
      for (const line of linesOf(decision)) lines.add(line);
      for (const { table, line } of decision.tables) if (line !== undefined) rows.get(table)?.add(line);
      for (const arm of armsOf(decision, splits)) arms.add(arm);
    },
    ...{ held, failed, rules, lines, arms, rows, borders },
  };
  const watchBorders = (plan: Plan, atoms: readonly TextAtom[]): void => {
    for (const { ids, border } of bordersOf(plan, atoms)) {
      borders.push(border);
      for (const id of ids) looks.set(id, [...(looks.get(id) ?? []), border.look]);
    }
  };
  return { watch, watchBorders };
}

/** The id of the split that each rule leads to; "otherwise" for the ending. */
function splitsOf({ route }: Policy): ReadonlyMap<string, string> {
  const splits = new Map<string, string>();
  for (const { name, action } of [...route.rules, { ...route.otherwise, name: 'otherwise' }]) {
    if (action.kind === 'route' && action.to.kind === 'split') splits.set(name, action.to.id);
  }
  return splits;
}

function linesOf({ matches }: Decision): readonly string[] {
  return matches.flatMap(({ match, candidates, tie }) => {
    const held = candidates.flatMap((one) =>
      one.lines.flatMap(({ confidence }, line) => (confidence === '0' ? [] : [`match:${match}/${line}`])),
    );
    return tie?.by === 'prefer' ? [...held, `match:${match}/prefer/${tie.line}`] : held;
  });
}

/** The arm that took the lead, of the rule's split and of that of `otherwise`. */
function armsOf({ attempts, rule }: Decision, splits: ReadonlyMap<string, string>): readonly string[] {
  const last = attempts.at(-1);
  return attempts.flatMap((attempt) => {
    if (attempt.arm === undefined || attempt !== last) return [];
    const id = splits.get(attempt.place === 'otherwise' ? 'otherwise' : (rule ?? ''));
    return id === undefined ? [] : [`split:${id}/${attempt.arm - 1}`];
  });
}
