// Phrases of other products: each is one problem, and its repair says the same in the language's own words.
import { describe, expect, test } from 'vitest';
import { applyFix } from '../../src/diagnostics/apply.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The codes of a text, and the text with every problem's only repair made, one after the other. */
function mended(text: string): readonly [codes: string, text: string] {
  let mine = text;
  const codes = parse({ name: 'a', text, order: 0 }).diagnostics.map(({ code }) => code);
  for (let round = 0; round < 5; round += 1) {
    const [fix, ...others] = parse({ name: 'a', text: mine, order: 0 }).diagnostics[0]?.fixes ?? [];
    if (fix === undefined || others.length > 0) break;
    mine = applyFix(mine, fix);
  }
  expect(parse({ name: 'a', text: mine, order: 0 }).diagnostics).toEqual([]);
  return [codes.join(' '), mine];
}

const inMatch = (lines: string): string => `match deal from deals {\n  ${lines}\n}\n`;
const inEnrich = (lines: string): string => `enrich facts {\n  ${lines}\n}\n`;
const inRule = (lines: string): string =>
  `route {\n  rule "R"\n    when a\n    ${lines}\n  otherwise\n    route to b\n}\n`;
const inTeam = (line: string): string => `team a "A" {\n  rep b "B"\n  ${line}\n}\n`;
const inTest = (line: string): string => `test "t" {\n  lead { id "1" }\n  ${line}\n  expect otherwise\n}\n`;

describe.each([
  [
    'a match',
    inMatch,
    [
      ['90% when deal.name is similar to company accept 85%', '90% when deal.name is like company accept 85%'],
      ['90% when deal.name sounds like company accept 85%', '90% when deal.name is like company accept 85%'],
      ['90% when deal.name ~ company and b accept 85%', '90% when deal.name is like company and b accept 85%'],
      ['90% when deal.name matches company accept 85%', '90% when deal.name is like company accept 85%'],
      ['90% when deal.name is company accept 0.85', '90% when deal.name is company accept 85%'],
      ['0.9 when deal.name is company accept 85%', '90% when deal.name is company accept 85%'],
      ['90% when deal.name is company accept above 85%', '90% when deal.name is company accept 85%'],
      ['90% when deal.name is company threshold 85%', '90% when deal.name is company accept 85%'],
      ['when deal.name is company 90% accept 85%', '90% when deal.name is company accept 85%'],
      [
        'when deal.name is like company and b with 92.5%\n  accept 85%',
        '92.5% when deal.name is like company and b\n  accept 85%',
      ],
      ['when deal.name is company\n  and b 90%\n  accept 85%', '90% when deal.name is company\n  and b\n  accept 85%'],
      ['90% when a is b accept 85% review 60% to desk', '90% when a is b accept 85% review 60% in desk'],
      ['90% when a is b accept 85% prefer newest deal.at', '90% when a is b accept 85% prefer the newest deal.at'],
      ['90% when a is b accept 85% prefer the latest deal.at', '90% when a is b accept 85% prefer the newest deal.at'],
      ['90% when a is b accept 85% prefer most recent deal.at', '90% when a is b accept 85% prefer the newest deal.at'],
      ['90% when a is b accept 85% prefer the largest deal.x', '90% when a is b accept 85% prefer the highest deal.x'],
    ],
  ],
  [
    'an enricher',
    inEnrich,
    [
      ['from c by d fill a and b within 1 second', 'from c by d fill a, b within 1 second'],
      ['from c by d fill a timeout 800 ms', 'from c by d fill a within 800 ms'],
      ['from c by d fill a within 1 second cache for 30 days', 'from c by d fill a within 1 second reuse for 30 days'],
      ['provider c by d fill a within 1 second', 'from c by d fill a within 1 second'],
    ],
  ],
  [
    'a rule',
    inRule,
    [
      ['route to split { sales 60%  desk 40% }', 'route to split { 60% sales  40% desk }'],
      ['route to split { sales: 60%, desk: 40% }', 'route to split { 60% sales 40% desk }'],
      ['route to 60% sales and 40% desk', 'route to split { 60% sales  40% desk }'],
      ['route to split 60% sales and 40% desk', 'route to split { 60% sales  40% desk }'],
      ['route to split { 60% sales and 40% desk }', 'route to split { 60% sales 40% desk }'],
      ['route to split { sales desk }', 'route to split { 50% sales  50% desk }'],
      ['route to split evenly { sales desk bar }', 'route to split { 33.34% sales  33.33% desk  33.33% bar }'],
      ['route to split on email { 60% sales  40% desk }', 'route to split by email { 60% sales  40% desk }'],
      ['route to sales by fewest per month', 'route to sales by fewest this month'],
      ['route to sales by fewest leads this month', 'route to sales by fewest this month'],
      ['route to sales by propensity using best', 'route to sales by likelihood using best'],
      ['route to sales by least leads this month', 'route to sales by fewest this month'],
      ['route to sales reserve at least 20% when rep.x > 1', 'route to sales reserve at least 20% for rep.x > 1'],
      ['route to sales fallback { for 2 hours dana  desk }', 'route to sales fallback { dana for 2 hours  desk }'],
      ['route to sales fallback { dana within 2 hours  desk }', 'route to sales fallback { dana for 2 hours  desk }'],
      ['route to sales fallback { dana until 2 hours  desk }', 'route to sales fallback { dana for 2 hours  desk }'],
    ],
  ],
  [
    'a team',
    inTeam,
    [
      ['pause at 1.5 times average', 'pause above 1.5 times average'],
      ['pause above 1.5 times the average', 'pause above 1.5 times average'],
      ['pause above 150% of average', 'pause above 1.5 times average'],
      ['pause above 120% of the team average', 'pause above 1.2 times average'],
      ['pause above 150%', 'pause above 1.5 times average'],
      ['counts as 2 when a', 'counts 2 when a'],
    ],
  ],
  [
    'a test',
    inTest,
    [
      ['given clearbit returns { company "A" }', 'given clearbit gives { company "A" }'],
      ['given clearbit answers with { company "A" }', 'given clearbit gives { company "A" }'],
      ['given clearbit is down', 'given clearbit fails'],
      ['given clearbit times out', 'given clearbit fails'],
      ['given ana is off', 'given ana is away'],
      ['given ana is on vacation', 'given ana is away'],
      ['given ana is not available', 'given ana is away'],
      ['given ben has 40 open leads', 'given ben has 40 open'],
      ['given ben has 40 leads open', 'given ben has 40 open'],
      ['expect review in desk', 'expect queue desk'],
    ],
  ],
  [
    'a condition',
    (text: string) => `define one = ${text}\n`,
    [
      ['company is similar to "Acme"', 'company is like "Acme"'],
      ['deal has matched', 'deal is matched'],
    ],
  ],
] as const)('%s', (_, around, pairs) => {
  test.each(pairs.map(([from, to]) => [from, to] as const))('%s', (from, to) => {
    const [codes, text] = mended(around(from));
    expect(codes).not.toContain(' FL101');
    expect(text).toBe(around(to));
  });
});

