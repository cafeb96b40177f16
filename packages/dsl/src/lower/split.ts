// `split` of the tree → the IR, with the id that it keeps when shares, rules and names of rules change.

import type { Split, Target } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import { readingText } from '../types/words.ts';
import { type Lowering, notFound, place } from './context.ts';
import { lowerTarget } from './effects.ts';
import { lowerPercent, lowerReading } from './values.ts';

/** Lowers a split. Call it in the order of the rules: splits that share key and first arm are numbered. */
export function lowerSplit(node: ast.Split, lowering: Lowering): Split {
  const arms = node.arms.map(({ share, target }) => ({
    share: lowerPercent(share),
    to: lowerTarget(target, lowering),
  }));
  const id = splitId(node, arms[0]?.to, lowering);
  place(`split:${id}`, node, lowering);
  return { kind: 'split', id, ...(node.by === undefined ? {} : { by: lowerReading(node.by, lowering) }), arms };
}

/** What it is split by, the first arm, and the number among the splits that share both. */
function splitId({ by, arms }: ast.Split, first: Target | undefined, { splits }: Lowering): string {
  const target = arms[0]?.target;
  if (first === undefined || target?.kind !== 'reading') throw notFound('the first arm of a split');
  const key = by === undefined ? 'rotation' : readingText(by);
  const shared = `${key}|${first.kind}:${readingText(target)}`;
  const number = splits.get(shared) ?? 0;
  splits.set(shared, number + 1);
  return `${shared}|${number}`;
}
