// The parts of a rule: missing, doubled or out of order.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { step } from '../../places.ts';
import { keywords, LeftBrace, Name, RightBrace } from '../../tokens.ts';
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
  removed,
  replaced,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
  written,
} from '../trouble.ts';

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
  const mended = isWord(token, 'route')
    ? { title: `Write \`fallback { ${target} }\``, edits: [replaced(trouble, token, last, `fallback { ${target} }`)] }
    : { title: `Remove \`${found}\``, edits: [removed(trouble, token, last)] };
  // Which of the two is meant, and whether both are, only the author knows.
  const fixes = [{ ...mended, guess: true as const }];
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
