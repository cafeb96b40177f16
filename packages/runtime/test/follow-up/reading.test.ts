// Events, entries and follow-ups as JSON: what is read, what is refused and in which words; and the order of a queue.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { EVENT_FORMAT, eventSchema, readEvent } from '../../src/follow-up/event.ts';
import { queueOrder, type Waiting, waitingIn } from '../../src/follow-up/queue-order.ts';
import { readEntry } from '../../src/follow-up/read-entry.ts';
import { readFollowUp } from '../../src/follow-up/read-follow-up.ts';
import { followUpOf } from '../../src/follow-up/start.ts';
import { inbound } from '../decide/inbound.ts';
import { MORNING } from '../decide/samples.ts';
import { scene } from '../decide/scene.ts';

const AT = '2026-11-24T09:00:00Z';
const event = { kind: 'contacted', lead: 'L1', at: AT, by: 'ana' };

describe('an event', () => {
  it('gets an id from what it says', () => {
    const [one, two, other] = [event, { ...event }, { ...event, by: 'ben' }].map(readEvent);
    expect(one).toMatchObject({
      kind: 'ok',
      event: { format: EVENT_FORMAT, id: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(one).toStrictEqual(two);
    expect(one).not.toStrictEqual(other);
  });

  it('gets no id from what a field should be', () => {
    const corrected = { ...event, kind: 'corrected', field: 'phone' };
    const ids = ['0123', '4567'].map((value) => {
      const read = readEvent({ ...corrected, value });
      return read.kind === 'ok' ? read.event.id : read.place;
    });
    expect(ids[0]).toBe(ids[1]);
  });

  it.each([
    [null, ''],
    [[], ''],
    [{}, 'kind'],
    [{ ...event, kind: 'constructor' }, 'kind'],
    [{ ...event, lead: '' }, 'lead'],
    [{ ...event, at: 'today' }, 'at'],
    [{ ...event, by: 7 }, 'by'],
    [{ ...event, format: 'fairlead-event/2' }, 'format'],
    [{ ...event, to: 'ben' }, 'to'],
    [{ ...event, kind: 'reassigned' }, 'to'],
    [{ ...event, kind: 'bad', reason: 'dull' }, 'reason'],
    [{ ...event, kind: 'changed', outcome: 'won', value: 'x' }, 'outcome'],
    [{ ...event, kind: 'reviewed' }, 'record'],
    [{ ...event, kind: 'corrected', field: 'x', value: {} }, 'value'],
    [{ ...event, kind: 'corrected', field: 'x', value: 'x'.repeat(1001) }, 'value'],
  ])('that is none is refused at its place: %j', (json, place) => {
    expect(readEvent(json)).toMatchObject({ kind: 'bad', place });
  });

  it('has a schema with every kind', () => {
    expect(JSON.stringify(eventSchema())).toMatch(
      /contacted.*accepted.*claimed.*released.*reassigned.*changed.*reviewed.*corrected.*closed.*bad/,
    );
  });
});

test('nothing that comes as JSON makes a reader throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(event), 'cause', 'holder'), (json, key) => {
      for (const read of [readEvent, readEntry, readFollowUp]) {
        read(json);
        read({ ...event, format: 'fairlead-entry/1', [key]: json });
      }
    }),
    { seed: 20261124, numRuns: 500 },
  );
});

test('a follow-up is read back, and one that was damaged is refused', () => {
  const here = scene(inbound);
  const followUp = followUpOf(here.decide({ id: 'L1', email: 'a@b.example', country: 'DE', employees: 5000 }, MORNING));
  const json = JSON.parse(JSON.stringify(followUp));
  expect(readFollowUp(json)).toStrictEqual({ kind: 'ok', followUp });
  for (const key of Object.keys(json)) {
    const damaged = readFollowUp({ ...json, [key]: 7 });
    expect(damaged, key).toMatchObject({ kind: 'bad' });
  }
});

const waits = (lead: string, priority?: string, since: string = AT): Waiting => ({
  lead,
  queue: 'triage',
  since,
  ...(priority === undefined ? {} : { priority }),
});
const ordered = (...all: readonly Waiting[]): string =>
  [...all]
    .sort(queueOrder)
    .map(({ lead }) => lead)
    .join(' ');

describe('a queue', () => {
  it('goes by priority, exactly', () => {
    expect(ordered(waits('a', '2'), waits('b', '10'), waits('c', '-3'), waits('d', '2.5'), waits('e'))).toBe(
      'b d a c e',
    );
    expect(
      ordered(
        waits('a', '0.1'),
        waits('b', '0.10000000000000001'),
        waits('c', '12345678901234567891'),
        waits('d', '12345678901234567890'),
      ),
    ).toBe('c d b a');
    expect(ordered(waits('a', '500 USD'), waits('b', '1000.5 USD'))).toBe('b a');
    expect(ordered(waits('a', '2026-11-24'), waits('b', '2026-12-01'))).toBe('b a');
    expect(ordered(waits('a', '2026-11-24T09:00:00.5Z'), waits('b', '2026-11-24T09:00:00Z'))).toBe('a b');
  });

  it('then by age, then by id in the order of code points', () => {
    expect(
      ordered(waits('a', '5', '2026-11-24T09:00:01Z'), waits('b', '5'), waits('\u{1F600}', '5'), waits('\uFF5E', '5')),
    ).toBe('b \uFF5E \u{1F600} a');
  });

  it('holds open leads only', () => {
    const here = scene(inbound);
    const queued = followUpOf(here.decide({ id: 'L1' }, MORNING));
    expect(waitingIn([queued, { ...queued, lead: 'L2', status: 'closed' }]).map(({ lead }) => lead)).toStrictEqual(
      queued.holder.kind === 'queue' ? ['L1'] : [],
    );
    expect(waitingIn([queued], 'nowhere')).toStrictEqual([]);
  });

  it('has one order, whichever way it is sorted', () => {
    const any = fc.record({
      lead: fc.constantFrom('a', 'b', 'c', 'd'),
      queue: fc.constantFrom('x', 'y'),
      since: fc.constantFrom(AT, '2026-11-24T09:00:01Z'),
      priority: fc.option(fc.constantFrom('1', '1.0', '-1', '10', '9'), { nil: undefined }),
    });
    const plain = ({
      priority,
      ...one
    }: {
      priority: string | undefined;
      lead: string;
      queue: string;
      since: string;
    }): Waiting => ({
      ...one,
      ...(priority === undefined ? {} : { priority }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ lead }) => lead }), (all) => {
        const waiting = all.map(plain);
        expect([...waiting].reverse().sort(queueOrder)).toStrictEqual([...waiting].sort(queueOrder));
      }),
      { seed: 20261124 },
    );
  });
});
