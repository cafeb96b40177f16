// Leads are read as fixtures/reading.txt says; whatever arrives, reading ends, says what was wrong and keeps private values to itself.
import { readFileSync } from 'node:fs';
import { canonicalJson } from '@fairlead/ir';
import { compare, field, fixed, freeMail, lead, policyOf, rule, type } from '@fairlead/testkit/ir-builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/decision.ts';
import type { How } from '../../src/input/expected.ts';
import type { LeadReading } from '../../src/input/lead-reading.ts';
import { readLead } from '../../src/input/read-lead.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { anyLead, seed } from '../plan/arbitrary.ts';
import { CONTEXT, planOf, samplePolicy } from '../plan/sample.ts';
import { FIELDS, readingPolicy } from './reading.ts';

const fixture = readFileSync(new URL('fixtures/reading.txt', import.meta.url), 'utf8');
const plan = planOf(readingPolicy());

interface Case {
  readonly words: string;
  readonly how: How;
  readonly piece: string;
  readonly expected: string;
}

const cases: Case[] = [];
let words = '';
for (const line of fixture.split('\n')) {
  const [, how, json, cell, expected] = /^ {2}(json|csv|own) +(?:\|(.*)\||(.*?)) +=> (.*)$/.exec(line) ?? [];
  if (expected !== undefined && (how === 'json' || how === 'csv' || how === 'own')) {
    cases.push({ words, how, piece: json ?? cell ?? '', expected });
  } else if (line !== '' && !line.startsWith('#')) words = line;
}

test.each(cases)('$words: $how $piece => $expected', ({ words: head, how, piece, expected }) => {
  const here = FIELDS[head];
  if (here === undefined) throw new Error(`No field is called ${head}`);
  const key = how === 'own' ? here.name : (here.column ?? here.name);
  const row = { id: 'L1', [key]: how === 'csv' ? piece : JSON.parse(piece) };
  const reading = readLead(plan, row, how, CONTEXT);
  expect(said(reading, here.name)).toBe(expected);
  expect(reading.invalid).toBe(false);
});

test('every field of the fixture has cases', () => {
  expect([...new Set(cases.map((one) => one.words))].sort()).toEqual(Object.keys(FIELDS).sort());
  expect(cases.length).toBe(fixture.split('\n').filter((line) => line.startsWith('  ')).length);
});

/** What was recorded, and the issues: as the fixture says it. */
function said({ recorded, issues }: LeadReading, name: string): string {
  const value = recorded[name] === undefined ? [] : [spaced(recorded[name])];
  const found = issues.map((issue) => {
    const place = issue.field === name ? '' : `${issue.field}: `;
    return `${place}${issue.kind}; ${issue.held ?? ''}; ${issue.expected}`;
  });
  return [...value, ...found].join(' ') || 'missing';
}

/** JSON with spaces, as people write it. */
function spaced(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(spaced).join(', ')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  return `{${Object.entries(json)
    .map(([key, value]) => `${JSON.stringify(key)}: ${spaced(value)}`)
    .join(', ')}}`;
}

function issuesOf(of: Plan, raw: unknown): readonly Issue[] {
  return readLead(of, raw, 'json', CONTEXT).issues;
}

