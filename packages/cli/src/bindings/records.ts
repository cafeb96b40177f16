// Files of records, by the names of their sources → what matches look among, and notes on rows and columns that cannot be used.
import type { Issue, Plan, Records } from '@fairlead/runtime';
import {
  type RecordIssue,
  type RecordsBuilder,
  type RecordsReport,
  type SourceCounts,
  startRecords,
} from '@fairlead/runtime/records';
import { done, type Result } from '../exit-code.ts';
import { outsideOf } from '../leads/outside.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import { columnNotes } from '../route/column-notes.ts';
import { placeOf } from '../rows/place-of.ts';
import { openRows } from '../rows/read-rows.ts';
import type { BrokenRow } from '../rows/row.ts';
import type { Shell } from '../shell.ts';
import type { FileArg } from './file-args.ts';

/** Opens the files. Names are those of sources that the policy's records come from: that has been seen to. Tells what is wrong with a file. */
export async function openRecords(shell: Shell, plan: Plan, args: readonly FileArg[]): Promise<Result<Records>> {
  const { domains, writtenTimes } = outsideOf(plan).reading('');
  const builder = startRecords(plan, { domains, writtenTimes });
  const files: OpenedFile[] = [];
  for (const arg of args) {
    const file = await readFile(shell, plan, arg, builder);
    if (!file.ok) return file;
    files.push(file.value);
  }
  const report = builder.finish();
  for (const file of files) {
    for (const note of notesOf(file, report)) await shell.note(note);
  }
  return done(report.records);
}

interface OpenedFile {
  readonly source: string;
  /** For messages. */
  readonly name: string;
  readonly broken: readonly BrokenRow[];
}

async function readFile(
  shell: Shell,
  plan: Plan,
  { name: source, file }: FileArg,
  builder: RecordsBuilder,
): Promise<Result<OpenedFile>> {
  const rows = await openRows(shell, file, 'record');
  if (!rows.ok) return rows;
  const { name } = rows.value;
  const broken: BrokenRow[] = [];
  for await (const batch of rows.value.rows) {
    for (const row of batch) {
      if (row.kind === 'header') await noteColumns(shell, plan, source, name, row.columns);
      else if (row.kind === 'broken') broken.push(row);
      else builder.add(source, { kind: row.how, row: row.raw, position: row.row });
    }
  }
  return done({ source, name, broken });
}

async function noteColumns(
  shell: Shell,
  plan: Plan,
  source: string,
  file: string,
  columns: readonly string[],
): Promise<void> {
  const record = plan.policy.records.find((one) => one.source === source);
  const shape = plan.records.get(record?.name ?? '');
  if (shape === undefined) return;
  const { suggest } = await import('@fairlead/dsl');
  for (const note of columnNotes(file, columns, shape, `every ${record?.name ?? 'record'}`, suggest))
    await shell.note(note);
}

/** What is wrong with the rows of a file, in a few sentences: each says how many there are, and shows the first. */
function notesOf({ source, name, broken }: OpenedFile, { issues, counts }: RecordsReport): readonly string[] {
  const own = issues.filter((issue) => issue.source === source);
  const first = (kind: RecordIssue['kind']): RecordIssue | undefined => own.find((issue) => issue.kind === kind);
  const { leftOut, duplicates, unreadable, rows }: SourceCounts = counts.get(source) ?? NO_COUNTS;
  const notes: string[] = [];
  const [unread] = broken;
  if (unread !== undefined) {
    notes.push(
      `${said(broken.length, 'row', 'could not be read and', 'left out')}. ${placeOf(name, unread)} ${unread.what}`,
    );
  }
  const unusable = first('left-out');
  if (unusable !== undefined) {
    notes.push(`${said(leftOut, 'record', '', 'left out')}. ${placeIn(name, unusable)} ${wordsOf(unusable.issue)}`);
  }
  const twice = first('duplicate');
  if (twice !== undefined) {
    const id = quoted(twice.record);
    notes.push(
      `${said(duplicates, 'record', '', 'left out')}. ${placeIn(name, twice)} an earlier record has the id ${id}, too.`,
    );
  }
  const missing = first('field');
  if (missing !== undefined) {
    notes.push(
      `${count(unreadable, 'value')} could not be read and ${unreadable === 1 ? 'counts' : 'count'} as missing. ${placeIn(name, missing)} ${wordsOf(missing.issue)}`,
    );
  }
  if (rows + broken.length === 0) notes.push(`There are no records in ${name}.`);
  return notes;
}

const NO_COUNTS: SourceCounts = { rows: 0, kept: 0, leftOut: 0, duplicates: 0, unreadable: 0 };

/** `3 records are left out` */
function said(amount: number, one: string, before: string, what: string): string {
  return [count(amount, one), before, amount === 1 ? 'is' : 'are', what].filter((word) => word !== '').join(' ');
}

function placeIn(file: string, { position }: RecordIssue): string {
  return `${file}, row ${position}:`;
}

function wordsOf(issue: Issue | undefined): string {
  if (issue === undefined) return 'a field that must be there is missing.';
  const field = clean(issue.field);
  if (issue.kind === 'missing') return `${field} is missing.`;
  const held = issue.held === undefined ? `what ${field} holds does not fit` : `${field} is ${quoted(issue.held)}`;
  return `${held}; expected ${clean(issue.expected)}.`;
}
