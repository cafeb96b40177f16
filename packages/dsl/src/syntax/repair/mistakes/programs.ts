// Words and signs of programs: `then`, `if`, `else`, `assign to`, arrows, colons, commas and semicolons between entries.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { suggest } from '../../../names/suggest.ts';
import { entryOf } from '../../table-entry.ts';
import { Comma, Equal, keywords, LeftBrace, OtherWord, RightBrace, TextConstant, Word } from '../../tokens.ts';
import {
  added,
  can,
  endOf,
  fix,
  inside,
  isForeign,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  type Repair,
  reads,
  readsOn,
  removed,
  replaced,
  spanOver,
  startsLine,
  type Trouble,
  written,
} from '../trouble.ts';
import { spaced } from './neighbours.ts';
import { lexFrom } from './quotes.ts';

/** `then`: too much before an action; `then enterprise` lacks `route to`. */
export const thenWord: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined || !reads(token, 'then', 'do')) return undefined;
  const without: Repair = { from: index, to: index + 1, put: [], problem: undefined };
  if (readsOn(trouble, without, 1) === 1 || reads(near(trouble, 1), ...givingWords)) {
    const problem = report(
      'FL150',
      spanOver(trouble, token),
      { found: token.image, instead: undefined },
      {
        fixes: [{ title: `Remove \`${token.image}\``, edits: [removed(trouble, token, token)] }],
      },
    );
    return { ...without, problem };
  }
  if (!can(trouble, 'route')) return undefined;
  return givenTo(trouble, index, index + 1, 'FL150');
};

const givingWords: readonly string[] = [
  'assign',
  'assigned',
  'send',
  'sent',
  'give',
  'forward',
  'goes',
  'go',
  'goto',
  'hand',
  'allocate',
  'distribute',
  'dispatch',
  'route_to',
  'routeto',
  'routes',
  'pass',
  'move',
  'escalate',
  'transfer',
  'deliver',
  'set',
  'reassign',
  'routed',
  'owner',
];

/** `assign to ana`, `send it to triage`, `goes to`, `route lead to`: → `route to`. */
export const givingWord: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined) return undefined;
  const late = (isWord(near(trouble, -1), 'reassign') && isWord(token, 'to')) || isWord(near(trouble, -1), 'route');
  const from = late ? index - 1 : index;
  if (!can(trouble, 'route', from)) return undefined;
  // `otherwise queue triage`: the kind of target in the place of the words.
  const next = near(trouble, 1);
  if (isWord(token, 'queue', 'team', 'rep') && isType(next, Word) && !startsLine(trouble, index + 1)) {
    return givenTo(trouble, index, index + 1, 'FL153');
  }
  if (!late && !(reads(token, ...givingWords) || /^route[-_]?to$/i.test(token.image))) return undefined;
  if (late && isWord(near(trouble, -1), 'route') && !reads(token, 'lead', 'leads', 'it', 'them', 'the', 'this', 'all'))
    return undefined;
  let to = late && isWord(token, 'to') ? index : index + 1;
  for (
    let skipped = 0;
    skipped < 3 &&
    !isWord(tokens[to], 'to') &&
    reads(tokens[to], 'lead', 'leads', 'it', 'them', 'over', 'the', 'this', 'all', 'owner', 'to', 'into');
    skipped += 1
  )
    to += 1;
  if (isWord(tokens[to], 'to')) to += 1;
  return givenTo(trouble, from, to, 'FL153');
};

function givenTo(trouble: Trouble, from: number, to: number, code: 'FL150' | 'FL153'): Repair | undefined {
  const [first, last, next] = [trouble.tokens[from], trouble.tokens[to - 1], trouble.tokens[to]];
  if (first === undefined || last === undefined) return undefined;
  const found = written(trouble, from, to - 1);
  const target = next === undefined || /[{}]/.test(next.image) || startsLine(trouble, to) ? '…' : next.image;
  const instead = `route to ${target}`;
  const put = [made(keywords.route, 'route', first.startOffset, endOf(last)), added('to', endOf(last))];
  const edits = [spaced(trouble, first, last, 'route to')];
  const problem = report(
    code,
    spanOver(trouble, first, last),
    { found, instead },
    { fixes: [{ title: 'Write `route to`', edits }] },
  );
  return { from, to, put, problem };
}

