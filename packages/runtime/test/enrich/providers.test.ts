// The providers that come with it: a service on the web, a table, answers that were written down, and earlier decisions.
import { describe, expect, it, vi } from 'vitest';
import {
  type HttpDescription,
  type HttpReply,
  type HttpRequest,
  httpProvider,
} from '../../src/enrich/http-provider.ts';
import { type Question, type Reply, startStop } from '../../src/enrich/provider.ts';
import { decisionsProvider, recordedAnswer, recordedProvider } from '../../src/enrich/recorded-provider.ts';
import { tableProvider } from '../../src/enrich/table-provider.ts';
import { AT_MS, decided, enricher, enriching, values } from './enriching.ts';

const asks = (key: string, lead = 'L1'): Question => ({ key, lead, fields: ['employees'], stop: startStop() });

describe('the web', () => {
  const fields = { employees: 'company.metrics.employees', company: 'company.name', title: 'people.0.title' };
  const described: HttpDescription = {
    url: 'https://api.example/v1/{key}?q={key}',
    headers: { 'x-api-key': 'CANARY' },
    fields,
  };

  /** What the provider makes of a reply, and what it asked for. */
  async function heard(
    reply: Partial<HttpReply> | Error,
    key = 'a.example',
  ): Promise<{ reply: Reply; requests: HttpRequest[] }> {
    const requests: HttpRequest[] = [];
    const provider = httpProvider(described, (request) => {
      requests.push(request);
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve({ status: 200, text: '{}', ...reply });
    });
    return { reply: await provider.ask(asks(key)), requests };
  }

  const body = (json: unknown): Partial<HttpReply> => ({ text: JSON.stringify(json) });

  it('finds fields by their paths, in lists too', async () => {
    const json = { company: { name: 'Harbour', metrics: { employees: 250 } }, people: [{ title: 'CIO' }] };
    expect((await heard(body(json))).reply).toEqual({
      kind: 'answered',
      values: { employees: 250, company: 'Harbour', title: 'CIO' },
    });
  });

  it('leaves out what is not there or null, and knows nothing where all of it is', async () => {
    expect((await heard(body({ company: { name: null, metrics: [] }, people: {} }))).reply).toEqual({
      kind: 'nothing',
    });
    expect((await heard(body({ company: { metrics: { employees: 0 } } }))).reply).toEqual({
      kind: 'answered',
      values: { employees: 0 },
    });
    const inherited = httpProvider({ ...described, fields: { a: 'constructor', b: '__proto__', c: 'x.length' } }, () =>
      Promise.resolve({ status: 200, text: '{"x": "abc"}' }),
    );
    expect(await inherited.ask(asks('k'))).toEqual({ kind: 'nothing' });
  });

  it('takes names with dots in them from a list of steps', async () => {
    const provider = httpProvider({ ...described, fields: { a: ['x.y', 'z'] } }, () =>
      Promise.resolve({ status: 200, text: '{"x.y": {"z": 1}}' }),
    );
    expect(await provider.ask(asks('k'))).toEqual({ kind: 'answered', values: { a: 1 } });
  });

  it.each([
    ['a b/c?d#e%&=', 'a%20b%2Fc%3Fd%23e%25%26%3D'],
    ['müller.example', 'm%C3%BCller.example'],
    ['../../admin', '..%2F..%2Fadmin'],
    ['$&$1', '%24%26%241'],
    ['\ud800', '%EF%BF%BD'],
  ])('encodes the key %j', async (key, encoded) => {
    expect((await heard({}, key)).requests.map(({ url }) => url)).toEqual([
      `https://api.example/v1/${encoded}?q=${encoded}`,
    ]);
  });

  it.each(['.', '..', 'x'.repeat(2001)])('does not ask by a key that is no name of anything', async (key) => {
    const { reply, requests } = await heard({}, key);
    expect([reply, requests]).toEqual([{ kind: 'nothing' }, []]);
  });

  it.each([404, 410, 204])('takes %i as knowing nothing', async (status) => {
    expect((await heard({ status })).reply).toEqual({ kind: 'nothing' });
  });

  it.each([
    [202, 'it was still looking (HTTP 202)', 100],
    [408, 'it was too slow (HTTP 408)', 100],
    [429, 'it was asked too often (HTTP 429)', 100],
    [500, 'it had a fault (HTTP 500)', 100],
    [503, 'it was not available (HTTP 503)', 100],
    [599, 'it answered with an error (HTTP 599)', 100],
    [301, 'it pointed to another address, which is not followed (HTTP 301)', undefined],
    [400, 'it did not understand the question (HTTP 400)', undefined],
    [401, 'it did not accept the secret (HTTP 401)', undefined],
    [418, 'it answered with an error (HTTP 418)', undefined],
  ])('says what HTTP %i means', async (status, why, afterMs) => {
    expect((await heard({ status })).reply).toEqual({
      kind: 'failed',
      why,
      ...(afterMs === undefined ? {} : { again: { afterMs } }),
    });
  });

  it('waits as long as the service asks for, if that is not long', async () => {
    expect((await heard({ status: 429, retryAfter: '2' })).reply).toMatchObject({ again: { afterMs: 2000 } });
    expect((await heard({ status: 429, retryAfter: '0' })).reply).toMatchObject({ again: { afterMs: 100 } });
    expect((await heard({ status: 429, retryAfter: '3600' })).reply).not.toHaveProperty('again');
    expect((await heard({ status: 429, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' })).reply).toMatchObject({
      again: { afterMs: 100 },
    });
  });

  it.each([
    [{ text: '<html>' }, 'its answer was not JSON'],
    [{ text: '' }, 'its answer was not JSON'],
    [{ text: '[{"company": {}}]' }, 'its answer was no object'],
    [{ text: 'null' }, 'its answer was no object'],
    [{ text: '"CANARY"' }, 'its answer was no object'],
    [{ text: undefined }, 'its answer was too long'],
    [new Error('connect ECONNREFUSED with CANARY'), 'it could not be reached'],
  ])('says what is wrong with %j, and nothing of what it holds', async (reply, why) => {
    const came = (await heard(reply)).reply;
    expect(came).toMatchObject({ kind: 'failed', why });
    expect(JSON.stringify(came)).not.toContain('CANARY');
  });
});

describe('a table', () => {
  const rows = [
    { Domain: 'Harbour.example', Size: '250', Name: ' Harbour ' },
    { Domain: 'mill.example', Size: ' ', Name: '' },
    { Domain: 'harbour.EXAMPLE', Size: '9', Name: 'Another' },
    { Domain: '', Size: '1', Name: 'Nobody' },
  ];
  const table = tableProvider(rows, { key: 'Domain', fields: { employees: 'Size', company: 'Name' } });

  it('looks its key up, folded; the first row counts', async () => {
    expect(await table.ask(asks('HARBOUR.example '))).toEqual({
      kind: 'answered',
      values: { employees: '250', company: ' Harbour ' },
      cells: true,
    });
    expect(table).toMatchObject({ rows: 4, repeated: 1, keyless: 1 });
  });

  it('knows nothing of a row of blanks, nor of what is not there', async () => {
    expect(await table.ask(asks('mill.example'))).toEqual({ kind: 'nothing' });
    expect(await table.ask(asks('other.example'))).toEqual({ kind: 'nothing' });
    expect(await table.ask(asks(''))).toEqual({ kind: 'nothing' });
  });
});

describe('what was recorded', () => {
  it('is said once more', async () => {
    const provider = recordedProvider([
      ['harbour.example', { employees: 250 }],
      ['down.example', 'fails'],
      ['empty.example', 'nothing'],
      ['slow.example', 'late'],
    ]);
    expect(await provider.ask(asks('Harbour.Example'))).toEqual({ kind: 'answered', values: { employees: 250 } });
    expect(await provider.ask(asks('down.example'))).toMatchObject({ kind: 'failed' });
    expect(await provider.ask(asks('empty.example'))).toEqual({ kind: 'nothing' });
    expect(await provider.ask(asks('unknown.example'))).toEqual({ kind: 'nothing' });
    const stop = startStop();
    const late = provider.ask({ ...asks('slow.example'), stop });
    stop.stop();
    expect(await late).toEqual({ kind: 'nothing' });
  });

  it('comes from decisions too, without what was private', async () => {
    const here = enriching([
      enricher('firm', ['employees', 'phone']),
      enricher('more', ['company']),
      enricher('else', ['size'], { provider: 'other' }),
    ]);
    const site = { website: 'harbour.example' };
    const decision = decided(here, site, {
      firm: values({ employees: 250, phone: '+43 660 1' }),
      more: values({ company: 'Harbour' }),
      else: { kind: 'late' },
    });
    const provider = decisionsProvider('clearbit');
    provider.add(decision);
    expect(provider.perLead).toBe(true);
    expect(await provider.ask(asks('whatever', 'L1'))).toEqual({
      kind: 'answered',
      values: { employees: 250, company: 'Harbour' },
    });
    expect(await provider.ask(asks('harbour.example', 'L2'))).toEqual({ kind: 'nothing' });
    const other = decisionsProvider('other');
    other.add(decision);
    const stop = startStop();
    const said = vi.fn();
    const late = other.ask({ ...asks('x', 'L1'), stop }).then(said);
    await Promise.resolve();
    expect(said).not.toHaveBeenCalled();
    stop.stop();
    await late;
    expect(said).toHaveBeenCalledWith({ kind: 'nothing' });
    expect(recordedAnswer(decision, 'firm')).toEqual({
      kind: 'answered',
      askedAtMs: AT_MS,
      values: { employees: 250 },
    });
    expect(recordedAnswer(decision, 'nobody')).toBeUndefined();
  });
});
