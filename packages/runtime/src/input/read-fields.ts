// Turns a row or object into the values of a lead's or record's fields, with an issue for each that was not as declared.

import type { Issue } from '../decision.ts';
import { emptyOf } from '../plan/constant-value.ts';
import type { PlanField, PlanShape } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { RuntimeValue, SealedValue } from '../values/runtime-value.ts';
import { expectedWords, type How, LIMITS } from './expected.ts';
import { describeHeld } from './held.ts';
import { isObject, parseCell, readList, readRatings, readSignals } from './read-collection.ts';
import { isMissing, isProblem, type Outcome, type Problem, problemOf, type Reader, readScalar } from './read-scalar.ts';

/** The values of a shape's fields by slot, and what was wrong, in the order of the fields. */
export interface FieldsReading {
  readonly values: readonly (RuntimeValue | undefined)[];
  readonly issues: readonly Issue[];
}

/** Where the fields stand. */
export interface Place {
  /** What stands before a field's name in issues: `account.`, or nothing. */
  readonly prefix: string;
  /** Whether a record around them is private. */
  readonly isPrivate: boolean;
  /** How many records they stand in. */
  readonly depth: number;
}

/** Reads each field of the shape; whatever else the row holds is left alone. */
export function readFields(reader: Reader, shape: PlanShape, row: object, place: Place): FieldsReading {
  const issues: Issue[] = [];
  const values = shape.fields.map((field) => {
    const key = reader.how === 'own' ? field.name : field.column;
    // Only what the row itself has: a column may be called `constructor`.
    const piece: unknown = Object.hasOwn(row, key) ? row[key as keyof typeof row] : undefined;
    return readField(reader, shape, field, piece, place, issues);
  });
  return { values, issues };
}

function readField(
  reader: Reader,
  shape: PlanShape,
  field: PlanField,
  piece: unknown,
  place: Place,
  issues: Issue[],
): RuntimeValue | undefined {
  const empty = emptyOf(field.type);
  const isPrivate = place.isPrivate || field.private;
  const report = (problem: Problem): void => {
    const isSecret = isPrivate || holdsPrivate(reader.plan, field.type);
    if (problem.inner === undefined) issues.push(issueOf(reader.how, field, place, isSecret, problem, piece));
    else issues.push(...problem.inner.map((issue) => ({ ...issue, fatal: issue.fatal && !field.optional })));
  };
  if (isMissing(piece, shape.blank)) {
    if (empty === undefined && !field.optional) report(problemOf('missing'));
    return empty;
  }
  const inside: Place = { ...place, prefix: `${place.prefix}${field.name}`, isPrivate };
  const outcome = readPiece(reader, shape, field, field.type, piece, inside, issues);
  if (!isProblem(outcome)) {
    if (outcome === undefined && empty === undefined && !field.optional) report(problemOf('missing'));
    return outcome ?? empty;
  }
  report(outcome);
  return empty;
}

/** Reads a piece that is not missing. Issues that make nothing unusable go to `issues`; others are in the problem. */
function readPiece(
  reader: Reader,
  shape: PlanShape,
  field: PlanField,
  type: PlanField['type'],
  piece: unknown,
  place: Place,
  issues: Issue[],
): Outcome {
  if (reader.restoring && field.private) {
    const mask = readMask(piece);
    if (mask !== undefined) return mask;
  }
  switch (type.kind) {
    case 'list':
      return readList(reader, piece, shape.blank, (item, itemReader, index) =>
        readPiece(itemReader, shape, field, type.of, item, { ...place, prefix: `${place.prefix}[${index}]` }, issues),
      );
    case 'signals':
      return readSignals(reader, piece);
    case 'ratings':
      return readRatings(reader, piece);
    case 'record':
      return readRecord(reader, type.record, piece, place, issues);
    default:
      return readScalar(reader, field, type, piece, place.isPrivate);
  }
}

/** A record in which a required field is missing or malformed counts as malformed itself. */
function readRecord(reader: Reader, record: string, piece: unknown, place: Place, issues: Issue[]): Outcome {
  if (place.depth >= LIMITS.depth) return problemOf('too-long');
  const shape = reader.plan.records.get(record);
  const [row, rowReader] =
    reader.how === 'csv' ? [parseCell(piece), { ...reader, how: 'json' as const }] : [piece, reader];
  if (shape === undefined || !isObject(row)) return problemOf(row === undefined ? 'malformed' : 'wrong-type');
  const inner = readFields(rowReader, shape, row, { ...place, prefix: `${place.prefix}.`, depth: place.depth + 1 });
  if (inner.issues.some(({ fatal }) => fatal)) return { ...problemOf('malformed'), inner: inner.issues };
  issues.push(...inner.issues);
  return { kind: 'record', fields: inner.values };
}

/** What stands for a private value in a recorded lead; undefined for anything else. */
function readMask(piece: unknown): SealedValue | undefined {
  if (!isObject(piece) || !('private' in piece) || piece.private !== true) return undefined;
  const domain = 'domain' in piece ? piece.domain : undefined;
  return { kind: 'sealed', ...(typeof domain === 'string' ? { domain } : {}) };
}

/** Whether a record of the type has private fields: what was sent in its place may hold what should stand in them. */
function holdsPrivate(plan: Plan, type: PlanField['type'], inside: readonly string[] = []): boolean {
  if (type.kind === 'list') return holdsPrivate(plan, type.of, inside);
  if (type.kind !== 'record' || inside.includes(type.record)) return false;
  const within = [...inside, type.record];
  const fields = plan.records.get(type.record)?.fields ?? [];
  return fields.some((field) => field.private || holdsPrivate(plan, field.type, within));
}

function issueOf(
  how: How,
  field: PlanField,
  place: Place,
  isSecret: boolean,
  { problem, held }: Problem,
  piece: unknown,
): Issue {
  const shown = held === undefined ? piece : held;
  return {
    field: `${place.prefix}${field.name}`,
    kind: problem,
    ...(isSecret || problem === 'missing' ? {} : { held: describeHeld(shown) }),
    expected: expectedWords(field, how, problem, shown),
    fatal: !field.optional,
  };
}
