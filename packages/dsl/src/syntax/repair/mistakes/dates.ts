// Dates, instants, days and hours that are written in another way.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import { DateConstant, InstantConstant, OtherDate, OtherInstant, RightBrace } from '../../tokens.ts';
import { dayWords } from '../../words.ts';
import {
  can,
  endOf,
  fix,
  inside,
  isType,
  isWord,
  made,
  near,
  nextLine,
  type Recogniser,
  type Repair,
  retyped,
  spanOver,
  startsLine,
  type Trouble,
  written,
} from '../trouble.ts';
import { lexFrom } from './quotes.ts';

/** `24.12.2026`, `12/24/2026`, `2026-1-5`. */
export const dateShape: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !isType(token, OtherDate) || !can(trouble, DateConstant)) return undefined;
  const instead = datesMeant(token.image);
  const span = spanOver(trouble, token);
  const fixes = instead.map((date) => fix(`Write \`${date}\``, span, date));
  const put = [retyped(DateConstant, instead[0] ?? '2000-01-01', token)];
  return {
    from: trouble.index,
    to: trouble.index + 1,
    put,
    problem: report('FL124', span, { found: token.image, instead }, { fixes }),
  };
};

/** The dates that it may mean, likeliest first: of `3/4/2026` both. */
function datesMeant(found: string): readonly string[] {
  const sign = /[-/.]/.exec(found)?.[0] ?? '-';
  const [a = 0, b = 0, c = 0] = found.split(sign).map(Number);
  const [first = ''] = found.split(sign);
  const ymd: readonly [number, number, number][] =
    first.length > 2
      ? [[a, b, c]]
      : sign === '/'
        ? [
            [c, a, b],
            [c, b, a],
          ]
        : [
            [c, b, a],
            [c, a, b],
          ];
  const possible = ymd.filter(([, month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  const texts = possible.map(([year, month, day]) => `${fullYear(year)}-${two(month)}-${two(day)}`);
  return sign === '.' ? texts.slice(0, 1) : [...new Set(texts)];
}

function fullYear(year: number): string {
  return String(year < 100 ? 2000 + year : year).padStart(4, '0');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2026-11-24 10:00`, `2026-11-24T10:00`, and a date where an instant is needed, or the other way round. */
export const instantShape: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined) return undefined;
  const isOther = isType(token, OtherInstant);
  if (can(trouble, InstantConstant) && (isOther || (isType(token, DateConstant) && !can(trouble, DateConstant)))) {
    const instead = instantMeant(token.image);
    if (instead === undefined) return undefined;
    const span = spanOver(trouble, token);
    const problem = report(
      'FL125',
      span,
      { found: token.image, instead },
      { fixes: [fix(`Write \`${instead}\``, span, instead)] },
    );
    return { from: trouble.index, to: trouble.index + 1, put: [retyped(InstantConstant, instead, token)], problem };
  }
  if ((isOther || isType(token, InstantConstant)) && can(trouble, DateConstant)) return onlyDate(trouble, token);
  return undefined;
};

function instantMeant(found: string): string | undefined {
  const parts =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(found);
  if (parts === null) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '00', second = '00', distance = 'Z'] = parts;
  const zone = distance.length === 5 ? `${distance.slice(0, 3)}:${distance.slice(3)}` : distance;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}${zone}`;
}

function onlyDate(trouble: Trouble, token: IToken): Repair {
  const [instead = ''] = datesMeant(token.image.slice(0, 10).replace(/[T ].*$/, ''));
  const span = spanOver(trouble, token);
  const fixes = [fix(`Write \`${instead}\``, span, instead)];
  const problem = report('FL124', span, { found: token.image, instead: [instead] }, { fixes });
  return { from: trouble.index, to: trouble.index + 1, put: [retyped(DateConstant, instead, token)], problem };
}

// ---- open hours ------------------------------------------------------------------------------------------------

const dayNames: Readonly<Record<string, string>> = {
  monday: 'mon',
  tuesday: 'tue',
  wednesday: 'wed',
  thursday: 'thu',
  friday: 'fri',
  saturday: 'sat',
  sunday: 'sun',
  tues: 'tue',
  thur: 'thu',
  thurs: 'thu',
  weds: 'wed',
  weekdays: 'mon-fri',
  weekday: 'mon-fri',
  weekend: 'sat-sun',
  weekends: 'sat-sun',
  daily: 'mon-sun',
  everyday: 'mon-sun',
};

/** `open Mon-Fri 9:00-17:30`, `open monday to friday 9am-5pm`, `open weekdays 9-17`: the whole line at once. */
export const openHours: Recogniser = (trouble) => {
  const { index, tokens } = trouble;
  if (!inside(trouble, 'calendarLine')) return undefined;
  let from = index;
  while (from > 0 && !isWord(tokens[from], 'open') && !startsLine(trouble, from)) from -= 1;
  if (!isWord(tokens[from], 'open')) return undefined;
  const to = nextLine(trouble, index + 1);
  const end = isType(tokens[to - 1], RightBrace) ? to - 1 : to;
  const [first, last] = [tokens[from + 1], tokens[end - 1]];
  if (first === undefined || last === undefined || end <= from + 1) return undefined;
  const found = written(trouble, from + 1, end - 1);
  const instead = openMeant(found);
  if (instead === undefined) return undefined;
  const span = spanOver(trouble, first, last);
  const problem = report('FL126', span, { found, instead }, { fixes: [fix(`Write \`${instead}\``, span, instead)] });
  const put = lexFrom(instead, first.startOffset).map((token) =>
    made(token.tokenType, token.image, first.startOffset, endOf(last)),
  );
  return { from: from + 1, to: end, put, problem };
};

/** Days and hours in the language's shape; undefined where it is not plain what is meant. */
function openMeant(found: string): string | undefined {
  const parts = /^([a-z]+)(?:\s*(?:-|\u2013|\u2014|to|until|through|\.\.)\s*([a-z]+))?[\s:,]+(.+)$/i.exec(found.trim());
  const hours = hoursMeant(parts?.[3] ?? '');
  const [from, to] = [dayMeant(parts?.[1]), dayMeant(parts?.[2])];
  if (hours === undefined || from === undefined || (parts?.[2] !== undefined && (to === undefined || from.length > 3)))
    return undefined;
  return `${from}${to === undefined ? '' : `-${to}`} ${hours}`;
}

function dayMeant(word: string | undefined): string | undefined {
  const lower = word?.toLowerCase() ?? '';
  return entryOf(dayNames, lower) ?? dayWords.find((day) => day === lower);
}

function hoursMeant(found: string): string | undefined {
  if (!/^[\d\s:.\-\u2013\u2014apmtounil]+$/i.test(found)) return undefined;
  const times = [...found.matchAll(/(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?/gi)];
  const [open, close] = times.map(([, hour = '', minute = '00', half]) => {
    const plain = Number(hour) % (half === undefined ? 100 : 12);
    return `${two(plain + (half?.toLowerCase() === 'pm' ? 12 : 0))}:${minute}`;
  });
  return open === undefined || close === undefined || times.length > 2 ? undefined : `${open}-${close}`;
}
