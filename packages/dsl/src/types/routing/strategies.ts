// `by highest`, `by lowest` → values without an order, and values that are the same for every rep.

import type { Strategy, Value } from '../../ast/nodes.ts';
import { type Checking, problem } from '../checking.ts';
import { comparedAs } from '../operand.ts';
import { typeWords, valueWords } from '../words.ts';
import { reportPrivate } from './private.ts';
import { valueReadsRep } from './reads-rep.ts';

/** Checks how somebody of a team is picked. */
export function checkStrategy(strategy: Strategy, checking: Checking): void {
  if (strategy.kind !== 'by-highest' && strategy.kind !== 'by-lowest') return;
  const { value } = strategy;
  const words = strategy.kind === 'by-highest' ? 'by highest' : 'by lowest';
  if (!checkOrdered(value, words, checking)) return;
  reportPrivate(value, 'strategy', checking);
  if (!valueReadsRep(value, checking)) {
    problem('FL524', value.span, { value: valueWords(value), words }, checking);
  }
}

/** Whether a value's type has an order. Reports it if not; false also for what was reported before. */
export function checkOrdered(value: Value, words: string, checking: Checking): boolean {
  const type = checking.values.get(value.id);
  if (type === undefined || type.kind === 'unknown') return false;
  const as = comparedAs(type);
  if (as === 'number' || as === 'date' || as === 'time') return true;
  problem('FL336', value.span, { value: valueWords(value), type: typeWords(type), operator: words }, checking);
  return false;
}
