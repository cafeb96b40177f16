// A policy of a case → its problems as `fairlead check --format json` prints them, and what is left once they are mended.
import { applyFix, type Compiled, compile, type Diagnostic, lineStarts, positionAt, type Span } from '@fairlead/dsl';
import type { Case, ExpectedProblem } from './case.ts';

/** Compiles the policy of a case. */
export function compileCase({ read, listing }: Case): Compiled {
  return compile(ENTRY, read, { listing });
}

const ENTRY = 'policy.route';

/** The problems as data, in the order in which they are reported. */
export function problemsOf({ diagnostics, files }: Compiled): readonly unknown[] {
  const starts = new Map(files.map(({ name, text }) => [name, lineStarts(text)]));
  const place = ({ file, start, end }: Span): object => {
    const position = (offset: number): object => ({ ...positionAt(starts.get(file) ?? [0], offset), offset });
    return { file, range: { start: position(start), end: position(end) } };
  };
  return diagnostics.map(({ code, severity, message, hint, span, related, fixes }) => ({
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...place(span),
    related: related.map((other) => ({ message: other.message, ...place(other.span) })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ ...place(edit.span), text: edit.text })),
    })),
  }));
}

/** Each problem as the case would say it: by the expected text, if the problem begins in it, else by what it marks. */
export function problemsSaid(compiled: Compiled, expected: readonly ExpectedProblem[]): readonly ExpectedProblem[] {
  return compiled.diagnostics.map(({ code, span }, index) => {
    const text = compiled.files.find(({ name }) => name === span.file)?.text ?? '';
    const on = expected[index]?.on ?? '';
    const file = span.file === ENTRY ? {} : { file: span.file };
    return { code, on: beginsIn(text, span, on) ? on : text.slice(span.start, span.end), ...file };
  });
}

function beginsIn(text: string, span: Span, on: string): boolean {
  if (on === '') return false;
  for (let at = text.indexOf(on); at !== -1; at = text.indexOf(on, at + 1)) {
    if (span.start >= at && span.start < at + on.length) return true;
  }
  return false;
}

/** The errors that are left after the first fix of each problem was carried out, one a round. */
export function errorsOnceMended(one: Case): readonly string[] {
  const texts = new Map<string, string>();
  const read = (name: string): string | undefined => texts.get(name) ?? one.read(name);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { diagnostics, files } = compile(ENTRY, read, { listing: one.listing });
    const next = diagnostics.find(({ severity, fixes }) => severity === 'error' && fixes.length > 0);
    const fix = next?.fixes[0];
    if (fix === undefined) return errors(diagnostics);
    for (const { name, text } of files) texts.set(name, applyFix(text, fix, name));
  }
  return errors(compile(ENTRY, read, { listing: one.listing }).diagnostics);
}

const MAX_ROUNDS = 20;

function errors(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}
