// Asking providers: side by side, each as long as its enricher waits, no more often than needed. All on a clock that the test moves.
import { field, lead, type } from '@fairlead/testkit/ir-builders';
import { describe, expect, it } from 'vitest';
import type { AskEvent, Asked } from '../../src/enrich/ask-providers.ts';
import { askProviders, startAsking } from '../../src/enrich/ask-providers.ts';
import { type Cache, memoryCache } from '../../src/enrich/cache.ts';
import { RESTS_AFTER } from '../../src/enrich/patience.ts';
import type { Provider, Question, Reply } from '../../src/enrich/provider.ts';
import type { ProviderAnswer } from '../../src/world.ts';
import { AT_MS, enricher, enriching, FIELDS, worldOf } from './enriching.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

const DAY = { amount: 1, unit: 'day' } as const;
const DAY_MS = 86_400_000;

/** A provider that answers as the test says, after so long, and notes what it was asked. */
function talking(time: VirtualTime, say: (question: Question, nth: number) => { afterMs: number; reply: Reply }) {
  const asked: Question[] = [];
  const stopped: string[] = [];
  const provider: Provider = {
    ask: async (question) => {
      asked.push(question);
      const { afterMs, reply } = say(question, asked.length);
      question.stop.onStop(() => stopped.push(question.key));
      await time.wait(afterMs, question.stop);
      return reply;
    },
  };
  return { provider, asked, stopped };
}

const knows = (values: Record<string, string | number>): Reply => ({ kind: 'answered', values });
const down = (again?: number): Reply => ({
  kind: 'failed',
  why: 'HTTP 503',
  ...(again === undefined ? {} : { again: { afterMs: again } }),
});

function office(enrichers: Parameters<typeof enriching>[0], cache?: Cache) {
  const time = virtualTime(AT_MS);
  const here = enriching(enrichers, []);
  const asking = startAsking({ nowMs: time.nowMs, wait: time.wait, ...(cache === undefined ? {} : { cache }) });
  const ask = (given: object, providers: Readonly<Record<string, Provider>>): Promise<Asked> => {
    const reading = here.read({ id: 'L1', ...given });
    return askProviders(here.plan, reading, worldOf(here, undefined), new Map(Object.entries(providers)), asking);
  };
  return { time, here, ask };
}

/** What came of it once so much time has passed. */
async function after(time: VirtualTime, ms: number, asked: Promise<Asked>): Promise<Asked> {
  await time.pass(ms);
  return asked;
}

const answerOf = (asked: Asked, name = 'firm'): ProviderAnswer | undefined => asked.enrichment.answer(name);
const fromOf = ({ events }: Asked): readonly (readonly [AskEvent['from'], AskEvent['kind'], number])[] =>
  events.map(({ from, kind, tries }) => [from, kind, tries]);

