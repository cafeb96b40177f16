// A world that is recorded and replayed answers the same; what was not asked is not noted.
import { canonicalJson } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/decision.ts';
import { recordingWorld } from '../../src/record/recording-world.ts';
import { replayingWorld } from '../../src/record/replaying-world.ts';
import type { World } from '../../src/world.ts';

const AT = Date.UTC(2026, 10, 24, 9);

/** A world whose every answer depends on how often anything was asked: an answer that is not kept would show. */
function restlessWorld(): World {
  let asked = 0;
  const tick = (): number => {
    asked += 1;
    return asked;
  };
  return {
    atMs: AT,
    almanac: {
      isOpen: () => tick() % 2 === 0,
      nextOpen: () => (tick() % 2 === 0 ? undefined : asked),
      addOpenTime: () => tick(),
      localDay: () => tick(),
      addMonths: () => tick(),
    },
    domains: {
      registrable: (text) => (tick() % 2 === 0 ? undefined : `${asked}.${text}`),
      isFreeMail: () => tick() % 2 === 0,
    },
    state: {
      ledger: () => ({ seq: tick(), balances: { ana: asked, ben: -asked, carla: 0, dora: 9 } }),
      standing: () => ({ open: tick(), away: asked % 2 === 0, awayUntilMs: AT + asked }),
      assigned: () => tick(),
      recent: () => [String(tick())],
      review: () => (tick() % 2 === 0 ? undefined : { record: String(asked), by: 'dana' }),
    },
  };
}

/** One question of each kind, twice, and the answers as one text. */
function interview({ almanac, domains, state }: World): string {
  const once = (): unknown[] => [
    almanac.isOpen('berlin', AT),
    almanac.isOpen('berlin', AT + 1),
    almanac.nextOpen('berlin', AT, 1000) ?? 'none',
    almanac.nextOpen('berlin', AT + 1, 1000) ?? 'none',
    almanac.addOpenTime('berlin', AT, 60_000) ?? 'none',
    almanac.localDay('Europe/Berlin', AT),
    almanac.addMonths('Europe/Berlin', AT, -3),
    domains.registrable('a.acme.example') ?? 'none',
    domains.registrable('b.acme.example') ?? 'none',
    domains.isFreeMail('acme.example'),
    state.ledger('team:x', ['ana', 'carla']),
    state.ledger('team:x', ['ben', 'constructor']),
    state.standing('ana', AT),
    state.assigned('ana', 'week', 20_780),
  ];
  const first = canonicalJson(once().slice(0, 10));
  return `${first}\n${canonicalJson(once())}`;
}

describe('recording', () => {
  it('gives one unmoving world, and replaying the notes gives it again', () => {
    const recording = recordingWorld(restlessWorld());
    const heard = interview(recording);
    const answers = recording.answers();
    const replayed = replayingWorld(AT, answers);
    expect(interview(replayed)).toBe(heard);
    expect(replayed.unanswered()).toBe(0);
  });

  it('notes only what was asked, in code-point order, and of a ledger only who was asked for', () => {
    const recording = recordingWorld(restlessWorld());
    recording.state.ledger('rule:Mid-market', ['ana', 'carla']);
    recording.almanac.isOpen('berlin', AT);
    recording.almanac.isOpen('berlin', AT + 1000);
    expect(recording.answers()).toStrictEqual({
      'ledger rule:Mid-market': { seq: 1, balances: { ana: 1 } },
      'open berlin': true,
      'open berlin at 2026-11-24T09:00:01Z': false,
    });
    expect(Object.keys(recording.answers())).toStrictEqual([
      'ledger rule:Mid-market',
      'open berlin',
      'open berlin at 2026-11-24T09:00:01Z',
    ]);
  });
});

describe('replaying', () => {
  it('answers what is missing with nothing, and counts it', () => {
    const world = replayingWorld(AT, {});
    expect(world.almanac.isOpen('berlin', AT)).toBe(false);
    expect(world.almanac.nextOpen('berlin', AT, 1)).toBeUndefined();
    expect(world.state.ledger('team:x', [])).toStrictEqual({ seq: 0, balances: {} });
    expect(world.state.standing('ana', AT)).toStrictEqual({ open: 0, away: false });
    expect(world.unanswered()).toBe(4);
  });

  it.each<[string, JsonValue]>([
    ['standing ana', { open: 'many', away: false }],
    ['standing ana', { open: 1, away: false, awayUntilMs: 'soon' }],
    ['standing ana', null],
    ['standing ana', [1]],
  ])('does not believe %s: %j', (question, answer) => {
    const world = replayingWorld(AT, { [question]: answer });
    expect(world.state.standing('ana', AT)).toStrictEqual({ open: 0, away: false });
    expect(world.unanswered()).toBe(1);
  });

  it('does not take what every object has for an answer', () => {
    const world = replayingWorld(AT, JSON.parse('{"ledger p":{"seq":0,"balances":{"__proto__":5}}}'));
    expect(Object.keys(world.state.ledger('p', []).balances)).toStrictEqual(['__proto__']);
    expect(world.unanswered()).toBe(0);
  });
});