/** `if`: → `when`; without a rule around it, a rule is put around it. */
export const ifWord: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined) return undefined;
  const isIf = reads(token, 'if', 'where', 'given', 'unless', 'whenever', 'condition', 'case');
  if (isIf && can(trouble, 'when')) {
    if (isWord(token, 'where', 'given') && !readsCondition(trouble)) return undefined;
    const problem = report(
      'FL151',
      spanOver(trouble, token),
      { found: token.image, instead: 'when' },
      {
        fixes: [fix('Write `when`', spanOver(trouble, token), 'when')],
      },
    );
    return { from: index, to: index + 1, put: [made(keywords.when, 'when', token.startOffset, endOf(token))], problem };
  }
  if (!(reads(token, 'if') || isWord(token, 'when')) || !can(trouble, 'rule')) return undefined;
  const name = ruleName(trouble, token);
  const words = `rule ${name} when`;
  const put = ruleHead(token, token, name);
  const fixes = [fix(`Write \`${words}\``, spanOver(trouble, token), words)];
  const span = spanOver(trouble, token);
  const problem = isWord(token, 'when')
    ? report('FL119', span, { block: 'rule', part: 'name', sample: 'rule "Large companies" when …' }, { fixes })
    : report('FL151', span, { found: token.image, instead: words }, { fixes });
  return { from: index, to: index + 1, put, problem };
};

function readsCondition(trouble: Trouble): boolean {
  const token = near(trouble);
  if (token === undefined) return false;
  return (
    readsOn(
      trouble,
      {
        from: trouble.index,
        to: trouble.index + 1,
        put: [made(keywords.when, 'when', token.startOffset, endOf(token))],
      },
      3,
    ) === 3
  );
}

/** A name that no other rule has, in quotes. */
function ruleName(trouble: Trouble, token: IToken): string {
  const line = trouble.source.text.slice(0, token.startOffset).split(/\r\n|\n|\r/).length;
  return `"Rule of line ${line}"`;
}

function ruleHead(first: IToken, last: IToken, name: string): readonly IToken[] {
  const start = first.startOffset;
  return [
    made(keywords.rule, 'rule', start, start),
    made(TextConstant, name, start, start),
    made(keywords.when, 'when', start, endOf(last)),
  ];
}

const strategyWords: Readonly<Record<string, string>> = {
  round: 'rotation',
  roundrobin: 'rotation',
  round_robin: 'rotation',
  turn: 'rotation',
  turns: 'rotation',
  rotating: 'rotation',
  random: 'rotation',
  least: 'lowest rep.load',
  load: 'lowest rep.load',
  workload: 'lowest rep.load',
  most: 'highest',
};

/** `by round robin`: → `by rotation`. */
export const strategyWord: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined || !can(trouble, 'rotation')) return undefined;
  const suggestion = entryOf(strategyWords, token.image.toLowerCase());
  if (suggestion === undefined) return otherStrategy(trouble, token);
  let to = index + 1;
  const goesOn = ['robin', 'loaded', 'busy', 'load', 'assigned', 'leads'];
  while (!startsLine(trouble, to) && (tokens[to]?.image === '-' || reads(tokens[to], ...goesOn))) to += 1;
  const last = tokens[to - 1] ?? token;
  const span = spanOver(trouble, token, last);
  const put = lexFrom(suggestion, token.startOffset).map((word) =>
    made(word.tokenType, word.image, token.startOffset, endOf(last)),
  );
  const words = { found: written(trouble, index, to - 1), suggestion };
  const problem = report('FL103', span, words, { fixes: [fix(`Write \`${suggestion}\``, span, suggestion)] });
  return { from: index, to, put, problem };
};

