// Phrases of other products where the language has its own: `is similar to`, `prefer the latest`, `clearbit returns`, `split on`, `by propensity`.

import { report } from '../../../diagnostics/report.ts';
import { fits } from '../../machine.ts';
import { Comma, LeftBrace, Name, NumberConstant, PercentConstant } from '../../tokens.ts';
import type { Keyword } from '../../words.ts';
import {
  can,
  canAll,
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
  retyped,
  spanOver,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';

interface Phrase {
  readonly words: readonly string[];
  /** The language's own words; none where the phrase is too much. */
  readonly put: readonly Keyword[];
  /** A word or sign right before it. */
  readonly after?: readonly string[];
  /** What has to stand right behind it. */
  readonly before?: 'number' | 'name' | 'percent';
}

/** By the rule of the grammar that is open there. */
const phrases: Readonly<Record<string, readonly Phrase[]>> = {
  /** Wherever a condition could go on so. */
  '': [
    ...['similar to', 'close to', 'the same as', 'almost', 'about'].map((words) =>
      phrase(`is ${words}`, ['is', 'like']),
    ),
    ...['is similar', 'sounds like', 'looks like', 'resembles', 'similar to', '~', '~='].map((words) =>
      phrase(words, ['is', 'like']),
    ),
    { ...phrase('matches', ['is', 'like']), before: 'name' },
    { ...phrase('has matched', ['is', 'matched']) },
  ],
  matchLine: [
    ...['newest', 'latest', 'most recent', 'youngest', 'the latest', 'the most recent', 'the youngest', 'the last'].map(
      (words) => ({ ...phrase(words, ['the', 'newest']), after: ['prefer'] }),
    ),
    ...['oldest', 'earliest', 'the earliest', 'the first'].map((words) => ({
      ...phrase(words, ['the', 'oldest']),
      after: ['prefer'],
    })),
    ...['highest', 'largest', 'biggest', 'greatest', 'the largest', 'the biggest', 'the greatest', 'the most'].map(
      (words) => ({
        ...phrase(words, ['the', 'highest']),
        after: ['prefer'],
      }),
    ),
    ...['lowest', 'smallest', 'the smallest', 'the least', 'the fewest'].map((words) => ({
      ...phrase(words, ['the', 'lowest']),
      after: ['prefer'],
    })),
    ...['to', 'into', 'by'].map((words) => phrase(words, ['in'])),
    ...['from', 'above', 'over', 'at', 'at least'].map((words) => ({
      ...phrase(words, []),
      before: 'percent' as const,
    })),
  ],
  matchBlock: [
    ...['in', 'of', 'with', 'against', 'to', 'among', 'on'].map((words) => ({
      ...phrase(words, ['from']),
      before: 'name' as const,
    })),
    ...['threshold', 'minimum', 'min', 'at least', 'needs'].map((words) => ({
      ...phrase(words, ['accept']),
      before: 'percent' as const,
    })),
  ],
  recordBlock: [
    ...['in', 'of', 'with', 'on'].map((words) => ({ ...phrase(words, ['from']), before: 'name' as const })),
  ],
  reserveClause: [...['when', 'if', 'where', 'to'].map((words) => phrase(words, ['for']))],
  enrichBlock: [
    ...['timeout', 'time limit', 'wait', 'max'].map((words) => ({
      ...phrase(words, ['within']),
      before: 'number' as const,
    })),
    ...['cache', 'cache for', 'cached for', 'keep', 'keep for', 'remember for', 'ttl'].map((words) => ({
      ...phrase(words, ['reuse', 'for']),
      before: 'number' as const,
    })),
    ...['provider', 'ask', 'using', 'source'].map((words) => ({ ...phrase(words, ['from']), before: 'name' as const })),
    ...['fills', 'fields', 'get', 'set', 'add'].map((words) => ({
      ...phrase(words, ['fill']),
      before: 'name' as const,
    })),
  ],
  splitTarget: [
    ...['on', 'per', 'using', 'with', 'over'].map((words) => ({ ...phrase(words, ['by']), after: ['split'] })),
    ...['to', 'for', 'goes to', '->'].map((words) => ({ ...phrase(words, []), before: 'name' as const })),
  ],
  strategy: [
    ...['least leads', 'least', 'fewest leads', 'lowest number of leads'].map((words) => phrase(words, ['fewest'])),
    ...[
      'in',
      'per',
      'a',
      'each',
      'every',
      'leads',
      'leads this',
      'leads per',
      'in the',
      'in this',
      'of this',
      'of the',
    ].map((words) => ({ ...phrase(words, ['this']), after: ['fewest'] })),
    ...['propensity', 'probability', 'chance', 'odds', 'likelyhood', 'prediction'].map((words) =>
      phrase(words, ['likelihood']),
    ),
  ],
  fallbackEntry: [
    ...['within', 'until', 'during', 'only for'].map((words) => ({
      ...phrase(words, ['for']),
      before: 'number' as const,
    })),
  ],
  teamLine: [
    ...['at', 'over', 'beyond', 'from'].map((words) => ({ ...phrase(words, ['above']), after: ['pause'] })),
    ...['the', 'of', 'of the'].map((words) => ({ ...phrase(words, []), after: ['times'] })),
    ...['as', 'for'].map((words) => ({ ...phrase(words, []), after: ['counts'] })),
  ],
  givenFact: [
    ...['returns', 'answers', 'answers with', 'responds with', 'says', 'gives back', 'delivers'].map((words) =>
      phrase(words, ['gives']),
    ),
    ...['is down', 'times out', 'is late', 'errors', 'breaks', 'is not reachable', 'does not answer'].map((words) =>
      phrase(words, ['fails']),
    ),
    ...[
      'off',
      'absent',
      'out',
      'sick',
      'ill',
      'unavailable',
      'offline',
      'on vacation',
      'on holiday',
      'on leave',
      'not available',
      'out of office',
    ].map((words) => ({ ...phrase(words, ['away']), after: ['is'] })),
    { ...phrase('leads', []), after: ['has', 'open'] },
  ],
};

function phrase(words: string, put: readonly Keyword[]): Phrase {
  return { words: words.split(' '), put };
}

/** How many tokens before the trouble such a phrase may begin: its first words may read as names. */
const BACK = 3;

/** A phrase of another product, where the language's own words fit. */
export const otherPhrase: Recogniser = (trouble) => {
  for (let back = 0; back <= Math.min(BACK, trouble.index); back += 1) {
    const at = trouble.index - back;
    for (const [rule, all] of Object.entries(phrases)) {
      if (rule !== '' && !inside(trouble, rule, at)) continue;
      for (const one of all) {
        const repair = matches(trouble, one, at) ? replacedBy(trouble, one, at) : undefined;
        if (repair !== undefined) return repair;
      }
    }
  }
  return undefined;
};

function matches(trouble: Trouble, { words, after, before }: Phrase, at: number): boolean {
  const { tokens, index } = trouble;
  const end = at + words.length;
  if (end < index || !words.every((word, place) => reads(tokens[at + place], word))) return false;
  if (after !== undefined && !reads(tokens[at - 1], ...after) && !isAmount(trouble, at - 1, after)) return false;
  const next = tokens[end];
  if (before === 'number') return isType(next, NumberConstant) || isForeign(next);
  if (before === 'percent') return isType(next, PercentConstant) || isType(next, NumberConstant);
  return before === undefined || (next !== undefined && fits(next.tokenType, Name));
}

/** `has 40 leads`: a number may stand between. */
function isAmount({ tokens }: Trouble, at: number, after: readonly string[]): boolean {
  return isType(tokens[at], NumberConstant) && reads(tokens[at - 1], ...after);
}

function replacedBy(trouble: Trouble, { words, put }: Phrase, at: number): Repair | undefined {
  const to = at + words.length;
  const [first, last] = [trouble.tokens[at], trouble.tokens[to - 1]];
  if (first === undefined || last === undefined || !canAll(trouble, put, at)) return undefined;
  const tokens = put.map((word) => wordOver(word, first));
  const repair = { from: at, to, put: tokens };
  const reach = readsOn(trouble, repair, 1);
  if (reach < 1 && !isForeign(trouble.tokens[to])) return undefined;
  const found = written(trouble, at, to - 1);
  const span = spanOver(trouble, first, last);
  if (put.length === 0) {
    const fixes = [{ title: 'Remove it', edits: [removed(trouble, first, last)] }];
    return { ...repair, problem: report('FL102', span, { found, expects: undefined }, { fixes }) };
  }
  const suggestion = put.join(' ');
  const fixes = [fix(`Write \`${suggestion}\``, span, suggestion)];
  return { ...repair, problem: report('FL103', span, { found, suggestion }, { fixes }) };
}

/** `fill company and employees`: names stand with commas. */
export const joinedNames: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !reads(token, 'and', '&', '+') || !inside(trouble, 'enrichLine')) return undefined;
  const span = spanOver(trouble, token);
  const edits = [
    {
      span: /\s/.test(trouble.source.text[span.start - 1] ?? '') ? { ...span, start: span.start - 1 } : span,
      text: ',',
    },
  ];
  const comma = retyped(Comma, ',', token);
  return {
    from: trouble.index,
    to: trouble.index + 1,
    put: [comma],
    problem: report('FL103', span, { found: token.image, suggestion: ',' }, { fixes: [{ title: 'Write `,`', edits }] }),
  };
};

