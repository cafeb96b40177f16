// A diagnostic and the text it is about → plain text that shows the place, for terminals and goldens.

import type { Span } from '../source/source.ts';
import type { Diagnostic } from './diagnostic.ts';

export { applyEdits } from './apply.ts';

/**
 * The problem as a reader sees it: severity and code, message, `file:line:column`, the line with its number, carets under the place, hint, other
 * places and fixes. Without colour; lines end with `\n`, the last one too. `text` is the file's text.
 */
export function renderDiagnostic(text: string, diagnostic: Diagnostic): string {
  const { severity, code, message, hint, span, related, fixes } = diagnostic;
  const { line } = lineOf(text, span.start);
  const lines = [`${severity}[${code}]: ${message}`, ...excerpt(text, span)];
  const gutter = ' '.repeat(String(line).length);
  for (const other of related) {
    if (other.span.file === span.file) lines.push(`${gutter} = ${other.message}`, ...excerpt(text, other.span));
    else lines.push(`${gutter} = ${other.message} (${other.span.file})`);
  }
  if (hint !== undefined) lines.push(`${gutter} = hint: ${hint}`);
  for (const { title } of fixes) lines.push(`${gutter} = fix: ${title}`);
  return `${lines.join('\n')}\n`;
}

/** The place, and its line with carets; of a place over several lines the first line. */
function excerpt(text: string, span: Span): readonly string[] {
  const { line, start } = lineOf(text, span.start);
  const column = Math.min(span.start, text.length) - start + 1;
  const whole = text.slice(start, start + text.slice(start).search(/[\n\r]|$/));
  const inside = whole.slice(column - 1, Math.max(column - 1, Math.min(whole.length, span.end - start)));
  const shown = untabbed(whole);
  const before = ' '.repeat(width(untabbed(whole.slice(0, column - 1))));
  const carets = '^'.repeat(Math.max(1, width(untabbed(whole.slice(0, column - 1) + inside)) - before.length));
  const more = span.end > start + whole.length && text.slice(span.start, span.end).trim().includes('\n') ? ' …' : '';
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  return [
    `${gutter}--> ${span.file}:${line}:${column}`,
    `${gutter} |`,
    `${number} | ${shown}`.trimEnd(),
    `${gutter} | ${before}${carets}${more}`,
  ];
}

/** The line on which an offset stands, counted from 1, and where that begins. Without a list of all lines: a table has very many. */
function lineOf(text: string, offset: number): { readonly line: number; readonly start: number } {
  let [line, start] = [1, 0];
  const end = Math.min(offset, text.length);
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 10 && (code !== 13 || text.charCodeAt(at + 1) === 10)) continue;
    line += 1;
    start = at + 1;
  }
  return { line, start };
}

const TAB = 4;

/** With tabs as spaces up to the next multiple of four columns. */
function untabbed(text: string): string {
  let result = '';
  let column = 0;
  for (const character of text) {
    const shown = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : character;
    result += shown;
    column += width(shown);
  }
  return result;
}

/** How many columns a terminal gives a text: two for wide characters, none for joining ones. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOf(character.codePointAt(0) ?? 0);
  return columns;
}

function columnsOf(point: number): number {
  if (inRanges(point, joining)) return 0;
  return inRanges(point, wide) ? 2 : 1;
}

type Ranges = readonly (readonly [number, number])[];

function inRanges(point: number, ranges: Ranges): boolean {
  return ranges.some(([from, to]) => point >= from && point <= to);
}

/** Combining marks, joiners and variation selectors. */
// biome-ignore format: a table reads better in rows
const joining: Ranges = [
  [0x300, 0x36f], [0x483, 0x489], [0x591, 0x5bd], [0x610, 0x61a], [0x64b, 0x65f], [0x200b, 0x200f], [0x20d0, 0x20ff], [0xfe00, 0xfe0f], [0xfe20, 0xfe2f], [0xfeff, 0xfeff],
];

/** East Asian wide and full-width characters, and emoji. */
// biome-ignore format: a table reads better in rows
const wide: Ranges = [
  [0x1100, 0x115f], [0x2e80, 0x303e], [0x3041, 0x33ff], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xa000, 0xa4cf], [0xac00, 0xd7a3], [0xf900, 0xfaff],
  [0xfe30, 0xfe6f], [0xff00, 0xff60], [0xffe0, 0xffe6], [0x1f300, 0x1f64f], [0x1f680, 0x1f6ff], [0x1f900, 0x1f9ff], [0x20000, 0x3fffd],
];
