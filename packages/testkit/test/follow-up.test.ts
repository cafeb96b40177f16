// Following up on generated policies of the whole language: how calls are cut changes nothing, pools and open leads stay in balance, and every decision on the
// way is made again from its record.
import { canonicalJson } from '@fairlead/ir';
import {
  type Advanced,
  type Decision,
  explain,
  type FollowHost,
  formatInstant,
  type MemoryState,
  memoryState,
  readEvent,
  readLead,
  readSnapshot,
  redecide,
  routeLead,
  runDue,
  snapshot,
  takeEvent,
} from '@fairlead/runtime';
import { domains } from '@fairlead/runtime/domains';
import { createWrittenTimes, createZoneClock } from '@fairlead/runtime/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bench, benchFor, worldOf } from '../src/agreement/both-answers.ts';
import { type Case, seriesOf } from '../src/agreement/case.ts';

const POLICIES = 400;
const LEADS = 8;
const MINUTE = 60_000;
const context = { row: 'row 1', domains, writtenTimes: createWrittenTimes(createZoneClock()) };

interface Course {
  readonly bench: Bench;
  readonly cases: readonly Case[];
  readonly steps: readonly Step[];
}

/** After some minutes: a lead, an event of a kind about a lead, or only what is due. */
interface Step {
  readonly minutes: number;
  readonly what: 'lead' | 'due' | (typeof KINDS)[number];
  readonly which: number;
  readonly who: number;
}

const KINDS = [
  'contacted',
  'claimed',
  'released',
  'reassigned',
  'reviewed',
  'changed',
  'closed',
  'bad',
  'corrected',
] as const;
const anyStep: fc.Arbitrary<Step> = fc.record({
  minutes: fc.constantFrom(0, 1, 5, 15, 60, 240, 1500),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constant('lead' as const) },
    fc.constant('due' as const),
    fc.constantFrom(...KINDS),
  ),
  which: fc.nat({ max: 3 }),
  who: fc.nat(),
});

interface Ran {
  readonly state: MemoryState;
  readonly done: readonly Advanced[];
  readonly decisions: readonly Decision[];
}

function courseOf(seed: number): Course | undefined {
  const { cases } = seriesOf(seed, LEADS);
  const [first] = cases;
  if (first === undefined) return undefined;
  const [steps = []] = fc.sample(fc.array(anyStep, { minLength: 6, maxLength: 20 }), { seed, numRuns: 1 });
  return { bench: benchFor(first.policy), cases, steps };
}

function startOf([first]: readonly Case[]): MemoryState {
  const { pools = [], reps = [], recent = [] } = first?.around.state ?? {};
  return memoryState({ pools, reps, decisions: [], recent });
}

