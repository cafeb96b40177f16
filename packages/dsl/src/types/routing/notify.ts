// `notify` and `offer` → recipients that are none.

import type { Notify } from '../../ast/nodes.ts';
import { type Checking, isAbsent, problem } from '../checking.ts';
import { comparedAs } from '../operand.ts';
import { checkValue } from '../values.ts';
import { typeWords, valueWords } from '../words.ts';
import { reportPrivate } from './private.ts';

/** Checks what an effect goes to: text, or a rep or team, whom the host knows. */
export function checkNotify({ to, verb }: Notify, checking: Checking): void {
  if (to.kind === 'broken') return;
  if (to.kind === 'text-literal') {
    if (!isAbsent(to) && to.value.trim() === '')
      problem('FL365', to.span, { what: `What \`${verb}\` goes to` }, checking);
    return;
  }
  const type = checkValue(to, checking);
  const as = comparedAs(type);
  if (type.kind === 'unknown') return;
  if (as === 'text' || as === 'code' || as === 'rep' || as === 'team') reportPrivate(to, 'recipient', checking);
  else problem('FL529', to.span, { value: valueWords(to), type: typeWords(type), verb }, checking);
}
