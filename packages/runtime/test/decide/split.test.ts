// Splits within decisions: arms that are free or not, ledgers, keys, private keys, and decisions that are made again.
import { canonicalJson, type Policy, type Rep, type Split, type Target, type Value } from '@fairlead/ir';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/decide/decide.ts';
import { redecide } from '../../src/decide/redecide.ts';
import { routeLead } from '../../src/decide/route-lead.ts';
import type { Attempt, Decision } from '../../src/decision.ts';
import { explain } from '../../src/explain/explain.ts';
import { renderText } from '../../src/explain/render-text.ts';
import { PARTS_PER_LEAD, sumOfBalances } from '../../src/rotation/ledger.ts';
import { armOfKey } from '../../src/split/arm-of-key.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import { field, lead, policy, rep, routeTo, rule, toQueue, toRep, toTeam, toValue } from './routing-ir.ts';
import { type Scene, scene } from './scene.ts';

const AT = '2026-11-24T09:00:00Z';
const seed = 20261122;

type Arm = readonly [share: number, to: Target];

function splitOf(arms: readonly Arm[], by?: Value, id = 'sample|team:a|0'): Split {
  return { kind: 'split', id, ...(by === undefined ? {} : { by }), arms: arms.map(([share, to]) => ({ share, to })) };
}

const people: readonly Rep[] = ['ana', 'ben', 'cy', 'dora'].map((id, n) =>
  rep(id, id.toUpperCase(), n < 2 ? 'a' : 'b'),
);

function splitting(
  split: Split,
  more: { fallback?: readonly Target[]; reps?: readonly Rep[]; fields?: Policy['lead']['fields'] } = {},
): Scene {
  const reps = more.reps ?? people;
  const action = routeTo(toTeam('a'), { fallback: more.fallback ?? [] });
  if (action.kind !== 'route') throw new Error('it routes');
  return scene(
    policy({
      lead: {
        blank: [],
        fields: [
          field('id', { kind: 'code' }),
          field('owner', { kind: 'rep' }, { optional: true }),
          ...(more.fields ?? []),
        ],
      },
      teams: ['a', 'b'].map((id) => ({
        id,
        label: id.toUpperCase(),
        members: reps.filter(({ team }) => team === id).map((one) => one.id),
        counts: [],
      })),
      reps,
      route: {
        rules: [rule('all', undefined, { ...action, to: split })],
        otherwise: { action: routeTo(toQueue('triage')), effects: [] },
      },
    }),
  );
}

const gone = { left: { on: '2020-01-01' } };

function route(here: Scene, leads: readonly object[], state: MemoryState = memoryState()): readonly Decision[] {
  return leads.map((one, index) => {
    const decision = here.decide({ id: `L${index}`, ...one }, AT, state);
    expect(canonicalJson(redecide(here.plan, decision))).toBe(canonicalJson(decision));
    state.apply(decision.changes);
    return decision;
  });
}

const armsOf = (decisions: readonly Decision[]): readonly (number | undefined)[] =>
  decisions.map(({ attempts }) => attempts.findLast(({ arm }) => arm !== undefined)?.arm);
const countOf = <T>(all: readonly T[], one: T): number => all.filter((each) => each === one).length;
const leads = (count: number): readonly object[] => Array.from({ length: count }, () => ({}));
const last = (decision: Decision | undefined): Attempt | undefined => decision?.attempts.at(-1);

