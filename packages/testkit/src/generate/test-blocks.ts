// Choices → `test` blocks: well typed; what they expect need not come true.

import type { Choices } from './choices.ts';
import * as constant from './constants.ts';
import { valueText } from './shapes.ts';
import { quoted } from './vocabulary.ts';
import { type FieldDraft, repsOf, type World } from './world.ts';

/** `rules` are the names of the policy's rules. */
export function testText(
  c: Choices,
  name: string,
  fields: readonly FieldDraft[],
  rules: readonly string[],
  world: World,
): string {
  const names = { reps: repsOf(world), teams: world.teams.map((team) => team.name) };
  const values = fields
    .filter(({ optional }) => !optional || c.chance(2))
    .filter(({ type }) => type.kind !== 'record')
    .map((field) => `${field.name} ${valueText(c, field.type, names)}`);
  const given = c.below(3) === 0 ? [] : [`given ${c.of(names.reps)} ${c.of(['is away', 'has 40 open', 'has 0 open'])}`];
  const expect = Array.from({ length: c.between(1, 2) }, () => `expect ${expectation(c, rules, world)}`);
  const lines = [`at ${constant.instant(c)}`, `lead { ${values.join(' ')} }`, ...given, ...expect];
  return `test ${quoted(name)} {\n  ${lines.join('\n  ')}\n}`;
}

function expectation(c: Choices, rules: readonly string[], world: World): string {
  return c.of([
    () => 'otherwise',
    () => (rules.length === 0 ? 'otherwise' : `rule ${quoted(c.of(rules))}`),
    () => `rep ${c.of(repsOf(world))}`,
    () => `team ${c.of(world.teams).name}`,
    () => `queue ${c.of(world.queues)}`,
    () => `respond within ${c.between(1, 60)} minutes`,
    () => (world.scores.length === 0 ? 'invalid' : `${c.of(world.scores)} ${c.of(['>=', '<'])} ${c.between(0, 90)}`),
    () => `nurture ${constant.text(c)}`,
    () => `reject ${constant.text(c)}`,
  ])();
}
