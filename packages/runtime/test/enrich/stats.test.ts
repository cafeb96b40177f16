// What is counted of providers: how they answered, what they filled, and how much of it people left as it was.
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/decision.ts';
import { type Correction, enrichStats, type FieldStats } from '../../src/enrich/stats.ts';
import type { ProviderAnswer } from '../../src/world.ts';
import { AT_MS, decided, enricher, enriching, values } from './enriching.ts';

const here = enriching([
  enricher('firm', ['company', 'employees', 'phone']),
  enricher('more', ['size', 'founded', 'budget', 'tags'], { provider: 'other' }),
]);
const SITE = { website: 'harbour.example' };

function decision(id: string, given: object, answers: Readonly<Record<string, ProviderAnswer>>): Decision {
  return decided(here, { id, ...given }, answers);
}

const correction = (
  lead: string,
  name: string,
  value: Correction['value'],
  at = '2026-11-25T09:00:00Z',
): Correction => ({
  lead,
  field: name,
  at,
  ...(value === undefined ? {} : { value }),
});

function fieldsOf(
  corrections: readonly Correction[],
  ...decisions: readonly Decision[]
): Readonly<Record<string, FieldStats>> {
  const stats = enrichStats(corrections);
  for (const one of decisions) stats.add(one, here.plan);
  return Object.fromEntries(stats.report().flatMap(({ fields }) => fields.map((one) => [one.field, one])));
}

describe('how providers answered', () => {
  it('is counted per lead', () => {
    const stats = enrichStats();
    const earlier = { kind: 'nothing', askedAtMs: AT_MS - 1 } as const;
    for (const one of [
      decision('L1', SITE, { firm: values({ company: 'Harbour', employees: 'x' }), more: { kind: 'late' } }),
      decision('L2', { ...SITE, employees: 5 }, { firm: earlier, more: { kind: 'failed', why: 'HTTP 503' } }),
      decision('L3', {}, {}),
      decision('L4', SITE, { firm: values({ employees: 7, phone: '1' }) }),
    ]) {
      stats.add(one, here.plan);
    }
    const [clearbit, other] = stats.report();
    expect(clearbit).toMatchObject({
      provider: 'clearbit',
      asked: 3,
      answered: 2,
      nothing: 1,
      earlier: 1,
      notAsked: 1,
    });
    expect(other).toMatchObject({ provider: 'other', asked: 2, late: 1, failed: 1, notAsked: 2 });
    expect(clearbit?.fields).toMatchObject([
      { field: 'company', wanted: 3, filled: 1, refused: 0, isPrivate: false },
      { field: 'employees', wanted: 2, filled: 1, refused: 1 },
      { field: 'phone', wanted: 3, filled: 1, isPrivate: true },
    ]);
  });

  it('is known for filled fields alone where the policy is not at hand', () => {
    const stats = enrichStats();
    stats.add(decision('L1', SITE, { firm: values({ company: 'Harbour', employees: 'x' }) }), undefined);
    expect(stats.report()[0]?.fields.map(({ field }) => field)).toEqual(['company', 'employees']);
  });

  it('does not count what was decided again without asking', () => {
    const stats = enrichStats();
    const first = decision('L1', SITE, { firm: values({ company: 'Harbour' }) });
    const again = { first: first.at, had: ['ana'], temporaryUsed: false };
    stats.add(first, here.plan);
    stats.add({ ...first, again: { ...again, cause: 'reassign' } }, here.plan);
    stats.add({ ...first, again: { ...again, cause: 'changed' } }, here.plan);
    expect(stats.report()[0]?.asked).toBe(2);
  });
});

describe('how much was right', () => {
  const filled = decision('L1', SITE, {
    firm: values({ company: 'Harbour Works', employees: 250, phone: '+43 1' }),
    more: values({ size: 'large', founded: '1994-05-01', budget: 50000, tags: ['a'] }),
  });

  it.each([
    ['company', ' harbour WORKS', 1],
    ['company', 'Mill', 0],
    ['employees', 250, 1],
    ['employees', '250', 1],
    ['employees', 251, 0],
    ['employees', null, 0],
    ['employees', 'many', 0],
    ['size', 'LARGE', 1],
    ['founded', '1994-05-01', 1],
    ['founded', '1994-05-02', 0],
    ['budget', 50000, 1],
  ])('compares %s with %j as the field does', (name, value, right) => {
    expect(fieldsOf([correction('L1', name, value)], filled)[name]).toMatchObject({ filled: 1, checked: 1, right });
  });

  it('cannot be said of private fields', () => {
    expect(fieldsOf([correction('L1', 'phone', undefined)], filled)['phone']).toMatchObject({
      checked: 1,
      right: 0,
      isPrivate: true,
    });
    expect(fieldsOf([correction('L1', 'phone', '+43 1')], filled)['phone']).toMatchObject({ checked: 1, right: 0 });
  });

  it('goes by the last word after the decision', () => {
    const early = correction('L1', 'employees', 1, '2026-11-24T10:00:00+02:00');
    expect(fieldsOf([early], filled)['employees']).toMatchObject({ checked: 0 });
    const words = [correction('L1', 'employees', 250, '2026-11-26T09:00:00Z'), correction('L1', 'employees', 9), early];
    expect(fieldsOf(words, filled)['employees']).toMatchObject({ checked: 1, right: 1 });
  });

  it('counts no field that the provider did not fill', () => {
    const own = decision('L1', { ...SITE, employees: 5 }, { firm: values({ employees: 7 }) });
    expect(fieldsOf([correction('L1', 'employees', 5)], own)['employees']).toMatchObject({
      wanted: 0,
      filled: 0,
      checked: 0,
    });
  });
});
