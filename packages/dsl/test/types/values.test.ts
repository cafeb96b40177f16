// What reps and the leads of tests hold, as JSON.
import { describe, expect, test } from 'vitest';
import { checkFiles, checkText, lead, problems } from './support.ts';

const complete = 'id "T1" email "k@acme.example" source "form" fee 5 EUR opted_in yes';

/** The values of a test's lead, by field, or its problems. */
function valuesOf(more: string, at = 'at 2026-11-24T10:00:00+01:00', rest = 'expect queue triage'): unknown {
  const checked = checkText(
    `route { otherwise route to triage }\ntest "t" { ${at} lead { ${complete} created 2026-11-24T09:00:00+01:00 ${more} } ${rest} }`,
  );
  const found = problems(checked);
  if (found.length > 0) return found;
  const { bindings, types } = checked;
  const [block] = bindings.tests;
  const entries = (block?.lead ?? []).map(({ id, name }) => [name.text, types.testValues.get(id)] as const);
  return Object.fromEntries(entries.slice(6));
}

describe('a test’s lead', () => {
  test.each([
    ['employees 500', { employees: 500 }],
    ['growth 10%', { growth: 0.1 }],
    ['industry "finance"', { industry: 'Finance' }],
    ['budget 5k USD', { budget: 5000 }],
    ['tags ["a", "b"]', { tags: ['a', 'b'] }],
    ['tags []', { tags: [] }],
    ['owner ana', { owner: 'ana' }],
    ['born 2026-01-31', { born: '2026-01-31' }],
    ['agreed no', { agreed: false }],
    [
      'activity ["demo" 2 hours ago, "call" 1 month ago]',
      {
        activity: [
          { kind: 'demo', at: '2026-11-24T07:00:00Z' },
          { kind: 'call', at: '2026-10-24T09:00:00Z' },
        ],
      },
    ],
    ['employees "many"', ['FL347 "many"']],
    ['employees -5', ['FL306 -5']],
    ['employees 1.5', ['FL305 1.5']],
    ['employees "500"', ['FL311 "500"']],
    ['tags "a"', ['FL347 "a"']],
    ['owner "Ana Ruiz"', ['FL318 "Ana Ruiz"']],
    ['activity ["demo"]', ['FL359 "demo"']],
    ['size 5', ['FL204 size']],
    ['country "DE" country "AT"', ['FL213 country "AT"']],
  ])('%s', (more, expected) => {
    expect(valuesOf(more)).toEqual(expected);
  });

  test('may hold anything where the test expects it to be invalid', () => {
    expect(valuesOf('employees "many" tags 5 country 7', undefined, 'expect invalid')).toEqual({
      employees: 'many',
      tags: 5,
      country: 7,
    });
  });

  test('is decided when it was created, if the test says nothing else', () => {
    expect(valuesOf('activity ["demo" 0 days ago]', '')).toEqual({
      activity: [{ kind: 'demo', at: '2026-11-24T08:00:00Z' }],
    });
  });

  test('an e-mail address has something on both sides of an @', () => {
    const checked = checkText(
      `route { otherwise route to triage }\ntest "t" { at 2026-11-24T10:00:00Z lead { id "T" email "acme" source "form" fee 5 EUR opted_in yes created 2026-11-24T10:00:00Z } expect queue triage }`,
    );
    expect(problems(checked)).toEqual(['FL347 "acme"']);
  });
});

test('a month before the last day of a longer one is the last day of a shorter one', () => {
  expect(valuesOf('activity ["demo" 1 month ago]', 'at 2027-03-31T12:00:00Z')).toEqual({
    activity: [{ kind: 'demo', at: '2027-02-28T12:00:00Z' }],
  });
});

test('a rep’s values', () => {
  const text = `${lead}
team support "Support" {
  rep eve "Eve" { works berlin skills { healthcare 5 "data science" 2.5 } languages ["de"] hired 2021-03-01 win_rate 12% capacity 40 open, 12 per day }
}
route { otherwise route to support fallback { triage } }`;
  const checked = checkFiles({ 'test.route': text });
  expect(problems(checked)).toEqual([]);
  expect([...checked.types.repValues.values()]).toEqual([
    { healthcare: 5, 'data science': 2.5 },
    ['de'],
    '2021-03-01',
    0.12,
  ]);
});

test('a misspelt field is one problem, not also a missing one', () => {
  const text = lead
    .replace('hired     date optional', 'hired     date')
    .replaceAll('works berlin', 'works berlin hired 2021-01-01');
  const files = {
    'test.route': `${text.replace('rep ana "Ana Ruiz" { works berlin hired', 'rep ana "Ana Ruiz" { works berlin hird')}
route { otherwise route to triage }
test "t" { at 2026-11-24T10:00:00Z lead { idd "T" } expect queue triage }`,
  };
  expect(problems(checkFiles(files))).toEqual(['FL204 hird', 'FL204 idd']);
});
