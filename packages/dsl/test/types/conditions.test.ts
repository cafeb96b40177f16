// Every operator on every type: what a condition is, or why it is none.
import { describe, expect, test } from 'vitest';
import { checkCondition, lead, problems } from './support.ts';

/** Condition → what it is, as `kind as`, or the codes of its problems. */
function meaning(condition: string, before = ''): string {
  const checked = checkCondition(condition, before);
  const codes = problems(checked).map((line) => line.slice(0, 5));
  if (codes.length > 0) return codes.join(' ');
  const { route } = checked.bindings;
  const [rule] = route?.rules ?? [];
  const when = rule?.when;
  const found = when?.kind === 'comparison' ? checked.types.comparisons.get(when.id) : undefined;
  if (found === undefined) return 'nothing';
  return 'as' in found ? `${found.kind} ${found.as}` : found.kind;
}

describe('is', () => {
  test.each([
    ['country is "DE"', 'compare text'],
    ['email is "k@acme.example"', 'compare text'],
    ['country is email', 'compare text'],
    ['industry is "finance"', 'compare text'],
    ['source is industry', 'compare text'],
    ['zip is "10115"', 'compare code'],
    ['zip is country', 'FL310'],
    ['id is zip', 'compare code'],
    ['employees is 5', 'compare number'],
    ['employees is growth', 'compare number'],
    ['growth is 10%', 'compare number'],
    ['employees is 10%', 'FL315'],
    ['fee is 5 EUR', 'compare number'],
    ['fee is 5', 'FL314'],
    ['fee is 5 USD', 'FL313'],
    ['fee is employees', 'FL310'],
    ['born is 2026-01-01', 'compare date'],
    ['created is 2026-01-01T00:00:00Z', 'compare time'],
    ['born is created', 'FL319'],
    ['agreed is opted_in', 'compare flag'],
    ['owner is ana', 'compare rep'],
    ['owner is account.owner', 'compare rep'],
    ['owner is "ana"', 'FL318'],
    ['owner is sales', 'FL310'],
    ['team of owner is sales', 'compare team'],
    ['manager of owner is dana', 'compare rep'],
    ['backup of ana is ben', 'compare rep'],
    ['domain of email is "acme.example"', 'compare text'],
    ['domain of company is "acme.example"', 'compare text'],
    ['tags is "x"', 'FL333'],
    ['activity is "x"', 'FL333'],
    ['5 is employees', 'compare number'],
    ['5 is 6', 'FL335'],
    ['employees + 1 is 6', 'compare number'],
    ['fee + 1 EUR is 6 EUR', 'compare number'],
    ['fee * 2 is 6 EUR', 'compare number'],
    ['fee * 10% is 6 EUR', 'compare number'],
    ['fee * fee is 6 EUR', 'FL326'],
    ['employees + company is 6', 'FL325'],
    ['fit is 3', 'compare number'],
    ['fit is 3%', 'FL315'],
  ])('%s: %s', (condition, expected) => {
    expect(meaning(condition, 'score fit max 9 { 1 when opted_in }')).toBe(expected);
  });
});

describe('more and less', () => {
  test.each([
    ['employees > 5', 'compare number'],
    ['growth <= 10%', 'compare number'],
    ['fee < 5 EUR', 'compare number'],
    ['born >= 2026-01-01', 'compare date'],
    ['created < 2026-01-01T00:00:00+01:00', 'compare time'],
    ['5 < employees', 'compare number'],
    ['country > "A"', 'FL336'],
    ['industry > "A"', 'FL336'],
    ['zip > "5"', 'FL336'],
    ['opted_in > yes', 'FL336'],
    ['owner > ana', 'FL336'],
    ['tags > 5', 'FL336'],
    ['employees > "100"', 'FL311'],
    ['employees > country', 'FL336'],
  ])('%s: %s', (condition, expected) => {
    expect(meaning(condition)).toBe(expected);
  });
});

