// Lines of a block that are missing or stand twice.

import type { CstNode } from 'chevrotain';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../source/source.ts';
import { type BuildContext, spanOf, token, wasRepaired } from './build-context.ts';

/** A line that a block needs, and why. */
export interface NeededLine {
  /** The word that begins it; the key of its token in the line's tree. */
  readonly word: string;
  readonly why: string;
  readonly sample: string;
  /** Whether the sample would do in any policy, so that a fix can put it in. */
  readonly anywhere?: boolean;
}

/** Reports lines of a block that are missing, unless something in the block was repaired. `block` is the word that begins it. */
export function reportMissingLines(
  context: BuildContext,
  tree: CstNode,
  lines: readonly CstNode[],
  block: string,
  needed: readonly NeededLine[],
): void {
  const span = spanOf(context, tree);
  if (wasRepaired(context, span)) return;
  for (const { word, why, sample, anywhere } of needed) {
    if (lines.some((line) => token(line, word) !== undefined)) continue;
    const fixes =
      anywhere !== true
        ? []
        : [{ title: `Add \`${sample}\``, edits: [{ span: afterBrace(context, span), text: ` ${sample}` }] }];
    context.diagnostics.push(
      report(
        'FL163',
        headOf(context, span),
        { block, line: word === 'when' ? '… % when' : word, why, sample },
        { fixes },
      ),
    );
  }
}

/** Reports the second of two lines that begin with one of the words. */
export function reportDoubleLines(
  context: BuildContext,
  lines: readonly CstNode[],
  block: string,
  words: readonly string[],
): void {
  for (const word of words) {
    const [first, second] = lines.filter((line) => token(line, word) !== undefined);
    if (first === undefined || second === undefined) continue;
    const span = spanOf(context, second);
    if (wasRepaired(context, span) || wasRepaired(context, spanOf(context, first))) continue;
    context.diagnostics.push(
      report(
        'FL164',
        span,
        { block, line: word },
        {
          fixes: [
            // The second may be the one that is meant.
            {
              title: `Remove the second \`${word}\` line`,
              edits: [{ span: wholeLine(context, span), text: '' }],
              guess: true,
            },
          ],
          related: [{ span: spanOf(context, first), message: 'the first one:' }],
        },
      ),
    );
  }
}

/** From the beginning of a block to its `{`. */
export function headOf(context: BuildContext, span: Span): Span {
  const brace = context.source.text.indexOf('{', span.start);
  return { ...span, end: brace < 0 || brace >= span.end ? span.end : brace + 1 };
}

function afterBrace(context: BuildContext, span: Span): Span {
  const { end } = headOf(context, span);
  return { ...span, start: end, end };
}

/** The span with the rest of its line, if it stands alone on it, or with the space before it. */
export function wholeLine(context: BuildContext, span: Span): Span {
  const { text } = context.source;
  let { start, end } = span;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start -= 1;
  while (/[ \t]/.test(text[end] ?? '')) end += 1;
  const alone =
    (start === 0 || /[\n\r]/.test(text[start - 1] ?? '')) && (end === text.length || /[\n\r]/.test(text[end] ?? ''));
  if (!alone) return { ...span, start };
  const lineEnd = text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0;
  return { ...span, start, end: end + lineEnd };
}
