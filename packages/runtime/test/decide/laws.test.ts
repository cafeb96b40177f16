// Laws that hold for every policy, lead and state: each lead ends somewhere, decisions can be made again, nothing private is kept.
import { canonicalJson, compareCodePoints, type Policy } from '@fairlead/ir';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/decide/decide.ts';
import { redecide } from '../../src/decide/redecide.ts';
import { routeLead } from '../../src/decide/route-lead.ts';
import type { Decision } from '../../src/decision.ts';
import { domains } from '../../src/domains/index.ts';
import { explain } from '../../src/explain/explain.ts';
import type { WhyNotTarget } from '../../src/explain/explanation.ts';
import { renderMarkdown, renderWhyNotMarkdown } from '../../src/explain/render-markdown.ts';
import { renderText, renderWhyNotText } from '../../src/explain/render-text.ts';
import { whyNot } from '../../src/explain/why-not.ts';
import { readLead } from '../../src/input/read-lead.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readDecision } from '../../src/record/read-decision.ts';
import { sumOfBalances } from '../../src/rotation/ledger.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import { snapshot } from '../../src/state/snapshot.ts';
import { createAlmanac } from '../../src/time/index.ts';
import type { World } from '../../src/world.ts';
import { anyLead } from '../plan/arbitrary.ts';
import { CONTEXT, planOf } from '../plan/sample.ts';
import { anyInstant, anyPolicy, anyStart, models, seed, stateOf } from './any-policy.ts';

const runs = { seed, numRuns: 300 };
const leads = fc.array(anyLead, { minLength: 1, maxLength: 6 });

function worldOf(policy: Policy, atMs: number, state: MemoryState): World {
  return { atMs, almanac: createAlmanac(policy), domains, state, models };
}

/** Routes leads one after the other; every third comes with the id of the first. */
function route(plan: Plan, rows: readonly object[], world: World, state: MemoryState): readonly Decision[] {
  return rows.map((row, index) => {
    const reading = readLead(plan, { id: `L${index % 3 === 2 ? 0 : index}`, ...row }, 'json', CONTEXT);
    return routeLead(plan, reading, world, state).decision;
  });
}

/** The same JSON with the keys of every object turned round. */
function turned<T>(json: T): T {
  const turn = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(turn);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .reverse()
        .map(([key, value]) => [key, turn(value)]),
    );
  };
  // Only the order of keys has changed.
  return turn(json) as T;
}

test('every lead ends somewhere that the policy has, and the ledgers stay in balance', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyPolicy, leads, anyStart, anyInstant, (policy, rows, start, atMs) => {
      const plan = planOf(policy);
      const state = stateOf(start);
      const openBefore = [...plan.reps.keys()].map((rep) => state.standing(rep, atMs).open);
      const decisions = new Set(route(plan, rows, worldOf(policy, atMs, state), state));
      for (const { outcome, attempts } of decisions) {
        seen.add(outcome.kind);
        for (const { place, split, pick, setAside } of attempts) {
          for (const kind of [place, split?.kind, pick?.kind, ...setAside.map(({ reason }) => reason.kind)])
            if (kind !== undefined) seen.add(kind);
        }
        if ('queue' in outcome) expect(plan.queues.has(outcome.queue)).toBe(true);
        if (outcome.kind === 'assigned')
          expect(plan.teams.get(outcome.team)?.members.some(({ id }) => id === outcome.rep)).toBe(true);
      }
      for (const { pool, ledger } of state.data().pools) {
        // What is owed under a least share never falls below nothing, and so does not sum to it.
        if (!pool.startsWith('least:')) expect(sumOfBalances(ledger)).toBe(0);
        else for (const balance of Object.values(ledger.balances)) expect(balance).toBeGreaterThanOrEqual(0);
      }
      const assigned = sum(
        [...decisions].flatMap(({ changes }) => changes).map((one) => (one.kind === 'open' ? one.by : 0)),
      );
      expect([...decisions].filter(({ changes }) => changes.some(({ kind }) => kind === 'open')).length).toBe(
        [...decisions].filter(({ outcome }) => outcome.kind === 'assigned').length,
      );
      const openAfter = [...plan.reps.keys()].map((rep) => state.standing(rep, atMs).open);
      expect(sum(openAfter) - sum(openBefore)).toBe(assigned);
    }),
    runs,
  );
  // The policies are varied enough to prove anything.
  expect([...seen].sort(compareCodePoints)).toStrictEqual([
    'assigned',
    'at-capacity',
    'away',
    'fallback',
    'fewest',
    'highest',
    'invalid',
    'key',
    'left',
    'likelihood',
    'lowest',
    'nurtured',
    'off-duty',
    'only',
    'otherwise',
    'otherwise-fallback',
    'paused',
    'primary',
    'queued',
    'rejected',
    'rotation',
    'where',
  ]);
});