describe('required fields', () => {
  const strict = planOf(
    policyOf({
      blank: ['-'],
      fields: [
        field('mail', type('email'), { private: true }),
        field('size', type('count')),
        field('tags', { kind: 'list', of: type('text') }),
        field('kind', { kind: 'choice', choices: ['a', 'b'], open: false }),
      ],
    }),
  );

  test('a lead without them is invalid, and says each', () => {
    const reading = readLead(strict, { mail: ' ', size: '-' }, 'json', CONTEXT);
    expect(reading).toEqual({
      id: 'row 1',
      values: [undefined, undefined, undefined, { kind: 'list', items: [] }, undefined],
      issues: [
        { field: 'id', kind: 'missing', expected: 'text in quotes', fatal: true },
        { field: 'mail', kind: 'missing', expected: 'an e-mail address, such as ana@acme.example', fatal: true },
        { field: 'size', kind: 'missing', expected: 'a whole number, such as 250', fatal: true },
        { field: 'kind', kind: 'missing', expected: '"a" or "b"', fatal: true },
      ],
      invalid: true,
      recorded: {},
    });
  });

  test('malformed ones make it invalid too; a private value is not shown', () => {
    expect(issuesOf(strict, { id: 'L1', mail: 'canary', size: 2.5, tags: 'x', kind: 'c' })).toEqual([
      { field: 'mail', kind: 'malformed', expected: 'an e-mail address, such as ana@acme.example', fatal: true },
      { field: 'size', kind: 'malformed', held: '2.5', expected: 'a whole number, such as 250', fatal: true },
      { field: 'tags', kind: 'wrong-type', held: 'x', expected: 'a list, each item text in quotes', fatal: true },
      { field: 'kind', kind: 'not-a-choice', held: 'c', expected: '"a" or "b"', fatal: true },
    ]);
  });

  test('a required record whose own required field is missing makes the lead invalid', () => {
    const nested = planOf(readingPolicy([field('parent', { kind: 'record', record: 'account' })]));
    const row = { id: 'L1', parent: { 'Account Name': 'A', parent: { tier: 'B' } } };
    const reading = readLead(nested, row, 'json', CONTEXT);
    // The record inside is optional in its record: it counts as missing, and the rest stands.
    expect(reading.issues).toEqual([
      { field: 'parent.parent.name', kind: 'missing', expected: 'text in quotes', fatal: false },
    ]);
    expect(reading.recorded).toEqual({ id: 'L1', parent: { name: 'A' } });
    const without = readLead(nested, { id: 'L1', parent: {} }, 'json', CONTEXT);
    expect(without.issues).toEqual([
      { field: 'parent.name', kind: 'missing', expected: 'text in quotes', fatal: true },
    ]);
    expect(without.invalid).toBe(true);
  });
});

