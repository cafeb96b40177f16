// Problems of a policy's text → what a terminal shows of them: each with its place, the worst in red.
import { type Compiled, type Diagnostic, renderDiagnostic, type Severity } from '@fairlead/dsl';
import { clean } from '../output/clean-text.ts';
import type { Paint, Sink } from '../shell.ts';

/** Shows the problems of these severities in text order, with a blank line after each. */
export async function tellProblems(
  sink: Sink,
  { files, diagnostics }: Pick<Compiled, 'files' | 'diagnostics'>,
  severities: readonly Severity[],
): Promise<void> {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  for (const one of diagnostics) {
    if (!severities.includes(one.severity)) continue;
    await sink.write(`${showProblem(one, texts.get(one.span.file) ?? '', sink.paint)}\n`);
  }
}

/** One problem, cleaned and painted. */
function showProblem(diagnostic: Diagnostic, text: string, paint: Paint): string {
  const [head = '', ...lines] = renderDiagnostic(text, diagnostic).trimEnd().split('\n').map(clean);
  const mark = `${diagnostic.severity}[${diagnostic.code}]:`;
  const painted = SEVERITY_PAINT[diagnostic.severity](paint)(mark) + paint.bold(head.slice(mark.length));
  return `${[painted, ...lines.map((line) => paintLine(line, paint))].join('\n')}\n`;
}

const SEVERITY_PAINT: { readonly [severity in Severity]: (paint: Paint) => (text: string) => string } = {
  error: (paint) => paint.red,
  warning: (paint) => paint.yellow,
  hint: (paint) => paint.cyan,
};

/** The gutter is dim, the marks under the place red. */
function paintLine(line: string, paint: Paint): string {
  const carets = /^( *\| +)(\^+)( …)?$/.exec(line);
  if (carets !== null) return paint.dim(carets[1] ?? '') + paint.red(carets[2] ?? '') + (carets[3] ?? '');
  const gutter = /^( *(?:\d+ )?\||\s*-->)(.*)$/.exec(line);
  return gutter === null ? line : paint.dim(gutter[1] ?? '') + (gutter[2] ?? '');
}
