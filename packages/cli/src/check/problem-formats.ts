// Problems → the forms in which tools take them: a JSON array, and the workflow commands of GitHub.
import { type Diagnostic, lineStarts, positionAt, type Span } from '@fairlead/dsl';
import type { Checked } from './check-files.ts';

/** A JSON array of all problems, in the order of the files. Lines and columns count from 1, offsets from 0; both in UTF-16 units. */
export function problemsAsJson(all: readonly Checked[]): string {
  const places = placesOf(all);
  const problems = all.flatMap(({ diagnostics }) => diagnostics.map((one) => problemJson(one, places)));
  return `${JSON.stringify(problems, undefined, 2)}\n`;
}

/** One `::error …` line a problem. */
export function problemsForGithub(all: readonly Checked[]): string {
  const places = placesOf(all);
  return all.flatMap(({ diagnostics }) => diagnostics.map((one) => `${githubLine(one, places)}\n`)).join('');
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Where an offset of a file stands. */
type Places = (file: string, offset: number) => Place;

function placesOf(all: readonly Checked[]): Places {
  const starts = new Map(all.flatMap(({ files }) => files.map(({ name, text }) => [name, lineStarts(text)] as const)));
  return (file, offset) => ({ ...positionAt(starts.get(file) ?? [0], offset), offset });
}

function problemJson({ code, severity, message, hint, span, related, fixes }: Diagnostic, places: Places): unknown {
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...placeJson(span, places),
    related: related.map((other) => ({ message: other.message, ...placeJson(other.span, places) })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ ...placeJson(edit.span, places), text: edit.text })),
    })),
    page: `docs/diagnostics/${code}.md`,
  };
}

function placeJson({ file, start, end }: Span, places: Places): { readonly file: string; readonly range: unknown } {
  return { file, range: { start: places(file, start), end: places(file, end) } };
}

const LEVELS = { error: 'error', warning: 'warning', hint: 'notice' } as const;

function githubLine({ code, severity, message, hint, span }: Diagnostic, places: Places): string {
  const start = places(span.file, span.start);
  const end = places(span.file, span.end);
  // A range over several lines may have no columns there.
  const columns =
    start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) } : {};
  const properties = { file: span.file, line: start.line, endLine: end.line, ...columns, title: code };
  const words = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return `::${LEVELS[severity]} ${words.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
