// What names mean, and that one mistake is one problem.
import { describe, expect, test } from 'vitest';
import { checkCondition, checkFiles, checkText, lead, problems } from '../types/support.ts';

describe('what a name refers to', () => {
  test('the parts of a policy run in text order, used files first', () => {
    const { bindings } = checkText('list b = ["x"] list a = [b]\nroute { otherwise route to triage }');
    expect([...bindings.lists.keys()]).toEqual(['b', 'a']);
    expect([...bindings.teams.keys()]).toEqual(['sales', 'leadership']);
    expect([...bindings.reps.keys()]).toEqual(['ana', 'ben', 'dana']);
    expect(bindings.listOrder.map((list) => list.name.text)).toEqual(['b', 'a']);
  });

  test('a rep belongs to the team with the label, and other teams mention it', () => {
    const { bindings } = checkText(
      'team support "Support" { rep ana }\nroute { otherwise route to support fallback { triage } }',
    );
    const ana = bindings.reps.get('ana');
    expect(ana?.home.name.text).toBe('sales');
    expect(ana?.mentions.map(({ team }) => team.name.text)).toEqual(['support']);
  });

  test('records have names of their own: a match may be called like its record', () => {
    const text = 'match account_match from accounts { 100% when account_match.name is company accept 85% }';
    expect(problems(checkText(`${text}\nroute { otherwise route to triage }`))).toEqual([]);
  });

  test('each define stands after those that it refers to', () => {
    const { bindings } = checkText(
      'define a = b and c define b = c define c = opted_in\nroute { rule "R" when a route to sales otherwise route to triage }',
    );
    expect(bindings.defineOrder.map((define) => define.name.text)).toEqual(['c', 'b', 'a']);
  });
});

describe('one mistake is one problem', () => {
  test.each([
    [
      'an unknown name is silent where it is used',
      'emplyees + fee > 5 and emplyees is "x"',
      ['FL201 emplyees', 'FL201 emplyees'],
    ],
    ['an unknown field of a record', 'account.tir is not "A"', ['FL204 tir']],
    ['a list that mixes types', 'country in ["DE", 5, 6]', ['FL309 5']],
    ['an unknown list', 'country in dahc', ['FL201 dahc']],
    ['half a condition', 'employees >', ['FL101 ']],
  ])('%s', (_, condition, expected) => {
    expect(problems(checkCondition(condition))).toEqual(expected);
  });

  test('a field of an unknown type is silent wherever it is read', () => {
    const text = lead.replace('country   text optional', 'country   txet optional');
    const rule = 'rule "R" when country is "DE" and country > 5 and country in ["DE"] route to sales';
    const files = {
      'test.route': `use "./lead.route"\nroute { ${rule} otherwise route to triage }`,
      'lead.route': text,
    };
    expect(problems(checkFiles(files))).toEqual(['FL221 txet']);
  });

  test('without a lead no field is unknown', () => {
    const text =
      'policy p "P" { language 1 } team t "T" { rep ana "Ana" } queue q "Q" { owner ana } route { rule "R" when size > 3 route to t otherwise route to q }';
    expect(problems(checkFiles({ 'test.route': text }))).toEqual(['FL211 ']);
  });
});

describe('a part of a policy', () => {
  const teams = 'team sales "Sales" { manager zoe rep ana "Ana" { works office languages ["de"] } rep ben }';

  test('may name what other files declare', () => {
    expect(problems(checkFiles({ 'teams.route': teams }, { part: true }))).toEqual([]);
  });

  test('is not a policy by itself', () => {
    const found = problems(checkFiles({ 'teams.route': teams }));
    expect(found.filter((line) => line.startsWith('FL211'))).toHaveLength(3);
    expect(found).toContain('FL202 office');
  });

  test('is still checked for what it says itself', () => {
    const text = 'list a = [a] calendar office { zone "Berlin" }';
    expect(problems(checkFiles({ 'part.route': text }, { part: true }))).toEqual([
      'FL220 a',
      'FL350 office',
      'FL301 "Berlin"',
    ]);
  });
});

