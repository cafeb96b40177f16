// When clocks and ladders are due.
import type { Clock, DurationUnit, LadderStep } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import type { RespondClock } from '../../src/decision.ts';
import {
  constant,
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
  toValue,
} from './routing-ir.ts';
import { scene } from './scene.ts';

const n = numbering();
const clock = (amount: number, unit: DurationUnit, more: Partial<Clock> = {}): Clock => ({
  amount,
  unit,
  working: false,
  ...more,
});
const hours = (amount: number, more: Partial<Clock> = {}): Clock => clock(amount, 'hour', { working: true, ...more });

/** Friday, half an hour before Berlin goes home. */
const FRIDAY = '2026-11-27T16:00:00Z';

/** `ana` works in Berlin, `zoe` always. */
function respondOf(
  within: Clock,
  to: 'ana' | 'zoe' | 'triage',
  ladder: readonly LadderStep[] = [],
): RespondClock | undefined {
  const here = scene(
    policy({
      zone: 'America/New_York',
      lead: { blank: [], fields: [field('id', { kind: 'code' }), field('owner', { kind: 'rep' }, { optional: true })] },
      calendars: [
        { id: 'berlin', zone: 'Europe/Berlin', open: [{ days: [0, 1, 2, 3, 4], from: 540, to: 1050 }], closed: [] },
        { id: 'never', zone: 'UTC', open: [], closed: [] },
      ],
      teams: [{ id: 'sales', label: 'Sales', members: ['ana', 'zoe'], counts: [] }],
      reps: [rep('ana', 'Ana', 'sales', { works: 'berlin' }), rep('zoe', 'Zoe', 'sales')],
      route: {
        rules: [
          rule('all', undefined, routeTo(to === 'triage' ? toQueue(to) : toRep(to)), { respond: { within, ladder } }),
        ],
        otherwise: { action: routeTo(toQueue('triage')), effects: [] },
      },
    }),
  );
  return here.decide({ id: 'L1' }, FRIDAY).respond;
}

describe('a clock', () => {
  it.each<[string, Clock, 'ana' | 'zoe' | 'triage', string | undefined]>([
    ['counts elapsed time, also at night', clock(20, 'hour'), 'ana', '2026-11-28T12:00:00Z'],
    ['knows days and weeks', clock(1, 'week'), 'ana', '2026-12-04T16:00:00Z'],
    ['counts months on the policy’s calendar', clock(3, 'month'), 'ana', '2027-02-27T16:00:00Z'],
    ['counts the open hours of the rep', hours(1), 'ana', '2026-11-30T08:30:00Z'],
    ['counts elapsed time for a rep who always works', hours(1), 'zoe', '2026-11-27T17:00:00Z'],
    ['counts elapsed time where nobody has the lead', hours(1), 'triage', '2026-11-27T17:00:00Z'],
    ['counts the calendar it names', hours(1, { calendar: 'berlin' }), 'triage', '2026-11-30T08:30:00Z'],
    ['cannot say when a calendar that never opens has been open', hours(1, { calendar: 'never' }), 'ana', undefined],
    ['cannot say how long a working day is', clock(1, 'day', { working: true, calendar: 'berlin' }), 'ana', undefined],
  ])('%s', (_, within, to, due) => {
    expect(respondOf(within, to)?.due).toBe(due);
  });
});

describe('a ladder', () => {
  it('is data with due instants; what does not apply is left out', () => {
    const mute = n({ kind: 'missing', value: lead('id') });
    const effect = { verb: 'notify', channel: 'slack', to: { kind: 'text', text: '#x' } } as const;
    const steps: readonly LadderStep[] = [
      { after: clock(5, 'minute'), step: { kind: 'reassign' } },
      { after: hours(1), step: { kind: 'route', to: toTeam('sales') } },
      {
        after: hours(2),
        step: { kind: 'route', to: toValue('rep', { kind: 'constant', constant: { kind: 'rep', rep: 'zoe' } }) },
      },
      { after: hours(3), step: { kind: 'route', to: toValue('rep', lead('owner')) } },
      { after: hours(4), step: { kind: 'effect', effect } },
      { after: hours(5), step: { kind: 'effect', effect: { ...effect, when: mute } } },
      {
        after: hours(6),
        step: { kind: 'effect', effect: { ...effect, to: { kind: 'value', value: constant('#y') } } },
      },
    ];
    const ladder = respondOf(clock(1, 'hour'), 'ana', steps)?.ladder ?? [];
    expect(ladder.map(({ due, step }) => [due, step])).toStrictEqual([
      ['2026-11-27T16:05:00Z', { kind: 'reassign' }],
      ['2026-11-30T08:30:00Z', { kind: 'route', to: 'sales' }],
      ['2026-11-30T09:30:00Z', { kind: 'route', to: 'zoe', from: 'zoe' }],
      ['2026-11-30T10:30:00Z', { kind: 'route', from: 'owner' }],
      ['2026-11-30T11:30:00Z', { kind: 'effect', effect: { verb: 'notify', channel: 'slack', to: '#x' } }],
      ['2026-11-30T13:30:00Z', { kind: 'effect', effect: { verb: 'notify', channel: 'slack', to: '#y' } }],
    ]);
  });
});
