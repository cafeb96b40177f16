// Braces that are missing or too much, and the parts of a rule out of order.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { acceptsEnd, step } from '../../places.ts';
import { keywords, LeftBrace, Name, RightBrace, RightBracket, RightParen, TextConstant } from '../../tokens.ts';
import {
  can,
  endBefore,
  endOf,
  indentAt,
  isType,
  isWord,
  made,
  near,
  open,
  type Recogniser,
  type Repair,
  readsOn,
  removed,
  replaced,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
  written,
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

// ---- the parts of a rule ---------------------------------------------------------------------------------------

const actionWords = ['route', 'nurture', 'reject'] as const;

/** The index of the `rule` or `otherwise` around the trouble. */
function ruleStart(trouble: Trouble): number | undefined {
  for (let at = trouble.index - 1; at >= 0; at -= 1) {
    if (isWord(trouble.tokens[at], 'rule', 'otherwise') && can(trouble, 'rule', at)) return at;
  }
  return undefined;
}

/** The index after the rule: the next `rule`, `otherwise` or `default` on this level, or the `}` of the block. */
function ruleEnd(trouble: Trouble, from: number): number {
  let depth = 0;
  for (let at = from; at < trouble.tokens.length; at += 1) {
    const token = trouble.tokens[at];
    if (isType(token, LeftBrace)) depth += 1;
    if (isType(token, RightBrace)) depth -= 1;
    if (
      depth < 0 ||
      (depth === 0 && at > from && startsLine(trouble, at) && isWord(token, 'rule', 'otherwise', 'default'))
    )
      return at;
  }
  return trouble.tokens.length;
}

/** `route to x when …`: the condition after the action; or a second `when`. */
export const whenAfterAction: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  const [rule] = open(trouble);
  const start = ruleStart(trouble);
  if (
    token === undefined ||
    !isWord(token, 'when') ||
    start === undefined ||
    !isWord(tokens[start], 'rule') ||
    !open(trouble).includes('ruleEntry') ||
    rule === undefined ||
    !can(trouble, 'because')
  )
    return undefined;
  // On a line that is not indented deeper than the rule above, it begins a rule without a name.
  const head = tokens[start];
  if (
    startsLine(trouble) &&
    head !== undefined &&
    indentAt(trouble, token.startOffset) <= indentAt(trouble, head.startOffset)
  )
    return undefined;
  const first = tokens.findIndex(
    (one, at) => at > start && at < index && isWord(one, 'when') && can(trouble, 'when', at),
  );
  const action = tokens.findIndex(
    (one, at) => at > start && at < index && isWord(one, ...actionWords) && can(trouble, 'route', at),
  );
  if (action < 0) return undefined;
  const end = endOfCondition(trouble, index, first >= 0 ? first : action);
  const [last, actionToken] = [tokens[end - 1], tokens[action]];
  if (last === undefined || actionToken === undefined || end <= index + 1) return undefined;
  const span = spanOver(trouble, token, last);
  const moved = [...tokens.slice(index, end)];
  if (first >= 0) {
    // Two conditions: the second is read and left out.
    return { from: index, to: end, put: [], problem: report('FL167', span, { second: true }) };
  }
  const condition = written(trouble, index, end - 1);
  const edits = [
    {
      span: spanAt(trouble, actionToken.startOffset),
      text: `${condition}\n${' '.repeat(indentAt(trouble, actionToken.startOffset) || 4)}`,
    },
    removed(trouble, token, last),
  ];
  const problem = report('FL167', span, { second: false }, { fixes: [{ title: 'Move the condition up', edits }] });
  return { from: action, to: end, put: [...moved, ...tokens.slice(action, index)], problem };
};

/** The index after a condition that begins behind `from`, read as if it stood where `at` is. */
function endOfCondition(trouble: Trouble, from: number, at: number): number {
  const { tokens, machine } = trouble;
  let places = step(machine, trouble.places[at] ?? [], keywords.when);
  let end = from + 1;
  for (; end < tokens.length; end += 1) {
    const token = tokens[end];
    if (token === undefined) break;
    if (
      end > from + 1 &&
      startsLine(trouble, end) &&
      isWord(token, 'rule', 'otherwise', 'default', 'by', ...actionWords)
    )
      break;
    const next = step(machine, places, token.tokenType);
    if (next.length === 0 || !next.some((place) => stillCondition(trouble, place.state))) break;
    places = next;
  }
  return end;
}

const conditionRules: ReadonlySet<string> = new Set([
  'condition',
  'unary',
  'brackets',
  'duringCalendar',
  'negation',
  'comparison',
  'testTail',
  'relationTest',
  'isTest',
  'sameness',
  'inTest',
  'range',
  'bound',
  'textTest',
  'several',
  'includesTest',
  'withinTest',
  'agoTest',
  'value',
  'term',
  'factor',
  'constant',
  'reading',
  'path',
  'listing',
  'item',
  'duration',
]);

function stillCondition(trouble: Trouble, state: number): boolean {
  return conditionRules.has(trouble.machine.ruleOf(state));
}

/** `because "…"` or another clause before the action: the clauses are read behind it. */
export const clauseBeforeAction: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  const start = ruleStart(trouble);
  if (token === undefined || start === undefined || !can(trouble, 'reject') || !can(trouble, 'nurture'))
    return undefined;
  const isClause = isWord(
    token,
    'by',
    'where',
    'weight',
    'reserve',
    'available',
    'even',
    'fallback',
    'respond',
    'notify',
    'offer',
    'because',
  );
  if (!isClause) return undefined;
  const end = ruleEnd(trouble, start);
  let depth = 0;
  for (let at = index; at < end; at += 1) {
    const one = tokens[at];
    if (isType(one, LeftBrace)) depth += 1;
    if (isType(one, RightBrace)) depth -= 1;
    if (depth > 0 || !isWord(one, ...actionWords)) continue;
    return clausesMoved(trouble, at, end);
  }
  return ruleWithoutAction(trouble, start);
};

