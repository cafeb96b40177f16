// The text of a policy, rows of accounts and a lead → the decision, with everything that a test looks at beside it.

import { compile } from '@fairlead/dsl';
import { canonicalJson } from '@fairlead/ir';
import {
  buildPlan,
  type Decision,
  decide,
  memoryState,
  type Plan,
  type Records,
  readLead,
  redecide,
  type State,
} from '@fairlead/runtime';
import { domains } from '@fairlead/runtime/domains';
import { createRecords, matchQuestions, type RecordsReport, readRecord } from '@fairlead/runtime/records';
import { createAlmanac, createWrittenTimes, createZoneClock } from '@fairlead/runtime/time';
import { expect } from 'vitest';

const context = { domains, writtenTimes: createWrittenTimes(createZoneClock()) };

/** The lines of a match, between `match account from accounts {` and `}`, as a policy of its own. Rules: matched accounts go to their owner, else to triage. */
export function planFor(
  match: string,
  more: {
    readonly lead?: string;
    readonly account?: string;
    readonly rules?: string;
    readonly more?: string;
    readonly after?: string;
  } = {},
): Plan {
  const { policy, diagnostics } = compile(
    'p.route',
    () => `policy p "P" { language 1  owner "a@b.example"  zone "UTC" }
lead { id text  email email optional  company text optional  ${more.lead ?? ''} }
record account from accounts { id text  name text  domain text optional  owner rep optional  tier "A" | "B" optional  since date optional  size count optional  ${more.account ?? ''} }
team sales "Sales" { rep ana "Ana" {}  rep ben "Ben" {} }
queue triage "Triage" { owner ana }
queue desk "Desk" { owner ana }
${more.more ?? ''}
match account from accounts { ${match} }
${more.after ?? ''}
route {
  ${more.rules ?? 'rule "Owned" when account is matched and account.owner is known route to account.owner'}
  otherwise route to triage
}
`,
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  if (policy === undefined) throw new Error('no policy');
  return buildPlan(policy);
}

export type Row = Readonly<Record<string, unknown>>;

export function reportOf(plan: Plan, rows: readonly Row[]): RecordsReport {
  return createRecords(plan, new Map([['accounts', rows.map((row) => ({ kind: 'json' as const, row }))]]), context);
}

/** Every record is a candidate for everything: what an index must not differ from. */
export function scanOf(plan: Plan, rows: readonly Row[]): Records {
  const all = rows.flatMap((row, index) => {
    const read = readRecord(plan, 'account', row, 'json', context);
    if (read === undefined || read.unusable) return [];
    return [{ id: read.id ?? `row ${index + 1}`, position: index + 1, value: read.value }];
  });
  return { candidates: () => all, byId: (_, id) => all.find((one) => one.id === id) };
}

/** Decides, and sees to it that the decision can be made again from its notes alone. */
export function decided(plan: Plan, lead: Row, records: Records | undefined, review?: State['review']): Decision {
  const state = { ...memoryState(), ...(review === undefined ? {} : { review }) };
  const world = {
    atMs: 0,
    almanac: createAlmanac(plan.policy),
    domains,
    state,
    ...(records === undefined ? {} : { records }),
  };
  const decision = decide(plan, readLead(plan, { id: 'L', ...lead }, 'json', { row: 'row', ...context }), world);
  const again = redecide(plan, decision);
  expect(again === undefined ? undefined : canonicalJson(again)).toBe(canonicalJson(decision));
  return decision;
}

/** As `decided`, with the index over the rows. */
export function matchedAmong(plan: Plan, lead: Row, rows: readonly Row[], review?: State['review']): Decision {
  return decided(plan, lead, reportOf(plan, rows).records, review);
}

/** What will be asked of the records for a lead, by match. */
export function questionsFor(plan: Plan, lead: Row): ReturnType<typeof matchQuestions> {
  const world = { atMs: 0, almanac: createAlmanac(plan.policy), domains, state: memoryState() };
  return matchQuestions(plan, readLead(plan, { id: 'L', ...lead }, 'json', { row: 'row', ...context }), world);
}
