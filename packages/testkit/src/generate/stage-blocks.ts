// Choices → what comes before scores and rules: enrichers, matches and tables, and what rules can then read of them.

import type { Choices } from './choices.ts';
import { choicesFrom } from './choices.ts';
import { condition } from './conditions.ts';
import type { Plan } from './plan.ts';
import { type RecordDraft, readables } from './shapes.ts';
import { tableBlock } from './table-blocks.ts';
import * as words from './vocabulary.ts';
import { ofKind, type Readable, type World } from './world.ts';

/** Blocks, and the world with what they find in it. */
export interface Stages {
  readonly world: World;
  readonly enrichers: readonly string[];
  /** The records among which matches look. */
  readonly searched: readonly RecordDraft[];
  /** The providers that are asked. */
  readonly providers: readonly string[];
  readonly matches: readonly string[];
  readonly tables: readonly string[];
  /** The files of the tables, by their names. */
  readonly files: Readonly<Record<string, string>>;
}

/** Enrichers, matches on the records, and with `withTables` tables, in this order. */
export function stageBlocks(drawn: Plan, start: World, records: readonly RecordDraft[], withTables: boolean): Stages {
  const enrichers = drawn.enrichers.flatMap((numbers, i) => enrichBlock(choicesFrom(numbers), start, i));
  let world = start;
  const matches: string[] = [];
  for (const [i, numbers] of records.length === 0 ? [] : drawn.matches.entries()) {
    const made = matchBlock(choicesFrom(numbers.own), numbers.lines.map(choicesFrom), world, records, i);
    matches.push(made.text);
    world = made.world;
  }
  const tables: string[] = [];
  const files: Record<string, string> = {};
  for (const [i, numbers] of withTables ? drawn.tables.entries() : []) {
    const made = tableBlock(choicesFrom(numbers.own), numbers.rows.map(choicesFrom), world, i);
    tables.push(made.text);
    files[made.file] = made.csv;
    world = made.world;
  }
  const providers = words.enricherNames.slice(0, enrichers.length).map(([, provider]) => provider);
  const searched = records.filter(({ source }) => matches.some((text) => text.includes(` from ${source} {`)));
  return { world, enrichers, searched, providers, matches, tables, files };
}

/** None where the lead has nothing that could be filled. */
function enrichBlock(c: Choices, world: World, index: number): readonly string[] {
  const fillable = world.lead.filter(
    ({ maybeMissing, path, type }) =>
      maybeMissing && !path.includes('.') && type.kind !== 'list' && type.kind !== 'signals' && type.kind !== 'ratings',
  );
  if (fillable.length === 0) return [];
  const keys = ofKind(world.lead, 'text', 'code', 'email', 'count').filter(({ path }) => !path.includes('.'));
  const key = c.of([{ path: 'id', type: { kind: 'text' } }, ...keys]);
  const by = key.type.kind === 'email' && !c.chance(3) ? `domain of ${key.path}` : key.path;
  const fill = c.some(fillable, 1, 4).map(({ path }) => path);
  const reuse = c.chance(2) ? `  reuse for ${c.between(1, 30)} days\n` : '';
  const [name, provider] = words.enricherNames[index] ?? ['more_facts', 'clearbit'];
  return [`enrich ${name} {\n  from ${provider} by ${by}\n  fill ${fill.join(', ')}\n  within 800 ms\n${reuse}}`];
}

function matchBlock(
  c: Choices,
  lines: readonly Choices[],
  world: World,
  records: readonly RecordDraft[],
  index: number,
): { readonly text: string; readonly world: World } {
  const name = words.matchNames[index] ?? `match_${index}`;
  const record = c.of(records);
  const own = readables(record.fields, `${name}.`, []);
  // A candidate's required fields are there while it is looked at.
  const inside: World = { ...world, lead: [...world.lead, ...own] };
  const percents = ['100%', '90%', '87.5%', '70%', '60.25%', '50%'];
  const lineTexts = lines.map((each) => `${each.of(percents)} when ${lineCondition(each, world, own, inside)}`);
  const [accept, review] = c.of([
    ['85%', '60%'],
    ['60%', '50%'],
    ['70.5%', '1.5%'],
    ['90%', '60.25%'],
    ['100%', '99.99%'],
  ] as const);
  const body = [...lineTexts, `accept ${accept}`];
  if (c.chance(2)) body.push(`review ${review} in ${c.of(world.queues)}`);
  const prefers = Array.from({ length: c.below(4) }, () => preferLine(c, own, inside));
  body.push(...new Set(prefers));
  // Outside of the match everything may be missing, because none may have been found.
  const found = own.map((each) => ({ ...each, maybeMissing: true }));
  return {
    text: `match ${name} from ${record.source} {\n${body.map((line) => `  ${line}\n`).join('')}}`,
    world: { ...world, lead: [...world.lead, ...found], finds: [...world.finds, name] },
  };
}

/** A link, by which candidates are found, and sometimes more. */
function lineCondition(c: Choices, world: World, own: readonly Readable[], inside: World): string {
  const links = [linkText(c, world, own)];
  if (c.chance(4)) links.push(linkText(c, world, own));
  if (!c.chance(3)) return [...new Set(links)].join(' and ');
  const more = condition(c, { world: inside, rep: false, scores: [] }, 1);
  const part = more.joins === undefined ? more.text : `(${more.text})`;
  return [...new Set([...links, part])].join(' and ');
}

const linkKinds = ['text', 'code', 'count', 'number', 'date', 'rep', 'flag'] as const;

function linkText(c: Choices, world: World, own: readonly Readable[]): string {
  const texts = ofKind(own, 'text');
  const pairs = linkKinds.flatMap((kind) =>
    ofKind(own, kind).flatMap((left) => ofKind(world.lead, kind).map((right) => [left.path, right.path] as const)),
  );
  const domains = texts.flatMap((left) =>
    ofKind(world.lead, 'email').map((right) => [left.path, `domain of ${right.path}`] as const),
  );
  const [left, right] = c.of([...pairs, ...domains]);
  const operator =
    c.chance(3) && texts.some(({ path }) => path === left) && !right.startsWith('domain') ? 'is like' : 'is';
  return c.chance(4) && operator === 'is' ? `${right} is ${left}` : `${left} ${operator} ${right}`;
}

function preferLine(c: Choices, own: readonly Readable[], inside: World): string {
  const shown = own.filter((each) => !each.private);
  const numbers = ofKind(shown, 'count', 'number', 'money').map(({ path }) => path);
  const days = ofKind(shown, 'date', 'time').map(({ path }) => path);
  const lines = [
    ...numbers.map((path) => () => `prefer the ${c.of(['highest', 'lowest'])} ${path}`),
    ...days.map((path) => () => `prefer the ${c.of(['newest', 'oldest'])} ${path}`),
    () => `prefer ${condition(c, { world: { ...inside, lead: own }, rep: false, scores: [] }, 1).text}`,
  ];
  return c.of(lines)();
}
