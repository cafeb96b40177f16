// `opted_in is yes` → a flag is a condition by itself.

import type { Comparison, Test } from '../../ast/nodes.ts';
import { type Checking, problem } from '../checking.ts';
import { causesOf } from '../missing/causes.ts';
import { valueWords } from '../words.ts';

type EqualsTest = Extract<Test, { readonly kind: 'equals' }>;

/** Hints at flags compared with yes or no, where the flag alone says the same. For a flag that may be missing `is no` says more than `not`. */
export function checkFlagWords({ value, span }: Comparison, { right, negated }: EqualsTest, checking: Checking): void {
  if (right.kind !== 'flag-literal' || value.kind !== 'reading') return;
  const holds = right.value !== negated;
  const mayBeMissing = causesOf(value, checking).length > 0;
  if (mayBeMissing && !(right.value && !negated)) return;
  const words = valueWords(value).replaceAll('`', '');
  const instead = holds ? words : `not ${words}`;
  const fixes = [{ title: `Write \`${instead}\``, edits: [{ span, text: instead }] }];
  problem('FL605', span, { instead }, checking, { fixes });
}
