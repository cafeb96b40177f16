// A case → what the runtime decided and what the reference evaluator says, in one form, so that they can be compared.

import { canonicalJson, foldText, type Policy } from '@fairlead/ir';
import { type Decision, decide, loadPolicy, type Plan, readLead, type State, type World } from '@fairlead/runtime';
import { domains } from '@fairlead/runtime/domains';
import { companyName, createRecords, type RecordRow } from '@fairlead/runtime/records';
import { createAlmanac, createWrittenTimes, createZoneClock } from '@fairlead/runtime/time';
import type { GeneratedModel, WholeState } from '../generate/surroundings.ts';
import { plainAlmanac } from '../reference/almanac.ts';
import { type Answer, evaluate } from '../reference/evaluate.ts';
import { likeness } from '../reference/likeness.ts';
import type { Surroundings } from '../reference/scene.ts';
import type { Case } from './case.ts';

/** What is the same for all cases of a policy. */
export interface Bench {
  readonly plan: Plan;
  readonly almanac: World['almanac'];
  /** The reference evaluator's own. */
  readonly plainAlmanac: World['almanac'];
}

const ROW = 'row 1';
const writtenTimes = createWrittenTimes(createZoneClock());

/** Throws where the runtime refuses the policy. */
export function benchFor(policy: Policy): Bench {
  const loaded = loadPolicy(JSON.parse(JSON.stringify(policy)));
  if (!loaded.ok) throw new Error(`the policy is refused: ${JSON.stringify(loaded.issues)}`);
  return { plan: loaded.plan, almanac: createAlmanac(policy), plainAlmanac: plainAlmanac(policy) };
}

/** What the runtime decides. */
export function runtimeDecision({ plan, almanac }: Bench, given: Case): Decision {
  const reading = readLead(plan, given.lead, 'json', {
    row: ROW,
    domains,
    writtenTimes,
  });
  const { again } = given.around;
  return decide(plan, reading, worldOf({ plan, almanac }, given), again === undefined ? {} : { again });
}

/** What the reference evaluator says. */
export function referenceAnswer(bench: Bench, given: Case): Answer {
  const { records, answers, models, state, again } = given.around;
  const around: Surroundings = {
    atMs: given.atMs,
    almanac: bench.plainAlmanac,
    domains,
    state,
    again,
    records,
    answers,
    models,
    similarity: (a, b) => likeness(companyName(a)?.words ?? [], companyName(b)?.words ?? []),
    likeFrom: 8_000,
  };
  return evaluate(given.policy, given.lead, around, ROW);
}

/** The parts of a decision that the reference evaluator finds too. Words (`expected`, `held`, `why`), hashes and inputs are not among them. */
export function comparable(decision: Decision): Readonly<Record<string, unknown>> {
  const { format: _, at: __, policy: ___, inputs: ____, again: _____, ...said } = decision;
  return JSON.parse(
    canonicalJson({
      ...said,
      issues: decision.issues.map(withoutWords),
      enriched: decision.enriched.map(({ why: ______, ...result }) => ({
        ...result,
        issues: result.issues.map(withoutWords),
      })),
    }),
  );
}

function withoutWords({ field, kind, fatal }: Decision['issues'][number]): unknown {
  return { field, kind, fatal };
}

/** The world as the runtime asks it. */
export function worldOf({ plan, almanac }: Pick<Bench, 'plan' | 'almanac'>, { atMs, around }: Case): World {
  const sources = Object.entries(around.records).map(([source, rows]) => [source, rowsOf(rows)] as const);
  const { records } = createRecords(plan, new Map(sources), { domains, writtenTimes });
  return {
    records,
    atMs,
    almanac,
    domains,
    state: stateOf(around.state),
    enrichment: { answer: (enricher) => around.answers[enricher] },
    models: modelsOf(around.models),
  };
}

function rowsOf(rows: readonly unknown[]): readonly RecordRow[] {
  return rows.map((row) => ({ kind: 'json', row }));
}

/** The state as the interface asks for it, straight from the data. */
function stateOf(state: WholeState): State {
  const rep = (id: string): WholeState['reps'][number] | undefined => state.reps.find((each) => each.rep === id);
  return {
    ledger: (pool) => state.pools.find((each) => each.pool === pool)?.ledger ?? { seq: 0, balances: {} },
    standing: (id, atMs) => {
      const leave = rep(id)?.leave ?? [];
      let until = atMs;
      for (let more = true; more; ) {
        const later = leave
          .filter(({ fromMs, untilMs }) => fromMs <= until && (untilMs === undefined || until < untilMs))
          .map(({ untilMs }) => untilMs ?? Number.POSITIVE_INFINITY);
        more = later.length > 0 && Number.isFinite(until);
        if (more) until = Math.max(...later);
      }
      const known = until > atMs && Number.isFinite(until) ? { awayUntilMs: until } : {};
      return { open: rep(id)?.open ?? 0, away: until > atMs, ...known };
    },
    assigned: (id, period, startDay) => {
      const end = period === 'day' ? startDay + 1 : period === 'week' ? startDay + 7 : endOfMonth(startDay);
      const days = rep(id)?.days ?? [];
      return days.filter(({ day }) => startDay <= day && day < end).reduce((sum, { assigned }) => sum + assigned, 0);
    },
    recent: (pool) => state.recent.find((each) => each.pool === pool)?.reps ?? [],
    review: (lead, match) => state.reviews.find((each) => each.lead === lead && each.match === match)?.answer,
  };
}

function endOfMonth(firstDay: number): number {
  const first = new Date(firstDay * 86_400_000);
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1) / 86_400_000;
}

function modelsOf(models: Readonly<Record<string, GeneratedModel>>): NonNullable<World['models']> {
  return {
    facts: (name) => {
      const model = models[name];
      if (model === undefined) return undefined;
      const { counts: _, ...facts } = model;
      return facts;
    },
    wins: (name, rep, segment) => {
      const rows = (models[name]?.counts ?? []).filter(
        (each) => segment === undefined || (each.segment !== undefined && foldText(each.segment) === segment),
      );
      const sum = (of: 'won' | 'leads', who: typeof rows): number => who.reduce((total, each) => total + each[of], 0);
      const own = rows.filter((each) => each.rep === rep);
      return {
        won: sum('won', own),
        leads: sum('leads', own),
        teamWon: sum('won', rows),
        teamLeads: sum('leads', rows),
      };
    },
  };
}
