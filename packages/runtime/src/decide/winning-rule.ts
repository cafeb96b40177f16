// Turns a decision into the rule that won.
import type { Decision } from '../decision.ts';

/** The rule that won, or "otherwise". Undefined where none did: the rule on a lead in review is still to be tried. */
export function winningRule({ outcome, rule }: Decision): string | undefined {
  return outcome.kind === 'review' ? undefined : rule;
}
