// Turns a lead and a split by key into the arm of the lead's key.
import { toHundredths } from '@fairlead/ir';
import { givenFor } from '../plan/eval.ts';
import type { Eval } from '../plan/evaluation.ts';
import { formatValue } from '../plan/format-value.ts';
import type { PlanSplit } from '../plan/plan-route.ts';
import { armOfKey } from './arm-of-key.ts';
import { keyText } from './key-text.ts';

/** Under what the arm of a private key is recorded, in `inputs.sealed`. */
export function sealedSplit(id: string): string {
  return `split ${id}`;
}

/** The arm, counted from 0, and the key as people read it; the latter absent where it is private. */
export interface ArmOfLead {
  readonly index: number;
  readonly key?: string;
}

/**
 * The key's arm; undefined where the key is missing. The key of a private field is looked at once: what is recorded, and taken when the decision is
 * made again, is the arm, counted from 1, under `split` and the split's id (0: no key).
 */
export function armOfLead(e: Eval, { split, by, arms }: PlanSplit): ArmOfLead | undefined {
  if (by === undefined) return undefined;
  const find = (): ArmOfLead | undefined => {
    const value = by.read(e);
    const text = value === undefined ? undefined : keyText(by.type, value);
    if (value === undefined || text === undefined) return undefined;
    const keyed = arms.map(({ name, share }) => ({ name, share: toHundredths(share) }));
    return { index: armOfKey(split.id, keyed, text), key: formatValue(by.type, value) };
  };
  if (!by.isPrivate) return find();
  const question = sealedSplit(split.id);
  const { noted } = e.sealed;
  const given = givenFor(e, by.slots);
  const known = noted.get(question) ?? (given === undefined ? (find()?.index ?? -1) + 1 : given[question]);
  const arm = typeof known === 'number' ? known : 0;
  noted.set(question, arm);
  return arms[arm - 1] === undefined ? undefined : { index: arm - 1 };
}