describe('asking', () => {
  it('takes the key from the lead and says which fields are wanted', async () => {
    const { time, ask } = office([enricher('firm', ['employees']), enricher('more', ['company', 'employees'])]);
    const { provider, asked } = talking(time, () => ({ afterMs: 10, reply: knows({ employees: 5 }) }));
    const came = await after(time, 10, ask({ website: ' Harbour.example ' }, { clearbit: provider }));
    expect(asked.map(({ key, lead: id, fields }) => [key, id, fields])).toEqual([
      ['Harbour.example', 'L1', ['employees', 'company']],
    ]);
    expect(answerOf(came)).toEqual({ kind: 'answered', values: { employees: 5 }, askedAtMs: AT_MS });
    expect(answerOf(came, 'more')).toEqual(answerOf(came));
    expect(fromOf(came)).toEqual([
      ['provider', 'answered', 1],
      ['shared', 'answered', 0],
    ]);
  });

  it('asks nobody where there is no key, nothing to fill, no such provider, or an invalid lead', async () => {
    const { time, ask, here } = office([enricher('firm', ['employees'])]);
    const { provider, asked } = talking(time, () => ({ afterMs: 0, reply: { kind: 'nothing' } }));
    for (const given of [{}, { website: 'a.example', employees: 5 }, { website: 'a.example', id: null }]) {
      expect((await ask(given, { clearbit: provider })).events).toEqual([]);
    }
    expect(answerOf(await ask({ website: 'a.example' }, { other: provider }))).toBeUndefined();
    expect(asked).toEqual([]);
    expect(here.plan.enrichers).toHaveLength(1);
  });

  it('asks all side by side: what it takes is what the slowest takes', async () => {
    const names = ['a', 'b', 'c'];
    const { time, ask } = office(names.map((name) => enricher(name, ['employees'], { provider: name })));
    const slow = names.map((name, index) => {
      const { provider } = talking(time, () => ({ afterMs: 300 + index, reply: knows({ employees: index }) }));
      return [name, provider] as const;
    });
    const asked = ask({ website: 'a.example' }, Object.fromEntries(slow));
    let isDone = false;
    void asked.then(() => {
      isDone = true;
    });
    await time.pass(301);
    expect(isDone).toBe(false);
    await time.pass(1);
    expect(isDone).toBe(true);
    expect(time.waiting()).toBe(0);
  });

  it('waits as long as the enricher says and no longer, and tells the provider to stop', async () => {
    const { time, ask } = office([
      enricher('firm', ['employees']),
      enricher('quick', ['company'], { provider: 'other' }),
    ]);
    const slow = talking(time, () => ({ afterMs: 801, reply: knows({ employees: 5 }) }));
    const quick = talking(time, () => ({ afterMs: 799, reply: knows({ company: 'Harbour' }) }));
    const came = await after(
      time,
      800,
      ask({ website: 'a.example' }, { clearbit: slow.provider, other: quick.provider }),
    );
    expect(answerOf(came)).toEqual({ kind: 'late' });
    expect(answerOf(came, 'quick')).toMatchObject({ kind: 'answered' });
    expect(slow.stopped).toEqual(['a.example']);
    expect(time.waiting()).toBe(0);
  });

  it('shares a question that is under way, and stops it only when nobody waits any longer', async () => {
    const long = enricher('long', ['company'], { within: { amount: 2, unit: 'second' } });
    const { time, ask } = office([enricher('firm', ['employees']), long]);
    const { provider, asked, stopped } = talking(time, () => ({ afterMs: 1500, reply: knows({ company: 'Harbour' }) }));
    const came = await after(time, 1500, ask({ website: 'a.example' }, { clearbit: provider }));
    expect([answerOf(came), answerOf(came, 'long')]).toMatchObject([{ kind: 'late' }, { kind: 'answered' }]);
    expect([asked.length, stopped]).toEqual([1, []]);
  });

  it('asks anew where the shared question was stopped', async () => {
    const { time, ask } = office([enricher('firm', ['employees'])]);
    const deaf: Provider = { ask: () => new Promise(() => {}) };
    expect(answerOf(await after(time, 800, ask({ website: 'a.example' }, { clearbit: deaf })))).toEqual({
      kind: 'late',
    });
    const { provider } = talking(time, () => ({ afterMs: 1, reply: knows({ employees: 5 }) }));
    expect(answerOf(await after(time, 1, ask({ website: 'a.example' }, { clearbit: provider })))).toMatchObject({
      kind: 'answered',
    });
  });

  it('tells keys of one text apart by nothing but their folding, and codes as written', async () => {
    const coded = [...FIELDS, field('duns', type('code'), { optional: true })];
    const time = virtualTime(AT_MS);
    const here = enriching([enricher('firm', ['employees'], { by: lead('duns') })], [], coded);
    const asking = startAsking({ nowMs: time.nowMs, wait: time.wait });
    const { provider, asked } = talking(time, () => ({ afterMs: 1, reply: knows({ employees: 5 }) }));
    const both = ['ab', 'AB', 'ab'].map((duns) =>
      askProviders(
        here.plan,
        here.read({ id: duns, duns }),
        worldOf(here, undefined),
        new Map([['clearbit', provider]]),
        asking,
      ),
    );
    await time.pass(1);
    await Promise.all(both);
    expect(asked.map(({ key }) => key)).toEqual(['ab', 'AB']);
  });
});

