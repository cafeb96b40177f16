// Turns one piece of a lead, JSON or the text of a cell, into a value of a field's type, or into what is wrong with it.

import {
  assertNever,
  type Directory,
  decimalFromJson,
  decimalProblem,
  foldText,
  idsOf,
  isBlank,
  jsonNumberProblem,
  parseDate,
  parseDecimal,
  parseInstant,
  type Type,
  trimText,
} from '@fairlead/ir';
import type { WrittenTimes } from '../calendar/written-times.ts';
import type { Issue, IssueKind } from '../decision.ts';
import type { PlanField } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { MailFacts, RuntimeValue, TextValue } from '../values/runtime-value.ts';
import { textValue, tidyText } from '../values/text-value.ts';
import type { Domains } from '../world.ts';
import { type How, LIMITS } from './expected.ts';
import { readWrittenNumber } from './written-number.ts';

/** What is wrong with a piece of a lead. */
export interface Problem {
  readonly kind: 'problem';
  readonly problem: IssueKind;
  /** The part that was wrong, if it is not the whole piece. */
  readonly held?: unknown;
  /** Of a record that is unusable: what is wrong in it, which says it all. */
  readonly inner?: readonly Issue[];
}

/** A value, undefined for a missing one, or a problem. */
export type Outcome = RuntimeValue | undefined | Problem;

/** What reading needs beside the piece and its field. */
export interface Reader {
  readonly plan: Plan;
  readonly how: How;
  readonly domains: Domains;
  readonly writtenTimes: WrittenTimes;
  /** Whether the lead comes from a decision, with marks in place of private values. */
  readonly restoring: boolean;
}

/** Makes a problem. */
export function problemOf(problem: IssueKind): Problem {
  return { kind: 'problem', problem };
}

/** Whether reading failed. */
export function isProblem(outcome: Outcome): outcome is Problem {
  return typeof outcome === 'object' && outcome.kind === 'problem';
}

/** Whether a piece counts as missing: absent, null, blank, or a text that the block calls blank. */
export function isMissing(piece: unknown, blank: ReadonlySet<string>): boolean {
  if (piece === undefined || piece === null) return true;
  if (typeof piece !== 'string' || piece.length > LIMITS.text) return false;
  return isBlank(piece) || (blank.size > 0 && blank.has(foldText(piece)));
}

/** Reads one value that is not missing, of a type other than lists, signals, ratings and records. `isPrivate`: of the field, or of a record around it. */
export function readScalar(reader: Reader, field: PlanField, type: Type, piece: unknown, isPrivate: boolean): Outcome {
  if (typeof piece === 'string' && piece.length > LIMITS.text) return problemOf('too-long');
  switch (type.kind) {
    case 'text':
    case 'email':
    case 'code':
    case 'choice':
      return typeof piece === 'string' ? readText(reader, field, type, piece, isPrivate) : problemOf('wrong-type');
    case 'number':
    case 'count':
    case 'money':
      return readNumber(reader, field, type, piece);
    case 'flag':
      return readFlag(reader, field, piece);
    case 'date':
    case 'time':
      return typeof piece === 'string' ? readTime(reader, field, type.kind, piece) : problemOf('wrong-type');
    case 'rep':
      return readId(reader.plan.findRep, piece, 'unknown-rep');
    case 'team':
      return readId(reader.plan.findTeam, piece, 'unknown-team');
    case 'list':
    case 'signals':
    case 'ratings':
    case 'record':
      return problemOf('wrong-type');
    default:
      return assertNever(type);
  }
}

function readText(reader: Reader, field: PlanField, type: Type, piece: string, isPrivate: boolean): Outcome {
  if (type.kind === 'code') return tidyText(piece) || undefined;
  const value = textValue(piece);
  if (value === undefined) return undefined;
  if (type.kind === 'choice') {
    const choice = field.choices?.get(value.folded);
    return choice ?? (type.open ? value : problemOf('not-a-choice'));
  }
  if (type.kind === 'email' && !EMAIL.test(value.raw)) return problemOf('malformed');
  return isPrivate && field.asksMail !== 'nothing' ? { ...value, mail: mailFacts(reader, field, value) } : value;
}

