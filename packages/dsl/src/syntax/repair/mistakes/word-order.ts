// Words of a comparison in another order, or one too few: `not is`, `in not`, `"demo" 2 times`, `exists`.

import { report } from '../../../diagnostics/report.ts';
import { keywords, NumberConstant, RightBracket, TextConstant } from '../../tokens.ts';
import {
  added,
  can,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  reads,
  replaced,
  spanOver,
  written,
} from '../trouble.ts';
import { valueAfter, valueBefore } from './neighbours.ts';

/** `country not is "DE"`, `country in not ["DE"]`: → `is not`, `not in`. */
export const swappedNot: Recogniser = (trouble) => {
  const { index } = trouble;
  const [first, last] = [near(trouble, -1), near(trouble)];
  if (first === undefined || last === undefined) return undefined;
  const isEqual = isWord(first, 'not') && isWord(last, 'is');
  if (!isEqual && !(isWord(first, 'in') && isWord(last, 'not'))) return undefined;
  if (!can(trouble, isEqual ? 'is' : 'not', index - 1)) return undefined;
  const [one, other] = isEqual ? (['is', 'not'] as const) : (['not', 'in'] as const);
  const words = `${one} ${other}`;
  const span = spanOver(trouble, first, last);
  const instead = `${valueBefore(trouble, index - 1).text} ${words} ${valueAfter(trouble, index + 1)}`;
  const fixes = [{ title: `Write \`${words}\``, edits: [replaced(trouble, first, last, words)] }];
  const problem = report('FL141', span, { found: written(trouble, index - 1, index), instead }, { fixes });
  const put = [made(keywords[one], one, span.start, span.end), added(other, span.end)];
  return { from: index - 1, to: index + 1, put, problem };
};

/** `activity includes "demo" 2 times`, `… more than 2 times`: → `at least 2 times`. */
export const howOften: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const isMore = isWord(near(trouble), 'more') && isWord(near(trouble, 1), 'than');
  const at = isMore ? index + 2 : index;
  const [amount, times] = [tokens[at], tokens[at + 1]];
  const before = near(trouble, -1);
  if (!(isType(before, TextConstant) || isType(before, RightBracket)) || !can(trouble, 'at')) return undefined;
  const first = near(trouble);
  if (first === undefined || amount === undefined || times === undefined) return undefined;
  if (!isType(amount, NumberConstant) || !/^\d+$/.test(amount.image) || !reads(times, 'times', 'time'))
    return undefined;
  const count = isMore ? String(Number(amount.image) + 1) : amount.image;
  const words = `at least ${count} times`;
  const span = spanOver(trouble, first, times);
  const fixes = [{ title: `Write \`${words}\``, edits: [replaced(trouble, first, times, words)] }];
  const problem = report('FL141', span, { found: written(trouble, index, at + 1), instead: words }, { fixes });
  const put = [
    made(keywords.at, 'at', span.start, span.end),
    added('least', span.end),
    made(NumberConstant, count, amount.startOffset, span.end),
    added('times', span.end),
  ];
  return { from: index, to: at + 2, put, problem };
};

/** `country exists`, `country has a value`: → `is known`; `account exists`, of a match or table: → `is matched`. */
export const existing: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const first = near(trouble);
  if (first === undefined || !can(trouble, 'is')) return undefined;
  const withArticle = reads(tokens[index + 1], 'a', 'any', 'some');
  const lastAt = reads(first, 'has', 'have') ? index + (withArticle ? 2 : 1) : index;
  const last = tokens[lastAt];
  if (last === undefined || !(lastAt === index ? reads(first, 'exists', 'exist') : reads(last, 'value', 'values')))
    return undefined;
  const span = spanOver(trouble, first, last);
  const value = valueBefore(trouble, index).text;
  const isFound = tokens.some(({ image }, at) => image === value && isWord(tokens[at - 1], 'match', 'table'));
  const state = isFound ? 'matched' : 'known';
  const instead = `${value} is ${state}`;
  const fixes = [{ title: `Write \`is ${state}\``, edits: [replaced(trouble, first, last, `is ${state}`)] }];
  const problem = report('FL141', span, { found: written(trouble, index, lastAt), instead }, { fixes });
  return {
    from: index,
    to: lastAt + 1,
    put: [made(keywords.is, 'is', span.start, span.end), added(state, span.end)],
    problem,
  };
};
