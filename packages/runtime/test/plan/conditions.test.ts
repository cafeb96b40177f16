// Every kind of condition on every type, against what fixtures/conditions.txt says of it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { phraseCondition } from '../../src/explain/phrase.ts';
import { withRep } from '../../src/plan/eval.ts';
import { CONDITIONS } from './conditions.ts';
import { evalOf, planOf, samplePolicy, testsOf } from './sample.ts';

const fixture = readFileSync(new URL('fixtures/conditions.txt', import.meta.url), 'utf8');
const plan = planOf(samplePolicy(CONDITIONS));
const tests = testsOf(plan);
const byText = new Map(CONDITIONS.map((condition, index) => [phraseCondition(condition), tests[index]]));

interface Case {
  readonly condition: string;
  readonly holds: string;
  readonly rep: string | undefined;
  readonly lead: string;
}

const cases: Case[] = [];
let condition = '';
for (const line of fixture.split('\n')) {
  const [, holds, rep, lead] = /^ {2}(yes|no) +(?:@(\w+) )?(\{.*\})$/.exec(line) ?? [];
  if (holds !== undefined && lead !== undefined) cases.push({ condition, holds, rep, lead });
  else if (line !== '' && !line.startsWith('#')) condition = line;
}

test.each(cases)('$condition: $holds for $rep $lead', ({ condition: text, holds, rep, lead }) => {
  const held = byText.get(text);
  if (held === undefined) throw new Error(`No condition is written like this: ${text}`);
  const e = evalOf(plan, JSON.parse(lead));
  const looked = rep === undefined ? undefined : plan.reps.get(rep);
  expect(held(looked === undefined ? e : withRep(e, looked)) ? 'yes' : 'no').toBe(holds);
});

test('the fixture has a case for every condition, and one each way but for those that hold always or never', () => {
  const seen = new Map<string, Set<string>>();
  for (const { condition: text, holds } of cases) seen.set(text, (seen.get(text) ?? new Set()).add(holds));
  expect([...seen.keys()].sort()).toEqual([...byText.keys()].sort());
  const oneWay = [...seen].filter(([, outcomes]) => outcomes.size < 2).map(([text]) => text);
  expect(oneWay).toEqual(['languages is missing', 'activity is known', 'during berlin', 'during night']);
});
