// A value of a policy → its type; and names in it that nothing stands for, and what is read where it may not be.

import { assertNever } from '../assert-never.ts';
import type { ComparedAs, Constant, Value } from '../conditions.ts';
import type { Field, Type } from '../shapes.ts';
import { isDay, isDecimal, isInstant } from './constants.ts';
import type { Reads } from './defines.ts';
import type { Names } from './names.ts';
import { type At, quote, type Report, under } from './report.ts';

/** What may be read at a place. */
export interface Scope {
  readonly names: Names;
  /** By name; without those that lie in a circle. */
  readonly defines: ReadonlyMap<string, Reads>;
  /** Whether a rep is looked at: `where`, `weight`, strategies, effects. */
  readonly rep: boolean;
  /** The matches that have been made: whose record can be read. */
  readonly matches: ReadonlySet<string>;
  /** In a line of a match: that match. Its candidate can be read, and not yet whether there is one. */
  readonly candidate?: string;
  /** The tables that have been looked up. */
  readonly tables: ReadonlySet<string>;
  /** The scores that have been computed. */
  readonly scores: ReadonlySet<string>;
}

const TEXT: Type = { kind: 'text' };
const NUMBER: Type = { kind: 'number' };
const REP: Type = { kind: 'rep' };
const TEAM: Type = { kind: 'team' };

/** Checks a value and what lies in it. Its type; undefined where that cannot be said, which is reported. */
export function checkValue(value: Value, at: At, scope: Scope, report: Report): Type | undefined {
  switch (value.kind) {
    case 'constant':
      return checkConstant(value.constant, under(at, 'constant'), scope.names, report);
    case 'lead':
      return checkPath(value.path, scope.names.lead, 'field of the lead', under(at, 'path'), scope.names, report);
    case 'rep':
      needRep(at, scope, report);
      return checkField(value.field, scope.names.repFields, 'field of reps', under(at, 'field'), report)?.type;
    case 'rep-open':
    case 'rep-load':
      needRep(at, scope, report);
      return NUMBER;
    case 'score':
      checkName('score', value.score, scope.names.scores, under(at, 'score'), report);
      needScore(value.score, at, scope, report);
      return NUMBER;
    case 'match':
      needMatch(value.match, 'record', at, scope, report);
      return checkMatchPath(value, at, scope.names, report);
    case 'table':
      needTable(value.table, at, scope, report);
      return checkTableField(value, at, scope.names, report);
    case 'sum':
    case 'product':
      return checkArithmetic(value, at, scope, report);
    case 'domain':
      checkText(value.of, under(at, 'of'), scope, report);
      return TEXT;
    case 'rating':
      checkOf('ratings', value.ratings, under(at, 'ratings'), scope, report);
      checkText(value.by, under(at, 'by'), scope, report);
      return NUMBER;
    case 'backup':
    case 'manager':
    case 'team-of':
      checkOf('rep', value.of, under(at, 'of'), scope, report);
      return value.kind === 'team-of' ? TEAM : REP;
    default:
      return assertNever(value);
  }
}

/** Checks a constant: numbers that are exact, days and instants that exist, reps and teams that are declared. Its type. */
export function checkConstant(constant: Constant, at: At, names: Names, report: Report): Type {
  switch (constant.kind) {
    case 'number':
      checkDecimal(constant.number, under(at, 'number'), report);
      return NUMBER;
    case 'money':
      checkDecimal(constant.amount, under(at, 'amount'), report);
      return { kind: 'money', currency: constant.currency };
    case 'date':
      checkDay(constant.date, under(at, 'date'), report);
      return { kind: 'date' };
    case 'time':
      if (!isInstant(constant.time)) report.add(under(at, 'time'), 'invariant', 'There is no such instant');
      return { kind: 'time' };
    case 'rep':
      checkName('rep', constant.rep, names.reps, under(at, 'rep'), report);
      return REP;
    case 'team':
      checkName('team', constant.team, names.teams, under(at, 'team'), report);
      return TEAM;
    case 'text':
      return TEXT;
    case 'flag':
      return { kind: 'flag' };
    default:
      return assertNever(constant);
  }
}

/** Checks that something of this name is declared. */
export function checkName(
  what: string,
  name: string,
  known: { readonly has: (name: string) => boolean },
  at: At,
  report: Report,
): void {
  if (!known.has(name)) report.add(at, 'unknown-name', `There is no ${what} ${quote(name)}`);
}

/** Checks that a number has at most 15 digits. */
export function checkDecimal(number: number, at: At, report: Report): void {
  if (!isDecimal(number)) report.add(at, 'invariant', 'A number has at most 15 digits');
}

/** Checks that the calendar has the day. */
export function checkDay(text: string, at: At, report: Report): void {
  if (!isDay(text)) report.add(at, 'invariant', `There is no day ${quote(text)}`);
}

/** How values of a type are compared; undefined for types that are not: signals, ratings, lists, records. `code` counts as text. */
export function comparedAs(type: Type): Exclude<ComparedAs, 'code'> | undefined {
  switch (type.kind) {
    case 'text':
    case 'code':
    case 'email':
    case 'choice':
      return 'text';
    case 'number':
    case 'count':
    case 'money':
      return 'number';
    case 'date':
    case 'time':
    case 'flag':
    case 'rep':
    case 'team':
      return type.kind;
    case 'signals':
    case 'ratings':
    case 'list':
    case 'record':
      return undefined;
    default:
      return assertNever(type);
  }
}

