// Turns a value that leaves the engine (a recipient, a priority) into text.

import type { Eval } from '../plan/evaluation.ts';
import { formatValue } from '../plan/format-value.ts';
import type { PlanValue } from '../plan/plan-route.ts';

/** As text for people and hosts; undefined where it is missing or private. */
export function outsideText({ read, type }: PlanValue, e: Eval): string | undefined {
  const value = read(e);
  return value === undefined ? undefined : formatValue(type ?? { kind: 'text' }, value);
}
