// Numbers, money, percentages and lengths of time that are written in another way.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { suggest } from '../../../names/suggest.ts';
import { entryOf } from '../../table-entry.ts';
import {
  Comma,
  Currency,
  keywordByText,
  keywords,
  NumberConstant,
  NumberWord,
  OtherWord,
  PercentConstant,
  TextConstant,
  Unit,
  Word,
} from '../../tokens.ts';
import { unitWords } from '../../words.ts';
import {
  added,
  can,
  canAll,
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
  touches,
  written,
} from '../trouble.ts';

/** `1,000` and `1,5`. */
export const commaInNumber: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const first = near(trouble, -1);
  if (first === undefined || !isType(near(trouble), Comma) || !isNumber(first)) return undefined;
  let to = index;
  while (
    isType(tokens[to], Comma) &&
    isNumber(tokens[to + 1]) &&
    touches(tokens[to - 1], tokens[to]) &&
    touches(tokens[to], tokens[to + 1])
  )
    to += 2;
  const last = tokens[to - 1];
  if (to === index || last === undefined) return undefined;
  const found = written(trouble, index - 1, to - 1);
  const isDecimal = !/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?[kM]?%?$/.test(found);
  const instead = isDecimal ? found.replace(',', '.') : found.replaceAll(',', '');
  if (!/^-?\d[\d_]*(?:\.\d+)?[kM]?%?$/.test(instead)) return undefined;
  const type = instead.endsWith('%') ? PercentConstant : NumberConstant;
  const span = spanOver(trouble, first, last);
  const fixes = [fix(isDecimal ? 'Write a point' : 'Remove the commas', span, instead)];
  const problem = report('FL120', span, { found, instead, isDecimal }, { fixes });
  return { from: index - 1, to, put: [made(type, instead, first.startOffset, endOf(last))], problem };
};

/** `- 40`, `+5` and `.5`: with the sign taken away the number would be another one. */
export const numberStart: Recogniser = (trouble) => {
  const { index } = trouble;
  const [sign, number] = [near(trouble), near(trouble, 1)];
  if (sign === undefined || number === undefined || !isNumber(number) || !can(trouble, number.tokenType))
    return undefined;
  const start = entryOf(numberStarts, sign.image);
  if (start === undefined || !/^\d/.test(number.image)) return undefined;
  if (start === '0.' && (!touches(sign, number) || number.image.includes('.'))) return undefined;
  const instead = `${start}${number.image}`;
  const span = spanOver(trouble, sign, number);
  const problem = report(
    'FL128',
    span,
    { found: written(trouble, index, index + 1), instead },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from: index, to: index + 2, put: [made(number.tokenType, instead, span.start, span.end)], problem };
};

/** What stands before the digits → what should. */
const numberStarts: Readonly<Record<string, string>> = { '-': '-', '\u2212': '-', '\u2013': '-', '+': '', '.': '0.' };

function isNumber(token: IToken | undefined): boolean {
  return isType(token, NumberConstant) || isType(token, PercentConstant);
}

const currencySigns: Readonly<Record<string, string>> = { $: 'USD', '\u20AC': 'EUR', '\u00A3': 'GBP' };

/** `$500`, `500 €`, `USD 500`, `500 usd`. */
export const moneyShape: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined) return undefined;
  const currency =
    entryOf(currencySigns, token.image) ?? (/^[A-Za-z]{3}$/.test(token.image) ? token.image.toUpperCase() : undefined);
  if (currency === undefined) return undefined;
  const isSign = entryOf(currencySigns, token.image) !== undefined;
  const [before, after] = [near(trouble, -1), near(trouble, 1)];
  if (
    isType(after, NumberConstant) &&
    after !== undefined &&
    can(trouble, NumberConstant) &&
    (isSign || isType(token, Currency))
  ) {
    return money(trouble, index, index + 2, after, currency);
  }
  const lower = isType(token, Word) || isType(token, OtherWord);
  if (
    before !== undefined &&
    isType(before, NumberConstant) &&
    can(trouble, Currency) &&
    (isSign || (lower && isKnownCurrency(currency)))
  ) {
    return money(trouble, index - 1, index + 1, before, currency);
  }
  if (lower && near(trouble, -1)?.tokenType === keywords.money && can(trouble, Currency)) {
    const instead = token.image.toUpperCase();
    const span = spanOver(trouble, token);
    const problem = report(
      'FL121',
      span,
      { found: `money ${token.image}`, instead: `money ${instead}` },
      { fixes: [fix(`Write \`${instead}\``, span, instead)] },
    );
    return { from: index, to: index + 1, put: [retyped(Currency, instead, token)], problem };
  }
  return undefined;
};

function isKnownCurrency(code: string): boolean {
  return [
    'USD',
    'EUR',
    'GBP',
    'CHF',
    'INR',
    'JPY',
    'AUD',
    'CAD',
    'SEK',
    'NOK',
    'DKK',
    'PLN',
    'BRL',
    'MXN',
    'SGD',
    'CNY',
    'ZAR',
    'NZD',
  ].includes(code);
}

