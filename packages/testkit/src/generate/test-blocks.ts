// Choices → `test` blocks: well typed; what they expect need not come true.

import type { Choices } from './choices.ts';
import * as constant from './constants.ts';
import { type RecordDraft, valueText } from './shapes.ts';
import { quoted } from './vocabulary.ts';
import { type FieldDraft, repsOf, type World } from './world.ts';

/** What a test can give beside the lead. */
export interface Gives {
  readonly records: readonly RecordDraft[];
  readonly providers: readonly string[];
}

/** `rules` are the names of the policy's rules. */
export function testText(
  c: Choices,
  name: string,
  fields: readonly FieldDraft[],
  rules: readonly string[],
  world: World,
  gives: Gives,
): string {
  const values = leadValues(c, fields, world);
  const given =
    c.below(3) === 0 ? [] : [`given ${c.of(repsOf(world))} ${c.of(['is away', 'has 40 open', 'has 0 open'])}`];
  if (gives.records.length > 0 && c.chance(3)) {
    const record = c.of(gives.records);
    given.push(`given ${record.name} is { ${leadValues(c, record.fields, world).join(' ')} }`);
  }
  if (gives.providers.length > 0 && c.chance(3)) {
    given.push(`given ${c.of(gives.providers)} ${c.of(['fails', 'gives { }'])}`);
  }
  const expect = [outcome(c, rules, world), ...c.some([clock(c), ...score(c, world)], 0, 2)].map(
    (each) => `expect ${each}`,
  );
  const lines = [`at ${constant.instant(c)}`, `lead { ${values.join(' ')} }`, ...given, ...expect];
  return `test ${quoted(name)} {\n  ${lines.join('\n  ')}\n}`;
}

/** `NAME VALUE` for each field that a valid lead needs, and some of the others. */
export function leadValues(c: Choices, fields: readonly FieldDraft[], world: World): readonly string[] {
  const names = { reps: repsOf(world), teams: world.teams.map((team) => team.name) };
  return fields
    .filter(({ optional }) => !optional || c.chance(2))
    .filter(({ type }) => type.kind !== 'record')
    .map((field) => `${field.name} ${valueText(c, field.type, names)}`);
}

/** Where the lead ends. Only one of these can come out. */
function outcome(c: Choices, rules: readonly string[], world: World): string {
  return c.of([
    () => 'otherwise',
    () => (rules.length === 0 ? 'otherwise' : `rule ${quoted(c.of(rules))}`),
    () => `rep ${c.of(repsOf(world))}`,
    () => `team ${c.of(world.teams).name}`,
    () => `queue ${c.of(world.queues)}`,
    () => `nurture ${constant.text(c)}`,
    () => `reject ${constant.text(c)}`,
  ])();
}

function clock(c: Choices): string {
  return `respond within ${c.between(2, 60)} minutes`;
}

function score(c: Choices, { scores }: World): readonly string[] {
  return scores.length === 0 ? [] : [`${c.of(scores)} ${c.of(['>=', '<'])} ${c.between(0, 90)}`];
}
