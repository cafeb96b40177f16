// Laws of following up, for every policy, lead, state and course of events: how calls are cut changes nothing, credits stay in balance, nothing private is kept.
import { canonicalJson, type Ending, formatInstant, type Policy } from '@fairlead/ir';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redecide } from '../../src/decide/redecide.ts';
import { routeLead } from '../../src/decide/route-lead.ts';
import type { Decision } from '../../src/decision.ts';
import { domains } from '../../src/domains/index.ts';
import { explain } from '../../src/explain/explain.ts';
import { due } from '../../src/follow-up/due.ts';
import type { Advanced } from '../../src/follow-up/entry.ts';
import { EVENT_FORMAT, type LeadEvent, readEvent } from '../../src/follow-up/event.ts';
import type { FollowHost } from '../../src/follow-up/host.ts';
import { refusalWords } from '../../src/follow-up/refusal.ts';
import { runDue } from '../../src/follow-up/run-due.ts';
import { takeEvent } from '../../src/follow-up/take-event.ts';
import { readLead } from '../../src/input/read-lead.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { sumOfBalances } from '../../src/rotation/ledger.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import { readSnapshot, snapshot } from '../../src/state/snapshot.ts';
import { createAlmanac } from '../../src/time/index.ts';
import { anyInstant, anyPolicy, anyStart, seed, stateOf } from '../decide/any-policy.ts';
import { anyLead } from '../plan/arbitrary.ts';
import { CONTEXT, planOf } from '../plan/sample.ts';

const runs = { seed, numRuns: 250 };

/** Every other fallback is a temporary owner. */
const timedPolicy = anyPolicy.map((policy): Policy => {
  const timed = <E extends Ending>(ending: E): E => {
    const { action } = ending;
    if (action.kind !== 'route') return ending;
    const fallback = action.fallback.map((one, index) =>
      index % 2 === 0 && one.to.kind !== 'queue' ? { ...one, for: { amount: 2, unit: 'hour' as const } } : one,
    );
    return { ...ending, action: { ...action, fallback } };
  };
  const { rules, otherwise } = policy.route;
  return { ...policy, route: { rules: rules.map(timed), otherwise: timed(otherwise) } };
});

type Step =
  | { readonly kind: 'lead'; readonly id: string; readonly row: object }
  | { readonly kind: 'event'; readonly event: Partial<LeadEvent> & { readonly kind: LeadEvent['kind'] } }
  | { readonly kind: 'due' };

const ids = ['L0', 'L1'];
const id = fc.constantFrom(...ids);
const who = fc.constantFrom(
  'ana',
  'ben',
  'cleo',
  'dana',
  'eve',
  'finn',
  'closers',
  'heads',
  'triage',
  'vault',
  'nobody',
);
const anyEvent = fc
  .tuple(
    id,
    fc.oneof(
      fc.constantFrom({ kind: 'contacted' }, { kind: 'accepted' }, { kind: 'released' }, { kind: 'closed' } as const),
      who.map((to) => ({ kind: 'claimed', to })),
      who.map((to) => ({ kind: 'reassigned', to })),
      who.map((to) => ({ kind: 'reassigned', to })),
      fc.constantFrom({ kind: 'changed', outcome: 'nurtured', value: 'monthly' }, { kind: 'bad', reason: 'duplicate' }),
      fc.constantFrom(
        { kind: 'corrected', field: 'mail', value: 'hush@secret.example' },
        { kind: 'reviewed', record: null },
      ),
    ),
  )
  .map(([lead, event]) => ({ kind: 'event', event: { lead, ...event } }) as Step);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(id, anyLead).map(([lead, row]) => ({ kind: 'lead', id: lead, row }) as const),
  fc.constant({ kind: 'due' } as const),
  anyEvent,
);
/** Each some minutes after the one before. */
const anyCourse = fc.array(fc.tuple(fc.constantFrom(0, 1, 5, 7, 30, 60, 200, 1440), anyStep), {
  minLength: 2,
  maxLength: 14,
});

/** Runs a course. `cuts`: so many more calls for what is due lie between one step and the next. */
function run(policy: Policy, start: Parameters<typeof stateOf>[0], atMs: number, course: Course, cuts: number): Ran {
  const plan = planOf(policy);
  const almanac = createAlmanac(policy);
  let state = stateOf(start);
  const openBefore = openOf(plan, state, atMs);
  const host: FollowHost = {
    planOf: (hash) => (hash === plan.hash ? plan : undefined),
    world: (_plan, at) => ({ atMs: at, almanac, domains, state }),
  };
  const done: Advanced[] = [];
  const decisions: Decision[] = [];
  const book = { get: (lead: string) => state.get(lead), waiting: () => state.waiting(), keep };
  function keep(advanced: Advanced): void {
    done.push(advanced);
    if (advanced.decision !== undefined) decisions.push(advanced.decision);
    state.keep(advanced);
  }
  let now = atMs;
  for (const [index, [minutes, step]] of course.entries()) {
    const next = now + minutes * 60_000;
    for (let cut = 1; cut <= cuts; cut += 1)
      runDue(host, book, now + Math.floor(((next - now) * cut) / (cuts + 1)), 'before');
    now = next;
    runDue(host, book, now, 'before');
    if (cuts > 0) state = reread(state);
    if (step.kind === 'due') runDue(host, book, now);
    else if (step.kind === 'lead') {
      const reading = readLead(plan, { ...step.row, id: step.id }, 'json', CONTEXT);
      const { decision, repeated } = routeLead(plan, reading, host.world(plan, now), state);
      if (!repeated) decisions.push(decision);
    } else {
      const json = { format: EVENT_FORMAT, id: `e${index}`, at: formatInstant(now), by: 'mia', ...step.event };
      const read = readEvent(json);
      if (read.kind === 'bad') throw new Error(JSON.stringify(read));
      const taken = takeEvent(host, state.get(read.event.lead), read.event);
      if (taken.kind === 'taken') {
        keep(taken.advanced);
        expect(takeEvent(host, state.get(read.event.lead), read.event).kind).toBe('repeated');
      } else if (taken.kind === 'refused') expect(refusalWords(taken.refusal)).toMatch(/^.+\.$/);
    }
  }
  return { plan, state, done, decisions, openBefore, now };
}

