// A file of rows (CSV, NDJSON or a JSON list) → a sheet; and what is wrong with its rows, told by line and column.
import { basename, extname } from 'node:path';
import type { Bound, Policy, Sheet } from '@fairlead/ir';
import { isJsonObject, sheetOfObjects } from '@fairlead/ir';
import { done, failed, type Result } from '../exit-code.ts';
import { valueOfJson } from '../files/read-json.ts';
import { readText } from '../files/read-text.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import type { Shell } from '../shell.ts';

/** A file that was read. */
export interface SheetOfFile {
  readonly sheet: Sheet;
  /** The name without its folders. */
  readonly name: string;
  /** What a row is called: `line` of a file, `object` of a JSON list. */
  readonly rowWord: 'line' | 'object';
}

/** Reads the file; tells what is wrong where it is no table at all. */
export async function readSheetFile(shell: Shell, file: string): Promise<Result<SheetOfFile>> {
  const text = await readText(shell, file);
  if (!text.ok) return text;
  const ending = extname(file).toLowerCase();
  const name = basename(file);
  if (ending === '.json') return fromJson(shell, file, name, text.value);
  if (ending === '.ndjson' || ending === '.jsonl') return fromLines(shell, file, name, text.value);
  const { lineStarts, positionAt, readSheet } = await import('@fairlead/dsl');
  const reading = readSheet({ name: file, text: text.value });
  if (reading.kind === 'sheet') return done({ sheet: reading.sheet, name, rowWord: 'line' });
  const { line } = positionAt(lineStarts(text.value), reading.span.start);
  return failed(
    await shell.problem(`${quoted(file)} cannot be read as a table. In line ${line}, ${BROKEN[reading.why]}`),
  );
}

const BROKEN = {
  'open-quote': 'or in one below, a double quote opens and is never closed.',
  quote: 'a double quote is neither at the beginning nor at the end of a cell. One that belongs to a cell is doubled.',
  unreadable: 'something stands that no table has.',
} as const;

/** The policy, or its problems told: the first ten, and how many there are. `option`: `--table territory`. */
export async function boundOrTold(
  shell: Shell,
  bound: Bound,
  option: string,
  file: string,
  { rowWord }: SheetOfFile,
): Promise<Result<Policy>> {
  if (bound.ok) return done(bound.policy);
  const shown = bound.issues.slice(0, MOST_SHOWN).map(({ row, column, message, hint }) => {
    const place = [
      row === undefined ? '' : `${rowWord} ${row}`,
      column === undefined || row === undefined ? '' : `column ${quoted(column)}`,
    ];
    const where = place.filter((part) => part !== '').join(', ');
    return `  ${where === '' ? '' : `${where}: `}${clean(message)}${hint === undefined ? '' : ` ${clean(hint)}`}`;
  });
  const all = bound.issues.length + bound.more;
  if (all > shown.length) shown.push(`  … and ${count(all - shown.length, 'more problem')}`);
  const message = `${quoted(file)} does not fit ${option}: ${count(all, 'problem')}.\n${shown.join('\n')}`;
  return failed(await shell.problem(message));
}

const MOST_SHOWN = 10;

async function fromJson(shell: Shell, file: string, name: string, text: string): Promise<Result<SheetOfFile>> {
  const json = await valueOfJson(shell, file, text);
  if (!json.ok) return json;
  if (Array.isArray(json.value) && json.value.every(isJsonObject))
    return done({ sheet: sheetOfObjects(json.value), name, rowWord: 'object' });
  return failed(await shell.problem(`${quoted(file)} is not a list of objects, such as [{"id": "ana"}].`));
}

async function fromLines(shell: Shell, file: string, name: string, text: string): Promise<Result<SheetOfFile>> {
  const objects: Readonly<Record<string, unknown>>[] = [];
  const lines: number[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      json = undefined;
    }
    if (!isJsonObject(json)) {
      return failed(
        await shell.problem(`Line ${index + 1} of ${quoted(file)} is not one object in JSON, such as {"id": "ana"}.`),
      );
    }
    objects.push(json);
    lines.push(index + 1);
  }
  const { columns, rows } = sheetOfObjects(objects);
  const sheet = { columns, rows: rows.map((row, index) => ({ ...row, line: lines[index] ?? row.line })) };
  return done({ sheet, name, rowWord: 'line' });
}
