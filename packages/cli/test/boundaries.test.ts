// What counts as having tested a constant: both sides of the border at which a condition turns, as near as a person would go.
import { expect, test } from 'vitest';
import { folder } from './support/run.ts';

/** A policy with one rule, and a test for each lead; every test expects what is always so. */
function policyWith(when: string, leads: readonly string[], more: string = ''): string {
  const tests = leads.map((lead, i) => {
    const [own = '', given = ''] = lead.split('|');
    const at = 'at 2026-11-24T10:00:00Z';
    return `test "${i}" {\n  ${at}\n  lead { id "${i}" opted_in yes ${own} }\n  ${given}\n  expect fit <= 100\n}\n`;
  });
  return `${HEAD}${more}
route {
  rule "A"
    when ${when}
    reject "no"

  otherwise
    route to triage
}

${tests.join('\n')}`;
}

const HEAD = `policy borders "Borders" {
  language 1
}

lead {
  id        text
  opted_in  flag
  employees count     optional
  rate      number    optional
  budget    money USD optional
  since     date      optional
  created   time      optional
  activity  signals
}

record account from accounts {
  id   text
  size count optional
}

team sales "Sales" {
  pause above 3 times average
  rep ana "Ana Ruiz"
  rep ben "Ben Okafor"
}

queue triage "To look at" { owner ana }

score fit max 100 {
  40 when opted_in
}

match account from accounts {
  100% when account.id is id
  accept 90%
}
`;

interface Missing {
  readonly words: string;
  readonly side: string;
  readonly hint?: string;
}

/** The sides that no test has been on, with what to write instead. */
async function missing(when: string, leads: readonly string[], more?: string): Promise<readonly string[]> {
  const here = folder({ 'p.route': policyWith(when, leads, more) });
  const ran = await here.run('test', 'p.route', '--coverage', '--format', 'json');
  expect(ran.err).toBe('');
  const [suite] = JSON.parse(ran.out);
  const sides: readonly Missing[] = suite.coverage.boundaries.missing;
  return sides.map(({ side, hint }) => (hint === undefined ? side : `${side} → ${hint}`));
}

test('at least: the constant itself and one just below', async () => {
  const rule = 'employees >= 1000';
  expect(await missing(rule, ['employees 5000'])).toEqual([
    'at 1000 → employees 1000',
    'just below 1000 → employees 999',
  ]);
  expect(await missing(rule, ['employees 1000'])).toEqual(['just below 1000 → employees 999']);
  expect(await missing(rule, ['employees 999'])).toEqual(['at 1000 → employees 1000']);
  expect(await missing(rule, ['employees 1000', 'employees 999'])).toEqual([]);
  expect(await missing(rule, [''])).toEqual(['at 1000 → employees 1000', 'just below 1000 → employees 999']);
});

test('anything on the other side is near, as long as no other constant lies between', async () => {
  expect(await missing('employees >= 1000', ['employees 1000', 'employees 3'])).toEqual([]);
  const both = 'employees >= 1000 or (employees < 100 and opted_in)';
  expect(await missing(both, ['employees 1000', 'employees 3'])).toEqual([
    'just below 1000 → employees 999',
    'at 100 → employees 100',
  ]);
  expect(await missing(both, ['employees 1000', 'employees 100', 'employees 99'])).toEqual([]);
});

test('more than, less than, at most: the constant itself and the other side', async () => {
  expect(await missing('employees > 10', [''])).toEqual(['at 10 → employees 10', 'just above 10 → employees 11']);
  expect(await missing('employees < 10', [''])).toEqual(['at 10 → employees 10', 'just below 10 → employees 9']);
  expect(await missing('employees <= 10', [''])).toEqual(['at 10 → employees 10', 'just above 10 → employees 11']);
});

test('a range has two borders', async () => {
  const rule = 'employees in 100..999';
  expect(await missing(rule, ['employees 500'])).toEqual([
    'at 100 → employees 100',
    'just below 100 → employees 99',
    'at 999 → employees 999',
    'just above 999 → employees 1000',
  ]);
  expect(await missing(rule, ['employees 100', 'employees 999', 'employees 99', 'employees 1000'])).toEqual([]);
});

test('numbers, amounts, dates and instants go by the last place that is written', async () => {
  expect(await missing('rate >= 0.25', [''])).toEqual(['at 0.25 → rate 0.25', 'just below 0.25 → rate 0.24']);
  expect(await missing('budget > 500 USD', [''])).toEqual([
    'at 500 USD → budget 500 USD',
    'just above 500 USD → budget 501 USD',
  ]);
  expect(await missing('since >= 2026-03-01', [''])).toEqual([
    'at 2026-03-01 → since 2026-03-01',
    'just below 2026-03-01 → since 2026-02-28',
  ]);
  expect(await missing('created < 2026-03-01T00:00:00Z', [''])).toEqual([
    'at 2026-03-01T00:00:00Z → created 2026-03-01T00:00:00Z',
    'just below 2026-03-01T00:00:00Z → created 2026-02-28T23:59:59Z',
  ]);
});

