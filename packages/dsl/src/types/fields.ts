// The fields of the lead, of records, reps and tables → fields as the IR has them; types and modifiers that make no sense where they stand.

import { assertNever, foldText, type Field as IrField, type Type, type Written } from '@fairlead/ir';
import type { Field, Modifier, Name, NodeId, TypeNode } from '../ast/nodes.ts';
import { isPlainType } from '../names/type-names.ts';
import { type Checking, isAbsent, problem, rewrite } from './checking.ts';
import type { ValueType } from './types.ts';
import { typeWords } from './words.ts';
import { checkWritten } from './written.ts';

/** Whose field it is. */
export type Holder = 'lead' | 'record' | 'rep' | 'table';

/** Checks all fields of a policy. */
export function checkFields(checking: Checking): void {
  for (const declaration of checking.bindings.files.flatMap((file) => file.declarations)) {
    if (declaration.kind === 'lead') checkBlock(declaration.fields, 'lead', checking);
    if (declaration.kind === 'record') checkBlock(declaration.fields, 'record', checking);
    if (declaration.kind === 'rep-fields') checkBlock(declaration.fields, 'rep', checking);
    if (declaration.kind === 'table') checkBlock(declaration.gives, 'table', checking);
  }
}

function checkBlock(fields: readonly Field[], holder: Holder, checking: Checking): void {
  for (const field of fields) {
    const type = fieldType(field, holder, checking);
    checking.fieldTypes.set(field.id, type ?? { kind: 'unknown' });
    const written = checkModifiers(field, type, holder, checking);
    if (type !== undefined) checking.fields.set(field.id, irField(field, type, written));
  }
}

function irField({ name, modifiers }: Field, type: Type, written: Written | undefined): IrField {
  const has = (kind: Modifier['kind']): boolean => modifiers.some((modifier) => modifier.kind === kind);
  const from = modifiers.find((modifier) => modifier.kind === 'from');
  return {
    name: name.text,
    type,
    optional: has('optional'),
    private: has('private'),
    unique: has('unique'),
    ...(from === undefined ? {} : { column: from.column.value }),
    ...(written === undefined ? {} : { written }),
  };
}

function fieldType({ type }: Field, holder: Holder, checking: Checking): Type | undefined {
  const found = typeOf(type, checking);
  if (found === undefined) return undefined;
  const impossible = impossibleIn[holder].get(found.kind);
  if (impossible === undefined) return found;
  problem('FL341', type.span, { type: typeName(found), reason: impossible }, checking);
  return undefined;
}

/** What a block's fields cannot be, and why. */
const impossibleIn: { readonly [H in Holder]: ReadonlyMap<Type['kind'], string> } = {
  lead: new Map(),
  record: new Map(),
  rep: new Map<Type['kind'], string>([
    ['signals', 'A rep has no signals: they are what a lead did.'],
    ['record', 'The fields of a rep hold plain values, lists and ratings.'],
  ]),
  table: new Map<Type['kind'], string>([
    ['signals', 'A cell of a table holds one value.'],
    ['ratings', 'A cell of a table holds one value.'],
    ['record', 'A cell of a table holds one value.'],
    ['list', 'A cell of a table holds one value.'],
  ]),
};

/** The type that is written; undefined where it means nothing, which is reported. */
function typeOf(node: TypeNode, checking: Checking): Type | undefined {
  switch (node.kind) {
    case 'money-type':
      return node.currency.text === '' ? undefined : { kind: 'money', currency: node.currency.text };
    case 'named-type':
      return namedType(node.name, checking);
    case 'list-type':
      return listType(node.of, checking);
    case 'choice-type':
      return choiceType(node, checking);
    case 'broken':
      return undefined;
    default:
      return assertNever(node);
  }
}

function namedType(name: Name, { bindings }: Checking): Type | undefined {
  if (isPlainType(name.text)) return { kind: name.text };
  return bindings.references.get(name.id)?.kind === 'record' ? { kind: 'record', record: name.text } : undefined;
}

const listable: ReadonlySet<Type['kind']> = new Set<Type['kind']>([
  'text',
  'code',
  'email',
  'number',
  'count',
  'flag',
  'date',
  'time',
  'rep',
  'team',
]);

function listType(name: Name, checking: Checking): Type | undefined {
  const of = namedType(name, checking);
  if (of === undefined) return undefined;
  if (listable.has(of.kind)) return { kind: 'list', of };
  const reason =
    'The items of a list are single values: text, code, email, number, count, flag, date, time, rep or team.';
  problem('FL341', name.span, { type: `list of ${typeName(of)}`, reason }, checking);
  return undefined;
}

/** A type as it is written. */
function typeName(type: Type): string {
  if (type.kind === 'record') return type.record;
  return type.kind === 'list' ? `list of ${typeName(type.of)}` : type.kind;
}

function choiceType(node: Extract<TypeNode, { kind: 'choice-type' }>, checking: Checking): Type | undefined {
  const choices: string[] = [];
  const seen = new Map<string, NodeId>();
  for (const choice of node.choices) {
    if (isAbsent(choice)) continue;
    const key = foldText(choice.value);
    if (key === '') problem('FL343', choice.span, { choice: choice.value, reason: 'blank' }, checking);
    else if (seen.has(key)) problem('FL343', choice.span, { choice: choice.value, reason: 'twice' }, checking);
    else {
      seen.set(key, choice.id);
      choices.push(choice.value);
    }
  }
  return choices.length === 0 ? undefined : { kind: 'choice', choices, open: node.open };
}

/** The way of writing, if there is one; what a modifier does not fit is reported. */
function checkModifiers(field: Field, type: Type | undefined, holder: Holder, checking: Checking): Written | undefined {
  let written: Written | undefined;
  for (const modifier of field.modifiers) {
    const reason = misplaced(modifier, type, holder);
    if (reason !== undefined) {
      const fixes = [rewrite(modifier.span, '', `Remove \`${modifier.kind}\``)];
      problem('FL342', modifier.span, { modifier: modifier.kind, reason }, checking, { fixes });
    } else if (modifier.kind === 'written' && type !== undefined) {
      written = checkWritten(modifier, type, checking);
    } else if (modifier.kind === 'from' && !isAbsent(modifier.column) && modifier.column.value.trim() === '') {
      problem('FL365', modifier.column.span, { what: 'The name of a column' }, checking);
    }
  }
  return written;
}

/** Why a modifier cannot stand there; undefined if it can. */
function misplaced({ kind }: Modifier, type: ValueType | undefined, holder: Holder): string | undefined {
  switch (kind) {
    case 'unique':
      if (holder !== 'rep') return 'Only the fields of reps are unique: a value finds the rep who has it.';
      return type === undefined || ['text', 'code', 'email', 'number', 'count'].includes(type.kind)
        ? undefined
        : `A rep cannot be found by ${typeWords(type)}.`;
    case 'private':
      return holder === 'lead' || holder === 'record' ? undefined : 'Only fields of leads and records are private.';
    case 'written':
      if (holder === 'table')
        return 'The cells of a table are written as in a policy: dates as 2026-11-24, flags as yes and no.';
      if (type === undefined || ['date', 'time', 'number', 'count', 'money', 'flag'].includes(type.kind))
        return undefined;
      return `\`written\` is for dates, instants, numbers, money and flags, and this is ${typeWords(type)}.`;
    case 'optional':
    case 'from':
      return undefined;
    default:
      return assertNever(kind);
  }
}
