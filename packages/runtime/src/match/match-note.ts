// Turns what a match read of the records into a note on the decision, and the note back into records.
import type { JsonValue } from '../decision.ts';
import { isObject } from '../input/read-collection.ts';
import { readFields } from '../input/read-fields.ts';
import type { Reader } from '../input/read-scalar.ts';
import { jsonOfFields } from '../plan/format-value.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanMatch } from '../plan/plan-stages.ts';
import type { FoundRecord } from '../world.ts';
import type { Kept } from './best-record.ts';

/** What a note says: the candidates that were kept, how many more there were, and the record that a reviewer named. */
export interface Recalled {
  readonly candidates: readonly FoundRecord[];
  readonly others: number;
  readonly chosen?: FoundRecord;
}

/** The note: `{candidates: [{id, position, record}, …], others, chosen?}`, records as JSON by field, private values masked. Best first. */
export function noteOfMatch(plan: Plan, match: PlanMatch, kept: Kept, chosen: FoundRecord | undefined): JsonValue {
  const noteOf = ({ id, position, value }: FoundRecord): JsonValue => {
    return { id, position, record: jsonOfFields(plan, match.shape, value.fields) };
  };
  return {
    candidates: kept.fits.map(({ found }) => noteOf(found)),
    others: kept.others,
    ...(chosen === undefined ? {} : { chosen: noteOf(chosen) }),
  };
}

/** The records of a note; undefined where there is none. What is not as it was written is left out: then the decision does not come out the same. */
export function recallMatch(plan: Plan, match: PlanMatch, note: JsonValue | undefined): Recalled | undefined {
  if (note === undefined) return undefined;
  const { candidates, others, chosen } = entriesOf(note);
  const named = chosen === undefined ? undefined : recallRecord(plan, match, chosen);
  return {
    candidates: Array.isArray(candidates) ? candidates.flatMap((one) => recallRecord(plan, match, one) ?? []) : [],
    others: isWhole(others) ? others : 0,
    ...(named === undefined ? {} : { chosen: named }),
  };
}

function recallRecord(plan: Plan, { shape }: PlanMatch, noted: unknown): FoundRecord | undefined {
  const { id, position, record } = entriesOf(noted);
  if (typeof id !== 'string' || !isWhole(position) || !isObject(record)) return undefined;
  const reader: Reader = { plan, how: 'own', domains: NO_DOMAINS, writtenTimes: NO_WRITTEN_TIMES, restoring: true };
  const { values, issues } = readFields(reader, shape, record, { prefix: '', isPrivate: false, depth: 0 });
  // Fields that were missing are not there; what is there was fine.
  if (issues.some(({ kind }) => kind !== 'missing')) return undefined;
  return { id, position, value: { kind: 'record', fields: values } };
}

/** Private texts are not in the note, and nothing in it has a pattern. */
const NO_DOMAINS = { registrable: (): undefined => undefined, isFreeMail: (): boolean => false };
const NO_WRITTEN_TIMES = { parseWritten: (): undefined => undefined };

function entriesOf(json: unknown): Readonly<Record<string, unknown>> {
  return isObject(json) ? { ...json } : {};
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