function money(trouble: Trouble, from: number, to: number, amount: IToken, currency: string): Repair {
  const [first, last] = [trouble.tokens[from] ?? amount, trouble.tokens[to - 1] ?? amount];
  const instead = `${amount.image} ${currency}`;
  const span = spanOver(trouble, first, last);
  const put = [
    made(NumberConstant, amount.image, first.startOffset, endOf(amount)),
    made(Currency, currency, endOf(amount), endOf(last)),
  ];
  const found = written(trouble, from, to - 1);
  return {
    from,
    to,
    put,
    problem: report('FL121', span, { found, instead }, { fixes: [fix(`Write \`${instead}\``, span, instead)] }),
  };
}

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
function unitFor(word: string, amount: string): readonly [amount: string, unit: string] | undefined {
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
  if (isType(token, NumberWord) && can(trouble, NumberConstant)) return gluedUnit(trouble, token);
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

const scales: Readonly<Record<string, string>> = { k: 'k', m: 'M', mio: 'M', mn: 'M' };

function gluedUnit(trouble: Trouble, token: IToken): Repair | undefined {
  const [, amount = '', letters = ''] = /^(-?\d[\d_]*(?:\.\d+)?)([A-Za-z]\w*)$/.exec(token.image) ?? [];
  const split = token.startOffset + amount.length;
  const span = spanOver(trouble, token);
  const unit = canAll(trouble, [NumberConstant, Unit]) ? unitFor(letters, amount) : undefined;
  if (unit !== undefined) {
    const instead = unit.join(' ');
    const put = [made(NumberConstant, unit[0], token.startOffset, split), unitToken(unit[1], split, endOf(token))];
    const problem = report(
      'FL123',
      span,
      { found: token.image, instead, reason: 'glued' },
      { fixes: [fix(`Write \`${instead}\``, span, instead)] },
    );
    return { from: trouble.index, to: trouble.index + 1, put, problem };
  }
  const plain = withoutExponent(token.image);
  if (plain !== undefined) {
    const fixes = [fix(`Write \`${plain}\``, span, plain)];
    const problem = report('FL128', span, { found: token.image, instead: plain }, { fixes });
    return { from: trouble.index, to: trouble.index + 1, put: [retyped(NumberConstant, plain, token)], problem };
  }
  const scale = entryOf(scales, letters.toLowerCase());
  const word = keywordByText.get(letters.toLowerCase());
  if (scale === undefined && word !== undefined) {
    const put = [
      made(NumberConstant, amount, token.startOffset, split),
      made(word, letters.toLowerCase(), split, endOf(token)),
    ];
    const instead = `${amount} ${letters.toLowerCase()}`;
    return {
      from: trouble.index,
      to: trouble.index + 1,
      put,
      problem: report(
        'FL128',
        span,
        { found: token.image, instead },
        { fixes: [fix(`Write \`${instead}\``, span, instead)] },
      ),
    };
  }
  if (scale === undefined && /^[a-z]{3}$/i.test(letters) && isKnownCurrency(letters.toUpperCase())) {
    const instead = `${amount} ${letters.toUpperCase()}`;
    const put = [
      made(NumberConstant, amount, token.startOffset, split),
      made(Currency, letters.toUpperCase(), split, endOf(token)),
    ];
    return {
      from: trouble.index,
      to: trouble.index + 1,
      put,
      problem: report(
        'FL121',
        span,
        { found: token.image, instead },
        { fixes: [fix(`Write \`${instead}\``, span, instead)] },
      ),
    };
  }
  const instead = scale === undefined ? undefined : `${amount}${scale}`;
  const textInstead = instead === undefined && can(trouble, TextConstant) ? `"${token.image}"` : instead;
  const fixes =
    textInstead === undefined
      ? []
      : [fix(`Write ${textInstead.startsWith('"') ? textInstead : `\`${textInstead}\``}`, span, textInstead)];
  const put = textInstead?.startsWith('"')
    ? retyped(TextConstant, textInstead, token)
    : retyped(NumberConstant, instead ?? amount, token);
  return {
    from: trouble.index,
    to: trouble.index + 1,
    put: [put],
    problem: report('FL128', span, { found: token.image, instead }, { fixes }),
  };
}

/** `1e3`, `2.5E6` in plain digits; undefined for everything else, and for more than 15 digits. */
function withoutExponent(image: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = ''] =
    /^(-?)(\d+)(?:\.(\d+))?[eE](\d{1,2})$/.exec(image) ?? [];
  if (exponent === '') return undefined;
  const shift = Number(exponent);
  const digits = `${whole}${fraction.padEnd(shift, '0')}`;
  const point = whole.length + shift;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const after = digits.slice(point).replace(/0+$/, '');
  return before.length + after.length > 15 ? undefined : `${sign}${before}${after === '' ? '' : `.${after}`}`;
}

function unitToken(unit: string, start: number, end: number): IToken {
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