describe('whatever arrives', () => {
  test.each([
    ['a list', [], '[]'],
    ['nothing', null, 'null'],
    ['absent', undefined, 'undefined'],
    ['a text', '{"id": "L1"}', '{"id": "L1"}'],
    ['a number', 7, '7'],
  ])('%s is an invalid lead', (_, raw, held) => {
    const reading = readLead(plan, raw, 'json', CONTEXT);
    expect(reading.issues).toEqual([
      {
        field: 'lead',
        kind: 'wrong-type',
        held,
        expected: 'an object with the fields of a lead, such as {"id": "L1"}',
        fatal: true,
      },
    ]);
    expect([reading.id, reading.invalid]).toEqual(['row 1', true]);
  });

  test('only what the lead itself has is read', () => {
    const row = JSON.parse('{"id": "L1", "__proto__": {"name": "Mallory"}, "constructor": {"name": "x"}}');
    expect(readLead(plan, row, 'json', CONTEXT).recorded).toEqual({ id: 'L1' });
    const built = planOf(policyOf({ fields: [field('constructor', type('text'), { optional: true })] }));
    expect(readLead(built, { id: 'L1' }, 'json', CONTEXT).recorded).toEqual({ id: 'L1' });
    expect(readLead(built, { id: 'L1', constructor: 'x' }, 'json', CONTEXT).recorded).toEqual({
      id: 'L1',
      constructor: 'x',
    });
    const ratings = JSON.parse('{"id": "L1", "interests": {"__proto__": 3}}');
    expect(JSON.stringify(readLead(plan, ratings, 'json', CONTEXT).recorded)).toBe(
      '{"id":"L1","interests":{"__proto__":3}}',
    );
  });

  test('what is too long or too deep is an issue, and is not copied', () => {
    const long = 'x'.repeat(100_001);
    let deep: unknown = { 'Account Name': 'bottom' };
    for (let depth = 0; depth < 5000; depth += 1) deep = { 'Account Name': 'A', parent: deep };
    const row = {
      id: 'L1',
      name: long,
      languages: Array.from({ length: 10_001 }, () => 'x'),
      sku: 'x'.repeat(100_000),
      interests: Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`r${n}`, 1])),
      account: deep,
    };
    const found = issuesOf(plan, row).map(({ field: name, kind, expected, held = '' }) => {
      return [name.length > 60 ? name.length : name, kind, expected, held.length];
    });
    expect(found).toEqual([
      ['name', 'too-long', 'at most 100,000 characters', 80],
      ['languages', 'too-long', 'at most 10,000 items', 80],
      ['interests', 'too-long', 'at most 10,000 items', 80],
      [
        'account.parent.parent.parent.parent.parent.parent.parent.parent.parent.parent.parent.parent.parent.parent.parent.parent'
          .length,
        'too-long',
        'records within records at most 16 deep',
        80,
      ],
    ]);
  });

  test('any JSON in any field: reading ends, twice the same, and what it records is read again as the same', () => {
    const sample = planOf(samplePolicy([]));
    fc.assert(
      fc.property(anyLead, fc.constantFrom<How>('json', 'csv', 'own'), (row, how) => {
        const reading = readLead(sample, { id: 'L1', ...row }, how, CONTEXT);
        expect(readLead(sample, { ...row, id: 'L1' }, how, CONTEXT)).toEqual(reading);
        expect(reading.invalid).toBe(reading.issues.some(({ fatal }) => fatal));
        // Without its masks it is a lead in the language's own writing.
        const own = Object.fromEntries(
          Object.entries(reading.recorded).filter(
            ([name]) => sample.lead.fields.find((f) => f.name === name)?.private !== true,
          ),
        );
        const again = readLead(sample, JSON.parse(canonicalJson(own)), 'own', CONTEXT);
        expect(again.issues).toEqual([]);
        expect(canonicalJson(again.recorded)).toBe(canonicalJson(own));
      }),
      { seed, numRuns: 500 },
    );
  });

  test('any value at all', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), (raw) => {
        readLead(plan, raw, 'json', CONTEXT);
        readLead(plan, raw, 'csv', CONTEXT);
        readLead(plan, { id: raw, name: raw, account: raw, languages: [raw] }, 'json', CONTEXT);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('private fields', () => {
  const canary = 'canary@secret-canary.example';
  const build = (...when: Parameters<typeof rule>[1][]): Plan =>
    planOf(
      policyOf({
        fields: [
          field('mail', type('email'), { private: true, optional: true }),
          field('note', type('text'), { private: true, optional: true }),
          field('account', { kind: 'record', record: 'account' }, { optional: true }),
          field('vault', { kind: 'record', record: 'account' }, { private: true, optional: true }),
        ],
        records: [
          {
            name: 'account',
            source: 'accounts',
            blank: [],
            fields: [field('name', type('text')), field('phone', type('text'), { private: true, optional: true })],
          },
        ],
        rules: when.map((condition, index) => rule(String(index), condition)),
      }),
    );
  const row = {
    id: 'L1',
    mail: canary,
    note: 'canary',
    account: { name: 'Acme', phone: 'canary' },
    vault: { name: 'canary' },
  };

  test('are masked in what is recorded, in records too', () => {
    expect(readLead(build(), row, 'json', CONTEXT).recorded).toEqual({
      id: 'L1',
      mail: { private: true },
      note: { private: true },
      account: { name: 'Acme', phone: { private: true } },
      vault: { private: true },
    });
  });

  test('keep their domain only where the policy asks for it', () => {
    const free = build(freeMail(lead('mail')));
    expect(readLead(free, row, 'json', CONTEXT).recorded['mail']).toEqual({ private: true });
    const domain = build(compare('text', { kind: 'domain', of: lead('mail') }, 'is', fixed('x.example')));
    expect(readLead(domain, row, 'json', CONTEXT).recorded['mail']).toEqual({
      private: true,
      domain: 'secret-canary.example',
    });
    expect(readLead(domain, { ...row, mail: 'canary@gmail.com' }, 'json', CONTEXT).recorded['mail']).toEqual({
      private: true,
    });
  });

  test('show in no issue', () => {
    const bad = {
      id: 'L1',
      mail: 'canary',
      note: 5,
      account: { name: 'A', phone: ['canary'] },
      vault: { name: { canary: 1 } },
    };
    const { issues } = readLead(build(), bad, 'json', CONTEXT);
    expect(issues.map(({ field: name, kind }) => [name, kind])).toEqual([
      ['mail', 'malformed'],
      ['note', 'wrong-type'],
      ['account.phone', 'wrong-type'],
      ['vault.name', 'wrong-type'],
    ]);
    expect(JSON.stringify(issues)).not.toContain('canary');
  });
});
