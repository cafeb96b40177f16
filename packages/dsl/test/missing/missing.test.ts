// Which conditions leave it open what a missing value means, and that each repair says it.
import { describe, expect, test } from 'vitest';
import { checkCondition, checkText, problems, withFix } from '../types/support.ts';

const open = (condition: string, before = ''): readonly string[] =>
  problems(checkCondition(condition, before)).filter((line) => line.startsWith('FL4'));

describe('says what a missing value means', () => {
  test.each([
    ['a positive comparison', 'industry is "Finance" and employees > 100'],
    ['is missing in the same `or`', 'industry is missing or industry is not "Finance"'],
    ['is known in the same `and`', 'industry is known and industry is not "Finance"'],
    ['another positive comparison of the value', 'industry contains "care" and industry is not "Healthcare"'],
    ['a chain further out', 'industry is known and (employees > 5 or industry is not "Finance")'],
    ['`or` further out', 'industry is missing or (employees > 5 and industry is not "Finance")'],
    ['not missing', 'not (industry is missing) and industry is not "Finance"'],
    ['`or` under `not`', 'not (industry is missing or industry is "Finance")'],
    ['`and` under `not`', 'not (industry is known and industry is "Finance")'],
    ['both sides of an `or` that need it', '(industry is "A" or industry is known) and industry is not "Finance"'],
    ['a sum that is known', 'employees + growth is known and employees is not 5'],
    ['a value of an optional record', 'account.tier is known and account.tier is not "A"'],
    [
      'the record itself is not enough for an optional field, but both are',
      'account is known and account.tier is known and account.tier is not "A"',
    ],
    ['a required field of an optional record', 'account is known and account.name is not "Acme"'],
    ['lists are empty', 'tags includes none of ["x"] and not (tags includes "y")'],
    ['signals are empty', 'not (activity includes "demo" at least 2 times)'],
    ['scores are always known', 'fit is not 3 and not (fit > 5)'],
    ['a required field', 'source is not "form" and not (created within the last 3 days)'],
    ['the home team of a known rep', 'owner is known and team of owner is not sales'],
    ['the backup that the text names', 'backup of ana is not dana'],
    ['open hours', 'not during berlin'],
  ])('%s: %s', (_, condition) => {
    const before =
      'score fit max 9 { 1 when opted_in } team extra "Extra" { rep eve "Eve" { works berlin backup ana } }';
    expect(open(condition.replace('backup of ana', 'backup of eve'), before)).toEqual([]);
  });
});

describe('leaves it open', () => {
  test.each([
    ['industry is not "Finance"', ['FL401 industry is not "Finance"']],
    ['industry not in ["Finance"]', ['FL401 industry not in ["Finance"]']],
    ['employees not in 1..5', ['FL401 employees not in 1..5']],
    ['title contains none of ["intern"]', ['FL401 title contains none of ["intern"]']],
    ['not agreed', ['FL401 not agreed']],
    ['not (employees > 5)', ['FL401 not (employees > 5)']],
    ['not (industry is not "Finance")', ['FL401 not (industry is not "Finance")']],
    ['not (not (not (industry is "Finance")))', ['FL401 not (industry is "Finance")']],
    ['opted_in and (industry is known or industry is not "Finance")', ['FL401 industry is not "Finance"']],
    ['industry is missing and industry is not "Finance"', ['FL401 industry is not "Finance"']],
    ['not (industry is known or industry is "Finance")', ['FL401 not (industry is known or industry is "Finance")']],
    ['industry is not "A" and industry is not "B"', ['FL401 industry is not "A"', 'FL401 industry is not "B"']],
    ['not (industry is "A" and industry contains "B")', ['FL401 not (industry is "A" and industry contains "B")']],
    ['(industry is "A" or opted_in) and industry is not "B"', ['FL401 industry is not "B"']],
    ['account is known and account.tier is not "A"', ['FL401 account.tier is not "A"']],
    ['account.name is not "Acme"', ['FL401 account.name is not "Acme"']],
    ['domain of email is not "acme.example"', ['FL401 domain of email is not "acme.example"']],
    ['email is free mail or domain of email is not "a.example"', ['FL401 domain of email is not "a.example"']],
    ['backup of dana is not ana', ['FL401 backup of dana is not ana']],
    ['employees + 1 is not 5', ['FL401 employees + 1 is not 5']],
    ['country is not company', ['FL401 country is not company']],
    ['not (born within the last 3 days)', ['FL401 not (born within the last 3 days)']],
  ])('%s', (condition, expected) => {
    expect(open(condition)).toEqual(expected);
  });

  test('in every place that has conditions', () => {
    const rules = `rule "R" when industry is not "A" route to sales
      where rep.win_rate is not 3
      weight { 2 when not (rep.load > 1) 1 otherwise }
      notify mail "x" when company is not "A"`;
    const found = problems(
      checkText(`define d = title is not "x" score s max 9 { 1 when country is not "DE" }
        route { ${rules}  rule "S" when d and s > 1 route to sales otherwise route to triage }`),
    );
    expect(found.map((line) => line.slice(6))).toEqual([
      'title is not "x"',
      'country is not "DE"',
      'industry is not "A"',
      'rep.win_rate is not 3',
      'not (rep.load > 1)',
      'company is not "A"',
    ]);
  });
});

