// Money that is written in another way: `$500`, `500 €`, `USD 500`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import { Currency, keywords, NumberConstant, OtherWord, Word } from '../../tokens.ts';
import {
  can,
  endOf,
  fix,
  isType,
  made,
  near,
  type Recogniser,
  type Repair,
  retyped,
  spanOver,
  type Trouble,
  written,
} from '../trouble.ts';

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

/** Whether three capital letters are a currency that people often write. */
export function isKnownCurrency(code: string): boolean {
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
