// A value → why it may be missing: optional fields, records that are not matched, domains of free mail, ratings that nobody gave.

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

/** Why a reading may be missing. */
export function readingCauses(reading: Reading, checking: Checking): readonly Cause[] {
  const { path, of } = reading;
  const own: Cause = { key: readingText(reading), isMatch: false };
  const ofCauses = of?.kind === 'path' ? pathCauses(of, checking) : [];
  switch (checking.readings.get(reading.id)?.kind) {
    case 'plain':
      return pathCauses(path, checking);
    case 'domain':
    case 'backup':
    case 'manager':
      return isCertain(reading, checking) ? ofCauses : [...ofCauses, own];
    case 'team-of':
      return ofCauses;
    case 'rating':
      return [...pathCauses(path, checking), ...ofCauses, own];
    default:
      return [];
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
  return referent === undefined ? [] : referentCauses(referent, checking);
}

function referentCauses(referent: Referent, checking: Checking): readonly Cause[] {
  switch (referent.kind) {
    case 'lead-field':
      return fieldCauses(referent.path, [], checking);
    case 'match-field': {
      const name = referent.match.name.text;
      return [{ key: name, isMatch: true }, ...fieldCauses(referent.path, [name], checking)];
    }
    case 'table-field': {
      const name = referent.table.name.text;
      return [{ key: name, isMatch: true }, ...fieldCauses(referent.path, [name], checking)];
    }
    case 'rep-field':
      return fieldCauses([referent.field], ['rep'], checking);
    case 'rep-built-in':
      // Without a capacity there is no load.
      return referent.name === 'load' ? [{ key: 'rep.load', isMatch: false }] : [];
    default:
      return [];
  }
}

/** Every optional field on the way; lists, signals and ratings are empty, never missing. */
function fieldCauses(path: readonly Field[], before: readonly string[], checking: Checking): readonly Cause[] {
  const names = [...before];
  const causes: Cause[] = [];
  for (const { id, name, modifiers } of path) {
    names.push(name.text);
    const kind = checking.fieldTypes.get(id)?.kind;
    const isNeverMissing = kind === 'list' || kind === 'signals' || kind === 'ratings';
    if (!isNeverMissing && modifiers.some((modifier) => modifier.kind === 'optional')) {
      causes.push({ key: names.join('.'), isMatch: false });
    }
  }
  return causes;
}