test('a decision is made again from its log, byte for byte, by a plan that was loaded anew', () => {
  fc.assert(
    fc.property(anyPolicy, leads, anyStart, anyInstant, (policy, rows, start, atMs) => {
      const plan = planOf(policy);
      const later = planOf(JSON.parse(canonicalJson(policy)));
      const state = stateOf(start);
      for (const decision of route(plan, rows, worldOf(policy, atMs, state), state)) {
        const line = canonicalJson(decision);
        const logged = readDecision(JSON.parse(line));
        if (logged.kind !== 'ok') throw new Error(JSON.stringify(logged));
        expect(redecide(later, logged.decision)).toStrictEqual(JSON.parse(line));
        expect(canonicalJson(redecide(later, logged.decision))).toBe(line);
        expect(canonicalJson(explain(later, logged.decision))).toBe(canonicalJson(explain(plan, decision)));
      }
    }),
    runs,
  );
});

test('a record that lacks an answer is never made again as it is', () => {
  fc.assert(
    fc.property(anyPolicy, anyLead, anyStart, anyInstant, fc.nat(), (policy, row, start, atMs, which) => {
      const plan = planOf(policy);
      const state = stateOf(start);
      const [decision] = route(plan, [row], worldOf(policy, atMs, state), state);
      const questions = Object.keys(decision?.inputs.answers ?? {});
      const gone = questions[which % Math.max(1, questions.length)];
      if (decision === undefined || gone === undefined) return;
      // What conditions on private fields asked beside is not needed again.
      if (Object.keys(decision.inputs.sealed).length > 0) return;
      const { [gone]: _, ...answers } = decision.inputs.answers;
      const changed = { ...decision, inputs: { ...decision.inputs, answers } };
      expect(canonicalJson(redecide(plan, changed))).not.toBe(canonicalJson(changed));
    }),
    { ...runs, numRuns: 150 },
  );
});

test('the order of keys and of what happened before does not matter', () => {
  fc.assert(
    fc.property(anyPolicy, leads, anyStart, anyInstant, (policy, rows, start, atMs) => {
      const plan = planOf(policy);
      const other = planOf(turned(policy));
      const [one, two] = [stateOf(start), stateOf(start)];
      const turnedState = memoryState({ ...two.data(), reps: [...two.data().reps].reverse() });
      const first = route(plan, rows, worldOf(policy, atMs, one), one);
      const second = route(other, rows.map(turned), worldOf(policy, atMs, turnedState), turnedState);
      expect(second).toStrictEqual(first);
      expect(JSON.parse(canonicalJson(second))).toStrictEqual(JSON.parse(canonicalJson(first)));
      expect(canonicalJson(second)).toBe(canonicalJson(first));
      expect(canonicalJson(snapshot(turnedState.data()))).toBe(canonicalJson(snapshot(one.data())));
    }),
    runs,
  );
});

test('which rule wins, and the scores, are a matter of the lead alone', () => {
  fc.assert(
    fc.property(anyPolicy, anyLead, anyStart, anyInstant, (policy, row, start, atMs) => {
      const plan = planOf(policy);
      const reading = readLead(plan, { id: 'L1', ...row }, 'json', CONTEXT);
      const [busy, idle] = [stateOf(start), memoryState()].map((state) =>
        decide(plan, reading, worldOf(policy, atMs, state)),
      );
      expect([busy?.rule, busy?.scores, busy?.issues]).toStrictEqual([idle?.rule, idle?.scores, idle?.issues]);
    }),
    runs,
  );
});

