// A reading → what it is and its type: a field, a score, somebody's name, or something `of` these.

import { assertNever, type Constant } from '@fairlead/ir';
import type { Field, Path, Reading } from '../ast/nodes.ts';
import type { Referent } from '../names/bindings.ts';
import { wordsBeforeOf } from '../names/condition-names.ts';
import { type Checking, problem, rewrite } from './checking.ts';
import { checkLiteral, constantType } from './literals.ts';
import { comparedAs } from './operand.ts';
import type { ReadingMeaning, ValueType } from './types.ts';
import { typeWords } from './words.ts';

const UNKNOWN: ValueType = { kind: 'unknown' };
const PLAIN: ReadingMeaning = { kind: 'plain' };
const CONSTANT: ReadingMeaning = { kind: 'constant' };

/** Notes what a reading is; its type, unknown where it has none, which is reported. */
export function checkReading(reading: Reading, checking: Checking): ValueType {
  const { path, of } = reading;
  if (of === undefined) return checkPlain(reading, checking);
  const [head] = path.names;
  const word = path.names.length === 1 && head !== undefined && wordsBeforeOf.has(head.text) ? head.text : undefined;
  switch (word) {
    case undefined:
      return checkRating(reading, of, checking);
    case 'domain':
      return checkDomain(reading, of, checking);
    case 'backup':
      return checkPerson(reading, of, 'backup', { kind: 'rep' }, checking);
    case 'team':
      return checkPerson(reading, of, 'team-of', { kind: 'team' }, checking);
    default:
      return checkPerson(reading, of, 'manager', { kind: 'rep' }, checking);
  }
}

function checkPlain(reading: Reading, checking: Checking): ValueType {
  const referent = checking.bindings.references.get(reading.path.id);
  if (referent === undefined) return UNKNOWN;
  const constant = personConstant(referent);
  if (constant !== undefined) {
    checking.constants.set(reading.id, constant);
    return noted(reading, CONSTANT, constantType(constant), checking);
  }
  return noted(reading, PLAIN, pathType(referent, checking), checking);
}

function noted(reading: Reading, meaning: ReadingMeaning, type: ValueType, checking: Checking): ValueType {
  checking.readings.set(reading.id, meaning);
  return type;
}

/** The constant that the name of a rep or team stands for. */
function personConstant(referent: Referent): Extract<Constant, { kind: 'rep' | 'team' }> | undefined {
  if (referent.kind === 'rep') return { kind: 'rep', rep: referent.rep.name };
  return referent.kind === 'team' ? { kind: 'team', team: referent.team.name.text } : undefined;
}

/** The type of what a path refers to; unknown for what is not a value. */
function pathType(referent: Referent, checking: Checking): ValueType {
  switch (referent.kind) {
    case 'lead-field':
    case 'match-field':
    case 'table-field':
      return fieldType(referent.path.at(-1), checking);
    case 'rep-field':
    case 'record-field':
      return fieldType(referent.field, checking);
    case 'rep-built-in':
      return { kind: referent.name === 'open' ? 'count' : 'number' };
    case 'score':
      return { kind: 'count' };
    case 'rep':
    case 'team':
      return { kind: referent.kind };
    case 'match':
    case 'table':
    case 'define':
    case 'list':
    case 'calendar':
    case 'queue':
    case 'record':
    case 'enricher':
      return UNKNOWN;
    default:
      return assertNever(referent);
  }
}

function fieldType(field: Field | undefined, checking: Checking): ValueType {
  return (field && checking.fieldTypes.get(field.id)) ?? UNKNOWN;
}

/** The type of what stands after `of`, where the name of a rep or team is noted as a constant. */
function ofType(of: Path, checking: Checking): ValueType {
  const referent = checking.bindings.references.get(of.id);
  if (referent === undefined) return UNKNOWN;
  const constant = personConstant(referent);
  if (constant !== undefined) checking.constants.set(of.id, constant);
  return pathType(referent, checking);
}

function pathWords(path: Path): string {
  return `\`${path.names.map((name) => name.text).join('.')}\``;
}

type Of = NonNullable<Reading['of']>;

function checkDomain(reading: Reading, of: Of, checking: Checking): ValueType {
  const type = of.kind === 'path' ? ofType(of, checking) : checkLiteral(of, checking);
  if (type.kind === 'unknown') return UNKNOWN;
  if (type.kind !== 'email' && type.kind !== 'text') {
    const words = of.kind === 'path' ? pathWords(of) : JSON.stringify(of.value);
    problem('FL328', of.span, { value: words, type: typeWords(type) }, checking);
    return UNKNOWN;
  }
  return noted(reading, { kind: 'domain' }, { kind: 'text' }, checking);
}

function checkRating(reading: Reading, of: Of, checking: Checking): ValueType {
  const referent = checking.bindings.references.get(reading.path.id);
  const ratings = referent === undefined ? UNKNOWN : pathType(referent, checking);
  const by = of.kind === 'path' ? ofType(of, checking) : checkLiteral(of, checking);
  if (ratings.kind === 'unknown' || by.kind === 'unknown') return UNKNOWN;
  if (ratings.kind !== 'ratings') {
    problem('FL329', reading.path.span, { value: pathWords(reading.path), type: typeWords(ratings) }, checking);
    return UNKNOWN;
  }
  if (comparedAs(by) !== 'text') {
    const words = of.kind === 'path' ? pathWords(of) : JSON.stringify(of.value);
    problem('FL330', of.span, { value: words, type: typeWords(by) }, checking);
    return UNKNOWN;
  }
  return noted(reading, { kind: 'rating' }, { kind: 'number' }, checking);
}

function checkPerson(
  reading: Reading,
  of: Of,
  kind: 'backup' | 'team-of' | 'manager',
  type: ValueType,
  checking: Checking,
): ValueType {
  const word = kind === 'team-of' ? 'team' : kind;
  if (of.kind === 'text-literal') {
    problem('FL331', of.span, { word, value: JSON.stringify(of.value), type: 'text', manager: undefined }, checking);
    return UNKNOWN;
  }
  const person = ofType(of, checking);
  if (person.kind === 'unknown') return UNKNOWN;
  if (person.kind !== 'rep') {
    const manager = kind === 'manager' ? managerOf(of, checking) : undefined;
    const fixes = manager === undefined ? [] : [rewrite(reading.span, manager)];
    const params = { word, value: pathWords(of), type: typeWords(person), manager };
    problem('FL331', of.span, params, checking, { fixes });
    return UNKNOWN;
  }
  return noted(reading, { kind }, type, checking);
}

/** The manager of a team that is named. */
function managerOf(of: Path, { bindings }: Checking): string | undefined {
  const referent = bindings.references.get(of.id);
  const line = referent?.kind === 'team' ? referent.team.entries.find((entry) => entry.kind === 'manager') : undefined;
  return line?.rep.text || undefined;
}
