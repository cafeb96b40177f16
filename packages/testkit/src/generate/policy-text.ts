// Choices → whole policies, as text, with the files that they name.

import type fc from 'fast-check';
import { defineLines, listLines, peopleBlocks, policyBlock, ruleTexts, scoreBlocks, shapeBlocks } from './blocks.ts';
import { choicesFrom } from './choices.ts';
import { queueText } from './people.ts';
import { type Plan, type PolicyTextOptions, plan } from './plan.ts';
import { otherwiseText } from './rules.ts';
import { readables } from './shapes.ts';
import { stageBlocks } from './stage-blocks.ts';
import { testText } from './test-blocks.ts';
import type { FieldDraft, World } from './world.ts';

export type { PolicyTextOptions } from './plan.ts';

/** A policy, and the files that stand beside it. */
export interface PolicyFiles {
  readonly text: string;
  /** By the name that the policy calls them by. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Complete policies that compile without an error: every kind of field, condition, block, rule and clause, with guards for what may be missing. Without
 * `wholeLanguage` all but tables, which are files.
 */
export function policyText(options: PolicyTextOptions = {}): fc.Arbitrary<string> {
  return plan(options).map((drawn) => written(drawn, options.wholeLanguage ?? false).text);
}

/** The same with tables, and with their files. */
export function policyFiles(options: PolicyTextOptions = {}): fc.Arbitrary<PolicyFiles> {
  return plan(options).map((drawn) => written(drawn, true));
}

/** Something to find records by, and somebody to route to: fields of every lead. */
const always: readonly FieldDraft[] = [
  { name: 'company_name', type: { kind: 'text' }, optional: false, private: false },
  { name: 'account_owner', type: { kind: 'rep' }, optional: true, private: false },
];

function written(drawn: Plan, withTables: boolean): PolicyFiles {
  const shapes = shapeBlocks(drawn, always);
  const lists = listLines(drawn);
  const start: World = {
    ...emptyWorld,
    lead: readables(shapes.lead, '', shapes.records),
    rep: readables(shapes.rep, 'rep.', []),
    lists: lists.lists,
  };
  const people = peopleBlocks(drawn, start, shapes.rep);
  const defines = defineLines(drawn, people.world);
  const stages = stageBlocks(drawn, defines.world, shapes.records, withTables);
  const scores = scoreBlocks(drawn, stages.world);
  const { world } = scores;
  const last = choicesFrom(drawn.route);
  const rules = ruleTexts(drawn, last, world);
  const queues = drawn.queues.map((numbers, i) =>
    queueText(choicesFrom(numbers), world.queues[i] ?? '', world, people.reps),
  );
  const gives = { records: stages.searched, providers: stages.providers };
  const tests = drawn.tests.map((numbers, i) =>
    testText(choicesFrom(numbers), `case ${i + 1}`, shapes.lead, rules.names, world, gives),
  );
  const route = `route {\n${rules.defaults}${rules.text.join('')}${otherwiseText(last, world)}}`;
  const text = [
    policyBlock(choicesFrom(drawn.head)),
    ...shapes.text,
    ...lists.text,
    ...people.text,
    ...defines.text,
    ...queues,
    ...stages.enrichers,
    ...stages.matches,
    ...stages.tables,
    ...scores.text,
    route,
    ...tests,
  ].join('\n');
  return { text, files: stages.files };
}

const emptyWorld: World = {
  lead: [],
  rep: [],
  lists: [],
  defines: [],
  calendars: [],
  teams: [],
  queues: [],
  finds: [],
  scores: [],
};
