// A value without a test → a flag or the name of a define; anything else is not a condition.

import type { Value } from '../../ast/nodes.ts';
import { type Checking, problem } from '../checking.ts';
import type { ComparisonMeaning, ValueType } from '../types.ts';
import { checkValue } from '../values.ts';
import { typeWords, valueWords } from '../words.ts';

/** Which condition a value by itself is. */
export function checkAlone(value: Value, checking: Checking): ComparisonMeaning | undefined {
  if (value.kind === 'reading' && value.of === undefined) {
    const referent = checking.bindings.references.get(value.path.id);
    if (referent?.kind === 'define') return { kind: 'define', define: referent.define };
  }
  const type = checkValue(value, checking);
  if (type.kind === 'flag' && value.kind === 'reading') return { kind: 'flag' };
  if (type.kind === 'unknown') return undefined;
  const words = valueWords(value);
  problem(
    'FL332',
    value.span,
    { value: words, type: typeWords(type), example: exampleFor(type, words.replaceAll('`', '')) },
    checking,
  );
  return undefined;
}

/** A condition that a value of this type could stand in. */
function exampleFor(type: ValueType, value: string): string {
  switch (type.kind) {
    case 'number':
    case 'count':
      return `${value} > 0`;
    case 'money':
      return `${value} > 0 ${type.currency}`;
    case 'choice':
      return `${value} is ${JSON.stringify(type.choices[0] ?? '…')}`;
    case 'date':
    case 'time':
      return `${value} within the last 7 days`;
    case 'signals':
    case 'list':
      return `${value} includes "…"`;
    case 'ratings':
      return `${value} of "…" >= 3`;
    default:
      return `${value} is known`;
  }
}