/** Something, an @, something: whether mail arrives there is not for us to say. */
const EMAIL = /^[^\s\u0085@]+@[^\s\u0085@]+$/;

function mailFacts({ domains }: Reader, field: PlanField, { raw }: TextValue): MailFacts {
  const freeMail = domains.isFreeMail(raw);
  const domain = freeMail || field.asksMail !== 'domain' ? undefined : domains.registrable(raw);
  return { freeMail, ...(domain === undefined ? {} : { domain }) };
}

function readNumber(reader: Reader, field: PlanField, type: Type, piece: unknown): Outcome {
  const number = typeof piece === 'number' ? numberOfJson(piece) : numberOfText(reader, field, type, piece);
  if (typeof number !== 'number') return problemOf(number);
  return type.kind === 'count' && (!Number.isInteger(number) || number < 0) ? problemOf('malformed') : number;
}

function numberOfJson(piece: number): number | IssueKind {
  return decimalFromJson(piece) ?? (jsonNumberProblem(piece) === 'too-many-digits' ? 'too-many-digits' : 'malformed');
}

function numberOfText(reader: Reader, field: PlanField, type: Type, piece: unknown): number | IssueKind {
  if (typeof piece !== 'string') return 'wrong-type';
  if (field.written?.kind === 'number' && reader.how !== 'own') return readWrittenNumber(field.written, piece);
  if (reader.how !== 'csv') return 'wrong-type';
  const trimmed = trimText(piece);
  const currency = type.kind === 'money' ? ` ${type.currency}` : '';
  const text = currency !== '' && trimmed.endsWith(currency) ? trimmed.slice(0, -currency.length) : trimmed;
  return parseDecimal(text) ?? (decimalProblem(text) === 'too-many-digits' ? 'too-many-digits' : 'malformed');
}

function readFlag(reader: Reader, field: PlanField, piece: unknown): Outcome {
  if (typeof piece === 'boolean') return piece;
  if (typeof piece !== 'string') return problemOf('wrong-type');
  const folded = foldText(piece);
  if (field.written?.kind === 'flag' && reader.how !== 'own') {
    if (folded === foldText(field.written.yes)) return true;
    return folded === foldText(field.written.no) ? false : problemOf('malformed');
  }
  if (reader.how !== 'csv') return problemOf('wrong-type');
  return FLAGS.get(folded) ?? problemOf('malformed');
}

/** How the language writes flags, and how spreadsheets do. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
  ['true', true],
  ['false', false],
]);

/** As the field says it is written; else in the language's own writing, which cannot be taken for anything else. */
function readTime(reader: Reader, field: PlanField, as: 'date' | 'time', piece: string): Outcome {
  if (field.written?.kind === 'time' && reader.how !== 'own') {
    const { pattern, zone } = field.written;
    const read = reader.writtenTimes.parseWritten(pattern, zone ?? reader.plan.zone, piece);
    if (read?.kind === 'date' && as === 'date') return read.day;
    if (read?.kind === 'instant' && as === 'time') return read.atMs;
  }
  const text = trimText(piece);
  return (as === 'date' ? parseDate(text) : parseInstant(text)) ?? problemOf('malformed');
}

/** Ids of other systems, in fields marked unique, may come as numbers. */
function readId(directory: Directory, piece: unknown, unknown: IssueKind): Outcome {
  if (typeof piece !== 'string' && typeof piece !== 'number') return problemOf('wrong-type');
  const [first, ...others] = idsOf(directory, String(piece));
  if (first === undefined || others.length === 0) return first ?? problemOf(unknown);
  return problemOf(unknown === 'unknown-rep' ? 'ambiguous-rep' : unknown);
}
