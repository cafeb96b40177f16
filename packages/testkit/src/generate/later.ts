// Choices → the constructs that the language has and that do not run yet. For the parser, the formatter and the checks of names and types.

import type { Choices } from './choices.ts';
import { condition } from './conditions.ts';
import * as constant from './constants.ts';
import { quoted } from './vocabulary.ts';
import { type FieldDraft, repsOf, type World } from './world.ts';

/** The lead's field that the blocks below read. */
export const laterField: FieldDraft = { name: 'company_name', type: { kind: 'text' }, optional: false, private: false };

/** A record, an enricher, a match on the record and a table, in the order in which a policy has them. */
export function laterBlocks(c: Choices, world: World): readonly string[] {
  const text = laterField.name;
  const fill = world.lead
    .filter(({ maybeMissing, path }) => maybeMissing && !path.includes('.'))
    .map(({ path }) => path);
  return [
    'record customer from customers {\n  name text\n  domain text\n  owner rep optional\n  tier "A" | "B" optional\n  opened time\n}',
    ...(fill.length === 0
      ? []
      : [
          `enrich firmographics { from clearbit by ${text} fill ${c.some(fill, 1, 4).join(', ')} within 800 ms${c.chance(2) ? ' reuse for 30 days' : ''} }`,
        ]),
    [
      'match customer_match from customers {',
      `  100% when customer_match.domain is ${text}`,
      `  ${c.between(50, 99)}% when customer_match.name is like ${text}${c.chance(2) ? ' and customer_match.tier is known' : ''}`,
      '  accept 85%',
      ...(c.chance(2) ? [`  review 60% in ${c.of(world.queues)}`] : []),
      ...c.some(
        [
          '  prefer customer_match.tier is "A"',
          '  prefer the newest customer_match.opened',
          '  prefer the lowest customer_match.opened',
        ],
        0,
        3,
      ),
      '}',
    ].join('\n'),
    `table territory from "territories.csv" {\n  key ${text}\n  key size is ${text}${c.chance(2) ? ' from "Company size"' : ''}\n  gives keeper rep\n  gives stand_in rep optional\n}`,
  ];
}

/** Lines of a team. */
export function laterTeamLines(c: Choices, world: World): readonly string[] {
  const lines = [
    'pause above 1.5 times average',
    `counts 2 when ${condition(c, { world, rep: false, scores: [] }, 1).text}`,
  ];
  return c.some(lines, 0, 2);
}

/** Rules that use all of it. */
export function laterRules(c: Choices, world: World): readonly string[] {
  const team = c.of(world.teams);
  const rep = c.of(repsOf(world));
  const rules = [
    'when customer_match is matched and customer_match.owner is known\n    route to customer_match.owner\n    fallback { backup of customer_match.owner  team of customer_match.owner }',
    `when territory is matched\n    route to territory.keeper\n    fallback { ${team.name}  ${rep} for 2 hours  ${c.of(world.queues)} }`,
    `when customer_match is not matched\n    route to split { 60% ${team.name}  40% ${rep} }`,
    `when customer_match is not matched\n    route to split by id { 33.3% ${team.name}  66.7% ${c.of(world.teams).name} }`,
    `when id is "T"\n    route to ${team.name}\n    by fewest this ${c.of(['day', 'week', 'month'])}`,
    `when id is "U"\n    route to ${team.name}\n    by likelihood using winner`,
    `when id is "V"\n    route to ${team.name}\n    reserve at least 20% for ${condition(c, { world, rep: true, scores: [] }, 1).text}`,
  ];
  return c.some(rules, 1, rules.length).map((rule, i) => `  rule ${quoted(`later ${i + 1}`)}\n    ${rule}\n`);
}

/** `values` are those of a valid lead; `asks` says whether the policy asks the provider. */
export function laterTest(c: Choices, values: readonly string[], asks: boolean): string {
  const answer = asks ? [`  given clearbit ${c.of(['fails', 'gives { }'])}`] : [];
  return [
    `test ${quoted('what does not run yet')} {`,
    `  at ${constant.instant(c)}`,
    `  lead { ${values.join(' ')} }`,
    '  given customer is { name "Acme" domain "acme.example" opened 2026-01-01T00:00:00Z }',
    ...answer,
    '  expect rule "later 1"',
    '}',
  ].join('\n');
}
