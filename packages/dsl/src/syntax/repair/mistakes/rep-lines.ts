// Lines of a rep in other words: `capacity 12/day`, `works mon-fri 09:00-17:00`.

import { report } from '../../../diagnostics/report.ts';
import { Minus, Name, NumberConstant, OtherTime, TimeSpan, Word } from '../../tokens.ts';
import { dayWords } from '../../words.ts';
import {
  can,
  endOf,
  inside,
  isType,
  isWord,
  missing,
  near,
  type Recogniser,
  reads,
  spanOver,
  startsLine,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';
import { spaced } from './neighbours.ts';

/** `12/day`: → `12 per day`. */
export const perSign: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  const isPerSign = token?.image === '/' && isWord(near(trouble, 1), 'day', 'week', 'month');
  if (token === undefined || !isPerSign || !isType(near(trouble, -1), NumberConstant) || !can(trouble, 'per'))
    return undefined;
  const fixes = [{ title: 'Write `per`', edits: [spaced(trouble, token, token, 'per')] }];
  const problem = report('FL102', spanOver(trouble, token), { found: '/', expects: '`per`' }, { fixes });
  return { from: index, to: index + 1, put: [wordOver('per', token)], problem };
};

/** Days and hours where the name of a calendar stands. */
export const hoursOfRep: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  let from = index;
  while (from > 0 && index - from < 3 && !isWord(tokens[from - 1], 'works')) from -= 1;
  const works = tokens[from - 1];
  if (works === undefined || !isWord(works, 'works') || !inside(trouble, 'member') || !can(trouble, Name, from))
    return undefined;
  let to = from;
  while (isOfHours(trouble, to) && !startsLine(trouble, to)) to += 1;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined || to <= index) return undefined;
  const expects = 'the name of a `calendar`: days and hours stand in its `open` lines';
  const problem = report('FL102', spanOver(trouble, first, last), { found: written(trouble, from, to - 1), expects });
  return { from, to, put: [missing(Word, endOf(works))], problem };
};

function isOfHours({ tokens }: Trouble, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isType(token, Minus)) return at > 0;
  const isTime = isType(token, TimeSpan) || isType(token, OtherTime) || isType(token, NumberConstant);
  const isDay = dayWords.some((day) => token.image.toLowerCase().startsWith(day));
  return isTime || isDay || reads(token, 'to', 'from', 'weekdays', 'daily');
}
