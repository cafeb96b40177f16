// Choices → calendars, teams with their reps, and queues.

import type { Choices } from './choices.ts';
import { condition } from './conditions.ts';
import * as constant from './constants.ts';
import { valueText } from './shapes.ts';
import { quoted, texts, zones } from './vocabulary.ts';
import { type FieldDraft, ofKind, type TeamDraft, type World } from './world.ts';

export function calendarText(c: Choices, name: string): string {
  const lines = [`zone ${quoted(c.of(zones))}`];
  const weekdays = c.of(['09:00-17:30', '08:00-16:00', '22:00-06:00', '00:00-24:00', '09:00-12:00']);
  lines.push(`open mon-fri ${weekdays}`);
  if (c.chance(3)) lines.push(`open sat ${c.of(['10:00-14:00', '06:00-07:30', '23:30-24:00'])}`);
  if (c.chance(3))
    lines.push(c.of(['closed 2026-12-24..2026-12-26', 'closed 2026-10-25', 'closed 2026-03-29..2026-03-30']));
  return `calendar ${name} {\n  ${lines.join('\n  ')}\n}`;
}

export interface RepPlan {
  readonly name: string;
  readonly choices: Choices;
}

/** What the reps of a policy share. */
export interface People {
  readonly repFields: readonly FieldDraft[];
  readonly calendars: readonly string[];
  readonly teams: readonly TeamDraft[];
  readonly reps: readonly string[];
}

/** A team that declares `reps` and mentions `mentions`; `more` are other lines. */
export function teamText(
  c: Choices,
  name: string,
  reps: readonly RepPlan[],
  mentions: readonly string[],
  people: People,
  more: readonly string[],
): string {
  const lines: string[] = [...more];
  if (c.chance(2)) lines.push(`manager ${c.of(people.reps)}`);
  for (const rep of reps) lines.push(repText(rep, people));
  for (const mention of mentions) lines.push(`rep ${mention}`);
  return `team ${name} ${constant.text(c)} {\n  ${lines.join('\n  ')}\n}`;
}

function repText({ name, choices: c }: RepPlan, { repFields, calendars, reps, teams }: People): string {
  const names = { reps, teams: teams.map((team) => team.name) };
  const lines = repFields
    .filter(({ optional }) => !optional || c.chance(2))
    .map(
      (field) => `${field.name} ${field.type.kind === 'code' ? quoted(`B-${name}`) : valueText(c, field.type, names)}`,
    );
  if (calendars.length > 0 && c.chance(2)) lines.push(`works ${c.of(calendars)}`);
  if (c.chance(2))
    lines.push(`capacity ${c.some(['40 open', '12 per day', '50 per week', '200 per month'], 1, 3).join(', ')}`);
  const others = reps.filter((other) => other !== name);
  if (others.length > 0 && c.chance(4)) lines.push(`backup ${c.of(others)}`);
  // The successor comes later in the list of reps, so that nobody succeeds themselves in a circle.
  const later = reps.slice(reps.indexOf(name) + 1);
  if (c.chance(5))
    lines.push(`left ${constant.date(c)}${later.length > 0 && !c.chance(3) ? ` successor ${c.of(later)}` : ''}`);
  return lines.length === 0 ? `rep ${name} ${label(c, name)}` : `rep ${name} ${label(c, name)} { ${lines.join(' ')} }`;
}

/** Who is left out for having too much, and leads that count more. */
export function loadLines(c: Choices, world: World): readonly string[] {
  const lines: string[] = [];
  if (c.chance(3)) lines.push(`pause above ${c.of(['1.5', '1', '0.5', '2', '1.25'])} times average`);
  const counts = c.chance(3) ? c.between(1, 2) : 0;
  for (let i = 0; i < counts; i += 1)
    lines.push(`counts ${c.of(['2', '3', '1', '40'])} when ${condition(c, { world, rep: false, scores: [] }, 1).text}`);
  return lines;
}

/** A clock with steps, and an `of CALENDAR` where the one who waits has none. */
export function deadlineText(c: Choices, world: World, forQueue: boolean): string {
  const calendar = world.calendars.length > 0 && c.chance(3) ? c.of(world.calendars) : undefined;
  const clock = calendar === undefined ? constant.clock(c) : `${c.between(2, 8)} working hours of ${calendar}`;
  if (!c.chance(3)) return `within ${clock}`;
  const steps = Array.from(
    { length: c.between(1, 3) },
    (_, i) => `after ${(i + 1) * 10} minutes ${step(c, world, forQueue)}`,
  );
  return `within ${clock} { ${steps.join(' ')} }`;
}

export function notifyText(c: Choices, world: World): string {
  const when = c.chance(2) ? ` when ${condition(c, { world, rep: false, scores: world.scores }, 1).text}` : '';
  return c.of([
    () => `notify slack ${quoted(`#${c.of(['sales', 'enterprise', 'vip'])}`)}${when}`,
    () => `offer booking ${quoted('https://book.example/demo')}${when}`,
  ])();
}

export function queueText(c: Choices, name: string, world: World, reps: readonly string[]): string {
  const lines = [`owner ${c.of(reps)}`];
  const numbers = ofKind(world.lead, 'count', 'number').filter((value) => !value.private);
  const others = ofKind(world.lead, 'money', 'date', 'time').filter((value) => !value.private);
  const values = [...world.scores, ...numbers.map(({ path }) => path)];
  if (others.length > 0 && c.chance(4)) lines.push(`priority ${c.of(others).path}`);
  else if (values.length > 0 && c.chance(2)) lines.push(`priority ${c.some(values, 1, 2).join(' + ')}`);
  if (c.chance(2)) lines.push(`claim ${deadlineText(c, world, true)}`);
  return `queue ${name} ${constant.text(c)} { ${lines.join(' ')} }`;
}

function step(c: Choices, world: World, forQueue: boolean): string {
  const steps = [
    () => notifyText(c, world),
    () => `route to ${c.of(world.teams).name}`,
    () => `route to ${c.of(world.queues)}`,
    ...(forQueue ? [] : [() => 'reassign']),
  ];
  return c.of(steps)();
}

function label(c: Choices, name: string): string {
  return c.chance(4) ? constant.text(c, texts) : quoted(`${name.slice(0, 1).toUpperCase()}${name.slice(1)} Example`);
}