test('a number that is meant exactly: that one and another', async () => {
  expect(await missing('employees is 7', [''])).toEqual(['at 7 → employees 7', 'at anything but 7 → employees 8']);
  expect(await missing('employees is 7', ['employees 7', 'employees 70'])).toEqual([]);
});

test('nothing counts less than 0', async () => {
  expect(await missing('employees >= 0', [''])).toEqual([]);
  expect(await missing('employees > 0', [''])).toEqual(['at 0 → employees 0', 'just above 0 → employees 1']);
});

test('what no test can set exactly only has to be near on both sides', async () => {
  const rule = 'fit >= 30';
  expect(await missing(rule, [''])).toEqual(['just below 30 → a lead of which fit is 29']);
  expect(await missing('employees + 1 >= 30', ['employees 100', 'employees 2'])).toEqual([]);
});

test('how often: exactly so many times, and once less', async () => {
  const rule = 'activity includes "demo" at least 2 times';
  const twice = 'activity ["demo" 1 hour ago, "demo" 2 hours ago]';
  expect(await missing(rule, [''])).toEqual([
    'exactly 2 times → activity ["demo" 1 hour ago, "demo" 1 hour ago]',
    'exactly 1 time → activity ["demo" 1 hour ago]',
  ]);
  expect(await missing(rule, [twice, 'activity ["demo" 1 hour ago, "call" 1 hour ago]'])).toEqual([]);
  expect(await missing('activity includes "demo"', [''])).toEqual([]);
});

test('how long ago: within the last unit, and one behind', async () => {
  const rule = 'activity includes "demo" within the last 3 days';
  expect(await missing(rule, [''])).toEqual([
    '2 to 3 days ago → activity ["demo" 3 days ago]',
    '3 to 4 days ago → activity ["demo" 4 days ago]',
  ]);
  expect(await missing(rule, ['activity ["demo" 3 days ago]', 'activity ["demo" 73 hours ago]'])).toEqual([]);
  expect(await missing(rule, ['activity ["demo" 1 hour ago]', 'activity ["demo" 5 days ago]'])).toHaveLength(2);
  expect(await missing(rule, ['activity ["call" 3 days ago, "call" 4 days ago]'])).toHaveLength(2);
});

test('ages of dates, instants and calendar months, into the past and the future', async () => {
  expect(await missing('created within the last 7 days', [''])).toEqual([
    '6 to 7 days ago → created 7 days before the test’s instant',
    '7 to 8 days ago → created 8 days before the test’s instant',
  ]);
  const created = ['created 2026-11-17T10:00:00Z', 'created 2026-11-17T09:59:59Z'];
  expect(await missing('created within the last 7 days', created)).toEqual([]);
  expect(await missing('created more than 7 days ago', created)).toEqual([]);
  expect(await missing('since within the last 2 months', ['since 2026-09-24', 'since 2026-09-23'])).toEqual([]);
  expect(await missing('since within the next 2 weeks', ['since 2026-12-08', 'since 2026-12-09'])).toEqual([]);
  expect(await missing('since within the next 2 weeks', [''])).toEqual([
    '1 to 2 weeks ahead → since 2 weeks after the test’s instant',
    '2 to 3 weeks ahead → since 3 weeks after the test’s instant',
  ]);
});

test('fields of records', async () => {
  const rule = 'account is matched and account.size >= 50';
  expect(await missing(rule, ['|given account is { id "0" size 80 }'])).toEqual([
    'at 50 → given account is { size 50 }',
    'just below 50 → given account is { size 49 }',
  ]);
  const both = ['|given account is { id "0" size 50 }', '|given account is { id "1" size 49 }'];
  expect(await missing(rule, both)).toEqual([]);
});

test('how many leads somebody has open', async () => {
  const policy = policyWith('opted_in', ['|given ana has 5 open']).replace(
    'reject "no"',
    'route to sales\n    where rep.open < 5\n    fallback { triage }',
  );
  const sides = async (text: string): Promise<readonly string[]> => {
    const ran = await folder({ 'p.route': text }).run('test', 'p.route', '--coverage', '--format', 'json');
    return JSON.parse(ran.out)[0].coverage.boundaries.missing.map((one: Missing) => `${one.side} → ${one.hint}`);
  };
  // Ben has none.
  expect(await sides(policy)).toEqual([]);
  expect(await sides(policy.replace('5 open', '6 open'))).toEqual(['at 5 → given … has 5 open']);
});

test('constants behind a default line count once, those in a define where it is written', async () => {
  const here = folder({
    'p.route': policyWith('big', ['employees 1000'], '\ndefine big = employees >= 1000\n'),
  });
  const ran = await here.run('test', 'p.route', '--coverage', '--format', 'json');
  const [suite] = JSON.parse(ran.out);
  expect(suite.coverage.boundaries).toMatchObject({ all: 1, covered: 0 });
  expect(suite.coverage.boundaries.missing[0]).toMatchObject({ words: 'employees >= 1000', file: 'p.route' });
});