describe('what is known when', () => {
  const before = 'score fit max 9 { 1 when opted_in } score intent max 9 { 1 when fit > 3 }';

  test.each([
    ['scores see earlier scores', before, 'intent > 3', []],
    ['a rule sees no rep', '', 'rep.load < 1', ['FL223 rep.load']],
    ['also not through two defines', 'define a = rep.open > 3 define b = not (a)', 'b', ['FL223 b']],
  ])('%s', (_, declarations, condition, expected) => {
    expect(problems(checkCondition(condition, declarations))).toEqual(expected);
  });

  test('a rep is seen where one is picked or has been', () => {
    const rule =
      'rule "R" route to sales where rep.open < 5 weight { 2 when rep.open < 3 } notify mail "x" when rep.open > 1 offer booking rep.hired_by';
    const text = `${lead.replace('win_rate  number optional', 'win_rate  number optional\n  hired_by  text optional')}
route { ${rule} otherwise route to triage }`;
    expect(problems(checkFiles({ 'test.route': text }))).toEqual([]);
  });

  test('but not where nobody is', () => {
    const rules = 'rule "R" when opted_in reject "no" notify mail "x" when rep.open > 1';
    expect(problems(checkText(`route { ${rules} otherwise route to triage }`))).toEqual(['FL223 rep.open']);
  });
});

test('long chains do not run out of stack', () => {
  const defines = Array.from({ length: 5000 }, (_, i) => `define d${i} = ${i === 4999 ? 'opted_in' : `d${i + 1}`}`);
  const lists = Array.from({ length: 5000 }, (_, i) => `list l${i} = [${i === 4999 ? '"x"' : `l${i + 1}, l${i + 1}`}]`);
  const { diagnostics } = checkCondition('d0 and country in l0', [...defines, ...lists].join('\n'));
  const codes = new Set(diagnostics.map(({ code }) => code));
  expect([...codes].sort()).toEqual(['FL340', 'FL603']);
});

test.each([
  ['created > today', ['FL201 today']],
  ['born is tomorrow', ['FL201 tomorrow']],
  ['title is today', ['FL209 today']],
])('the day of the decision has no name: %s', (condition, expected) => {
  const checked = checkText(`route { rule "R" when ${condition} route to sales otherwise route to triage }`);
  expect(problems(checked)).toEqual(expected);
  const [found] = checked.diagnostics.filter(({ code }) => code === 'FL201');
  if (found !== undefined) expect([found.fixes, found.hint?.includes('within the last 1 day')]).toEqual([[], true]);
});

test('who gets a lead is never more than a guess', () => {
  const text = `route {
  rule "R" when owner is anna and account.ownr is known and contry is "DE" route to sale
    fallback { ban  triag }
  otherwise route to triage
}`;
  const { diagnostics } = checkText(text);
  const guesses = diagnostics.flatMap(({ fixes }) => fixes.map((fix) => [fix.edits[0]?.text, fix.guess]));
  expect(guesses).toEqual([
    ['ana', true],
    ['owner', true],
    ['country', undefined],
    ['sales', true],
    ['ben', true],
    ['triage', true],
  ]);
});

test.each([
  ['deal is known', 'is matched'],
  ['deal is found', 'is matched'],
  ['deal is missing', 'is not matched'],
  ['deal is not found', 'is not matched'],
  ['deal is "Acme"', undefined],
])('a match is asked with `is matched`: %s', (condition, repair) => {
  const before = 'match deal from accounts { 90% when deal.name is company accept 85% }';
  const { diagnostics } = checkCondition(condition, before);
  const found = diagnostics.filter(({ code }) => code !== 'FL230');
  expect(found.map(({ code, fixes }) => [code, fixes[0]?.edits[0]?.text])).toEqual([['FL203', repair]]);
});

test('in a match the fields of the record have its name before them', () => {
  const text = `match deal from accounts { 90% when name is company accept 85% }
route { rule "R" when deal is matched route to sales otherwise route to triage }`;
  const checked = checkText(text);
  expect(problems(checked)).toEqual(['FL201 name']);
  expect(checked.diagnostics.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toEqual(['Write `deal.name`']);
});

test('a field of the rep has `rep.` before it', () => {
  const checked = checkText(
    'route { rule "R" when opted_in route to sales by highest win_rate otherwise route to triage }',
  );
  expect(problems(checked)).toEqual(['FL201 win_rate']);
  expect(checked.diagnostics.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toEqual(['Write `rep.win_rate`']);
});
