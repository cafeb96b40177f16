// A policy that changed while leads wait: ladders stay, routing anew goes by the new one, and private fields are never guessed.
import { describe, expect, it } from 'vitest';
import { redecide } from '../../src/decide/redecide.ts';
import { routeLead } from '../../src/decide/route-lead.ts';
import { due, nextDue } from '../../src/follow-up/due.ts';
import type { Advanced } from '../../src/follow-up/entry.ts';
import { readEvent } from '../../src/follow-up/event.ts';
import type { FollowHost } from '../../src/follow-up/host.ts';
import { runDue } from '../../src/follow-up/run-due.ts';
import { takeEvent } from '../../src/follow-up/take-event.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import {
  duration,
  field,
  lead,
  numbering,
  policy,
  rep,
  routeTo,
  rule,
  toQueue,
  toRep,
  toTeam,
} from '../decide/routing-ir.ts';
import { instant, type Scene, scene } from '../decide/scene.ts';

const NINE = '2026-11-24T09:00:00Z';
const minutes = (amount: number) => ({ amount, unit: 'minute', working: false }) as const;

/** One rule that is the same in all versions but for its name and whom it asks; `looks`: whether it looks at the private field. */
function version(name: string, to: 'sales' | 'heads', looks: boolean): Scene {
  const n = numbering();
  const when = looks ? n({ kind: 'known', value: lead('phone') }) : undefined;
  const action = routeTo(toTeam(to));
  const fallback = [{ to: toRep('eve'), for: duration(2, 'hour') }, { to: toQueue('triage') }];
  return scene(
    policy({
      lead: {
        blank: [],
        fields: [field('id', { kind: 'code' }), field('phone', 'text', { optional: true, private: true })],
      },
      teams: [
        { id: 'heads', label: 'Heads', members: ['dana', 'eve'], counts: [] },
        { id: 'sales', label: 'Sales', members: ['ana', 'ben'], counts: [] },
      ],
      reps: [
        rep('ana', 'Ana', 'sales'),
        rep('ben', 'Ben', 'sales'),
        rep('dana', 'Dana', 'heads'),
        rep('eve', 'Eve', 'heads'),
      ],
      route: {
        rules: [
          rule(name, when, action.kind === 'route' ? { ...action, fallback } : action, {
            respond: {
              within: minutes(5),
              ladder: [
                { after: minutes(5), step: { kind: 'reassign' } },
                { after: minutes(30), step: { kind: 'route', to: toRep('dana') } },
              ],
            },
          }),
        ],
        otherwise: { action: routeTo(toQueue('triage')), effects: [] },
      },
    }),
  );
}

const OLD = version('Old', 'sales', true);
const NEW = version('New', 'heads', true);
const OPEN = version('Open', 'heads', false);

interface Followed {
  readonly state: ReturnType<typeof memoryState>;
  readonly host: FollowHost;
  readonly run: (at: string) => readonly string[];
  readonly done: readonly Advanced[];
}

/** `current`: the policy of the moment. `away`: so that a temporary owner gets the lead. */
function follow(current: Scene, away: boolean, kept: readonly Plan[] = [OLD.plan, NEW.plan, OPEN.plan]): Followed {
  const state = memoryState();
  if (away) {
    for (const who of ['ana', 'ben']) state.addLeave(who, { fromMs: 0, untilMs: instant('2026-11-24T10:00:00Z') });
  }
  const reading = OLD.read({ id: 'L1', phone: '0123' });
  routeLead(OLD.plan, reading, OLD.world(NINE, state), state);
  const host: FollowHost = {
    planOf: (hash) => kept.find((plan) => plan.hash === hash),
    current: current.plan,
    world: (_plan, atMs) => ({ ...OLD.world(NINE, state), atMs }),
  };
  const done: Advanced[] = [];
  const keep = (one: Advanced): void => {
    done.push(one);
    state.keep(one);
  };
  const run = (at: string): readonly string[] => {
    const before = done.length;
    runDue(host, { get: state.get, waiting: state.waiting, keep }, instant(at));
    return done.slice(before).map(({ entry: { result, now } }) => {
      const who = now.kind === 'rep' ? now.rep : now.kind === 'queue' ? now.queue : 'nobody';
      return `${result.kind}${result.kind === 'stayed' ? ` ${result.why}` : ''} ${who}`;
    });
  };
  return { state, host, run, done };
}