/** A word after `by` that is none of the strategies, nor near to one, nor a value. */
function otherStrategy(trouble: Trouble, token: IToken): Repair | undefined {
  const { index, tokens } = trouble;
  const isPlain = isType(token, Word) || isType(token, OtherWord);
  if (!isPlain || !isWord(near(trouble, -1), 'by') || tokens[index + 1]?.image === '.') return undefined;
  const strategies = ['rotation', 'fewest', 'highest', 'lowest', 'likelihood'];
  if (suggest(token.image, strategies) !== undefined) return undefined;
  const expects = '`rotation`, `fewest this month`, `highest …`, `lowest …` or `likelihood using …`';
  const put = [made(keywords.rotation, '', token.startOffset, endOf(token))];
  return {
    from: index,
    to: index + 1,
    put,
    problem: report('FL102', spanOver(trouble, token), { found: token.image, expects }),
  };
}

/** `else if …`: a rule of its own; `else …`: `otherwise`. */
export const elseWord: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined || !reads(token, 'else', 'elseif', 'elif', 'elsif')) return undefined;
  const joined = !reads(token, 'else');
  const isIf = joined || reads(tokens[index + 1], 'if', 'when');
  const last = isIf && !joined ? (tokens[index + 1] ?? token) : token;
  const to = isIf && !joined ? index + 2 : index + 1;
  const span = spanOver(trouble, token, last);
  const found = written(trouble, index, to - 1);
  if (isIf && can(trouble, 'rule')) {
    const name = ruleName(trouble, token);
    const instead = `rule ${name} when`;
    const problem = report(
      'FL152',
      span,
      { found, instead: `${instead} …` },
      { fixes: [fix(`Write \`${instead}\``, span, instead)] },
    );
    return { from: index, to, put: ruleHead(token, last, name), problem };
  }
  if (!can(trouble, 'otherwise')) return undefined;
  const otherwise = made(keywords.otherwise, 'otherwise', span.start, span.end);
  const plain: Repair = { from: index, to, put: [otherwise], problem: undefined };
  const hasAction = readsOn(trouble, plain, 1) === 1;
  const instead = hasAction ? 'otherwise' : 'otherwise route to';
  const target = hasAction ? '' : ` ${tokens[to]?.image ?? '…'}`;
  const put = hasAction ? [otherwise] : [otherwise, added('route', span.end), added('to', span.end)];
  return {
    from: index,
    to,
    put,
    problem: report(
      'FL152',
      span,
      { found, instead: `${instead}${target}` },
      { fixes: [fix(`Write \`${instead}\``, span, instead)] },
    ),
  };
};

const arrows: readonly string[] = ['->', '=>', '\u2192', ':', ':=', '=', '==', '-', '\u2013', '\u2014'];

/** `->`, `=>`, `:`, `=` between a name and what belongs to it: nothing, `=`, or `route to`. */
export const arrow: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined || !arrows.includes(token.image)) return undefined;
  const span = spanOver(trouble, token);
  if (can(trouble, Equal)) {
    const problem = report(
      'FL154',
      span,
      { sign: token.image, instead: '=' },
      { fixes: [{ title: 'Write `=`', edits: [spaced(trouble, token, token, '=')] }] },
    );
    return { from: index, to: index + 1, put: [made(Equal, '=', span.start, span.end)], problem };
  }
  const without: Repair = { from: index, to: index + 1, put: [], problem: undefined };
  const put = [made(keywords.route, 'route', span.start, span.end), added('to', span.end)];
  const routed: Repair = { from: index, to: index + 1, put, problem: undefined };
  if (
    can(trouble, 'route') &&
    token.image !== '=' &&
    readsOn(trouble, routed, 1) === 1 &&
    !isWord(near(trouble, 1), 'route', 'nurture', 'reject')
  ) {
    const edits = [spaced(trouble, token, token, 'route to')];
    return {
      ...routed,
      problem: report(
        'FL153',
        span,
        { found: token.image, instead: `route to ${near(trouble, 1)?.image ?? '…'}` },
        { fixes: [{ title: 'Write `route to`', edits }] },
      ),
    };
  }
  if (readsOn(trouble, without, 1) < 1 && !isForeign(near(trouble, 1))) return undefined;
  const touching =
    !/\s/.test(trouble.source.text[endOf(token)] ?? ' ') &&
    !/\s/.test(trouble.source.text[token.startOffset - 1] ?? ' ');
  const edit = touching ? replaced(trouble, token, token, ' ') : removed(trouble, token, token);
  const problem = report(
    'FL154',
    span,
    { sign: token.image, instead: undefined },
    { fixes: [{ title: `Remove \`${token.image}\``, edits: [edit] }] },
  );
  return { ...without, problem, key: `sign ${token.image}@${blockOf(trouble)}` };
};

