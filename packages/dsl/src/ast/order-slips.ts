// What stands in the wrong order: `otherwise` that is missing, doubled or not last, `default` after rules, `use` and `policy` after other blocks.

import type { CstNode } from 'chevrotain';
import type { Edit } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../source/source.ts';
import { type BuildContext, parts, spanOf, wasRepaired, writtenAt } from './build-context.ts';
import { headOf, wholeLine } from './line-slips.ts';
import type { Otherwise, PolicyBlock, PolicyFile, RouteBlock, Use } from './nodes.ts';

/** Reports what is wrong with the order of a `route` block. */
export function reportRouteOrder(context: BuildContext, tree: CstNode, route: RouteBlock): void {
  const [first, second] = route.otherwise;
  if (first === undefined) reportNoOtherwise(context, tree, route);
  else if (second !== undefined) reportSecond(context, first, second);
  else reportNotLast(context, route, first);
  const firstRule = [...route.rules, ...route.otherwise].map(({ span }) => span.start).sort((a, b) => a - b)[0];
  const late = route.defaults.find(({ span }) => firstRule !== undefined && span.start > firstRule);
  if (late === undefined || firstRule === undefined) return;
  const what = 'This `default` line';
  const edits = moved(context, late.span, firstRule);
  context.diagnostics.push(
    report('FL161', late.span, { what, reason: 'default' }, { fixes: [{ title: 'Move it before the rules', edits }] }),
  );
}

function reportNoOtherwise(context: BuildContext, tree: CstNode, route: RouteBlock): void {
  const { text, name: file } = context.source;
  const skipped = wasRepaired(context, route.span) && /\b(?:otherwise|else)\b/i.test(writtenAt(context, route.span));
  if (skipped) return;
  const queue = firstQueue(context) ?? 'triage';
  const close = text[route.span.end - 1] === '}' ? route.span.end - 1 : undefined;
  // Where the end is missing too, that was reported, and the rest may come with it.
  if (close === undefined || wasRepaired(context, headOf(context, route.span))) return;
  const last = [...parts(tree, 'ruleEntry'), ...parts(tree, 'defaultLine')]
    .map((part) => spanOf(context, part).end)
    .sort((a, b) => b - a)[0];
  const at = last ?? headOf(context, route.span).end;
  const put = `\n\n  otherwise\n    route to ${queue}`;
  const gap = /^\s*\n/.test(text.slice(at)) ? '' : '\n';
  const span = { file, start: close, end: close + 1 };
  context.diagnostics.push(
    report(
      'FL160',
      span,
      { queue },
      {
        fixes: [
          {
            title: 'Add `otherwise`',
            edits: [{ span: { file, start: at, end: at }, text: `${put}${gap}` }],
            guess: true,
          },
        ],
        related: [{ span: headOf(context, route.span), message: 'the block begins here:' }],
      },
    ),
  );
}

/** The first queue that the file declares. */
function firstQueue({ tokens }: BuildContext): string | undefined {
  const at = tokens.findIndex(
    (token, index) => token.image === 'queue' && tokens[index + 2]?.tokenType.name === 'Text',
  );
  return at < 0 ? undefined : tokens[at + 1]?.image;
}

function reportSecond(context: BuildContext, first: Otherwise, second: Otherwise): void {
  context.diagnostics.push(
    report(
      'FL161',
      headWord(second.span),
      { what: '`otherwise`', reason: 'second' },
      {
        fixes: [
          { title: 'Remove the second one', edits: [{ span: wholeLine(context, second.span), text: '' }], guess: true },
        ],
        related: [{ span: headWord(first.span), message: 'the first one:' }],
      },
    ),
  );
}

function headWord(span: Span): Span {
  return { ...span, end: span.start + 'otherwise'.length };
}

function reportNotLast(context: BuildContext, route: RouteBlock, otherwise: Otherwise): void {
  const after = route.rules.filter(({ span }) => span.start > otherwise.span.start);
  const [first, last] = [after[0], after.at(-1)];
  if (first === undefined || last === undefined) return;
  const what = `The rule ${writtenAt(context, first.name.span)}`;
  const span = { ...first.span, end: first.name.span.end };
  const text = writtenAt(context, otherwise.span);
  const edits: readonly Edit[] = [
    { span: wholeLine(context, otherwise.span), text: '' },
    { span: { ...last.span, start: last.span.end }, text: `\n\n  ${text}` },
  ];
  context.diagnostics.push(
    report(
      'FL161',
      span,
      { what, reason: 'after' },
      {
        fixes: [{ title: 'Move `otherwise` to the end', edits }],
        related: [{ span: headWord(otherwise.span), message: '`otherwise` stands here:' }],
      },
    ),
  );
}

/** Reports `use` lines and a `policy` block that stand below other blocks. */
export function reportFileOrder(
  context: BuildContext,
  file: Pick<PolicyFile, 'uses' | 'policies' | 'declarations'>,
): void {
  const firstBlock = firstStart(file.declarations, Number.POSITIVE_INFINITY);
  const firstPolicy = firstStart(file.policies, firstBlock);
  for (const use of file.uses) if (use.span.start > firstPolicy) reportLate(context, use, 'use', firstPolicy);
  for (const policy of file.policies)
    if (policy.span.start > firstBlock) reportLate(context, policy, 'policy', firstBlock);
}

/** Where the first of them begins, if that is before `limit`. A file may have more blocks than a call takes arguments. */
function firstStart(blocks: readonly { readonly span: Span }[], limit: number): number {
  return blocks.reduce((first, { span }) => Math.min(first, span.start), limit);
}

function reportLate(context: BuildContext, late: Use | PolicyBlock, what: 'use' | 'policy', before: number): void {
  if (wasRepaired(context, headOf(context, late.span)) || !writtenAt(context, late.span).startsWith(what)) return;
  const span = what === 'use' ? late.span : headOf(context, late.span);
  context.diagnostics.push(
    report('FL162', span, { what }, { fixes: [{ title: 'Move it up', edits: moved(context, late.span, before) }] }),
  );
}

/** Takes a stretch out and puts it on lines of its own before an offset. */
function moved(context: BuildContext, span: Span, before: number): readonly Edit[] {
  const { text } = context.source;
  const indent = /[ \t]*$/.exec(text.slice(0, before))?.[0] ?? '';
  return [
    { span: { ...span, start: before, end: before }, text: `${writtenAt(context, span)}\n${indent}` },
    { span: wholeLine(context, span), text: '' },
  ];
}