describe('a ladder that runs', () => {
  it('stays that of the policy that began it', () => {
    const { run, state, done } = follow(NEW, false);
    expect(run('2026-11-24T09:05:00Z')).toStrictEqual(['decided ben']);
    expect(state.last('L1')).toMatchObject({ rule: 'Old', policy: { hash: OLD.plan.hash } });
    expect(run('2026-11-24T10:00:00Z')).toStrictEqual(['decided dana']);
    for (const { decision } of done)
      if (decision !== undefined) expect(redecide(OLD.plan, decision)).toStrictEqual(decision);
  });

  it('changes nothing where that policy is not at hand', () => {
    const { run, state } = follow(NEW, false, [NEW.plan]);
    expect(run('2026-11-24T10:00:00Z')).toStrictEqual(['stayed no-policy ana', 'stayed no-policy ana']);
    expect(due(state.waiting(), instant('2027-01-01T00:00:00Z'))).toStrictEqual([]);
  });
});

/** Nobody of the ladder is left, so that the lead is still with its temporary owner at eleven. */
const waiting = (current: Scene): Followed => {
  const followed = follow(current, true);
  followed.state.addLeave('dana', { fromMs: 0, untilMs: instant('2026-11-24T10:00:00Z') });
  return followed;
};

describe('a lead whose temporary owner’s time is up', () => {
  it('goes by its record under the policy that decided', () => {
    const { run, state } = waiting(OLD);
    expect(run('2026-11-24T11:00:00Z').at(-1)).toBe('decided ana');
    expect(state.last('L1')).toMatchObject({ rule: 'Old', again: { cause: 'temporary-over', temporaryUsed: true } });
  });

  it('goes by its record under another policy that looks at nothing private', () => {
    const { run, state } = waiting(OPEN);
    expect(run('2026-11-24T11:00:00Z').at(-1)).toBe('decided dana');
    expect(state.last('L1')).toMatchObject({ rule: 'Open', policy: { hash: OPEN.plan.hash } });
  });
});

describe('another policy that looks at private fields', () => {
  it('waits for the lead, and takes it when it comes', () => {
    const { run, state } = waiting(NEW);
    expect(run('2026-11-24T11:00:00Z')).toStrictEqual([
      'stayed nobody-left eve',
      'stayed nobody-left eve',
      'stayed needs-lead eve',
    ]);
    expect(state.get('L1')?.followUp.awaitsLead).toBe(true);
    expect(nextDue(state.get('L1')?.followUp ?? never())).toBeUndefined();
    const reading = NEW.read({ id: 'L1', phone: '0123' });
    const { decision, repeated } = routeLead(NEW.plan, reading, NEW.world('2026-11-24T12:00:00Z', state), state);
    expect([repeated, decision.rule, decision.again?.cause]).toStrictEqual([false, 'New', 'temporary-over']);
    expect(state.standing('eve', 0).open + state.standing('dana', 0).open).toBe(1);
    expect(state.get('L1')?.followUp.awaitsLead).toBeUndefined();
  });

  it('takes the lead at once where the host has it', () => {
    const { state, host } = waiting(NEW);
    const having: FollowHost = { ...host, lead: () => NEW.read({ id: 'L1', phone: '0123' }) };
    const said: string[] = [];
    const keep = (one: Advanced): void => {
      said.push(one.entry.result.kind);
      state.keep(one);
    };
    runDue(having, { get: state.get, waiting: state.waiting, keep }, instant('2026-11-24T11:00:00Z'));
    expect(said).toStrictEqual(['stayed', 'stayed', 'decided']);
    expect(state.last('L1')).toMatchObject({ rule: 'New' });
  });

  it('lets a person pass it on meanwhile', () => {
    const { run, state, host } = waiting(NEW);
    run('2026-11-24T11:00:00Z');
    const event = readEvent({ kind: 'reassigned', lead: 'L1', to: 'ben', at: '2026-11-24T11:30:00Z', by: 'mia' });
    if (event.kind === 'bad') throw new Error(event.place);
    const taken = takeEvent(host, state.get('L1'), event.event);
    expect(taken).toMatchObject({ kind: 'taken', advanced: { next: { holder: { rep: 'ben' } } } });
    expect(taken.kind === 'taken' && taken.advanced.next.awaitsLead).toBe(undefined);
  });
});

function never(): never {
  throw new Error('The lead was routed.');
}
