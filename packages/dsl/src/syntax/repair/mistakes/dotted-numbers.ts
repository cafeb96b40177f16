// Numbers with a dot too much: `1.` and `2.500.000`, `1.234,50`.

import { report } from '../../../diagnostics/report.ts';
import { Comma, Dot, NumberConstant } from '../../tokens.ts';
import {
  endOf,
  fix,
  isType,
  made,
  near,
  type Recogniser,
  spanOver,
  type Trouble,
  touches,
  written,
} from '../trouble.ts';

/** A dot or comma right behind a number. */
export const dotInNumber: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const [first, token] = [near(trouble, -1), near(trouble)];
  if (first === undefined || !isType(first, NumberConstant) || !touches(first, token)) return undefined;
  let to = index;
  while (goesOn(trouble, to)) to += 2;
  const isLast = to === index && isType(token, Dot) && !touches(token, tokens[index + 1]);
  const end = isLast ? index + 1 : to;
  const last = tokens[end - 1];
  if (end === index || last === undefined) return undefined;
  const found = written(trouble, index - 1, end - 1);
  const instead = isLast ? first.image : plainNumber(found);
  if (instead === undefined) return undefined;
  const span = spanOver(trouble, first, last);
  const problem = report('FL128', span, { found, instead }, { fixes: [fix(`Write \`${instead}\``, span, instead)] });
  return { from: index - 1, to: end, put: [made(NumberConstant, instead, first.startOffset, endOf(last))], problem };
};

/** Whether a dot or comma and further digits follow without a space. */
function goesOn({ tokens }: Trouble, at: number): boolean {
  const [before, sign, digits] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isSign = isType(sign, Dot) || isType(sign, Comma);
  return isSign && isType(digits, NumberConstant) && touches(before, sign) && touches(sign, digits);
}

/** `2.500.000` → `2500000`, `1.234,50` → `1234.50`; undefined for anything else. */
function plainNumber(found: string): string | undefined {
  if (!/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(found)) return undefined;
  return found.replaceAll('.', '').replace(',', '.');
}
