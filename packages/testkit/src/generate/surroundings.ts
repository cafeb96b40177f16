// A compiled policy and a lead → what may be around it when it comes: records that often match, answers of providers, models, and the state of the people.

import type { Json, Policy, Target } from '@fairlead/ir';
import fc from 'fast-check';
import { answeredValue, type OutsideLead } from './lead.ts';
import { type GeneratedRecords, recordsFor } from './records.ts';
import { type GeneratedState, stateFor } from './state.ts';
import { texts } from './vocabulary.ts';

/** A provider's answer, as the runtime takes it. */
export type GeneratedAnswer =
  | { readonly kind: 'answered'; readonly values: Readonly<Record<string, Json>>; readonly askedAtMs: number }
  | { readonly kind: 'nothing'; readonly askedAtMs: number }
  | { readonly kind: 'late' }
  | { readonly kind: 'failed'; readonly why: string };

/** Wins and leads by rep and segment. */
export interface GeneratedModel {
  readonly hash: string;
  readonly segmentBy?: string;
  readonly strength: number;
  readonly leastShare: number;
  /** `segment`: absent for counts over all. */
  readonly counts: readonly {
    readonly rep: string;
    readonly segment?: string;
    readonly won: number;
    readonly leads: number;
  }[];
}

/** What picks and matches read beside ledgers and people. */
export interface WholeState extends GeneratedState {
  readonly recent: readonly { readonly pool: string; readonly reps: readonly string[] }[];
  readonly reviews: readonly {
    readonly lead: string;
    readonly match: string;
    readonly answer: { readonly record: string | null; readonly by: string };
  }[];
}

/** What is known of a lead that was decided on before and is routed anew: as on the decision. */
export interface GeneratedAgain {
  readonly cause: 'changed';
  readonly first: string;
  readonly had: readonly string[];
  readonly temporaryUsed: boolean;
  readonly turns: readonly {
    readonly pool: string;
    readonly shares: Readonly<Record<string, number>>;
    readonly winner: string;
  }[];
}

/** All that is around a lead when it comes. */
export interface GeneratedSurroundings {
  readonly records: GeneratedRecords;
  /** By the enricher's name; absent where the host did not ask. */
  readonly answers: Readonly<Record<string, GeneratedAnswer>>;
  /** By the name under which the policy asks for them. */
  readonly models: Readonly<Record<string, GeneratedModel>>;
  readonly state: WholeState;
  readonly again?: GeneratedAgain;
}

/** Surroundings that fit the policy and the lead: records match it often, states have balances, models know the reps. */
export function surroundingsFor(policy: Policy, lead: OutsideLead, atMs: number): fc.Arbitrary<GeneratedSurroundings> {
  return fc
    .record({
      records: recordsFor(policy, lead, atMs),
      answers: answersFor(policy, atMs),
      models: modelsFor(policy),
      state: wholeState(policy, lead, atMs),
      again: fc.option(againFor(policy, atMs), { nil: undefined, freq: 5 }),
    })
    .map(({ again, ...around }) => (again === undefined ? around : { ...around, again }));
}

function againFor(policy: Policy, atMs: number): fc.Arbitrary<GeneratedAgain> {
  const reps = policy.reps.map(({ id }) => id);
  const pools = [
    ...policy.teams.flatMap(({ id, members }) => [
      { pool: `team:${id}`, ids: members },
      { pool: `least:team:${id}`, ids: members },
    ]),
    ...policy.route.rules.flatMap(({ action }) =>
      action.kind === 'route' && action.to.kind === 'split'
        ? [{ pool: `split:${action.to.id}`, ids: action.to.arms.flatMap(({ to }) => armName(to)) }]
        : [],
    ),
  ].filter(({ ids }) => ids.length > 0);
  const turn = fc.constantFrom(...pools).chain(({ pool, ids }) =>
    fc.tuple(fc.constantFrom(...ids), ...ids.map(() => fc.nat({ max: LEAD }))).map(([winner, ...earned]) => ({
      pool,
      shares: Object.fromEntries(ids.map((id, i) => [id, earned[i] ?? 0])),
      winner,
    })),
  );
  return fc.record({
    cause: fc.constant('changed' as const),
    first: fc.constantFrom(60_000, 7_200_000, 90 * 86_400_000).map((before) => new Date(atMs - before).toISOString()),
    had: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...reps), { maxLength: 3 })),
    temporaryUsed: fc.boolean(),
    turns: fc.uniqueArray(turn, { selector: ({ pool }) => pool, maxLength: 3 }),
  });
}

// ---- providers and models -----------------------------------------------------------------------------------------