test('equal shares are a guess: a tool offers them and does not write them by itself', () => {
  const [problem] = parse({ name: 'a', text: inRule('route to split { sales desk }'), order: 0 }).diagnostics;
  expect(problem?.fixes.map(({ guess }) => guess)).toEqual([true]);
});

test.each([
  ['two targets', inRule('route to sales or desk')],
  ['two actions', inRule('route to sales route to desk')],
  ['a line twice', 'queue a "A" {\n  owner ana\n  owner ben\n}\n'],
  ['no ending', 'queue a "A" { owner ana }\nroute {\n  rule "R" when b route to a\n}\n'],
])('what only the author can choose is a guess: %s', (_, text) => {
  const { diagnostics } = parse({ name: 'a', text, order: 0 });
  expect(diagnostics.flatMap(({ fixes }) => fixes.map(({ guess }) => guess))).toEqual([true]);
});

test.each([
  ['match deal in deals { 90% when a is b accept 85% }\n', 'match deal from deals { 90% when a is b accept 85% }\n'],
  ['record deal in deals { name text }\n', 'record deal from deals { name text }\n'],
  ['enrich facts from c by d { fill a within 1 second }\n', 'enrich facts { from c by d fill a within 1 second }\n'],
])('%s', (from, to) => {
  expect(mended(from)[1]).toBe(to);
});

test('equal totals are counted in days, weeks or months', () => {
  const { diagnostics } = parse({ name: 'a', text: inRule('route to sales by fewest this quarter'), order: 0 });
  expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
    ['FL102', 'Here can stand `day`, `week` or `month`.'],
  ]);
});

test('a lead in review is expected by the queue of the one match that the file has', () => {
  const text = `${inMatch('90% when a is b accept 85% review 60% in desk')}${inTest('expect review')}`;
  expect(mended(text)).toEqual(['FL102', text.replace('expect review', 'expect queue desk')]);
  const [problem] = parse({ name: 'a', text: inTest('expect review'), order: 0 }).diagnostics;
  expect(problem?.hint).toContain('a lead in review is expected by its queue');
  expect(problem?.fixes).toEqual([]);
});

test('a percentage that a line of a match compares with is not how sure the line is', () => {
  const { diagnostics } = parse({ name: 'a', text: inMatch('when deal.share > 90% accept 85%'), order: 0 });
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'FL101 A percentage such as `25%` is missing here.',
  ]);
});
