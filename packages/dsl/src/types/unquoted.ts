// A text that stands where a number, a date or a flag is needed → what it would be without its quotes.

import { dayProblem, instantProblem } from './days.ts';
import type { ValueType } from './types.ts';

/** What to write instead of the text in quotes; undefined if it does not look like a value of the type. */
export function unquoted(text: string, type: ValueType): string | undefined {
  const trimmed = text.trim();
  switch (type.kind) {
    case 'number':
    case 'count':
      return plainNumber(trimmed);
    case 'money': {
      const number = plainNumber(trimmed.replace(/^[$€£]\s*|\s*[A-Z]{3}$/g, ''));
      return number === undefined ? undefined : `${number} ${type.currency}`;
    }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(trimmed) && dayProblem(trimmed) === undefined ? trimmed : undefined;
    case 'time':
      return instantProblem(trimmed) === undefined ? trimmed : undefined;
    case 'flag':
      return flagWords.get(trimmed.toLowerCase());
    default:
      return undefined;
  }
}

const flagWords: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ['yes', 'yes'],
  ['true', 'yes'],
  ['y', 'yes'],
  ['no', 'no'],
  ['false', 'no'],
  ['n', 'no'],
]);

/** `1,000` is 1000. */
function plainNumber(text: string): string | undefined {
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}
