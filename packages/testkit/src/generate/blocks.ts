// A plan → the blocks of a policy, one after the other, and what they declare.

import { type Choices, choicesFrom } from './choices.ts';
import { condition } from './conditions.ts';
import * as constant from './constants.ts';
import { calendarText, loadLines, teamText } from './people.ts';
import type { Plan } from './plan.ts';
import { defaultsText, ruleName, ruleText } from './rules.ts';
import { fieldText, leadField, type RecordDraft, recordField, repField } from './shapes.ts';
import * as words from './vocabulary.ts';
import { type FieldDraft, freeName, ofKind, type TeamDraft, type World } from './world.ts';

export function policyBlock(c: Choices): string {
  const lines = ['language 1'];
  if (c.chance(2)) lines.push(`owner ${words.quoted('revops@acme.example')}`);
  if (!c.chance(3)) lines.push(`zone ${words.quoted(c.of(words.zones))}`);
  if (c.chance(3)) lines.push(`reviewed ${constant.date(c)} every ${c.between(1, 12)} months`);
  return `policy generated ${constant.text(c)} {\n  ${lines.join('\n  ')}\n}`;
}

export function shapeBlocks(
  drawn: Plan,
  more: readonly FieldDraft[],
): {
  readonly lead: readonly FieldDraft[];
  readonly rep: readonly FieldDraft[];
  readonly records: readonly RecordDraft[];
  readonly text: readonly string[];
} {
  const texts: string[] = [];
  const block = (head: string, lines: readonly string[]): void => {
    texts.push(`${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}`);
  };
  const records = drawn.records.map((fields, i): RecordDraft => {
    const name = words.recordNames[i] ?? `record_${i}`;
    const taken = new Set(['label']);
    const label: FieldDraft = { name: 'label', type: { kind: 'text' }, optional: false, private: false };
    const drafts = fields.map((numbers) => recordField(choicesFrom(numbers), taken));
    const ids: readonly FieldDraft[] = choicesFrom(fields.flat()).chance(2) ? [recordId] : [];
    block(`record ${name} from ${name}s`, [
      ...ids.map(() => 'id code'),
      'label text',
      ...drafts.map((draft, n) => fieldText(choicesFrom(fields[n] ?? []), draft, `Record ${n}`)),
    ]);
    return { name, source: `${name}s`, fields: [...ids, label, ...drafts] };
  });
  const taken = new Set(['id', 'created']);
  const id: FieldDraft = {
    name: 'id',
    type: { kind: choicesFrom(drawn.head).chance(2) ? 'text' : 'code' },
    optional: false,
    private: false,
  };
  const created: FieldDraft = { name: 'created', type: { kind: 'time' }, optional: false, private: false };
  const lead: FieldDraft[] = [id, created, ...more];
  const lines = lead.map((field) => fieldText(choicesFrom([]), field, ''));
  drawn.lead.forEach((numbers, i) => {
    const c = choicesFrom(numbers);
    const field = leadField(c, taken, records);
    lead.push(field);
    lines.push(fieldText(c, field, `Column ${i}`));
  });
  block(choicesFrom(drawn.head).chance(3) ? 'lead blank "N/A", "-"' : 'lead', lines);
  const repTaken = new Set<string>();
  const rep = drawn.repFields.map((numbers) => repField(choicesFrom(numbers), repTaken));
  if (rep.length > 0)
    block(
      'rep',
      rep.map((field) => repFieldText(field)),
    );
  return { lead, rep, records, text: texts };
}

const recordId: FieldDraft = { name: 'id', type: { kind: 'code' }, optional: false, private: false };

function repFieldText(field: FieldDraft): string {
  const text = fieldText(choicesFrom([]), field, '');
  return field.type.kind === 'code' ? `${text} unique` : text;
}

export function listLines(drawn: Plan): { readonly lists: World['lists']; readonly text: readonly string[] } {
  const lists: { name: string; of: 'text' | 'number' }[] = [];
  const text = drawn.lists.map((numbers, i) => {
    const c = choicesFrom(numbers);
    const of = c.of(['text', 'number'] as const);
    const before = lists.filter((list) => list.of === of).map(({ name }) => name);
    const items =
      of === 'text'
        ? c.some(words.texts, 1, 6).map((each) => words.quoted(each))
        : c.some(['1', '2.5', '-3', '1_000', '25k'], 1, 4);
    const name = words.listNames[i] ?? `list_${i}`;
    lists.push({ name, of });
    return `list ${name} = [${[...items, ...(c.chance(3) ? before.slice(0, 1) : [])].join(', ')}]`;
  });
  return { lists, text };
}

