// Choices → the fields of leads, records and reps, and the text of their blocks.

import type { Choices } from './choices.ts';
import * as constant from './constants.ts';
import { currencies, fieldNames, quoted, recordFieldNames, repFieldNames, skillNames, texts } from './vocabulary.ts';
import { type FieldDraft, freeName, type Readable, type TypeDraft } from './world.ts';

export interface RecordDraft {
  readonly name: string;
  readonly source: string;
  readonly fields: readonly FieldDraft[];
}

/** Types that a lead field can have, the simplest first. */
const leadKinds: readonly TypeDraft['kind'][] = [
  'text',
  'count',
  'choice',
  'flag',
  'number',
  'money',
  'email',
  'date',
  'time',
  'signals',
  'list',
  'code',
  'rep',
  'team',
];
const recordKinds: readonly TypeDraft['kind'][] = ['text', 'count', 'choice', 'flag', 'rep', 'date', 'money'];
const repKinds: readonly TypeDraft['kind'][] = [
  'list',
  'ratings',
  'date',
  'number',
  'text',
  'count',
  'choice',
  'flag',
  'code',
];

/** A field of a lead; `records` are those that it may hold. */
export function leadField(c: Choices, taken: Set<string>, records: readonly RecordDraft[]): FieldDraft {
  const kinds = records.length > 0 && c.chance(6) ? (['record'] as const) : leadKinds;
  const type = typeDraft(c, c.of(kinds), records);
  return {
    name: freeName(c, fieldNames, taken),
    type,
    // A test cannot write a record, so no test could have a valid lead if one were required.
    optional: type.kind === 'record' || (mayBeOptional(type) && !c.chance(3)),
    private: c.chance(6),
  };
}

export function recordField(c: Choices, taken: Set<string>): FieldDraft {
  const type = typeDraft(c, c.of(recordKinds), []);
  return { name: freeName(c, recordFieldNames, taken), type, optional: c.chance(2), private: c.chance(8) };
}

export function repField(c: Choices, taken: Set<string>): FieldDraft {
  const type = typeDraft(c, c.of(repKinds), []);
  return {
    name: freeName(c, repFieldNames, taken),
    type,
    optional: mayBeOptional(type) && c.chance(2),
    private: false,
  };
}

/** `name type optional …`. What the outside calls and writes it is made up too. */
export function fieldText(c: Choices, field: FieldDraft, column: string): string {
  const words = [field.name, typeText(field.type)];
  if (field.optional) words.push('optional');
  if (field.private) words.push('private');
  if (c.chance(5)) words.push(`from ${quoted(column)}`);
  if (c.chance(5)) words.push(...written(c, field.type));
  return words.join(' ');
}

export function typeText(type: TypeDraft): string {
  switch (type.kind) {
    case 'money':
      return `money ${type.currency}`;
    case 'choice':
      return [...type.choices.map((choice) => quoted(choice)), ...(type.open ? ['text'] : [])].join(' | ');
    case 'list':
      return `list of ${type.of}`;
    case 'record':
      return type.record;
    default:
      return type.kind;
  }
}

/** What can be read of fields whose paths start with `before`. A record gives its fields. */
export function readables(
  fields: readonly FieldDraft[],
  before: string,
  records: readonly RecordDraft[],
  around: { readonly maybeMissing: boolean; readonly private: boolean } = { maybeMissing: false, private: false },
): readonly Readable[] {
  return fields.flatMap((field): readonly Readable[] => {
    const path = `${before}${field.name}`;
    const own = { maybeMissing: field.optional || around.maybeMissing, private: field.private || around.private };
    if (field.type.kind !== 'record') return [{ path, type: field.type, ...own }];
    const { record } = field.type;
    return readables(records.find(({ name }) => name === record)?.fields ?? [], `${path}.`, [], own);
  });
}

/** A value of the field as a rep's block or a test's lead writes it; `names` are the reps and teams that can be named. */
export function valueText(
  c: Choices,
  type: TypeDraft,
  names: { readonly reps: readonly string[]; readonly teams: readonly string[] },
): string {
  switch (type.kind) {
    case 'text':
      return constant.text(c);
    case 'code':
      return quoted(`C-${c.below(1000)}`);
    case 'email':
      return constant.email(c);
    case 'number':
      return constant.number(c);
    case 'count':
      return constant.wholeNumber(c);
    case 'flag':
      return constant.flag(c);
    case 'date':
      return constant.date(c);
    case 'time':
      return constant.instant(c);
    case 'money':
      return constant.money(c, type.currency);
    case 'choice':
      return quoted(c.of(type.choices));
    case 'rep':
      return c.of(names.reps);
    case 'team':
      return c.of(names.teams);
    case 'ratings':
      return `{ ${c
        .some(skillNames, 1, 3)
        .map((skill) => `${ratingName(skill)} ${c.between(1, 5)}`)
        .join(' ')} }`;
    case 'list':
      return `[${elements(c, type.of).join(', ')}]`;
    case 'signals':
      return `[${c.some(['"demo" 3 weeks ago', '"pricing page" 2 hours ago', '"call" 1 day ago'], 0, 3).join(', ')}]`;
    case 'record':
      return '"-"';
  }
}

function elements(c: Choices, of: 'text' | 'code' | 'number'): readonly string[] {
  if (of === 'number') return c.some(['1', '20', '300'], 0, 3);
  return c.some(texts, 0, 3).map((each) => quoted(each));
}

function ratingName(skill: string): string {
  return /^[a-z]+$/.test(skill) ? skill : quoted(skill);
}

function typeDraft(c: Choices, kind: TypeDraft['kind'], records: readonly RecordDraft[]): TypeDraft {
  switch (kind) {
    case 'money':
      return { kind, currency: c.of(currencies) };
    case 'choice':
      return { kind, choices: c.some(texts, 1, 5), open: c.chance(3) };
    case 'list':
      return { kind, of: c.of(['text', 'number', 'code'] as const) };
    case 'record':
      return { kind, record: c.of(records).name };
    default:
      return { kind };
  }
}

/** Lists, signals and ratings are empty, never missing. */
function mayBeOptional(type: TypeDraft): boolean {
  return type.kind !== 'list' && type.kind !== 'signals' && type.kind !== 'ratings';
}

function written(c: Choices, type: TypeDraft): readonly string[] {
  switch (type.kind) {
    case 'time':
      return [`written "d MMM, yyyy HH:mm:ss" in ${quoted(c.of(['Asia/Kolkata', 'Europe/Berlin']))}`];
    case 'date':
      return [`written ${quoted(c.of(['dd/MM/yyyy', 'MM/dd/yyyy', 'd MMM yyyy']))}`];
    case 'number':
      return [`written ${quoted(c.of(['1,234.50', '1.234,50', '12.5 %']))}`];
    case 'money':
      return [`written ${quoted(c.of(['$1,234.50', '1 234,50 €']))}`];
    case 'count':
      return ['written "1,234"'];
    case 'flag':
      return [`written ${c.of(['"Yes" or "No"', '"1" or "0"'])}`];
    default:
      return [];
  }
}
