// Rows of sources → the records that the matches of a policy look among, with an index for each way in which they are found.

import type { Issue } from '../decision.ts';
import type { How } from '../input/expected.ts';
import type { PlanShape } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanMatch } from '../plan/plan-stages.ts';
import type { FoundRecord, LineQuestion, Records } from '../world.ts';
import { type RecordsContext, readRow } from './read-record.ts';
import { type RecordIndexes, recordIndexes } from './record-indexes.ts';
import { type RowStore, rowStore } from './row-store.ts';

/** A row as it came. `json`: what JSON.parse gave, by outside names; `csv`: each cell a text, by outside names; `own`: by field names. */
export interface RecordRow {
  readonly kind: How;
  readonly row: unknown;
  /** Where it stands in the source, as people count; more than that of the row before. Absent: one more. */
  readonly position?: number;
}

/** Something about a row that was not as declared. */
export interface RecordIssue {
  readonly source: string;
  /** As the row said, else counted from 1. */
  readonly position: number;
  /** The record's id, or `row 12`. */
  readonly record: string;
  /** `left-out`: a field that is needed is not usable, and no match knows the record. `duplicate`: an earlier row has this id; the earlier one counts. */
  readonly kind: 'field' | 'left-out' | 'duplicate';
  /** What was wrong with which field; absent for a duplicate. */
  readonly issue?: Issue;
}

export interface SourceCounts {
  readonly rows: number;
  readonly kept: number;
  readonly leftOut: number;
  readonly duplicates: number;
  /** Values of optional fields that were not as declared. */
  readonly unreadable: number;
}

export interface RecordsReport {
  readonly records: Records;
  /** By source in the order in which they were given, then by position; at most 1,000 a source. `counts` knows them all. */
  readonly issues: readonly RecordIssue[];
  /** By source. */
  readonly counts: ReadonlyMap<string, SourceCounts>;
}

/** Records that are being read. Each source belongs to one record of the policy; rows of a source that it does not know are ignored. */
export interface RecordsBuilder {
  readonly add: (source: string, row: RecordRow) => void;
  /** Once, at the end. */
  readonly finish: () => RecordsReport;
}

/**
 * Reads the rows of all sources and indexes them for every match of the policy. A row whose needed fields are not usable is left out; a value of an
 * optional field that is not as declared is missing; both are issues. Never throws, whatever the rows hold.
 */
export function createRecords(
  plan: Plan,
  sources: ReadonlyMap<string, Iterable<RecordRow>>,
  context: RecordsContext,
): RecordsReport {
  const builder = startRecords(plan, context);
  for (const [source, rows] of sources) {
    for (const row of rows) builder.add(source, row);
  }
  return builder.finish();
}

/** As `createRecords`, for rows that come one by one. */
export function startRecords(plan: Plan, context: RecordsContext): RecordsBuilder {
  const open = new Map<string, OpenSource>();
  for (const { name, source } of plan.policy.records) {
    const shape = plan.records.get(name);
    if (shape === undefined || open.has(source)) continue;
    const matches = plan.matches.filter(({ match }) => match.record === name);
    open.set(source, openSource(plan, source, shape, matches, context));
  }
  return {
    add: (source, row) => open.get(source)?.add(row),
    finish: () => {
      const all = [...open.values()];
      const byMatch = new Map<string, Source>();
      for (const one of all) {
        const source = one.finish();
        for (const { match } of one.matches) byMatch.set(match.name, source);
      }
      return {
        records: answering(byMatch),
        issues: all.flatMap(({ issues }) => issues),
        counts: new Map(all.map(({ source, counts }) => [source, counts])),
      };
    },
  };
}

/** A source whose rows are all read. */
interface Source {
  readonly rows: RowStore;
  readonly indexes: RecordIndexes;
}

function answering(byMatch: ReadonlyMap<string, Source>): Records {
  return {
    candidates: (match, lines) => {
      const source = byMatch.get(match);
      return source === undefined ? [] : candidatesOf(source, lines);
    },
    byId: (match, id) => {
      const source = byMatch.get(match);
      const record = source?.indexes.byId(id, (number) => source.rows.read(number).id);
      return source === undefined || record === undefined ? undefined : found(source, record);
    },
  };
}

function candidatesOf(source: Source, lines: readonly LineQuestion[]): readonly FoundRecord[] {
  const numbers = new Set(lines.flatMap(({ links }) => source.indexes.find(links)));
  return [...numbers].sort((a, b) => a - b).map((record) => found(source, record));
}

function found({ rows }: Source, record: number): FoundRecord {
  return { ...rows.read(record), position: rows.position(record) };
}

/** A source that takes rows. */
interface OpenSource {
  readonly source: string;
  readonly matches: readonly PlanMatch[];
  readonly add: (row: RecordRow) => void;
  readonly finish: () => Source;
  readonly issues: readonly RecordIssue[];
  readonly counts: SourceCounts;
}

/** So many issues of a source are kept. */
const MOST_ISSUES = 1_000;

function openSource(
  plan: Plan,
  source: string,
  shape: PlanShape,
  matches: readonly PlanMatch[],
  context: RecordsContext,
): OpenSource {
  const rows = rowStore(plan, shape, context);
  const indexes = recordIndexes(plan, matches, context);
  const issues: RecordIssue[] = [];
  const counts = { rows: 0, kept: 0, leftOut: 0, duplicates: 0, unreadable: 0 };
  let position = 0;
  const report = (issue: Omit<RecordIssue, 'source' | 'position'>): void => {
    if (issues.length < MOST_ISSUES) issues.push({ source, position, ...issue });
  };
  return {
    source,
    matches,
    issues,
    counts,
    add: ({ kind: how, row, position: said }) => {
      counts.rows += 1;
      position = said ?? position + 1;
      const { value, id, issues: found, unusable } = readRow(plan, shape, row, how, context);
      const record = id ?? `row ${position}`;
      const fatal = found.find((issue) => issue.fatal);
      if (unusable || typeof row !== 'object' || row === null) {
        counts.leftOut += 1;
        report({ record, kind: 'left-out', ...(fatal === undefined ? {} : { issue: fatal }) });
        return;
      }
      if (id !== undefined && indexes.knows(id, (number) => rows.read(number).id)) {
        counts.duplicates += 1;
        report({ record, kind: 'duplicate' });
        return;
      }
      for (const issue of found) report({ record, kind: 'field', issue });
      counts.kept += 1;
      counts.unreadable += found.length;
      indexes.add(value, rows.size(), record);
      rows.add(row, how, position);
    },
    finish: () => ({ rows, indexes: indexes.finish() }),
  };
}
