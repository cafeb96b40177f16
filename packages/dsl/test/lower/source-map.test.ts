// Everything in a policy that has a name or a number leads back to its text.
import { readdirSync, readFileSync } from 'node:fs';
import { type Condition, conditionParts, walkPolicy } from '@fairlead/ir';
import { expect, test } from 'vitest';
import { compileOk } from './support.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const names = readdirSync(fixtures).filter((file) => file.endsWith('.route'));

test.each(names)('%s', (file) => {
  const { policy, tests, sourceMap } = compileOk({ [file]: readFileSync(new URL(file, fixtures), 'utf8') });
  const conditions: Condition[] = [];
  walkPolicy(policy, { condition: (condition) => void conditions.push(condition) });
  const keys = [
    'policy',
    'lead',
    'route',
    'otherwise',
    ...policy.lead.fields.map(({ name }) => `field:${name}`),
    ...policy.repFields.map(({ name }) => `rep-field:${name}`),
    ...policy.records.flatMap(({ name, fields }) => [
      `record:${name}`,
      ...fields.map((field) => `record-field:${name}/${field.name}`),
    ]),
    ...policy.defines.map(({ name }) => `define:${name}`),
    ...policy.calendars.map(({ id }) => `calendar:${id}`),
    ...policy.teams.map(({ id }) => `team:${id}`),
    ...policy.reps.map(({ id }) => `rep:${id}`),
    ...policy.teams.flatMap(({ id, counts }) => counts.map((_, i) => `counts:${id}/${i}`)),
    ...policy.queues.map(({ id }) => `queue:${id}`),
    ...policy.enrichers.map(({ name }) => `enrich:${name}`),
    ...policy.matches.flatMap(({ name, lines, prefer }) => [
      `match:${name}`,
      ...lines.map((_, i) => `match:${name}/${i}`),
      ...prefer.map((_, i) => `match:${name}/prefer/${i}`),
    ]),
    ...policy.tables.map(({ name }) => `table:${name}`),
    ...policy.scores.flatMap(({ name, lines }) => [`score:${name}`, ...lines.map((_, i) => `score:${name}/${i}`)]),
    ...policy.route.rules.map(({ name }) => `rule:${name}`),
    ...[...policy.route.rules, policy.route.otherwise].flatMap(({ action }) =>
      action.kind === 'route' && action.to.kind === 'split' ? [`split:${action.to.id}`] : [],
    ),
    ...tests.map(({ name }) => `test:${name}`),
    ...conditions.map(({ id }) => `condition:${id}`),
  ];
  expect(new Set(Object.keys(sourceMap))).toEqual(new Set(keys));
  // Conditions are numbered from 1 in the order of the walk, and parts lie in their wholes.
  expect(conditions.map(({ id }) => id)).toEqual([...conditions.keys()].map((i) => i + 1));
  for (const whole of conditions) {
    for (const part of conditionParts(whole)) {
      const [outer, inner] = [sourceMap[`condition:${whole.id}`], sourceMap[`condition:${part.id}`]];
      expect(inner?.start).toBeGreaterThanOrEqual(outer?.start ?? Infinity);
      expect(inner?.end).toBeLessThanOrEqual(outer?.end ?? -1);
    }
  }
});