type Course = typeof anyCourse extends fc.Arbitrary<infer T> ? T : never;
interface Ran {
  readonly plan: Plan;
  readonly state: MemoryState;
  readonly done: readonly Advanced[];
  readonly decisions: readonly Decision[];
  readonly openBefore: ReadonlyMap<string, number>;
  readonly now: number;
}

function openOf(plan: Plan, state: MemoryState, atMs: number): ReadonlyMap<string, number> {
  return new Map([...plan.reps.keys()].map((rep) => [rep, state.standing(rep, atMs).open]));
}

function reread(state: MemoryState): MemoryState {
  const read = readSnapshot(JSON.parse(canonicalJson(snapshot(state.data()))));
  if (read.kind === 'bad') throw new Error(JSON.stringify(read.issues));
  return memoryState(read.data);
}

test('one call after a long sleep gives what many calls give', () => {
  fc.assert(
    fc.property(timedPolicy, anyStart, anyInstant, anyCourse, (policy, start, atMs, course) => {
      const once = run(policy, start, atMs, course, 0);
      const often = run(policy, start, atMs, course, 3);
      expect(canonicalJson(often.done)).toBe(canonicalJson(once.done));
      expect(canonicalJson(snapshot(often.state.data()))).toBe(canonicalJson(snapshot(once.state.data())));
    }),
    runs,
  );
});

test('credits and open leads return, and no pool gains or loses', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(timedPolicy, anyStart, anyInstant, anyCourse, (policy, start, atMs, course) => {
      const { plan, state, done, openBefore, now } = run(policy, start, atMs, course, 0);
      for (const { entry } of done) seen.add(entry.cause.kind === 'event' ? entry.cause.event.kind : entry.result.kind);
      for (const { ledger } of state.data().pools) expect(sumOfBalances(ledger)).toBe(0);
      const held = new Map(openBefore);
      for (const { charge } of state.waiting()) {
        if (charge.open !== undefined) held.set(charge.open.rep, (held.get(charge.open.rep) ?? 0) + charge.open.by);
      }
      expect(openOf(plan, state, now)).toStrictEqual(held);
      for (const { status, holder, charge } of state.waiting()) {
        const isHeld = status === 'open' && holder.kind === 'rep';
        expect(charge.open?.rep).toBe(isHeld ? holder.rep : undefined);
        if (holder.kind !== 'rep')
          expect(charge.turns.filter(({ pool }) => !pool.startsWith('split:'))).toStrictEqual([]);
      }
    }),
    runs,
  );
  for (const kind of [
    'contacted',
    'claimed',
    'reassigned',
    'changed',
    'corrected',
    'closed',
    'bad',
    'decided',
    'delivered',
    'stayed',
  ]) {
    expect(seen).toContain(kind);
  }
});

test('every decision on the way is made again from its record, byte for byte, and holds nothing private', () => {
  const causes = new Set<string | undefined>();
  fc.assert(
    fc.property(timedPolicy, anyStart, anyInstant, anyCourse, (policy, start, atMs, course) => {
      const { plan, state, done, decisions } = run(policy, start, atMs, course, 0);
      for (const decision of decisions) {
        causes.add(decision.again?.cause);
        const again = redecide(plan, JSON.parse(canonicalJson(decision)));
        expect(canonicalJson(again)).toBe(canonicalJson(decision));
        explain(plan, decision);
      }
      expect(canonicalJson([done, snapshot(state.data())])).not.toContain('hush');
    }),
    runs,
  );
  expect(causes).toStrictEqual(new Set([undefined, 'reassign', 'step', 'temporary-over', 'changed', 'manual']));
});

test('what is due comes in order, once', () => {
  fc.assert(
    fc.property(timedPolicy, anyStart, anyInstant, anyCourse, (policy, start, atMs, course) => {
      const { state, done, now } = run(policy, start, atMs, course, 0);
      const far = due(state.waiting(), now + 1e10);
      expect(far.map(({ dueMs }) => dueMs)).toStrictEqual(far.map(({ dueMs }) => dueMs).sort((a, b) => a - b));
      const steps = done.flatMap(({ entry: { lead, cause } }) =>
        cause.kind === 'step' && cause.clock === 'respond' ? [`${lead} ${cause.policy} ${cause.step}`] : [],
      );
      // A time to respond begins once for a lead that stays with sales.
      const restarts = done.some(({ entry: { cause } }) => cause.kind === 'event' && cause.event.kind === 'changed');
      if (!restarts && state.data().decisions.every(({ again }) => again?.cause !== 'changed')) {
        expect(new Set(steps).size).toBe(steps.length);
      }
    }),
    runs,
  );
});
