// The mistakes that are known by sight, in the order in which they are tried.

import { ageShape } from './mistakes/ages.ts';
import { functionCall, minus, valueInBrackets } from './mistakes/arithmetic.ts';
import { extraCloser, missingBrace } from './mistakes/braces.ts';
import { equalSign, flagWord, isTooMuch, orderShape, unequalSign } from './mistakes/comparisons.ts';
import { joiningSign, notSign, notWithoutBrackets } from './mistakes/connectors.ts';
import { dateShape, instantShape, openHours } from './mistakes/dates.ts';
import { dotInNumber } from './mistakes/dotted-numbers.ts';
import { reviewExpected } from './mistakes/expectations.ts';
import { earlierFieldLine, fieldLine } from './mistakes/fields.ts';
import { numberWord } from './mistakes/glued-numbers.ts';
import { timeUnit } from './mistakes/lengths-of-time.ts';
import { isOneOf, noBrackets, otherBrackets } from './mistakes/lists.ts';
import { splitWithin, timeOutsideFallback } from './mistakes/misplaced-targets.ts';
import { missingLabel, missingName } from './mistakes/missing-names.ts';
import { missingWord, negatedMissing } from './mistakes/missing-values.ts';
import { moneyShape } from './mistakes/money.ts';
import { capitals, hyphen, misspeltMoney, quotedName, reservedName } from './mistakes/names.ts';
import { commaInNumber, numberStart } from './mistakes/numbers.ts';
import { joinedNames, lineBeforeBrace, otherPeriod, otherPhrase } from './mistakes/other-phrases.ts';
import { missingDot } from './mistakes/paths.ts';
import { confidenceLast, shareOfAverage } from './mistakes/percent-places.ts';
import { percentShape, percentTooMuch } from './mistakes/percentages.ts';
import {
  arrow,
  commaBefore,
  commaOrSemicolon,
  elseWord,
  givingWord,
  ifWord,
  strategyWord,
  thenWord,
} from './mistakes/programs.ts';
import { noQuotes, oneQuote, otherComments, otherQuotes, textInComment } from './mistakes/quotes.ts';
import { between, rangeShape } from './mistakes/ranges.ts';
import { hoursOfRep, perSign } from './mistakes/rep-lines.ts';
import { clauseBeforeAction, noAction, secondAction, whenAfterAction } from './mistakes/rule-parts.ts';
import { chained, duringHours, oneOfTwo, quotedNumber } from './mistakes/slips.ts';
import { either, has, joinedWords, missingSubject } from './mistakes/subjects.ts';
import { limitWord, slaClause, synonym, typeShape, withAsked } from './mistakes/synonyms.ts';
import {
  fallbackWithoutBraces,
  kindBeforeName,
  noShares,
  ownerLast,
  severalTargets,
  shareOrder,
  sharesWithoutBraces,
  weightOrder,
} from './mistakes/targets.ts';
import { like, negatedPart } from './mistakes/text-parts.ts';
import { existing, howOften, swappedNot } from './mistakes/word-order.ts';
import type { Recogniser } from './trouble.ts';

/** What is surer comes first; what would also fit a surer mistake comes later. */
// biome-ignore format: a table reads better in rows
export const recognisers: readonly Recogniser[] = [
  missingBrace, earlierFieldLine,
  otherComments,
  chained, oneOfTwo, duringHours, quotedNumber, shareOrder, noShares, splitWithin, ownerLast, timeOutsideFallback, confidenceLast, shareOfAverage, reviewExpected, otherPhrase, otherPeriod, lineBeforeBrace, joinedNames,
  missingWord, negatedMissing, swappedNot, howOften, existing, equalSign, unequalSign, ageShape, either, isOneOf, between, like, negatedPart, has, joinedWords, missingSubject, orderShape, isTooMuch,
  otherBrackets, functionCall, notWithoutBrackets,
  joiningSign, notSign, flagWord, typeShape,
  dotInNumber, commaInNumber, numberStart, moneyShape, percentShape, percentTooMuch, numberWord, timeUnit, limitWord, perSign, hoursOfRep, openHours, dateShape, instantShape, rangeShape,
  weightOrder, sharesWithoutBraces, severalTargets, kindBeforeName, fallbackWithoutBraces, missingDot,
  slaClause, withAsked, whenAfterAction, thenWord, ifWord, elseWord, givingWord, strategyWord,
  hyphen, minus, valueInBrackets,
  clauseBeforeAction, noAction, secondAction,
  missingLabel, missingName, noBrackets, quotedName,
  otherQuotes, oneQuote, textInComment, noQuotes,
  synonym, misspeltMoney, capitals, reservedName,
  arrow, commaOrSemicolon, commaBefore,
  extraCloser, fieldLine,
];
