// The same lead again: the recorded decision, unless it was not assigned and has changed.
import {
  field,
  lead as leadValue,
  policyOf,
  repOf,
  rep as repValue,
  routeTo,
  rule,
  type,
} from '@fairlead/testkit/ir-builders';
import { describe, expect, it } from 'vitest';
import { type Routed, routeLead } from '../../src/decide/route-lead.ts';
import type { Decision } from '../../src/decision.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import { readSnapshot, snapshot } from '../../src/state/snapshot.ts';
import { inbound } from './inbound.ts';
import { MORNING } from './samples.ts';
import { scene } from './scene.ts';

const here = scene(inbound);
const LATER = '2026-12-08T09:00:00Z';
const big = { id: 'L1', email: 'a@b.example', country: 'DE', employees: 5000 };
const small = { ...big, employees: 5 };

/** Routes leads one after the other on one state. */
function routed(...leads: readonly (readonly [lead: object, at: string])[]): readonly Routed[] {
  const state = memoryState();
  return leads.map(([lead, at]) => routeLead(here.plan, here.read(lead), here.world(at, state), state));
}

function kinds(all: readonly Routed[]): readonly string[] {
  return all.map(({ decision, repeated }) => `${decision.outcome.kind}${repeated ? ' again' : ''}`);
}

describe('an assigned lead', () => {
  it('keeps its decision, changed or not', () => {
    const all = routed([big, MORNING], [big, LATER], [small, LATER]);
    expect(kinds(all)).toStrictEqual(['assigned', 'assigned again', 'assigned again']);
    expect(new Set(all.map(({ decision }) => decision)).size).toBe(1);
  });

  it('moves the ledger once', () => {
    const state = memoryState();
    for (const at of [MORNING, LATER]) routeLead(here.plan, here.read(big), here.world(at, state), state);
    expect(state.data().pools[0]?.ledger.seq).toBe(1);
    expect(state.standing('ana', 0).open).toBe(1);
  });
});

describe('a lead that was not assigned', () => {
  it('keeps its decision while it is unchanged, however it is written', () => {
    const shuffled = { employees: 5.0, country: ' DE ', id: 'L1', email: 'a@b.example', extra: 1 };
    expect(kinds(routed([small, MORNING], [shuffled, LATER]))).toStrictEqual(['nurtured', 'nurtured again']);
  });

  it('is routed anew when it has changed', () => {
    expect(kinds(routed([small, MORNING], [big, MORNING], [small, MORNING]))).toStrictEqual([
      'nurtured',
      'assigned',
      'assigned again',
    ]);
    expect(kinds(routed([{ ...small, email: '' }, MORNING], [small, MORNING]))).toStrictEqual(['invalid', 'nurtured']);
    expect(
      kinds(routed([{ ...small, employees: 'a' }, MORNING], [{ ...small, employees: 'b' }, MORNING])),
    ).toStrictEqual(['nurtured', 'nurtured']);
  });

  it('is routed anew when a private value has changed in a way that the policy can see', () => {
    const moved = { ...small, email: 'a@rival.example' };
    expect(kinds(routed([small, MORNING], [moved, MORNING], [moved, MORNING]))).toStrictEqual([
      'nurtured',
      'rejected',
      'rejected again',
    ]);
    const free = { ...small, email: 'a@gmail.com' };
    expect(kinds(routed([small, MORNING], [free, MORNING]))).toStrictEqual(['nurtured', 'nurtured']);
    expect(kinds(routed([small, MORNING], [{ ...small, email: 'z@b.example' }, MORNING]))).toStrictEqual([
      'nurtured',
      'nurtured again',
    ]);
  });

  it('is routed anew when a private value has changed in a way that only `where` can see', () => {
    const asked = { kind: 'in-field', as: 'text', value: leadValue('wish'), field: repValue('languages') } as const;
    const picky = routeTo({ kind: 'team', team: 'sales' });
    const speaks = (language: string): object => ({ values: { languages: [language] } });
    const plan = scene(
      policyOf({
        fields: [field('wish', type('text'), { optional: true, private: true })],
        repFields: [field('languages', { kind: 'list', of: type('text') })],
        reps: [
          repOf('ana', 'sales', { ...speaks('de'), capacity: [{ limit: 1, per: 'open' }] }),
          repOf('ben', 'sales', speaks('en')),
        ],
        rules: [
          rule('Wishes', undefined, {
            action: { ...picky, pick: { ...picky.pick, where: { id: 0, negated: false, ...asked } } },
          }),
        ],
      }),
    );
    const state = memoryState();
    const outcomes = ['fr', 'es', 'de', 'xx'].map((wish) => {
      const lead = plan.read({ id: 'L1', wish });
      return routeLead(plan.plan, lead, plan.world(MORNING, state), state);
    });
    expect(kinds(outcomes)).toStrictEqual(['queued', 'queued again', 'assigned', 'assigned again']);
  });

  it('does not change because time passes', () => {
    const recent = {
      ...small,
      activity: [{ kind: 'pricing page', at: '2026-11-23T00:00:00Z' }],
      employees: 20,
      email: 'a@gmail.com',
    };
    expect(kinds(routed([recent, '2026-11-24T09:00:00Z'], [recent, LATER]))[1]).toMatch(/again$/);
  });
});

describe('a lead without a readable id', () => {
  it('is never a repetition, for its row is another lead’s tomorrow', () => {
    const { id: _, ...nameless } = big;
    expect(kinds(routed([nameless, MORNING], [nameless, MORNING]))).toStrictEqual(['invalid', 'invalid']);
  });
});

describe('what is remembered', () => {
  it('survives being written down, and holds nothing private', () => {
    const state = memoryState();
    routeLead(here.plan, here.read({ ...small, email: 'canary-4711@b.example' }), here.world(MORNING, state), state);
    const text = JSON.stringify(snapshot(state.data()));
    expect(text).not.toContain('canary');
    const read = readSnapshot(JSON.parse(text));
    if (read.kind !== 'ok') throw new Error(JSON.stringify(read.issues));
    const later = memoryState(read.data);
    const again = routeLead(
      here.plan,
      here.read({ ...small, email: 'other@b.example' }),
      here.world(LATER, later),
      later,
    );
    expect(again.repeated).toBe(true);
  });

  it('is compared by what can be compared when the policy has changed', () => {
    const state = memoryState();
    const first: Decision = routeLead(here.plan, here.read(small), here.world(MORNING, state), state).decision;
    const other = scene({ ...inbound, label: 'Changed' });
    const again = routeLead(other.plan, other.read(small), other.world(LATER, state), state);
    expect(again).toStrictEqual({ decision: first, repeated: true });
    expect(routeLead(other.plan, other.read(big), other.world(LATER, state), state).repeated).toBe(false);
  });
});