describe('by rotation', () => {
  it('keeps shares exact, and each arm’s team takes its own turns', () => {
    const state = memoryState();
    const decisions = route(
      splitting(
        splitOf([
          [60, toTeam('a')],
          [40, toTeam('b')],
        ]),
      ),
      leads(10),
      state,
    );
    expect(armsOf(decisions)).toStrictEqual([1, 2, 1, 2, 1, 1, 2, 1, 2, 1]);
    expect(decisions.map(({ outcome }) => (outcome.kind === 'assigned' ? outcome.rep : ''))).toStrictEqual([
      'ana',
      'cy',
      'ben',
      'dora',
      'ana',
      'ben',
      'cy',
      'ana',
      'dora',
      'ben',
    ]);
    expect(state.data().pools).toStrictEqual([
      { pool: 'split:sample|team:a|0', ledger: { seq: 10, balances: {} } },
      { pool: 'team:a', ledger: { seq: 6, balances: {} } },
      { pool: 'team:b', ledger: { seq: 4, balances: {} } },
    ]);
  });

  it('records the numbers, and the turn by the arms’ targets', () => {
    const [first] = route(
      splitting(
        splitOf([
          [60, toTeam('a')],
          [40, toTeam('b')],
        ]),
      ),
      leads(1),
    );
    expect(last(first)).toMatchObject({
      place: 'primary',
      arm: 1,
      target: { kind: 'team', id: 'a' },
      split: {
        kind: 'rotation',
        pool: 'split:sample|team:a|0',
        rows: [
          { arm: 1, weight: 60, share: PARTS_PER_LEAD * 0.6, before: 0, after: PARTS_PER_LEAD * -0.4 },
          { arm: 2, weight: 40, share: PARTS_PER_LEAD * 0.4, before: 0, after: PARTS_PER_LEAD * 0.4 },
        ],
      },
    });
    expect(first?.changes[0]).toStrictEqual({
      kind: 'ledger',
      pool: 'split:sample|team:a|0',
      shares: { a: PARTS_PER_LEAD * 0.6, b: PARTS_PER_LEAD * 0.4 },
      winner: 'a',
    });
  });

  it('gives equals in the order of the text', () => {
    const split = splitOf([
      [50, toTeam('b')],
      [50, toTeam('a')],
    ]);
    expect(armsOf(route(splitting(split), leads(4)))).toStrictEqual([1, 2, 1, 2]);
  });

  it('passes over an arm where nobody is free, which earns nothing', () => {
    const reps = people.map((one) => (one.team === 'a' ? { ...one, ...gone } : one));
    const state = memoryState();
    const [first] = route(
      splitting(
        splitOf([
          [60, toTeam('a')],
          [40, toTeam('b')],
        ]),
        { reps },
      ),
      leads(1),
      state,
    );
    expect(first?.attempts.map(({ arm, target, pick }) => [arm, target, pick?.rep])).toStrictEqual([
      [1, { kind: 'team', id: 'a' }, undefined],
      [2, { kind: 'team', id: 'b' }, 'cy'],
    ]);
    expect(first?.attempts[0]).not.toHaveProperty('split');
    expect(state.data().pools[0]?.ledger.balances).toStrictEqual({});
  });

  it('knows queues as always free, and values that are missing as nobody', () => {
    const split = splitOf([
      [30, toQueue('triage')],
      [30, toValue('rep', lead('owner'))],
      [40, toRep('ana')],
    ]);
    const state = memoryState();
    const decisions = route(splitting(split), [{}, { owner: 'ben' }, {}, { owner: 'ben' }, {}], state);
    expect(decisions.map(({ outcome }) => (outcome.kind === 'assigned' ? outcome.rep : outcome.kind))).toStrictEqual([
      'ana',
      'queued',
      'ana',
      'ben',
      'queued',
    ]);
    expect(decisions[0]?.attempts[0]).toStrictEqual({
      place: 'primary',
      arm: 2,
      target: { kind: 'nobody' },
      from: 'owner',
      setAside: [],
    });
    // A queue has no rep: only the split's ledger moves.
    expect(decisions[1]?.changes.map(({ kind }) => kind)).toStrictEqual(['ledger']);
    expect(state.data().pools.map(({ ledger }) => sumOfBalances(ledger))).toStrictEqual([0]);
  });

  it('goes to the fallback where nobody is free in any arm', () => {
    const reps = people.map((one) => ({ ...one, ...(one.id === 'dora' ? {} : gone) }));
    const split = splitOf([
      [60, toTeam('a')],
      [40, toRep('cy')],
    ]);
    const [first] = route(splitting(split, { reps, fallback: [toTeam('b')] }), leads(1));
    expect(first?.attempts.map(({ place, arm }) => `${place} ${arm ?? '-'}`)).toStrictEqual([
      'primary 1',
      'primary 2',
      'fallback -',
    ]);
    expect(first?.outcome).toMatchObject({ rep: 'dora' });
    expect(first?.changes.map((change) => ('pool' in change ? change.pool : change.kind))).toStrictEqual([
      'team:b',
      'open',
      'count',
    ]);
  });

  it('stays in balance whoever comes and goes, and nobody free is ever passed over twice for nothing', () => {
    const shares = fc.constantFrom([50, 50], [60, 40], [12.5, 87.5], [33.33, 66.67]);
    fc.assert(
      fc.property(
        shares,
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 30 }),
        ([one = 0, other = 0], free) => {
          const split = splitOf([
            [one, toRep('ana')],
            [other, toRep('cy')],
          ]);
          const here = splitting(split);
          const state = memoryState();
          free.forEach(([ana, cy], index) => {
            const [from, until] = [here.world(AT).atMs, here.world(AT).atMs + 1];
            const now = { fromMs: from + index, untilMs: until + index };
            if (!ana) state.addLeave('ana', now);
            if (!cy) state.addLeave('cy', now);
            const world = { ...here.world(AT, state), atMs: from + index };
            const decision = decide(here.plan, here.read({ id: `L${index}` }), world);
            expect(redecide(here.plan, decision)).toStrictEqual(decision);
            expect(decision.outcome.kind).toBe(ana || cy ? 'assigned' : 'queued');
            state.apply(decision.changes);
            for (const { ledger } of state.data().pools) {
              expect(sumOfBalances(ledger)).toBe(0);
              for (const balance of Object.values(ledger.balances))
                expect(Math.abs(balance)).toBeLessThan(2 * PARTS_PER_LEAD);
            }
          });
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});

describe('by a key', () => {
  const fields = [field('company', 'text'), field('mail', { kind: 'email' }, { private: true })];
  const named = (n: number): object => ({ company: `Company ${n}`, mail: `p${n}@company${n}.example` });
  const byCompany = splitOf(
    [
      [60, toTeam('a')],
      [40, toTeam('b')],
    ],
    lead('company'),
  );

  it('sends the same key to the same arm always, however it is written', () => {
    const here = splitting(byCompany, { fields });
    for (let n = 0; n < 30; n += 1) {
      const [one, two] = route(here, [named(n), { ...named(n), company: ` COMPANY ${n} ` }]);
      expect(armsOf([one, two].flatMap((each) => each ?? []))[0]).toBe(armsOf(two === undefined ? [] : [two])[0]);
    }
  });

  it('has both arms, says the key as it was written, and moves no ledger of its own', () => {
    const decisions = route(
      splitting(byCompany, { fields }),
      Array.from({ length: 200 }, (_, n) => named(n)),
    );
    expect(countOf(armsOf(decisions), 1)).toBeGreaterThan(100);
    expect(countOf(armsOf(decisions), 2)).toBeGreaterThan(60);
    expect(last(decisions[0])?.split).toStrictEqual({ kind: 'key', hash: 'split-1', key: 'Company 0' });
    expect(decisions[0]?.changes.map(({ kind }) => kind)).toStrictEqual(['ledger', 'open', 'count']);
  });

  it('never changes the arm: where nobody is free there the fallback comes', () => {
    const here = splitting(byCompany, { fields, fallback: [toQueue('triage')] });
    const busy = splitting(byCompany, {
      fields,
      fallback: [toQueue('triage')],
      reps: people.map((one) => (one.team === 'a' ? { ...one, ...gone } : one)),
    });
    const rows = Array.from({ length: 40 }, (_, n) => named(n));
    const arms = armsOf(route(here, rows));
    const decisions = route(busy, rows);
    expect(armsOf(decisions)).toStrictEqual(arms);
    decisions.forEach(({ outcome, attempts }, index) => {
      expect(outcome.kind).toBe(arms[index] === 1 ? 'queued' : 'assigned');
      expect(attempts[0]?.split).toMatchObject({ kind: 'key' });
    });
  });

  it('depends neither on rules’ names nor on anything else of the policy', () => {
    const here = splitting(byCompany, { fields });
    const rows = Array.from({ length: 50 }, (_, n) => named(n));
    const { policy: text } = here.plan;
    const [all] = text.route.rules;
    if (all === undefined) throw new Error('one rule');
    const nothing = rule(
      'before it',
      { id: 1, kind: 'missing', value: lead('company') },
      { kind: 'reject', reason: 'no company' },
    );
    const renamed = scene({
      ...text,
      name: 'other',
      route: { ...text.route, rules: [nothing, { ...all, name: 'Another name' }] },
    });
    expect(armsOf(route(renamed, rows))).toStrictEqual(armsOf(route(here, rows)));
  });

  it('with a private key says the arm and nothing of the key, and takes the arm from the record', () => {
    const here = splitting(
      splitOf(
        [
          [50, toTeam('a')],
          [50, toTeam('b')],
        ],
        lead('mail'),
        'mail|team:a|0',
      ),
      { fields },
    );
    const rows = Array.from({ length: 40 }, (_, n) => named(n));
    const decisions = route(here, rows);
    expect(new Set(armsOf(decisions))).toStrictEqual(new Set([1, 2]));
    decisions.forEach((decision, n) => {
      expect(last(decision)?.split).toStrictEqual({ kind: 'key', hash: 'split-1' });
      expect(decision.inputs.sealed).toStrictEqual({ 'split mail|team:a|0': last(decision)?.arm });
      const text = canonicalJson(decision) + renderText(explain(here.plan, decision));
      expect(text).not.toContain(`p${n}@`);
      const other = {
        ...decision,
        inputs: { ...decision.inputs, sealed: { 'split mail|team:a|0': 3 - (last(decision)?.arm ?? 0) } },
      };
      expect(canonicalJson(redecide(here.plan, other))).not.toBe(canonicalJson(decision));
    });
  });

  it('with a private key that has changed is a lead that has changed', () => {
    const split = splitOf(
      [
        [50, toTeam('a')],
        [50, toQueue('triage')],
      ],
      lead('mail'),
      'mail|team:a|0',
    );
    const here = splitting(split, { fields });
    const state = memoryState();
    const world = here.world(AT, state);
    const arms = [
      { name: 'a', share: 5000 },
      { name: 'triage', share: 5000 },
    ];
    const mails = Array.from({ length: 40 }, (_, n) => `p${n}@company.example`);
    const [team, queue] = [0, 1].map((arm) => mails.filter((mail) => armOfKey(split.id, arms, mail) === arm));
    const came = [queue?.[0], queue?.[1], team?.[0], queue?.[2]].map((mail) => {
      const reading = here.read({ id: 'L1', ...named(0), mail });
      const { decision, repeated } = routeLead(here.plan, reading, world, state);
      return `${decision.outcome.kind}${repeated ? ' before' : ''}`;
    });
    // Another key of the same arm changes nothing; who was assigned stays so.
    expect(came).toStrictEqual(['queued', 'queued before', 'assigned', 'assigned before']);
  });

  it('of the domain of a private address is not private', () => {
    const here = splitting(
      splitOf(
        [
          [50, toTeam('a')],
          [50, toTeam('b')],
        ],
        lead('company'),
      ),
      { fields },
    );
    const decisions = route(here, [named(1)]);
    expect(decisions[0]?.inputs.sealed).toStrictEqual({});
  });
});

describe('explanations', () => {
  const words = (decision: Decision | undefined, here: Scene): string =>
    decision === undefined ? '' : renderText(explain(here.plan, decision)).replaceAll(/\s+/g, ' ');

  it('say what the arms were owed', () => {
    const here = splitting(
      splitOf([
        [60, toTeam('a')],
        [40, toTeam('b')],
      ]),
    );
    const [first] = route(here, leads(1));
    expect(words(first, here)).toContain('First choice, the arm of 60%: A (a).');
    expect(words(first, here)).toContain(
      'The split gives 60% A, 40% B: A was owed 0.60 of a lead, the most (B 0.40). It paid 1.00 and is now at −0.40.',
    );
  });

  it('say which arms were passed over', () => {
    const reps = people.map((one) => (one.team === 'a' ? { ...one, ...gone } : one));
    const here = splitting(
      splitOf([
        [60, toTeam('a')],
        [40, toTeam('b')],
      ]),
      { reps },
    );
    const [first] = route(here, leads(1));
    expect(words(first, here)).toContain('the arm of 60%: A (a). Nobody there could take it:');
    expect(words(first, here)).toContain('Only in this arm was somebody free, so it earns the whole lead.');
  });

  it('say which key it goes by', () => {
    const fields = [field('company', 'text'), field('mail', { kind: 'email' }, { private: true })];
    const one = splitting(
      splitOf(
        [
          [60, toTeam('a')],
          [40, toTeam('b')],
        ],
        lead('company'),
      ),
      { fields },
    );
    expect(words(route(one, [{ company: 'Acme', mail: 'a@b.example' }])[0], one)).toContain(
      'The same company always goes to the same arm: company, "Acme", is one of the',
    );
    const two = splitting(
      splitOf(
        [
          [60, toTeam('a')],
          [40, toTeam('b')],
        ],
        lead('mail'),
      ),
      { fields },
    );
    expect(words(route(two, [{ company: 'Acme', mail: 'a@b.example' }])[0], two)).toContain(
      'mail, which is private, is one of the',
    );
  });
});
