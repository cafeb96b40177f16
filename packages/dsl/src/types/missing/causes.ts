// A value → why it may be missing: optional fields, records that are not matched, domains of free mail, ratings that nobody gave.

import { assertNever } from '@fairlead/ir';
import type { Field, Path, Reading, Value } from '../../ast/nodes.ts';
import type { Referent } from '../../names/bindings.ts';
import { eachValueReading } from '../../names/condition-walk.ts';
import type { Checking } from '../checking.ts';
import { readingText } from '../words.ts';

/** Something that may be missing, and with it every value that needs it. */
export interface Cause {
  /** The same for the same thing wherever it is read: `industry`, `account.tier`, `domain of email`. */
  readonly key: string;
  /** A match or table: it is asked by `is matched`. Everything else by `is known`. */
  readonly isMatch: boolean;
}

/** Why a value may be missing, in text order; empty if it never is. Arithmetic with a missing value is missing. */
export function causesOf(value: Value, checking: Checking): readonly Cause[] {
  const causes = new Map<string, Cause>();
  eachValueReading(value, (reading) => {
    for (const cause of readingCauses(reading, checking)) causes.set(cause.key, cause);
  });
  return [...causes.values()];
}

const NEVER: readonly Cause[] = [];

/** Why a reading may be missing. */
export function readingCauses(reading: Reading, checking: Checking): readonly Cause[] {
  const { path, of } = reading;
  const kind = checking.readings.get(reading.id)?.kind;
  if (kind === 'plain') return pathCauses(path, checking);
  if (kind === undefined || kind === 'constant') return NEVER;
  const own: Cause = { key: readingText(reading), isMatch: false };
  const ofCauses = of?.kind === 'path' ? pathCauses(of, checking) : NEVER;
  switch (kind) {
    case 'domain':
    case 'backup':
    case 'manager':
      return isCertain(reading, checking) ? ofCauses : [...ofCauses, own];
    case 'team-of':
      return ofCauses;
    case 'rating':
      return [...pathCauses(path, checking), ...ofCauses, own];
    default:
      return assertNever(kind);
  }
}

/** `backup of ana`, `manager of ana`, where the text says who that is. */
function isCertain({ of, id }: Reading, { bindings, readings }: Checking): boolean {
  const referent = of?.kind === 'path' ? bindings.references.get(of.id) : undefined;
  if (referent?.kind !== 'rep') return false;
  const kind = readings.get(id)?.kind;
  if (kind === 'backup') return referent.rep.member.entries.some((entry) => entry.kind === 'backup');
  return kind === 'manager' && referent.rep.home.entries.some((entry) => entry.kind === 'manager');
}

function pathCauses(path: Path, checking: Checking): readonly Cause[] {
  const referent = checking.bindings.references.get(path.id);
  return referent === undefined || isEmptied(referent, checking) ? NEVER : referentCauses(referent);
}

/** Lists, signals and ratings are empty, never missing, also those of a record that is not there. */
function isEmptied(referent: Referent, { fieldTypes }: Checking): boolean {
  const field = 'path' in referent ? referent.path.at(-1) : 'field' in referent ? referent.field : undefined;
  const kind = field && fieldTypes.get(field.id)?.kind;
  return kind === 'list' || kind === 'signals' || kind === 'ratings';
}

function referentCauses(referent: Referent): readonly Cause[] {
  switch (referent.kind) {
    case 'lead-field':
      return fieldCauses(referent.path, NO_NAMES);
    case 'match-field': {
      const name = referent.match.name.text;
      return [{ key: name, isMatch: true }, ...fieldCauses(referent.path, [name])];
    }
    case 'table-field': {
      const name = referent.table.name.text;
      return [{ key: name, isMatch: true }, ...fieldCauses(referent.path, [name])];
    }
    case 'rep-field':
      return fieldCauses([referent.field], ['rep']);
    case 'rep-built-in':
      // Without a capacity there is no load.
      return referent.name === 'load' ? [{ key: 'rep.load', isMatch: false }] : [];
    default:
      return [];
  }
}

const NO_NAMES: readonly string[] = [];

/** Every optional field on the way. */
function fieldCauses(path: readonly Field[], before: readonly string[]): readonly Cause[] {
  if (!path.some(isOptional)) return NEVER;
  const names = [...before];
  const causes: Cause[] = [];
  for (const field of path) {
    names.push(field.name.text);
    if (isOptional(field)) causes.push({ key: names.join('.'), isMatch: false });
  }
  return causes;
}

function isOptional({ modifiers }: Field): boolean {
  return modifiers.some((modifier) => modifier.kind === 'optional');
}