function answersFor(policy: Policy, atMs: number): fc.Arbitrary<GeneratedSurroundings['answers']> {
  const askedAtMs = fc.constantFrom(atMs, atMs - 250, atMs - 86_400_000);
  const answers = policy.enrichers.map(({ name, fill }) => {
    const fields = policy.lead.fields.filter((field) => fill.includes(field.name));
    const values = fc.record(
      Object.fromEntries(fields.map((field) => [field.name, answeredValue(policy, field, atMs)])),
      { requiredKeys: [], noNullPrototype: true },
    );
    const answered = fc.record({ kind: fc.constant('answered' as const), values, askedAtMs });
    const other = fc.oneof(
      fc.record({ kind: fc.constant('nothing' as const), askedAtMs }),
      fc.constant({ kind: 'late' as const }),
      fc.constant({ kind: 'failed' as const, why: 'no answer' }),
    );
    return [name, fc.oneof({ arbitrary: answered, weight: 3 }, { arbitrary: other, weight: 2 })] as const;
  });
  // Values are JSON, whatever they are.
  return fc.record(Object.fromEntries(answers), { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<
    GeneratedSurroundings['answers']
  >;
}

function modelsFor(policy: Policy): fc.Arbitrary<GeneratedSurroundings['models']> {
  const names = new Set(
    [...policy.route.rules, policy.route.otherwise].flatMap(({ action }) =>
      action.kind === 'route' && action.pick.strategy.kind === 'likelihood' ? [action.pick.strategy.model] : [],
    ),
  );
  const segments = policy.lead.fields.filter(
    (field) => !field.private && (field.type.kind === 'text' || field.type.kind === 'choice'),
  );
  const model = fc
    .record({
      hash: fc.constant('0'.repeat(64)),
      segmentBy: fc.option(fc.constantFrom(...segments.map(({ name }) => name), 'company_name', 'company_name'), {
        nil: undefined,
        freq: 3,
      }),
      strength: fc.constantFrom(0, 1, 5, 20),
      leastShare: fc.constantFrom(0, 5, 10, 12.5, 20),
      counts: fc
        .tuple(fc.boolean(), ...policy.reps.flatMap(({ id }) => segmentNames.map((segment) => countsOf(id, segment))))
        .map(([alike, ...rows]) => (alike ? rows.map((row) => ({ ...row, won: 2, leads: 5 })) : rows)),
    })
    .map(({ segmentBy, ...rest }) => (segmentBy === undefined ? rest : { ...rest, segmentBy }));
  // Now and then a model is not there.
  return fc
    .record(Object.fromEntries([...names].map((name) => [name, fc.option(model, { nil: undefined, freq: 8 })])), {
      noNullPrototype: true,
    })
    .map((all) =>
      Object.fromEntries(Object.entries(all).flatMap(([name, one]) => (one === undefined ? [] : [[name, one]]))),
    );
}

/** Undefined: leads of which nobody knows the segment. */
const segmentNames: readonly (string | undefined)[] = [undefined, ...texts.slice(0, 8)];

function countsOf(rep: string, segment: string | undefined): fc.Arbitrary<GeneratedModel['counts'][number]> {
  return fc
    .tuple(fc.nat({ max: 6 }), fc.nat({ max: 12 }))
    .map(([won, lost]) => ({ rep, ...(segment === undefined ? {} : { segment }), won, leads: won + lost }));
}

// ---- state -----------------------------------------------------------------------------------------------------

/** Ledgers of rules, of splits and of least shares. Nobody is below 0 under a least share, and some are owed a whole lead. */
function otherPools(policy: Policy): fc.Arbitrary<WholeState['pools']> {
  const balance = fc.integer({ min: -LEAD, max: LEAD });
  const pool = (name: string, ids: readonly string[], each: fc.Arbitrary<number>): fc.Arbitrary<WholeState['pools']> =>
    fc.option(fc.tuple(fc.nat({ max: 1000 }), ...ids.map(() => each)), { nil: undefined, freq: 3 }).map((drawn) => {
      if (drawn === undefined) return [];
      const [seq, ...balances] = drawn;
      return [
        { pool: name, ledger: { seq, balances: Object.fromEntries(ids.map((id, i) => [id, balances[i] ?? 0])) } },
      ];
    });
  const members = [...new Set(policy.teams.flatMap((team) => team.members))].sort();
  const rules = policy.route.rules.flatMap(({ name, action }) =>
    action.kind === 'route' && action.pick.strategy.kind === 'rotation' && action.pick.strategy.rule !== undefined
      ? [pool(`rule:${name}`, members, balance)]
      : [],
  );
  const splits = policy.route.rules.flatMap(({ action }) =>
    action.kind === 'route' && action.to.kind === 'split' && action.to.by === undefined
      ? [
          pool(
            `split:${action.to.id}`,
            action.to.arms.flatMap(({ to }) => armName(to)),
            balance,
          ),
        ]
      : [],
  );
  const owed = fc.oneof(fc.constantFrom(0, LEAD, LEAD - 1, 2 * LEAD), fc.nat({ max: LEAD }));
  const least = policy.teams.map((team) => pool(`least:team:${team.id}`, team.members, owed));
  return fc.tuple(...rules, ...splits, ...least).map((all) => all.flat());
}

const LEAD = 232_792_560;

/** None of a value: its balance is 0. */
function armName(to: Target): readonly string[] {
  if (to.kind === 'value') return [];
  return [to.kind === 'rep' ? to.rep : to.kind === 'team' ? to.team : to.queue];
}

function wholeState(policy: Policy, lead: OutsideLead, atMs: number): fc.Arbitrary<WholeState> {
  const recent = fc.tuple(
    ...policy.teams.map(({ id, members }) =>
      fc
        .oneof(
          fc.array(fc.constantFrom(...members), { maxLength: 3 }),
          fc.constantFrom(...members).map((rep) => [rep, rep]),
        )
        .map((reps) => ({ pool: `fewest:team:${id}`, reps })),
    ),
  );
  const idKey = policy.lead.fields.find(({ name }) => name === 'id')?.column ?? 'id';
  const reviews = fc.tuple(
    ...policy.matches
      .filter(({ review }) => review !== undefined)
      .map(({ name }) =>
        fc
          .option(fc.constantFrom('row 1', 'row 2', 'R-3', 'R-10', 'nobody', null), { nil: undefined, freq: 2 })
          .map((record) =>
            record === undefined ? [] : [{ lead: String(lead[idKey]), match: name, answer: { record, by: 'dana' } }],
          ),
      ),
  );
  return fc
    .record({ base: stateFor(policy, atMs), pools: otherPools(policy), recent, reviews })
    .map(({ base, pools, ...more }) => ({
      ...base,
      pools: [...base.pools, ...pools],
      recent: more.recent,
      reviews: more.reviews.flat(),
    }));
}