describe('defines', () => {
  const executive = 'define executive = title mentions any of ["CEO", "CFO"]';

  test.each([
    ['used as they are, they say what they say', executive, 'executive', []],
    ['negated, they are looked through', executive, 'not executive', ['FL402 not executive']],
    ['a guard beside them counts', executive, 'title is known and not executive', []],
    ['so does one inside', 'define a = title is known and title is not "x"', 'not a', []],
    [
      'a positive comparison inside does not',
      'define a = title contains "x" and title is not "xy"',
      'not a',
      ['FL402 not a'],
    ],
    ['a define can be a guard', `${executive} define named = title is known`, 'named and not executive', []],
    [
      'what one leaves open itself is said once, there',
      'define a = title is not "x"',
      'not a',
      ['FL401 title is not "x"'],
    ],
    ['through two of them', `${executive} define b = executive or opted_in`, 'not b', ['FL402 not b']],
    [
      'negated twice they are as they were',
      `${executive} define b = not (executive)`,
      'not b',
      ['FL402 not (executive)'],
    ],
  ])('%s', (_, before, condition, expected) => {
    expect(open(condition, before)).toEqual(expected);
  });
});

describe('asking for what is never missing', () => {
  test.each([
    ['created is missing', ['FL403 created is missing']],
    ['tags is known', ['FL403 tags is known']],
    ['account.name is missing', []],
    ['domain of email is missing', []],
    ['employees + 1 is known', []],
    ['created is known and country is known', ['FL403 created is known']],
  ])('%s', (condition, expected) => {
    expect(open(condition)).toEqual(expected);
  });
});

describe('repairs', () => {
  test.each([
    ['industry is not "A"', 'industry is missing or industry is not "A"', 'industry is known and industry is not "A"'],
    [
      'opted_in and industry is not "A"',
      'opted_in and (industry is missing or industry is not "A")',
      'opted_in and industry is known and industry is not "A"',
    ],
    [
      'opted_in or industry is not "A"',
      'opted_in or industry is missing or industry is not "A"',
      'opted_in or (industry is known and industry is not "A")',
    ],
    [
      'opted_in and not (industry is "A" or country is "DE")',
      'opted_in and (industry is missing or country is missing or not (industry is "A" or country is "DE"))',
      'opted_in and industry is known and country is known and not (industry is "A" or country is "DE")',
    ],
    ['not agreed', 'agreed is missing or not agreed', 'agreed is known and not agreed'],
  ])('of %s', (condition, missing, known) => {
    const checked = checkCondition(condition);
    const when = (text: string): string => /when (.*) route to sales/.exec(text)?.[1] ?? '';
    expect(when(withFix(checked, 'FL401', 0))).toBe(missing);
    expect(when(withFix(checked, 'FL401', 1))).toBe(known);
    expect(open(missing)).toEqual([]);
    expect(open(known)).toEqual([]);
  });
});

describe('never together', () => {
  test.each([
    ['industry is missing and industry is "Finance"', ['FL610 industry is "Finance"']],
    [
      'opted_in and (industry is missing and (industry is "A" or industry is "B"))',
      ['FL610 industry is "A" or industry is "B"'],
    ],
    ['account is missing and account.tier is "A"', ['FL610 account.tier is "A"']],
    ['account.owner is missing and account.owner is ana', ['FL610 account.owner is ana']],
    ['industry is missing and not (industry is missing)', ['FL610 not (industry is missing)']],
    ['industry is missing and (industry is "A" or opted_in)', []],
    ['account.owner is missing and account.tier is "A"', []],
    ['industry is missing or industry is "A"', []],
    ['industry is missing and employees > 5', []],
  ])('%s', (condition, expected) => {
    expect(problems(checkCondition(condition)).filter((line) => line.startsWith('FL610'))).toEqual(expected);
  });
});
