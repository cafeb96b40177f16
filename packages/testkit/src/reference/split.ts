// The arms of a split → the one that takes the lead.

import type { Split, Target, Value } from '@fairlead/ir';
import { fromNumber } from './fraction.ts';
import { ledgerOf, sharesOf, takeTurn } from './ledger.ts';
import { valueFor } from './read-value.ts';
import type { Scene } from './scene.ts';
import { armOfKey } from './split-hash.ts';
import { writtenValue } from './targets.ts';
import { type Change, ledgerChanges } from './turns.ts';
import { equalityText, plainText } from './values.ts';

/** The arm that takes the lead, the numbers that say why, and what it does to the state. */
export interface ArmChosen {
  /** Counted from 1. */
  readonly arm: number;
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
}

/** By rotation among the arms in which somebody is free (`open`, counted from 1, ascending). The ledger calls an arm by its target. */
export function armByRotation(scene: Scene, { id, arms }: Split, open: readonly number[]): ArmChosen {
  const pool = `split:${id}`;
  const nameOf = (arm: number): string => armName(arms[arm - 1]?.to);
  const weighted = open.map((arm) => ({ id: nameOf(arm), weight: fromNumber(arms[arm - 1]?.share ?? 0) }));
  const turn = takeTurn(scene, pool, sharesOf(weighted, ledgerOf(scene, pool).seq));
  const rows = turn.rows.map(({ share, before, after }, i) => {
    const arm = open[i] ?? 0;
    return { arm, weight: arms[arm - 1]?.share, share, before, after };
  });
  return {
    arm: open.find((arm) => nameOf(arm) === turn.winner) ?? 0,
    numbers: { kind: 'rotation', pool, rows },
    changes: ledgerChanges(pool, turn),
  };
}

function armName(target: Target | undefined): string {
  switch (target?.kind) {
    case 'rep':
      return target.rep;
    case 'team':
      return target.team;
    case 'queue':
      return target.queue;
    case 'value':
      return writtenValue(target.value);
    default:
      return '';
  }
}

/** By key: always the same arm for the same key. No arm where the key is missing. A private key is not told. */
export function armByKey(scene: Scene, { id, by, arms }: Split): ArmChosen | undefined {
  const value = by === undefined ? undefined : valueFor(scene, by);
  const written = value && plainText(value);
  if (by === undefined || value === undefined || written === undefined) return undefined;
  const key = value.kind === 'text' ? equalityText(value, value.asWritten === true) : written;
  const targets = arms.map(({ share, to }) => ({ share, target: armName(to) }));
  const told = isPrivate(scene, by) ? {} : { key: written };
  return { arm: armOfKey(id, targets, key) + 1, numbers: { kind: 'key', hash: 'split-1', ...told }, changes: [] };
}

function isPrivate({ policy }: Scene, value: Value): boolean {
  const [name] = value.kind === 'lead' ? value.path : [];
  return policy.lead.fields.some((field) => field.name === name && field.private);
}
