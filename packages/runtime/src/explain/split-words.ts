// Turns the numbers of a split into why the lead came to this arm.
import { assertNever, formatDecimal, type Split, type Target } from '@fairlead/ir';
import type { Attempt, SplitNumbers } from '../decision.ts';
import type { Plan } from '../plan/plan.ts';
import { PARTS_PER_LEAD } from '../rotation/ledger.ts';
import { phraseTarget, phraseValue } from './phrase.ts';
import { shortened, showParts } from './show.ts';
import { owedText } from './turn-words.ts';

/** Sentence by sentence; nothing on an arm that was passed over. */
export function splitWords(plan: Plan, split: Split | undefined, { arm, split: numbers }: Attempt): readonly string[] {
  if (split === undefined || arm === undefined || numbers === undefined) return [];
  return numbers.kind === 'rotation' ? rotationWords(plan, split, arm, numbers) : keyWords(split, arm, numbers);
}

/** `60% arm`: stands behind the place. */
export function armWords(split: Split | undefined, arm: number | undefined): string {
  const share = arm === undefined ? undefined : split?.arms[arm - 1]?.share;
  return share === undefined ? '' : `, the arm of ${formatDecimal(share)}%`;
}

function rotationWords(
  plan: Plan,
  split: Split,
  arm: number,
  { rows }: SplitNumbers & { readonly kind: 'rotation' },
): readonly string[] {
  const won = rows.find((row) => row.arm === arm);
  if (won === undefined) return [];
  const owed = won.before + won.share;
  const others = rows.filter((row) => row !== won).sort((a, b) => b.before + b.share - (a.before + a.share));
  const named = others.map((row) => `${nameOf(plan, split, row.arm)} ${showParts(row.before + row.share)}`);
  const paid = won.after < owed ? [`It paid ${showParts(PARTS_PER_LEAD)} and is now at ${showParts(won.after)}.`] : [];
  const shares = rows.map((row) => `${formatDecimal(row.weight)}% ${nameOf(plan, split, row.arm)}`).join(', ');
  const name = nameOf(plan, split, arm);
  if (others.length === 0) {
    const alone = split.arms.length === 1 ? '' : 'Only in this arm was somebody free, so it earns the whole lead. ';
    return [`${alone}${name} was ${owedText(owed)}.`, ...paid];
  }
  return [`The split gives ${shares}: ${name} was ${owedText(owed)}, the most (${named.join(', ')}).`, ...paid];
}

function keyWords(
  split: Split,
  arm: number,
  { key, hash }: SplitNumbers & { readonly kind: 'key' },
): readonly string[] {
  const by = split.by === undefined ? 'its key' : phraseValue(split.by);
  const what = key === undefined ? `${by}, which is private,` : `${by}, ${JSON.stringify(shortened(key))},`;
  const share = formatDecimal(split.arms[arm - 1]?.share ?? 0);
  return [`The same ${by} always goes to the same arm: ${what} is one of the ${share}% that go here (${hash}).`];
}

function nameOf(plan: Plan, split: Split, arm: number): string {
  const target = split.arms[arm - 1]?.to;
  return target === undefined ? `arm ${arm}` : labelOf(plan, target);
}

function labelOf(plan: Plan, target: Target): string {
  switch (target.kind) {
    case 'rep':
      return plan.reps.get(target.rep)?.label ?? target.rep;
    case 'team':
      return plan.teams.get(target.team)?.label ?? target.team;
    case 'queue':
      return plan.queues.get(target.queue)?.label ?? target.queue;
    case 'value':
      return phraseTarget(target);
    default:
      return assertNever(target);
  }
}