describe('an explanation', () => {
  test('agrees with the decision, reads within 80 columns, and answers every "why not"', () => {
    fc.assert(
      fc.property(anyPolicy, leads, anyStart, anyInstant, (policy, rows, start, atMs) => {
        const plan = planOf(policy);
        const state = stateOf(start);
        for (const decision of route(plan, rows, worldOf(policy, atMs, state), state)) {
          const explanation = explain(plan, decision);
          expect(explanation.rule?.holds ?? 'yes').toBe('yes');
          for (const rule of explanation.ladder) {
            expect(rule.holds).toBe('no');
            expect(rule.failed.length).toBeGreaterThan(0);
          }
          for (const { lines, sum: total } of explanation.scores) {
            expect(sum(lines.map(({ points }) => points))).toBe(total);
            for (const { points, holds, of } of lines)
              if (points !== 0 || of === 0) expect(points === 0 || holds === 'yes').toBe(true);
          }
          for (const { setAside } of explanation.attempts) {
            for (const { reason, failed } of setAside) expect(failed.length > 0).toBe(reason.kind === 'where');
          }
          const broken = renderText(explanation)
            .split('\n')
            .filter((line) => [...line].length > 80 && line.trim().split(' ').length > 3);
          expect(broken).toStrictEqual([]);
          for (const target of targetsOf(plan)) renderWhyNotText(whyNot(plan, decision, target));
        }
      }),
      { ...runs, numRuns: 120 },
    );
  });

  test('and everything else that is kept has nothing private in it', () => {
    const canary = fc.stringMatching(/^[b-df-hj-np-tv-z]{12}$/);
    fc.assert(
      fc.property(anyPolicy, anyLead, canary, anyStart, (policy, row, secret, start) => {
        const plan = planOf(policy);
        const state = stateOf(start);
        const signal = { kind: `k-${secret}`, at: '2026-11-20T10:00:00Z' };
        const hidden = {
          account: { name: 'Acme', memo: `memo ${secret}` },
          secret: `s ${secret}`,
          mail: `${secret}@acme.example`,
          calls: [
            signal,
            { kind: 'demo', at: `2026-11-20T10:00:00.${String(secret.charCodeAt(0)).padStart(3, '0')}Z` },
          ],
        };
        const broken = {
          ...hidden,
          secret: { [secret]: 1 },
          mail: `${secret} at home`,
          calls: `${secret}`,
          account: { name: 'Acme', memo: [secret] },
        };
        for (const [index, values] of [hidden, broken].entries()) {
          const reading = readLead(plan, { ...row, id: `C${index}`, ...values }, 'json', CONTEXT);
          const { decision } = routeLead(plan, reading, worldOf(policy, Date.UTC(2026, 10, 24, 10), state), state);
          const explanation = explain(plan, decision);
          const answers = targetsOf(plan).map((target) => whyNot(plan, decision, target));
          const kept = [
            canonicalJson(decision),
            canonicalJson(explanation),
            renderText(explanation),
            renderMarkdown(explanation),
            canonicalJson(answers),
            ...answers.map(renderWhyNotText),
            ...answers.map(renderWhyNotMarkdown),
            canonicalJson(snapshot(state.data())),
          ];
          for (const text of kept) {
            expect(text.toLowerCase()).not.toContain(secret);
            expect(text).not.toContain('2026-11-20T10:00:00');
            expect(text).not.toContain('2026-11-20 10:00');
          }
        }
      }),
      { ...runs, numRuns: 120 },
    );
  });
});

function targetsOf(plan: Plan): readonly WhyNotTarget[] {
  return [
    ...plan.rules.map(({ name }): WhyNotTarget => ({ kind: 'rule', id: name })),
    { kind: 'rule', id: 'otherwise' },
    ...[...plan.reps.keys()].map((id): WhyNotTarget => ({ kind: 'rep', id })),
    ...[...plan.teams.keys()].map((id): WhyNotTarget => ({ kind: 'team', id })),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