describe('in', () => {
  const before =
    'list dach = ["DE", "AT"] list numbers = [1, 2] list people = [ana, ben] list choices = ["form", "phone"]';

  test.each([
    ['country in dach', 'in-list text'],
    ['country in ["DE", dach]', 'in-list text'],
    ['zip in dach', 'in-list code'],
    ['employees in numbers', 'in-list number'],
    ['employees in dach', 'FL310'],
    ['country in numbers', 'FL316'],
    ['owner in people', 'in-list rep'],
    ['owner in [ana, dana]', 'in-list rep'],
    ['owner in ["ana"]', 'FL318'],
    ['source in ["form", "event"]', 'in-list text'],
    ['source in choices', 'FL312'],
    ['fee in [5 EUR, 6 EUR]', 'in-list number'],
    ['fee in [5 EUR, 6 USD]', 'FL309'],
    ['born in [2026-01-01]', 'in-list date'],
    ['employees in 1..5', 'in-range number'],
    ['growth in 1..2.5', 'in-range number'],
    ['fee in 1 EUR..5 EUR', 'in-range number'],
    ['fee in 1 USD..5 USD', 'FL313'],
    ['fee in 1..5', 'FL314'],
    ['born in 2026-01-01..2026-02-01', 'in-range date'],
    ['created in 2026-01-01..2026-02-01', 'FL319'],
    ['employees in 5..1', 'FL317'],
    ['employees in 5..5', 'in-range number'],
    ['country in 1..5', 'FL316'],
    ['country in tags', 'in-field text'],
    ['employees in tags', 'FL310'],
    ['country in industry', 'FL338'],
    ['tags in dach', 'FL337'],
  ])('%s: %s', (condition, expected) => {
    const used = 'define uses = country in dach or employees in numbers or owner in people or company in choices';
    expect(meaning(condition, `${before} ${used}`)).toBe(expected);
  });
});

describe('parts of text, items of lists, signals', () => {
  test.each([
    ['title contains "chief"', 'text'],
    ['title mentions any of ["CEO", "CTO"]', 'text'],
    ['industry starts with "Heal"', 'text'],
    ['source contains "o"', 'text'],
    ['email ends with ".example"', 'text'],
    ['zip starts with "10"', 'text'],
    ['title contains company', 'text'],
    ['title contains any of tags', 'text'],
    ['title contains 5', 'FL316'],
    ['title contains ""', 'FL334'],
    ['employees contains "5"', 'FL321'],
    ['tags contains "x"', 'FL321'],
    ['tags includes "x"', 'includes text'],
    ['tags includes all of ["x", "y"]', 'includes text'],
    ['tags includes none of tags', 'includes text'],
    ['tags includes 5', 'FL316'],
    ['tags includes "x" at least 2 times', 'FL323'],
    ['activity includes "demo"', 'signals'],
    ['activity includes any of ["demo", "call"] at least 2 times within the last 3 months', 'signals'],
    ['activity includes 5', 'FL316'],
    ['title includes "x"', 'FL322'],
    ['employees includes 5', 'FL322'],
  ])('%s: %s', (condition, expected) => {
    expect(meaning(condition)).toBe(expected);
  });
});

describe('words of their own', () => {
  test.each([
    ['country is missing', 'missing'],
    ['domain of email is known', 'known'],
    ['employees + growth is missing', 'missing'],
    ['email is free mail', 'free-mail'],
    ['company is free mail', 'FL327'],
    ['created within the last 7 days', 'age time'],
    ['born within the next 2 months', 'age date'],
    ['born more than 30 days ago', 'age date'],
    ['employees within the last 7 days', 'FL324'],
    ['opted_in', 'flag'],
    ['country', 'FL332'],
    ['account.name is like company', 'like'],
    ['employees is like company', 'FL339'],
  ])('%s: %s', (condition, expected) => {
    expect(meaning(condition)).toBe(expected);
  });
});

test('constants mean what stands beside them', () => {
  const checked = checkCondition(
    'industry in ["finance", "Other"] and growth > 12.5% and created > 2026-01-01T00:30:00+01:00 and owner is ana',
  );
  expect(problems(checked)).toEqual([]);
  const { comparisons, constants } = checked.types;
  const list = [...comparisons.values()].find((one) => one.kind === 'in-list');
  expect(list?.members).toEqual([
    { kind: 'text', text: 'Finance' },
    { kind: 'text', text: 'Other' },
  ]);
  const all = [...constants.values()];
  expect(all).toContainEqual({ kind: 'number', number: 0.125 });
  expect(all).toContainEqual({ kind: 'time', time: '2025-12-31T23:30:00Z' });
  expect(all).toContainEqual({ kind: 'rep', rep: 'ana' });
});

test('what is equal when compared stands once among the members of a list; codes are compared as written', () => {
  const members = (condition: string): readonly unknown[] => {
    const { types } = checkCondition(condition);
    return [...types.comparisons.values()].flatMap((one) => (one.kind === 'in-list' ? one.members : []));
  };
  expect(members('country in ["DE", " de ", "AT"]')).toEqual([
    { kind: 'text', text: 'DE' },
    { kind: 'text', text: 'AT' },
  ]);
  expect(members('zip in ["a", "A", "a"]')).toHaveLength(2);
});

test('the lead of the fixtures has no problem by itself', () => {
  expect(lead).toContain('lead {');
  expect(problems(checkCondition('opted_in'))).toEqual([]);
});
