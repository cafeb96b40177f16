// Files behind providers (tables, recorded answers, decisions) → those providers, or what is wrong with the file.
import type { Decision } from '@fairlead/runtime';
import { isEntry, readDecision } from '@fairlead/runtime';
import {
  decisionsProvider,
  type Provider,
  type RecordedReply,
  recordedProvider,
  tableProvider,
} from '@fairlead/runtime/enrich';
import { done, failed, type Result } from '../exit-code.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import { placeOf } from '../rows/place-of.ts';
import { openRows } from '../rows/read-rows.ts';
import type { Item, Row } from '../rows/row.ts';
import type { Shell } from '../shell.ts';
import type { ProviderConfig } from './providers-config.ts';

type OfKind<K extends ProviderConfig['kind']> = Extract<ProviderConfig, { readonly kind: K }>;

/** Reads the whole table into memory. */
export async function openTable(
  shell: Shell,
  name: string,
  file: string,
  config: OfKind<'csv'>,
): Promise<Result<Provider>> {
  const rows: Readonly<Record<string, string>>[] = [];
  let columns: readonly string[] = [];
  let broken = 0;
  const read = await eachRow(shell, file, 'row', async (row) => {
    if (row.kind === 'header') columns = row.columns;
    else if (row.kind === 'broken') broken += 1;
    // Rows of a table are cells by column.
    else rows.push(row.raw as Readonly<Record<string, string>>);
    return undefined;
  });
  if (!read.ok) return read;
  const missing = [config.key, ...Object.values(config.fields)].find((column) => !columns.includes(column));
  if (missing !== undefined) {
    const { suggest } = await import('@fairlead/dsl');
    const nearest = suggest(missing, columns);
    const hint = nearest === undefined ? '' : ` Did you mean ${quoted(nearest)}?`;
    return failed(await shell.problem(`${quoted(file)} has no column ${quoted(missing)}, which ${name} reads.${hint}`));
  }
  const provider = tableProvider(rows, config);
  if (broken > 0)
    await shell.note(
      `${count(broken, 'row')} of ${quoted(file)} could not be read and ${broken === 1 ? 'was' : 'were'} left out.`,
    );
  if (provider.repeated > 0) {
    const words = `${count(provider.repeated, 'row')} of ${quoted(file)} ${provider.repeated === 1 ? 'has' : 'have'} a ${config.key} that an earlier row has`;
    await shell.note(`${words}: the first one counts.`);
  }
  return done(provider);
}

/** Reads answers that somebody wrote down: `{"key": "harbour.example", "answer": {"employees": 250}}`, one a line. */
export async function openRecorded(shell: Shell, file: string): Promise<Result<Provider>> {
  const replies: (readonly [string, RecordedReply])[] = [];
  const read = await eachRow(shell, file, 'answer', async (row) => {
    if (row.kind === 'broken') return `${placeOf(clean(file), row)} ${row.what}`;
    const entry = row.kind === 'lead' ? entryOf(row.raw) : undefined;
    if (entry !== undefined) replies.push(entry);
    return entry === undefined && row.kind === 'lead' ? `${clean(file)}, line ${row.row}: ${ENTRY_WORDS}` : undefined;
  });
  return read.ok ? done(recordedProvider(replies)) : read;
}

const ENTRY_WORDS =
  'expected {"key": "…", "answer": …}, where the answer is an object with fields and values, "nothing", "fails" or "late".';

function entryOf(raw: unknown): readonly [string, RecordedReply] | undefined {
  if (typeof raw !== 'object' || raw === null || !('key' in raw) || !('answer' in raw)) return undefined;
  const { key, answer } = raw;
  if (typeof key !== 'string') return undefined;
  if (answer === 'nothing' || answer === 'fails' || answer === 'late') return [key, answer];
  const isFields = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  // What the values are is checked when a lead is filled.
  return isFields ? [key, answer as Exclude<RecordedReply, string>] : undefined;
}

/** Reads a log of decisions, for what the provider said then. */
export async function openDecisions(shell: Shell, name: string, file: string): Promise<Result<Provider>> {
  const provider = decisionsProvider(name);
  const read = await eachDecision(shell, file, (decision) => provider.add(decision));
  return read.ok ? done(provider) : read;
}

/** Reads a log; tells of the first line that is no decision. */
export async function eachDecision(
  shell: Shell,
  file: string,
  take: (decision: Decision) => void,
): Promise<Result<undefined>> {
  return eachRow(shell, file, 'decision', async (row) => {
    if (row.kind === 'broken') return `${placeOf(clean(file), row)} ${row.what}`;
    // What happened to a lead after its decision stands in a log too.
    if (row.kind === 'header' || isEntry(row.raw)) return undefined;
    const decision = readDecision(row.raw);
    if (decision.kind === 'bad') return `${clean(file)}, line ${row.row}: this is no decision.`;
    take(decision.decision);
    return undefined;
  });
}

/** Reads a file row by row (rows of a table, anything else a line of JSON), up to the first of which `take` says what is wrong. */
export async function eachRow(
  shell: Shell,
  file: string,
  of: Item,
  take: (row: Row) => Promise<string | undefined>,
): Promise<Result<undefined>> {
  const opened = await openRows(shell, file, of, of === 'row' ? 'csv' : 'ndjson');
  if (!opened.ok) return opened;
  for await (const batch of opened.value.rows) {
    for (const row of batch) {
      const problem = await take(row);
      if (problem !== undefined) return failed(await shell.problem(problem));
    }
  }
  return done(undefined);
}