export function peopleBlocks(
  drawn: Plan,
  world: World,
  repFields: readonly FieldDraft[],
): {
  readonly world: World;
  readonly reps: readonly string[];
  readonly text: readonly string[];
} {
  const calendars = drawn.calendars.map((_, i) => words.calendarNames[i] ?? `calendar_${i}`);
  let next = 0;
  const homes = drawn.teams.map(({ reps, own }, i) => {
    const members = reps.map((numbers) => {
      const name = words.repNames[next] ?? `rep_${next}`;
      next += 1;
      return { name, choices: choicesFrom(numbers) };
    });
    return { name: words.teamNames[i] ?? `team_${i}`, members, c: choicesFrom(own) };
  });
  const reps = homes.flatMap(({ members }) => members.map(({ name }) => name));
  const teams = homes.map(({ name, members, c }): TeamDraft & { readonly mentions: readonly string[] } => {
    const own = members.map((member) => member.name);
    const mentions = c.chance(3)
      ? c.some(
          reps.filter((rep) => !own.includes(rep)),
          0,
          2,
        )
      : [];
    return { name, members: [...own, ...mentions], mentions };
  });
  const queues = drawn.queues.map((_, i) => words.queueNames[i] ?? `queue_${i}`);
  const after: World = { ...world, calendars, teams, queues };
  const people = { repFields, calendars, teams, reps };
  const text = [
    ...drawn.calendars.map((numbers, i) => calendarText(choicesFrom(numbers), calendars[i] ?? '')),
    ...homes.map(({ name, members, c }, i) => {
      return teamText(c, name, members, teams[i]?.mentions ?? [], people, loadLines(c, after));
    }),
  ];
  return { world: after, reps, text };
}

export function defineLines(drawn: Plan, start: World): { readonly world: World; readonly text: readonly string[] } {
  let world = start;
  const taken = new Set<string>();
  const text = drawn.defines.map((numbers) => {
    const c = choicesFrom(numbers);
    const name = freeName(c, words.defineNames, taken);
    const drawnCondition = condition(c, { world, rep: false, scores: [] }, 2);
    world = { ...world, defines: [...world.defines, { name, open: drawnCondition.open }] };
    return `define ${name} = ${drawnCondition.text}`;
  });
  return { world, text };
}

export function scoreBlocks(drawn: Plan, start: World): { readonly world: World; readonly text: readonly string[] } {
  let world = start;
  const text = drawn.scores.map(({ own, lines }, i) => {
    const name = words.scoreNames[i] ?? `score_${i}`;
    const body = lines.map((numbers) => `  ${scoreLine(choicesFrom(numbers), world)}\n`).join('');
    world = { ...world, scores: [...world.scores, name] };
    return `score ${name} max ${choicesFrom(own).between(1, 120)} {\n${body}}`;
  });
  return { world, text };
}

function scoreLine(c: Choices, world: World): string {
  const points = c.of(['10', '5', '25', '-20', '100', '0']);
  const signals = ofKind(world.lead, 'signals');
  if (signals.length > 0 && c.chance(4)) {
    const includes = `${c.of(signals).path} includes ${words.quoted(c.of(words.signalKinds))} within the last ${c.between(1, 30)} days`;
    return `${points} halving every ${c.between(1, 9)} days when ${includes}`;
  }
  return `${points} when ${condition(c, { world, rep: false, scores: world.scores }, 2).text}`;
}

export function ruleTexts(
  drawn: Plan,
  c: Choices,
  world: World,
): { readonly defaults: string; readonly text: readonly string[]; readonly names: readonly string[] } {
  const defaults = defaultsText(c, world);
  const names = drawn.rules.map((_, i) => ruleName(i));
  const always = c.chance(5);
  const text = drawn.rules.map((numbers, i) =>
    ruleText(choicesFrom(numbers), world, names[i] ?? '', defaults, always && i === drawn.rules.length - 1),
  );
  return { defaults: defaults.text, text, names };
}
