// A compiled policy → states that picks may find: ledgers out of balance, reps at and around their limits, leave.

import { durationMs, type Policy, type Rep } from '@fairlead/ir';
import fc from 'fast-check';

/** As the runtime's memory state takes it. */
export interface GeneratedState {
  readonly pools: readonly {
    readonly pool: string;
    readonly ledger: { readonly seq: number; readonly balances: Readonly<Record<string, number>> };
  }[];
  readonly reps: readonly {
    readonly rep: string;
    readonly open: number;
    readonly leave: readonly { readonly fromMs: number; readonly untilMs?: number }[];
    readonly days: readonly { readonly day: number; readonly assigned: number }[];
  }[];
  readonly decisions: readonly never[];
}

/** Parts of a lead. */
const LEAD = 232_792_560;
const DAY_MS = 86_400_000;

/** States around the instant. The sum of each ledger is 0; not every rep and team is known. */
export function stateFor(policy: Policy, atMs: number): fc.Arbitrary<GeneratedState> {
  const patience = [...policy.route.rules, policy.route.otherwise].flatMap(({ action }) =>
    action.kind === 'route' && action.pick.availableWithin !== undefined
      ? [durationMs(action.pick.availableWithin) ?? 0]
      : [],
  );
  const reps = fc.tuple(...policy.reps.map((rep) => fc.option(repState(rep, atMs, patience), { nil: undefined })));
  const pools = fc.tuple(...policy.teams.map(({ id, members }) => fc.option(ledger(id, members), { nil: undefined })));
  return fc.record({ pools: pools.map(known), reps: reps.map(known), decisions: fc.constant([]) });
}

/** `patience`: for so long a rule waits for somebody, so leave ends right then, too. */
function repState(rep: Rep, atMs: number, patience: readonly number[]): fc.Arbitrary<GeneratedState['reps'][number]> {
  const limits = rep.capacity.map(({ limit }) => limit);
  const near = fc.oneof(
    fc.nat({ max: 5 }),
    fc
      .tuple(fc.constantFrom(0, ...limits), fc.integer({ min: -1, max: 1 }))
      .map(([limit, by]) => Math.max(0, limit + by)),
  );
  const hours = fc.integer({ min: -72, max: 72 });
  const leave = fc
    .tuple(hours, fc.option(fc.integer({ min: 1, max: 96 }), { nil: undefined }))
    .map(([from, length]) => {
      const fromMs = atMs + from * 3_600_000;
      return length === undefined ? { fromMs } : { fromMs, untilMs: fromMs + length * 3_600_000 };
    });
  const edge = fc
    .tuple(fc.constantFrom(0, ...patience), fc.integer({ min: -1, max: 1 }), fc.constantFrom(0, 1, 60_000))
    .map(([later, by, before]) => {
      const fromMs = atMs - before;
      // Leave that ends before it begins is none.
      return { fromMs, untilMs: Math.max(atMs + later + by, fromMs + 1) };
    });
  const oneLeave = fc.oneof({ arbitrary: leave, weight: 3 }, { arbitrary: edge, weight: 1 });
  const today = Math.floor(atMs / DAY_MS);
  const days = fc
    .uniqueArray(fc.oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -35, max: 1 })), { maxLength: 5 })
    .chain((offsets) =>
      fc.tuple(
        ...offsets
          .toSorted((a, b) => a - b)
          .map((offset) => near.map((assigned) => ({ day: today + offset, assigned }))),
      ),
    );
  // Sometimes one leave goes on into the next.
  const several = fc.tuple(fc.array(oneLeave, { maxLength: 2 }), fc.boolean()).map(([all, joined]) => {
    const [first, second] = all;
    if (!joined || first === undefined || second === undefined || !('untilMs' in first)) return all;
    return [first, { ...second, fromMs: first.untilMs, untilMs: first.untilMs + 3_600_000 }];
  });
  return fc.record({ rep: fc.constant(rep.id), open: near, leave: several, days });
}

function ledger(team: string, members: readonly string[]): fc.Arbitrary<GeneratedState['pools'][number]> {
  const balance = fc.integer({ min: -LEAD, max: LEAD });
  return fc.tuple(fc.nat({ max: 10_000 }), ...members.slice(1).map(() => balance)).map(([seq, ...others]) => {
    const first = -others.reduce((sum, each) => sum + each, 0);
    const balances = Object.fromEntries(members.map((rep, i) => [rep, i === 0 ? first : (others[i - 1] ?? 0)]));
    return { pool: `team:${team}`, ledger: { seq, balances } };
  });
}

function known<T>(items: readonly (T | undefined)[]): readonly T[] {
  return items.filter((item) => item !== undefined);
}