/** `by fewest this quarter`: equal totals are counted in days, weeks or months. */
export const otherPeriod: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined || !reads(token, 'quarter', 'year', 'hour', 'shift', 'sprint')) return undefined;
  if (!isWord(near(trouble, -1), 'this') || !can(trouble, 'month')) return undefined;
  const params = { found: token.image, expects: '`day`, `week` or `month`' };
  const problem = report('FL102', spanOver(trouble, token), params);
  return { from: index, to: index + 1, put: [wordOver('month', token)], problem };
};

/** `enrich facts from clearbit by email { … }`: the lines stand within the braces. */
export const lineBeforeBrace: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const [word, name] = [near(trouble), near(trouble, -1)];
  if (word === undefined || name === undefined || !isWord(near(trouble, -2), 'enrich') || !can(trouble, LeftBrace))
    return undefined;
  if (!isWord(word, 'from')) return undefined;
  const brace = tokens.findIndex((token, at) => at > index && at < index + 14 && isType(token, LeftBrace));
  const written = tokens[brace];
  if (written === undefined) return undefined;
  const edits = [
    { span: { ...spanOver(trouble, name), start: endOf(name) }, text: ' {' },
    removed(trouble, written, written),
  ];
  const problem = report(
    'FL101',
    spanOver(trouble, word),
    { what: '`{`', after: `\`${name.image}\`` },
    { fixes: [{ title: 'Move the `{` up', edits }] },
  );
  const open = made(LeftBrace, '{', endOf(name), endOf(name));
  return { from: index, to: brace + 1, put: [open, ...tokens.slice(index, brace)], problem };
};