/** `cuts`: so many more calls lie between one step and the next, and the state is written down and read back. */
function run({ bench, cases, steps }: Course, cuts: number): Ran {
  const { plan } = bench;
  const [first] = cases;
  if (first === undefined) throw new Error('There are leads.');
  let state = startOf(cases);
  const host: FollowHost = {
    planOf: (hash) => (hash === plan.hash ? plan : undefined),
    world: (_plan, atMs) => ({ ...worldOf(bench, { ...first, atMs }), state }),
  };
  const done: Advanced[] = [];
  const decisions: Decision[] = [];
  const keep = (one: Advanced): void => {
    done.push(one);
    if (one.decision !== undefined) decisions.push(one.decision);
    state.keep(one);
  };
  const due = (atMs: number, until: 'with' | 'before'): unknown =>
    runDue(host, { get: (lead) => state.get(lead), waiting: () => state.waiting(), keep }, atMs, until);
  let now = first.atMs;
  for (const [index, step] of steps.entries()) {
    const next = now + step.minutes * MINUTE;
    for (let cut = 1; cut <= cuts; cut += 1) due(now + Math.floor(((next - now) * cut) / (cuts + 1)), 'before');
    now = next;
    due(now, 'before');
    if (cuts > 0) state = reread(state);
    if (step.what === 'due') due(now, 'with');
    else if (step.what === 'lead') route(step.which, index);
    else tell(step, index);
  }
  due(now + 3000 * MINUTE, 'with');
  return { state, done, decisions };

  function route(which: number, index: number): void {
    const given = cases[index % cases.length] ?? first;
    if (given === undefined) return;
    const reading = readLead(plan, { ...given.lead, id: `L${which}` }, 'json', context);
    const world = { ...worldOf(bench, { ...given, atMs: now }), state };
    const { decision, repeated } = routeLead(plan, reading, world, state);
    if (!repeated) decisions.push(decision);
    // Few leads need a review: most of those get one.
    if (decision.outcome.kind === 'review' && index % 3 !== 0)
      tell({ what: 'reviewed', which, who: index, minutes: 0 }, index);
  }

  function tell({ what, which, who }: Step, index: number): void {
    const ids = [...plan.reps.keys(), ...plan.teams.keys(), ...plan.queues.keys()];
    const to = ids[who % ids.length] ?? '';
    const lead = `L${which}`;
    const [candidate] = state.last(lead)?.matches.flatMap(({ candidates }) => candidates) ?? [];
    const more: Readonly<Record<string, object>> = {
      claimed: { to },
      reassigned: { to },
      reviewed: { record: who % 2 === 0 ? null : (candidate?.record ?? null) },
      changed: { outcome: 'rejected', value: 'no' },
      bad: { reason: 'duplicate' },
      corrected: { field: plan.lead.fields[who % plan.lead.fields.length]?.name, value: 'hush' },
    };
    const read = readEvent({ id: `e${index}`, kind: what, lead, at: formatInstant(now), by: 'mia', ...more[what] });
    if (read.kind === 'bad') throw new Error(`${what}: ${read.place} should be ${read.expected}`);
    const taken = takeEvent(host, state.get(lead), read.event);
    if (taken.kind !== 'taken') return;
    keep(taken.advanced);
    // By chance alone hardly anybody gives back what they claimed.
    if (what === 'claimed') tell({ what: 'released', which, who, minutes: 0 }, index + 1000);
  }
}

function reread(state: MemoryState): MemoryState {
  const read = readSnapshot(JSON.parse(canonicalJson(snapshot(state.data()))));
  if (read.kind === 'bad') throw new Error(JSON.stringify(read.issues));
  return memoryState(read.data);
}

/** The sum of each pool's balances. What the least share of a model tops up is not among them. */
function sums(state: MemoryState): ReadonlyMap<string, number> {
  return new Map(
    state
      .data()
      .pools.filter(({ pool }) => !pool.startsWith('least:'))
      .map(({ pool, ledger }) => [pool, Object.values(ledger.balances).reduce((sum, one) => sum + one, 0)]),
  );
}

function openOf(state: MemoryState): ReadonlyMap<string, number> {
  return new Map(state.data().reps.flatMap(({ rep, open }) => (open === 0 ? [] : [[rep, open] as const])));
}

test('generated policies are followed up as they should be', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= POLICIES; seed += 1) {
    const course = courseOf(seed);
    if (course === undefined) continue;
    const [once, often] = [run(course, 0), run(course, 2)];
    expect(canonicalJson(often.done), `seed ${seed}`).toBe(canonicalJson(once.done));
    expect(canonicalJson(snapshot(often.state.data())), `seed ${seed}`).toBe(
      canonicalJson(snapshot(once.state.data())),
    );
    const before = sums(startOf(course.cases));
    for (const [pool, sum] of sums(once.state)) expect([seed, pool, sum]).toEqual([seed, pool, before.get(pool) ?? 0]);
    const held = new Map(openOf(startOf(course.cases)));
    for (const { charge } of once.state.waiting()) {
      if (charge.open !== undefined) held.set(charge.open.rep, (held.get(charge.open.rep) ?? 0) + charge.open.by);
    }
    expect([seed, [...openOf(once.state)].sort()]).toEqual([seed, [...held].filter(([, open]) => open !== 0).sort()]);
    for (const decision of once.decisions) {
      seen.add(decision.again?.cause ?? 'first');
      const again = redecide(course.bench.plan, JSON.parse(canonicalJson(decision)));
      expect(canonicalJson(again), `seed ${seed}`).toBe(canonicalJson(decision));
      explain(course.bench.plan, decision);
    }
    for (const { entry } of once.done) {
      seen.add(entry.cause.kind === 'event' ? entry.cause.event.kind : `${entry.cause.kind} ${entry.result.kind}`);
    }
  }
  const wanted = ['first', 'reassign', 'step', 'temporary-over', 'changed', 'manual', 'review', ...KINDS];
  expect(wanted.filter((one) => !seen.has(one))).toEqual([]);
});