describe('failing', () => {
  it('asks once more where that may help, at most two times, each after twice as long', async () => {
    const { time, ask } = office([enricher('firm', ['employees'])]);
    const { provider, asked } = talking(time, (_, nth) => ({
      afterMs: 10,
      reply: nth < 3 ? down(100) : knows({ employees: 5 }),
    }));
    const asking = ask({ website: 'a.example' }, { clearbit: provider });
    const counts = [];
    for (const ms of [10, 100, 10, 200, 10]) {
      await time.pass(ms);
      counts.push(asked.length);
    }
    expect(counts).toEqual([1, 2, 2, 3, 3]);
    expect(fromOf(await asking)).toEqual([['provider', 'answered', 3]]);
  });

  it('gives up after the third time, and at once where asking again does not help', async () => {
    const { time, ask } = office([enricher('firm', ['employees'])]);
    const dead = talking(time, () => ({ afterMs: 1, reply: down(10) }));
    expect(fromOf(await after(time, 100, ask({ website: 'a.example' }, { clearbit: dead.provider })))).toEqual([
      ['provider', 'failed', 3],
    ]);
    const closed = talking(time, () => ({ afterMs: 1, reply: down() }));
    expect(fromOf(await after(time, 1, ask({ website: 'b.example' }, { clearbit: closed.provider })))).toEqual([
      ['provider', 'failed', 1],
    ]);
  });

  it('does not retry beyond the time limit', async () => {
    const { time, ask } = office([enricher('firm', ['employees'])]);
    const { provider, asked } = talking(time, () => ({ afterMs: 1, reply: down(10_000) }));
    expect(answerOf(await after(time, 800, ask({ website: 'a.example' }, { clearbit: provider })))).toEqual({
      kind: 'late',
    });
    expect(asked).toHaveLength(1);
    expect(time.waiting()).toBe(0);
  });

  it('has ten retries for a provider that is down, and one question in twenty, in forty and so on once it rests', async () => {
    const { time, ask } = office([enricher('firm', ['employees'])]);
    const { provider, asked } = talking(time, () => ({ afterMs: 0, reply: down(1) }));
    const counts: number[] = [];
    const froms: string[] = [];
    for (let index = 0; index < 80; index += 1) {
      const came = await after(time, 10, ask({ website: `${index}.example` }, { clearbit: provider }));
      froms.push(came.events[0]?.from ?? '');
      counts.push(asked.length);
      expect(answerOf(came)?.kind).toBe('failed');
    }
    // Five questions with two retries each, and fifteen with none.
    expect(counts[RESTS_AFTER - 1]).toBe(5 * 3 + 15);
    const probes = froms.flatMap((from, index) =>
      index >= RESTS_AFTER && from === 'provider' ? [index - RESTS_AFTER + 1] : [],
    );
    expect(probes).toEqual([20, 60]);
    await time.pass(60_000);
    const back = talking(time, () => ({ afterMs: 0, reply: knows({ employees: 5 }) }));
    const came = await after(time, 1, ask({ website: 'new.example' }, { clearbit: back.provider }));
    expect(answerOf(came)?.kind).toBe('answered');
    expect((await after(time, 1, ask({ website: 'next.example' }, { clearbit: back.provider }))).events[0]?.from).toBe(
      'provider',
    );
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('SECRET');
      },
    ],
    ['rejects', () => Promise.reject(new Error('SECRET'))],
    ['gives nothing', () => Promise.resolve(undefined)],
    ['gives text', () => Promise.resolve('SECRET')],
    ['gives a list of values', () => Promise.resolve({ kind: 'answered', values: ['SECRET'] })],
    ['gives no values', () => Promise.resolve({ kind: 'answered', values: null })],
    ['gives a kind that is none', () => Promise.resolve({ kind: 'SECRET' })],
    ['fails without words', () => Promise.resolve({ kind: 'failed', again: { afterMs: 'SECRET' } })],
  ])('counts a provider that %s as failed, and repeats nothing of it', async (_, say) => {
    const { time, ask } = office([enricher('firm', ['employees'])]);
    // What providers of others do is not typed.
    const provider = { ask: say } as unknown as Provider;
    const came = await after(time, 1, ask({ website: 'a.example' }, { clearbit: provider }));
    expect(answerOf(came)?.kind).toBe('failed');
    expect(JSON.stringify([answerOf(came), came.events])).not.toContain('SECRET');
  });
});