function clausesMoved(trouble: Trouble, action: number, end: number): Repair | undefined {
  const { tokens, index } = trouble;
  let after = action + 2;
  if (isWord(tokens[action], 'route')) {
    while (after + 1 < end && (tokens[after + 1]?.image === '.' || isWord(tokens[after + 1], 'of'))) after += 2;
    after += 1;
  }
  const [first, last, actionFirst, actionLast] = [tokens[index], tokens[action - 1], tokens[action], tokens[after - 1]];
  if (first === undefined || last === undefined || actionFirst === undefined || actionLast === undefined || after > end)
    return undefined;
  const indent = ' '.repeat(indentAt(trouble, first.startOffset));
  const edits = [
    { span: spanAt(trouble, first.startOffset), text: `${written(trouble, action, after - 1)}\n${indent}` },
    removed(trouble, actionFirst, actionLast),
  ];
  const problem = report(
    'FL168',
    spanOver(trouble, first),
    { found: first.image },
    { fixes: [{ title: 'Move the action up', edits }] },
  );
  return { from: index, to: after, put: [...tokens.slice(action, after), ...tokens.slice(index, action)], problem };
}

/** A rule that ends without an action. */
export const noAction: Recogniser = (trouble) => {
  const token = near(trouble);
  const start = ruleStart(trouble);
  if (start === undefined || !can(trouble, 'reject') || !can(trouble, 'nurture')) return undefined;
  const ends = token === undefined || isType(token, RightBrace) || isWord(token, 'rule', 'otherwise', 'default');
  return ends ? ruleWithoutAction(trouble, start) : undefined;
};

function ruleWithoutAction(trouble: Trouble, start: number): Repair | undefined {
  const { tokens, index } = trouble;
  const first = tokens[start];
  if (first === undefined) return undefined;
  const name = tokens[start + 1];
  const isRule = isWord(first, 'rule') && name !== undefined;
  const at = endBefore(trouble);
  const what = isRule ? `The rule ${name.image}` : '`otherwise`';
  const put = [made(keywords.route, '', at, at), made(keywords.to, '', at, at), made(Name, '', at, at)];
  const problem = report('FL165', spanOver(trouble, first, isRule ? name : first), { what });
  return { from: index, to: index, put, problem };
}

/** A second action in a rule: `route to` becomes a fallback, another one is left out. */
export const secondAction: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined || !isWord(token, ...actionWords) || !can(trouble, 'because') || !can(trouble, 'fallback'))
    return undefined;
  if (isWord(token, 'route') && !isWord(tokens[index + 1], 'to')) return undefined;
  const withoutHead = otherwiseMissing(trouble, token);
  if (withoutHead !== undefined) return withoutHead;
  let end = index + 2;
  if (isWord(token, 'route')) {
    while (tokens[end + 1]?.image === '.' || isWord(tokens[end + 1], 'of')) end += 2;
    end += 1;
  }
  const last = tokens[end - 1];
  if (last === undefined) return undefined;
  const found = written(trouble, index, end - 1);
  const target = written(trouble, index + 2, end - 1);
  const fixes = isWord(token, 'route')
    ? [{ title: `Write \`fallback { ${target} }\``, edits: [replaced(trouble, token, last, `fallback { ${target} }`)] }]
    : [{ title: `Remove \`${found}\``, edits: [removed(trouble, token, last)] }];
  const put = isWord(token, 'route')
    ? [
        made(keywords.fallback, 'fallback', token.startOffset, endOf(token)),
        made(LeftBrace, '{', endOf(token), endOf(token)),
        ...tokens.slice(index + 2, end),
        made(RightBrace, '}', endOf(last), endOf(last)),
      ]
    : [];
  return { from: index, to: end, put, problem: report('FL166', spanOver(trouble, token, last), { found }, { fixes }) };
};

/** The last action of a block without `otherwise`, on a line of its own after a reason: its `otherwise` is missing. */
function otherwiseMissing(trouble: Trouble, token: IToken): Repair | undefined {
  const { tokens, index } = trouble;
  const start = ruleStart(trouble);
  if (
    start === undefined ||
    !startsLine(trouble) ||
    !isWord(tokens[start], 'rule') ||
    !(isWord(tokens[index - 2], 'because') || isAfterGap(trouble))
  )
    return undefined;
  const end = ruleEnd(trouble, index);
  if (tokens[end] !== undefined && !isType(tokens[end], RightBrace)) return undefined;
  const at = token.startOffset;
  const problem = report(
    'FL101',
    spanAt(trouble, at),
    { what: '`otherwise`', after: undefined },
    {
      fixes: [{ title: 'Add `otherwise`', edits: [{ span: spanAt(trouble, at), text: 'otherwise ' }] }],
    },
  );
  return { from: index, to: index, put: [made(keywords.otherwise, 'otherwise', at, at)], problem };
}

/** Whether an empty line stands before the trouble. */
function isAfterGap(trouble: Trouble): boolean {
  const between = trouble.source.text.slice(endBefore(trouble), near(trouble)?.startOffset);
  return /\n[ \t]*\r?\n/.test(between);
}
