// Conditions and lists that mean something → those that hardly mean what was meant, or could be said more simply.

import { foldText } from '@fairlead/ir';
import type { Comparison, Condition, Listing, Not } from '../../ast/nodes.ts';
import { eachCondition } from '../../names/condition-walk.ts';
import type { Span } from '../../source/source.ts';
import { type Checking, isAbsent, problem, rewrite } from '../checking.ts';
import { literalText, valueWords } from '../words.ts';
import { checkAcronyms } from './acronyms.ts';
import { checkFlagWords } from './flag-words.ts';
import { shapeOf } from './shape.ts';

/** Checks the style of declared lists. */
export function checkListStyle(checking: Checking): void {
  for (const list of checking.bindings.lists.values()) {
    if (list.body?.kind === 'listing') checkListing(list.body, checking);
  }
}

/** Checks the style of one condition and of the lists written in it. The condition must have been checked. */
export function checkConditionStyle(root: Condition, checking: Checking): void {
  eachCondition(root, (condition) => checkCondition(condition, checking));
}

function checkCondition(condition: Condition, checking: Checking): void {
  if (condition.kind === 'not') checkNot(condition, checking);
  if (condition.kind === 'and' || condition.kind === 'or') checkRepeated(condition, checking);
  if (condition.kind === 'comparison') checkComparison(condition, checking);
}

function checkComparison(comparison: Comparison, checking: Checking): void {
  const { test } = comparison;
  if (test === undefined || !checking.comparisons.has(comparison.id)) return;
  if (test.kind === 'text') checkAcronyms(comparison, test, checking);
  if (test.kind === 'equals') checkFlagWords(comparison, test, checking);
  if (test.kind === 'in' && test.of.kind === 'listing') checkListing(test.of, checking);
  if ((test.kind === 'text' || test.kind === 'includes') && test.several.quantifier !== 'one') {
    if (test.several.of.kind === 'listing') checkListing(test.several.of, checking);
  }
}

/** `not (x is missing)` is `x is known`; `not (not (…))` is `…`. */
function checkNot(not: Not, checking: Checking): void {
  const inner = not.condition;
  if (inner.kind === 'not') {
    const { span } = inner.condition;
    const edits = [
      { span: { ...not.span, end: span.start }, text: '' },
      { span: { ...not.span, start: span.end }, text: '' },
    ];
    problem('FL607', not.span, {}, checking, { fixes: [{ title: 'Remove both', edits }] });
    return;
  }
  if (inner.kind !== 'comparison' || !checking.comparisons.has(inner.id)) return;
  const opposite = inner.test === undefined ? undefined : opposites.get(inner.test.kind);
  if (opposite === undefined || inner.test === undefined) return;
  const words = valueWords(inner.value).replaceAll('`', '');
  const instead = `${words} ${opposite}`;
  // The value is kept as it is written; only what stands around it changes.
  const edits = [
    { span: { ...not.span, end: inner.value.span.start }, text: '' },
    { span: { ...not.span, start: inner.value.span.end }, text: ` ${opposite}` },
  ];
  problem('FL602', not.span, { instead }, checking, { fixes: [{ title: `Write \`${instead}\``, edits }] });
}

const opposites: ReadonlyMap<string, string> = new Map([
  ['is-missing', 'is known'],
  ['is-known', 'is missing'],
]);

/** The same part twice in a chain. */
function checkRepeated(chain: Extract<Condition, { kind: 'and' | 'or' }>, checking: Checking): void {
  const first = new Map<string, Condition>();
  for (const part of alikeParts(chain.parts)) {
    const shape = shapeOf(part);
    const earlier = first.get(shape);
    const related = earlier === undefined ? [] : [{ span: earlier.span, message: 'the first one:' }];
    if (earlier === undefined) first.set(shape, part);
    else problem('FL608', part.span, { kind: chain.kind }, checking, { related });
  }
}

/** The parts that are as long as another one: only those can be the same, and whole shapes are dear. */
function alikeParts(parts: readonly Condition[]): readonly Condition[] {
  const kinds = parts.map(roughly);
  if (new Set(kinds).size === parts.length) return [];
  return parts.filter((_, at) => kinds.indexOf(kinds[at] ?? '') !== kinds.lastIndexOf(kinds[at] ?? ''));
}

/** What a part asks of which value: the same for parts that are the same. */
function roughly(part: Condition): string {
  if (part.kind !== 'comparison') return part.kind === 'broken' ? `broken ${part.id}` : part.kind;
  const { value, test } = part;
  return `${test?.kind} ${value.kind === 'reading' ? value.path.names[0]?.text : value.kind}`;
}

/** Items that are written twice, or twice in different capitals. */
function checkListing(listing: Listing, checking: Checking): void {
  const first = new Map<string, { readonly words: string; readonly span: Span }>();
  let before: Span | undefined;
  for (const item of listing.items) {
    if (item.kind === 'broken' || isAbsent(item)) continue;
    const { span } = item;
    const words = item.kind === 'name' ? `\`${item.text}\`` : literalText(item);
    const key = item.kind === 'text-literal' ? `text ${foldText(item.value)}` : shapeOf(item);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, { words, span });
    else if (before !== undefined) {
      const related = [{ span: earlier.span, message: 'the first one:' }];
      // With the comma before it.
      const fixes = [rewrite({ ...span, start: before.end }, '', `Remove ${words}`)];
      if (earlier.words === words) problem('FL603', span, { item: words }, checking, { related, fixes });
      else problem('FL604', span, { item: words, other: earlier.words }, checking, { related, fixes });
    }
    before = span;
  }
}
