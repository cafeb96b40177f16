// Choices → whole policies, as text.

import type fc from 'fast-check';
import { defineLines, listLines, peopleBlocks, policyBlock, ruleTexts, scoreBlocks, shapeBlocks } from './blocks.ts';
import { choicesFrom } from './choices.ts';
import { laterBlocks, laterField, laterRules, laterTest } from './later.ts';
import { queueText } from './people.ts';
import { type Plan, type PolicyTextOptions, plan } from './plan.ts';
import { otherwiseText } from './rules.ts';
import { readables } from './shapes.ts';
import { leadValues, testText } from './test-blocks.ts';
import type { World } from './world.ts';

export type { PolicyTextOptions } from './plan.ts';

/** Complete policies that compile without an error: every kind of field, condition, rule and clause, with guards for what may be missing. */
export function policyText(options: PolicyTextOptions = {}): fc.Arbitrary<string> {
  return plan(options).map((drawn) => written(drawn, options.wholeLanguage ?? false));
}

function written(drawn: Plan, whole: boolean): string {
  const shapes = shapeBlocks(drawn, whole ? [laterField] : []);
  const lists = listLines(drawn);
  const start: World = {
    ...emptyWorld,
    lead: readables(shapes.lead, '', shapes.records),
    rep: readables(shapes.rep, 'rep.', []),
    lists: lists.lists,
  };
  const people = peopleBlocks(drawn, start, shapes.rep, whole);
  const defines = defineLines(drawn, people.world);
  const scores = scoreBlocks(drawn, defines.world);
  const { world } = scores;
  const last = choicesFrom(drawn.route);
  const rules = ruleTexts(drawn, last, world);
  const later = whole
    ? { blocks: laterBlocks(last, world), rules: laterRules(last, world) }
    : { blocks: [], rules: [] };
  const queues = drawn.queues.map((numbers, i) =>
    queueText(choicesFrom(numbers), world.queues[i] ?? '', world, people.reps),
  );
  const tests = drawn.tests.map((numbers, i) =>
    testText(choicesFrom(numbers), `case ${i + 1}`, shapes.lead, rules.names, world),
  );
  if (whole)
    tests.push(
      laterTest(
        last,
        leadValues(last, shapes.lead, world),
        later.blocks.some((block) => block.startsWith('enrich')),
      ),
    );
  // The last rule may be one that always holds: nothing may come after it.
  const inOrder = [...rules.text.slice(0, -1), ...later.rules, ...rules.text.slice(-1)].join('');
  const route = `route {\n${rules.defaults}${inOrder}${otherwiseText(last, world)}}`;
  return [
    policyBlock(choicesFrom(drawn.head)),
    ...shapes.text,
    ...lists.text,
    ...people.text,
    ...defines.text,
    ...queues,
    ...later.blocks,
    ...scores.text,
    route,
    ...tests,
  ].join('\n');
}

const emptyWorld: World = {
  lead: [],
  rep: [],
  lists: [],
  defines: [],
  calendars: [],
  teams: [],
  queues: [],
  scores: [],
};