/** Where the innermost open `{` stands; the same for all entries of a block. */
function blockOf(trouble: Trouble): number {
  let depth = 0;
  for (let at = trouble.index - 1; at >= 0; at -= 1) {
    const token = trouble.tokens[at];
    if (isType(token, RightBrace)) depth += 1;
    if (isType(token, LeftBrace)) depth -= 1;
    if (depth < 0) return token?.startOffset ?? -1;
  }
  return -1;
}

/** A comma that could be read, before something that cannot follow it: `capacity 40 open, works berlin`. */
export const commaBefore: Recogniser = (trouble) => {
  const comma = near(trouble, -1);
  if (comma === undefined || !isType(comma, Comma) || near(trouble) === undefined) return undefined;
  const from = trouble.index - 1;
  const without: Repair = { from, to: trouble.index, put: [], problem: undefined };
  return readsOn(trouble, without, 1) === 1 ? separator(trouble, without, comma, comma) : undefined;
};

/** `,` and `;` between entries, at line ends, and between conditions. All of one block are one mistake. */
export const commaOrSemicolon: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined || !(isType(token, Comma) || token.image === ';' || token.image === '.')) return undefined;
  const span = spanOver(trouble, token);
  const joined: Repair = {
    from: index,
    to: index + 1,
    put: [made(keywords.and, 'and', span.start, span.end)],
    problem: undefined,
  };
  if (
    isType(token, Comma) &&
    can(trouble, 'and') &&
    !startsLine(trouble, index + 1) &&
    readsOn(trouble, joined, 3) === 3 &&
    inside(trouble, 'condition')
  ) {
    const fixes = ['and', 'or'].map((word) => ({
      title: `Write \`${word}\``,
      edits: [spaced(trouble, token, token, word)],
    }));
    return { ...joined, problem: report('FL116', span, { sign: token.image, where: 'condition' }, { fixes }) };
  }
  let to = index + 1;
  while (isType(tokens[to], Comma) || tokens[to]?.image === ';') to += 1;
  const last = tokens[to - 1] ?? token;
  const without: Repair = { from: index, to, put: [], problem: undefined };
  return readsOn(trouble, without, 1) < 1 ? undefined : separator(trouble, without, token, last);
};

function separator(trouble: Trouble, without: Repair, first: IToken, last: IToken): Repair {
  const block = blockOf(trouble);
  const edits = [{ span: spanOver(trouble, first, last), text: spaceFor(trouble, first, last) }];
  const fixes = [{ title: `Remove every \`${first.image}\` that does not belong`, edits }];
  const where = block < 0 ? 'end' : 'block';
  const problem = report('FL116', spanOver(trouble, first), { sign: first.image, where }, { fixes });
  return { ...without, problem, key: `separator ${first.image}@${block}` };
}

function spaceFor(trouble: Trouble, first: IToken, last: IToken): string {
  const { text } = trouble.source;
  return /\s/.test(text[endOf(last)] ?? ' ') || /\s/.test(text[first.startOffset - 1] ?? ' ') ? '' : ' ';
}