/** Whether a type is compared in this way. */
export function fits(type: Type, as: ComparedAs): boolean {
  return comparedAs(type) === (as === 'code' ? 'text' : as);
}

/** Whether both are plain numbers or money of one currency; true for everything that is not a number. */
export function sameCurrency(a: Type, b: Type): boolean {
  if (comparedAs(a) !== 'number' || comparedAs(b) !== 'number') return true;
  return currencyOf(a) === currencyOf(b);
}

/** A type in a message. */
export function typeWords(type: Type): string {
  if (type.kind === 'money') return `money ${type.currency}`;
  return type.kind === 'list' ? `list of ${typeWords(type.of)}` : type.kind;
}

function currencyOf(type: Type): string | undefined {
  return type.kind === 'money' ? type.currency : undefined;
}

function checkText(value: Value, at: At, scope: Scope, report: Report): void {
  const type = checkValue(value, at, scope, report);
  if (type !== undefined && !fits(type, 'text')) report.add(at, 'invariant', `A ${typeWords(type)} is no text`);
}

function checkOf(kind: Type['kind'], value: Value, at: At, scope: Scope, report: Report): void {
  const type = checkValue(value, at, scope, report);
  if (type !== undefined && type.kind !== kind) report.add(at, 'invariant', `A ${typeWords(type)} is no ${kind}`);
}

function checkMatchPath(
  { match, path }: Value & { readonly kind: 'match' },
  at: At,
  names: Names,
  report: Report,
): Type | undefined {
  checkName('match', match, names.matches, under(at, 'match'), report);
  const fields = names.matches.get(match);
  if (fields === undefined) return undefined;
  return checkPath(path, fields, 'field of the record', under(at, 'path'), names, report);
}

function checkTableField(
  { table, field }: Value & { readonly kind: 'table' },
  at: At,
  names: Names,
  report: Report,
): Type | undefined {
  checkName('table', table, names.tables, under(at, 'table'), report);
  const fields = names.tables.get(table);
  return fields && checkField(field, fields, 'field that the table gives', under(at, 'field'), report)?.type;
}

/** The type at the end of a path that starts among `first`. */
function checkPath(
  path: readonly string[],
  first: ReadonlyMap<string, Field>,
  what: string,
  at: At,
  names: Names,
  report: Report,
): Type | undefined {
  let fields: ReadonlyMap<string, Field> | undefined = first;
  let type: Type | undefined;
  for (const [i, name] of path.entries()) {
    if (fields === undefined) {
      // A record that is not declared has been reported where the field is.
      if (type?.kind !== 'record') report.add(under(at, i), 'invariant', `A ${typeWords(type ?? TEXT)} has no fields`);
      return undefined;
    }
    type = checkField(name, fields, i === 0 ? what : 'field of the record', under(at, i), report)?.type;
    fields = type?.kind === 'record' ? names.records.get(type.record) : undefined;
    if (type === undefined) return undefined;
  }
  return type;
}

function checkField(
  name: string,
  fields: ReadonlyMap<string, Field>,
  what: string,
  at: At,
  report: Report,
): Field | undefined {
  checkName(what, name, fields, at, report);
  return fields.get(name);
}

function checkArithmetic(
  value: Value & { readonly kind: 'sum' | 'product' },
  at: At,
  scope: Scope,
  report: Report,
): Type {
  let result: Type | undefined;
  value.of.forEach((part, i) => {
    const here = under(at, 'of', i);
    const type = checkValue(part, here, scope, report);
    if (type === undefined) return;
    if (!fits(type, 'number')) {
      report.add(here, 'invariant', `A ${typeWords(type)} is no number`);
      return;
    }
    if (result !== undefined && !mayJoin(value.kind, result, type)) {
      report.add(here, 'invariant', `A ${value.kind} of ${typeWords(result)} and ${typeWords(type)} means nothing`);
      return;
    }
    result = result?.kind === 'money' ? result : type;
  });
  return result ?? NUMBER;
}

/** Sums need one currency; in products at most one factor is money. */
function mayJoin(kind: 'sum' | 'product', result: Type, next: Type): boolean {
  return kind === 'sum' ? sameCurrency(result, next) : result.kind !== 'money' || next.kind !== 'money';
}

function needRep(at: At, scope: Scope, report: Report): void {
  if (!scope.rep) report.add(at, 'invariant', 'It reads a field of the rep, and no rep is looked at here');
}

function needScore(score: string, at: At, scope: Scope, report: Report): void {
  if (scope.names.scores.has(score) && !scope.scores.has(score)) {
    report.add(at, 'order', `It reads the score ${quote(score)}, which is computed later`);
  }
}

/** Checks that a match has been made where it is read. `record`: a field of what it found, else whether it found anything. */
export function needMatch(match: string, what: 'record' | 'whether', at: At, scope: Scope, report: Report): void {
  const { names, matches, candidate } = scope;
  if (!names.matches.has(match) || matches.has(match) || (what === 'record' && match === candidate)) return;
  report.add(at, 'order', `It reads the match ${quote(match)}, which is made later`);
}

/** Checks that a table has been looked up where it is read. */
export function needTable(table: string, at: At, { names, tables }: Scope, report: Report): void {
  if (names.tables.has(table) && !tables.has(table)) {
    report.add(at, 'order', `It reads the table ${quote(table)}, which is looked up later`);
  }
}
