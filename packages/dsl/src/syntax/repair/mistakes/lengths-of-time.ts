// Lengths of time that are written in another way: `5min`, `5 dayz`, `1 year`, `5` alone.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { suggest } from '../../../names/suggest.ts';
import { entryOf } from '../../table-entry.ts';
import { keywordByText, keywords, NumberConstant, OtherWord, Unit, Word } from '../../tokens.ts';
import { unitWords } from '../../words.ts';
import {
  added,
  can,
  endOf,
  fix,
  isType,
  made,
  near,
  type Recogniser,
  type Repair,
  reads,
  retyped,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
} from '../trouble.ts';

/** How people shorten units → the unit and how many of it. */
const shortUnits: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  s: ['seconds', 1],
  sec: ['seconds', 1],
  secs: ['seconds', 1],
  m: ['minutes', 1],
  min: ['minutes', 1],
  mins: ['minutes', 1],
  minuts: ['minutes', 1],
  h: ['hours', 1],
  hr: ['hours', 1],
  hrs: ['hours', 1],
  d: ['days', 1],
  w: ['weeks', 1],
  wk: ['weeks', 1],
  wks: ['weeks', 1],
  mo: ['months', 1],
  mos: ['months', 1],
  mth: ['months', 1],
  mths: ['months', 1],
  y: ['months', 12],
  yr: ['months', 12],
  yrs: ['months', 12],
  year: ['months', 12],
  years: ['months', 12],
  quarter: ['months', 3],
  quarters: ['months', 3],
  millis: ['ms', 1],
  msec: ['ms', 1],
  millisecond: ['ms', 1],
  milliseconds: ['ms', 1],
};

const unitSpellings: readonly string[] = unitWords.flatMap((unit) => (unit === 'ms' ? ['ms'] : [unit, `${unit}s`]));

/** The unit that a word stands for, with the amount that goes with it. */
export function unitFor(word: string, amount: string): readonly [amount: string, unit: string] | undefined {
  const lower = word.toLowerCase();
  const [unit, times] = entryOf(shortUnits, lower) ?? [
    unitSpellings.includes(lower) ? lower : suggest(lower, unitSpellings),
    1,
  ];
  if (unit === undefined) return undefined;
  const count = times === 1 || !/^\d+$/.test(amount) ? amount : String(Number(amount) * times);
  if (unit === 'ms' || count === '') return [count, unit];
  const single = unit.replace(/s$/, '');
  return [count, count === '1' ? single : `${single}s`];
}

/** `5min`, `5 min`, `5 dayz`, `1 year`, `5` alone where a length of time stands. */
export const timeUnit: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined) return bareTime(trouble);
  if (!can(trouble, Unit)) return undefined;
  const amount = near(trouble, -1);
  if (amount === undefined) return undefined;
  const isNumberBefore = isType(amount, NumberConstant);
  const isName = isType(token, Word) || isType(token, OtherWord);
  if (isName && reads(token, 'business') && can(trouble, 'working')) {
    const span = spanOver(trouble, token);
    const problem = report(
      'FL103',
      span,
      { found: token.image, suggestion: 'working' },
      { fixes: [fix('Write `working`', span, 'working')] },
    );
    return {
      from: trouble.index,
      to: trouble.index + 1,
      put: [made(keywords.working, 'working', token.startOffset, endOf(token))],
      problem,
    };
  }
  const unit = isName ? unitFor(token.image, isNumberBefore ? amount.image : '') : undefined;
  if (isName && unit === undefined && suggest(token.image, ['working']) !== undefined) return undefined;
  if (isName && unit === undefined && isNumberBefore && !startsLine(trouble)) return unknownUnit(trouble, token);
  if (unit === undefined || (!isNumberBefore && unit[0] !== '')) return bareTime(trouble);
  return otherUnit(trouble, amount, token, unit);
};

/** A word in the place of a unit that is near to none. */
function unknownUnit(trouble: Trouble, token: IToken): Repair {
  const problem = report('FL123', spanOver(trouble, token), { found: token.image, instead: undefined, reason: 'word' });
  return {
    from: trouble.index,
    to: trouble.index + 1,
    put: [unitToken('minutes', token.startOffset, endOf(token))],
    problem,
  };
}

function otherUnit(trouble: Trouble, amount: IToken, token: IToken, unit: readonly [string, string]): Repair {
  const isNumberBefore = isType(amount, NumberConstant);
  const from = isNumberBefore ? trouble.index - 1 : trouble.index;
  const instead = unit.filter((part) => part !== '').join(' ');
  const span = spanOver(trouble, isNumberBefore ? amount : token, token);
  const found = token.image;
  const put = [
    ...(isNumberBefore ? [retyped(NumberConstant, unit[0], amount)] : []),
    unitToken(unit[1], token.startOffset, endOf(token)),
  ];
  const problem = report(
    'FL123',
    spanOver(trouble, token),
    { found, instead, reason: 'word' },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from, to: trouble.index + 1, put, problem };
}

/** The word of a unit over a stretch of the text. */
export function unitToken(unit: string, start: number, end: number): IToken {
  return made(keywordByText.get(unit) ?? keywords.minute, unit, start, end);
}

/** A number without a unit. */
function bareTime(trouble: Trouble): Repair | undefined {
  const amount = near(trouble, -1);
  if (amount === undefined || !isType(amount, NumberConstant) || !can(trouble, Unit)) return undefined;
  const at = endOf(amount);
  const problem = report(
    'FL123',
    spanOver(trouble, amount),
    { found: amount.image, instead: undefined, reason: 'none' },
    {
      fixes: ['minutes', 'hours', 'days'].map((unit) =>
        fix(`Write \`${amount.image} ${unit}\``, spanAt(trouble, at), ` ${unit}`),
      ),
    },
  );
  return { from: trouble.index, to: trouble.index, put: [added('minute', at)], problem };
}
