// Braces and brackets that are missing or too much.

import { report } from '../../../diagnostics/report.ts';
import { acceptsEnd, step } from '../../places.ts';
import { LeftBrace, RightBrace, RightBracket, RightParen, TextConstant } from '../../tokens.ts';
import {
  can,
  endBefore,
  indentAt,
  isType,
  made,
  near,
  open,
  type Recogniser,
  type Repair,
  readsOn,
  removed,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
} from '../trouble.ts';

interface OpenBrace {
  /** The index of its `{`. */
  readonly at: number;
  readonly indent: number;
}

/** The `{` that are open before an index, outermost first. */
function openBraces(trouble: Trouble, index: number): readonly OpenBrace[] {
  const found: OpenBrace[] = [];
  for (let at = 0; at < index; at += 1) {
    const token = trouble.tokens[at];
    if (token === undefined) break;
    if (isType(token, LeftBrace)) found.push({ at, indent: indentAt(trouble, token.startOffset) });
    if (isType(token, RightBrace)) found.pop();
  }
  return found;
}

/** The words that open the block of a `{`, for a message: `team enterprise`. */
function headOf(trouble: Trouble, brace: number): { readonly from: number; readonly text: string } {
  let from = brace;
  while (from > 0 && !startsLine(trouble, from) && brace - from < 4) from -= 1;
  const words = trouble.tokens.slice(from, brace).filter((token) => !isType(token, TextConstant));
  return {
    from,
    text: words
      .slice(0, 2)
      .map((token) => token.image)
      .join(' '),
  };
}

/** A `}` that is missing: found by a line that is not indented deeper than the line of the `{`, or by the end of the file. */
export const missingBrace: Recogniser = (trouble) => {
  const braces = openBraces(trouble, trouble.index);
  if (braces.length === 0) return undefined;
  if (near(trouble) === undefined) return unclosedAtEnd(trouble, braces);
  for (const brace of [...braces].reverse()) {
    const at = firstOutdented(trouble, brace);
    if (at === undefined || at > trouble.index) continue;
    const repair = closedBefore(trouble, brace, at);
    if (
      readsOn(trouble, repair, trouble.index - at + 2) >= Math.min(trouble.index - at + 2, trouble.tokens.length - at)
    )
      return repair;
  }
  return undefined;
};

/** The first token that starts a line and is indented no deeper than the line of the brace, and is not a `}`. */
function firstOutdented(trouble: Trouble, brace: OpenBrace): number | undefined {
  for (let at = brace.at + 1; at <= trouble.index; at += 1) {
    const token = trouble.tokens[at];
    if (token === undefined || !startsLine(trouble, at) || isType(token, RightBrace)) continue;
    if (indentAt(trouble, token.startOffset) <= brace.indent) return at;
  }
  return undefined;
}

function closedBefore(trouble: Trouble, brace: OpenBrace, at: number): Repair {
  const end = endBefore(trouble, at);
  const opener = trouble.tokens[brace.at];
  const head = headOf(trouble, brace.at);
  const first = trouble.tokens[head.from] ?? opener;
  const text = `\n${' '.repeat(brace.indent)}}`;
  const span = first === undefined || opener === undefined ? spanAt(trouble, end) : spanOver(trouble, first, opener);
  const problem = report(
    'FL104',
    span,
    { opener: '{', closer: '}', what: blockWords(head.text) },
    {
      fixes: [{ title: 'Add the missing `}`', edits: [{ span: spanAt(trouble, end), text }] }],
      related: [{ span: spanAt(trouble, end), message: 'it seems to end here:' }],
    },
  );
  return { from: at, to: at, put: [made(RightBrace, '}', end, end)], problem };
}

function blockWords(head: string): string {
  return head === '' ? 'The block' : `\`${head}\``;
}

function unclosedAtEnd(trouble: Trouble, braces: readonly OpenBrace[]): Repair | undefined {
  const end = endBefore(trouble);
  const put = braces.map(() => made(RightBrace, '}', end, end));
  let places = trouble.places[trouble.index] ?? [];
  for (const token of put) places = step(trouble.machine, places, token.tokenType);
  if (places.length === 0 || !acceptsEnd(trouble.machine, places)) return undefined;
  const inner = braces.at(-1);
  const opener = inner === undefined ? undefined : trouble.tokens[inner.at];
  if (inner === undefined || opener === undefined) return undefined;
  const head = headOf(trouble, inner.at);
  const text = [...braces]
    .reverse()
    .map(({ indent }) => `\n${' '.repeat(indent)}}`)
    .join('');
  const problem = report(
    'FL104',
    spanOver(trouble, trouble.tokens[head.from] ?? opener, opener),
    { opener: '{', closer: '}', what: blockWords(head.text) },
    {
      fixes: [
        {
          title: braces.length === 1 ? 'Add the missing `}`' : 'Add the missing `}`s',
          edits: [{ span: spanAt(trouble, end), text }],
        },
      ],
    },
  );
  return { from: trouble.index, to: trouble.index, put, problem };
}

/** A `}`, `)` or `]` that closes nothing; or a `}` further up that closed a block too early. */
export const extraCloser: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined) return undefined;
  const isCloser = isType(token, RightBrace) || isType(token, RightParen) || isType(token, RightBracket);
  if (isCloser) {
    const without: Repair = { from: trouble.index, to: trouble.index + 1, put: [], problem: undefined };
    const isExtra = isType(token, RightBrace)
      ? openBraces(trouble, trouble.index).length === 0 && !can(trouble, LeftBrace)
      : readsOn(trouble, without, 2) === 2;
    return isExtra ? withoutCloser(trouble, trouble.index) : undefined;
  }
  if (open(trouble).at(-1) !== 'policyFile' || openBraces(trouble, trouble.index).length > 0) return undefined;
  return closedTooEarly(trouble);
};

/** At the top of the file something stands that belongs into a block: the last `}` that is indented deeper than its `{` is the one too much. */
function closedTooEarly(trouble: Trouble): Repair | undefined {
  const { tokens, index } = trouble;
  const openers: number[] = [];
  let suspect: number | undefined;
  for (let at = 0; at < index; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isType(token, LeftBrace)) openers.push(indentAt(trouble, token.startOffset));
    if (!isType(token, RightBrace)) continue;
    const indent = openers.pop();
    if (
      indent !== undefined &&
      startsLine(trouble, at) &&
      indentAt(trouble, token.startOffset) > indent &&
      openers.length === 0
    )
      suspect = at;
  }
  if (suspect === undefined) return undefined;
  const repair = withoutCloser(trouble, suspect);
  const beyond = index - suspect + 1;
  return repair !== undefined && readsOn(trouble, repair, beyond) === beyond ? repair : undefined;
}

function withoutCloser(trouble: Trouble, at: number): Repair | undefined {
  const token = trouble.tokens[at];
  if (token === undefined) return undefined;
  const problem = report(
    'FL105',
    spanOver(trouble, token),
    { closer: token.image },
    {
      fixes: [{ title: `Remove the \`${token.image}\``, edits: [removed(trouble, token, token)] }],
    },
  );
  return { from: at, to: at + 1, put: [], problem };
}