describe('keeping answers', () => {
  const reusing = (names: readonly string[] = ['employees']) => enricher('firm', names, { reuseFor: DAY });

  it('asks no more than once as long as the answer is fresh', async () => {
    const { time, ask } = office([reusing()]);
    const { provider, asked } = talking(time, (_, nth) => ({ afterMs: 5, reply: knows({ employees: nth }) }));
    const first = await after(time, 5, ask({ website: 'a.example' }, { clearbit: provider }));
    await time.pass(DAY_MS - 6);
    const second = await after(time, 0, ask({ website: 'A.EXAMPLE' }, { clearbit: provider }));
    expect(answerOf(second)).toEqual(answerOf(first));
    expect(fromOf(second)).toEqual([['cache', 'answered', 0]]);
    await time.pass(1);
    const third = await after(time, 5, ask({ website: 'a.example' }, { clearbit: provider }));
    expect(answerOf(third)).toMatchObject({ values: { employees: 2 }, askedAtMs: AT_MS + DAY_MS });
    expect(asked).toHaveLength(2);
  });

  it('keeps that nothing is known, but no failure', async () => {
    const { time, ask } = office([reusing()]);
    const { provider, asked } = talking(time, (_, nth) => ({
      afterMs: 1,
      reply: nth === 1 ? down() : { kind: 'nothing' },
    }));
    const kinds = [];
    for (let index = 0; index < 3; index += 1) {
      kinds.push(answerOf(await after(time, 1, ask({ website: 'a.example' }, { clearbit: provider })))?.kind);
    }
    expect([kinds, asked.length]).toEqual([['failed', 'nothing', 'nothing'], 2]);
  });

  it('keeps nothing without `reuse for`, and nothing of a provider that goes by leads', async () => {
    const { time, ask } = office([enricher('firm', ['employees'])]);
    const { provider, asked } = talking(time, () => ({ afterMs: 1, reply: knows({ employees: 5 }) }));
    for (let index = 0; index < 2; index += 1)
      await after(time, 1, ask({ website: 'a.example' }, { clearbit: provider }));
    expect(asked).toHaveLength(2);
    const kept = office([reusing()]);
    const other = talking(kept.time, () => ({ afterMs: 1, reply: knows({ employees: 5 }) }));
    const perLead: Provider = { ...other.provider, perLead: true };
    const both = ['L1', 'L2'].map((id) => kept.ask({ id, website: 'a.example' }, { clearbit: perLead }));
    await kept.time.pass(1);
    await Promise.all(both);
    await after(kept.time, 1, kept.ask({ id: 'L1', website: 'a.example' }, { clearbit: perLead }));
    expect(other.asked).toHaveLength(3);
  });

  it('tells the cache what is private', async () => {
    const keys: boolean[] = [];
    const cache: Cache = { get: () => undefined, put: ({ isPrivate }) => void keys.push(isPrivate) };
    for (const one of [reusing(), { ...reusing(), by: lead('email') }, reusing(['employees', 'phone'])]) {
      const { time, ask } = office([one], cache);
      const { provider } = talking(time, () => ({ afterMs: 1, reply: knows({ employees: 5, secret: 'x' }) }));
      await after(time, 1, ask({ website: 'a.example', email: 'a@mill.example' }, { clearbit: provider }));
    }
    expect(keys).toEqual([false, true, true]);
  });

  it('puts in only the fields of the policy, and does without a cache that fails or hangs', async () => {
    const kept: unknown[] = [];
    const broken: Cache = {
      get: () => Promise.reject(new Error('no disk')),
      put: (_, one) => {
        kept.push(one);
        return Promise.reject(new Error('no disk'));
      },
    };
    const { time, ask } = office([reusing()], broken);
    const { provider } = talking(time, () => ({ afterMs: 1, reply: knows({ employees: 5, other: 'x' }) }));
    expect(answerOf(await after(time, 1, ask({ website: 'a.example' }, { clearbit: provider })))?.kind).toBe(
      'answered',
    );
    expect(kept).toEqual([{ askedAtMs: AT_MS, values: { employees: 5 } }]);
    const hanging = office([reusing()], { get: () => new Promise(() => {}), put: () => {} });
    const late = await after(hanging.time, 800, hanging.ask({ website: 'a.example' }, { clearbit: provider }));
    expect(answerOf(late)).toEqual({ kind: 'late' });
  });

  it('forgets what was used longest ago when memory is full', async () => {
    const cache = memoryCache(2);
    const key = (text: string) => ({ text, isPrivate: false });
    for (const text of ['a', 'b']) await cache.put(key(text), { askedAtMs: 1 });
    await cache.get(key('a'));
    await cache.put(key('c'), { askedAtMs: 1 });
    expect(await Promise.all(['a', 'b', 'c'].map(async (text) => (await cache.get(key(text))) !== undefined))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
