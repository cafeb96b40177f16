// Percentages that are written in another way, and percentages where plain numbers stand.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { NumberConstant, PercentConstant } from '../../tokens.ts';
import {
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
  spanOver,
  type Trouble,
  written,
} from '../trouble.ts';

/** `25 %`, `25 percent`, and `85` where a percentage is needed. */
export const percentShape: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  const before = near(trouble, -1);
  if (token === undefined) return undefined;
  const isSign = token.image === '%' || reads(token, 'percent', 'pct', 'percentage');
  if (isSign && before !== undefined && isType(before, NumberConstant))
    return percent(trouble, index - 1, index + 1, before);
  if (!isType(token, NumberConstant) || !can(trouble, PercentConstant)) return undefined;
  const next = near(trouble, 1);
  const hasSign = next !== undefined && (next.image === '%' || reads(next, 'percent', 'pct', 'percentage'));
  return percent(trouble, index, index + (hasSign ? 2 : 1), token);
};

function percent(trouble: Trouble, from: number, to: number, amount: IToken): Repair {
  const last = trouble.tokens[to - 1] ?? amount;
  // A share of one is written in percent: 0.85 is 85%.
  const isShare = to === from + 1 && /^0?\.\d+$/.test(amount.image);
  const instead = isShare ? `${hundredfold(amount.image)}%` : `${amount.image}%`;
  const span = spanOver(trouble, amount, last);
  const problem = report(
    'FL122',
    span,
    { found: written(trouble, from, to - 1), instead },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from, to, put: [made(PercentConstant, instead, amount.startOffset, endOf(last))], problem };
}

/** 0.85 as 85, in digits. */
function hundredfold(image: string): string {
  const digits = image.slice(image.indexOf('.') + 1).padEnd(2, '0');
  const whole = digits.slice(0, 2).replace(/^0(?=\d)/, '');
  const fraction = digits.slice(2).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** A percentage where only a plain number can stand. */
export const percentTooMuch: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !isType(token, PercentConstant)) return undefined;
  if (!can(trouble, NumberConstant) || can(trouble, 'is')) return undefined;
  const isShare = reads(near(trouble, -1), '..', 'in') || reads(near(trouble, 1), '..') || isInWeights(trouble);
  const instead = isShare ? numberOfPercentage(token.image) : token.image.slice(0, -1);
  const span = spanOver(trouble, token);
  const problem = report(
    'FL102',
    span,
    { found: token.image, expects: isShare ? `a plain number: ${token.image} is ${instead}` : 'a plain number' },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from: trouble.index, to: trouble.index + 1, put: [retyped(NumberConstant, instead, token)], problem };
};

/** `weight { 50% for ana }`: half of what the others have. Points and limits of scores are whole numbers, so there 50% can only mean 50. */
function isInWeights({ tokens, index }: Trouble): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    if (reads(tokens[at], '}')) return false;
    if (reads(tokens[at], '{')) return reads(tokens[at - 1], 'weight');
  }
  return false;
}

/** The number that a percentage stands for: 0.125 for `12.5%`. */
export function numberOfPercentage(percentage: string): string {
  const sign = percentage.startsWith('-') ? '-' : '';
  const [whole = '', decimals = ''] = percentage.replaceAll(/[-_%]/g, '').split('.');
  const digits = whole.padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`.replace(/\.?0+$/, '');
}
