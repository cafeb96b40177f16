// Choices → conditions in which nothing that may be missing is left open.

import { type AtomDraft, atom, ratingAtom } from './atoms.ts';
import type { Choices } from './choices.ts';
import { number, wholeNumber } from './constants.ts';
import { ofKind, type Readable, type World } from './world.ts';

export interface ConditionDraft {
  readonly text: string;
  /** How its top level is joined, if it is: beside the other word it needs brackets. */
  readonly joins?: 'and' | 'or';
  /** Readings in positive forms that may be missing: under `not` they need a guard. */
  readonly open: readonly string[];
}

/** What may be read: of the lead, and where a rep is picked also of the rep. */
export interface Scope {
  readonly world: World;
  readonly rep: boolean;
  readonly scores: readonly string[];
}

/** A condition with at most `depth` levels of brackets. */
export function condition(c: Choices, scope: Scope, depth = 2): ConditionDraft {
  const drawn = shaped(c, scope, depth);
  // Brackets that nobody needs.
  return c.chance(12) ? { text: `(${drawn.text})`, open: drawn.open } : drawn;
}

function shaped(c: Choices, scope: Scope, depth: number): ConditionDraft {
  const shape = depth > 0 ? c.below(8) : 0;
  if (shape < 4) return guarded(c, leaf(c, scope));
  if (shape === 7) return negated(condition(c, scope, depth - 1));
  const parts = Array.from({ length: c.between(2, 4) }, () => condition(c, scope, depth - 1));
  return chain(shape === 4 ? 'or' : 'and', parts);
}

/** A condition as a part of something else: in brackets where it has an `and` or `or` at the top. */
export function bracketed({ text, joins }: ConditionDraft): string {
  return joins === undefined ? text : `(${text})`;
}

function chain(joins: 'and' | 'or', parts: readonly ConditionDraft[]): ConditionDraft {
  return { text: parts.map(bracketed).join(` ${joins} `), joins, open: unique(parts.flatMap(({ open }) => open)) };
}

/** `not (…)`, with what it leaves open known first. */
function negated(inner: ConditionDraft): ConditionDraft {
  const text = `not (${inner.text})`;
  if (inner.open.length === 0) return { text, open: [] };
  return { text: [...inner.open.map((reading) => `${reading} is known`), text].join(' and '), joins: 'and', open: [] };
}

/** A negative form says what a missing value means. */
function guarded(c: Choices, { text, reads, negative }: AtomDraft): ConditionDraft {
  if (!negative || reads.length === 0) return { text, open: negative ? [] : reads };
  if (c.chance(2))
    return {
      text: `${reads.map((reading) => `${reading} is known`).join(' and ')} and ${text}`,
      joins: 'and',
      open: [],
    };
  return { text: `${reads.map((reading) => `${reading} is missing`).join(' or ')} or ${text}`, joins: 'or', open: [] };
}

function leaf(c: Choices, scope: Scope): AtomDraft {
  const { world, rep, scores } = scope;
  const kind = c.below(10);
  if (kind === 9 && world.calendars.length > 0) {
    const calendar = c.of(world.calendars);
    return c.chance(3) ? sure(`not during ${calendar}`) : sure(`during ${calendar}`);
  }
  if (kind === 8 && world.defines.length > 0) {
    const define = c.of(world.defines);
    const negative = c.chance(3);
    return { text: negative ? `not ${define.name}` : define.name, reads: define.open, negative };
  }
  if (kind === 7 && scores.length > 0) return scoreAtom(c, scores);
  if (kind === 5 && world.finds.length > 0) {
    const find = c.of(world.finds);
    return sure(c.chance(3) ? `${find} is not matched` : `${find} is matched`);
  }
  if (kind === 6) return pairAtom(c, world.lead) ?? sumAtom(c, world.lead) ?? readableAtom(c, world, world.lead);
  if (rep && kind > 1) return repAtom(c, world);
  return readableAtom(c, world, world.lead);
}

function readableAtom(c: Choices, world: World, readables: readonly Readable[]): AtomDraft {
  const value = c.of(readables);
  return value.type.kind === 'ratings' ? ratingAtom(c, world, value) : atom(c, world, value);
}

function repAtom(c: Choices, world: World): AtomDraft {
  if (world.rep.length > 0 && !c.chance(4)) return readableAtom(c, world, world.rep);
  return c.of([
    sure(`rep.open < ${c.between(0, 40)}`),
    { text: `rep.load ${c.of(['<', '>='])} ${c.of(['0.5', '80%', '1'])}`, reads: ['rep.load'], negative: false },
  ]);
}

function scoreAtom(c: Choices, scores: readonly string[]): AtomDraft {
  const value = c.some(scores, 1, 3).join(' + ');
  return sure(
    c.of([
      `${value} >= ${c.between(0, 100)}`,
      `${value} < ${c.between(0, 100)}`,
      `${value} in ${c.between(0, 40)}..${c.between(40, 90)}`,
    ]),
  );
}

/** Two values of one type. */
function pairAtom(c: Choices, readables: readonly Readable[]): AtomDraft | undefined {
  const first = c.of(readables);
  if (!['text', 'number', 'count', 'date', 'time', 'rep'].includes(first.type.kind)) return undefined;
  const second = c.of(ofKind(readables, first.type.kind));
  if (second.path === first.path) return undefined;
  const ordered = !['text', 'rep'].includes(first.type.kind);
  const operator = ordered ? c.of(['>=', '<', 'is']) : 'is';
  const reads = [first, second].filter(({ maybeMissing }) => maybeMissing).map(({ path }) => path);
  return { text: `${first.path} ${operator} ${second.path}`, reads, negative: false };
}

function sumAtom(c: Choices, readables: readonly Readable[]): AtomDraft | undefined {
  const terms = c.some(ofKind(readables, 'count', 'number'), 2, 3);
  if (terms.length < 2) return undefined;
  const reads = terms.filter(({ maybeMissing }) => maybeMissing).map(({ path }) => path);
  const sum = terms.map(({ path }) => (c.chance(3) ? `${wholeNumber(c)} * ${path}` : path)).join(' + ');
  return { text: `${sum} >= ${number(c)}`, reads, negative: false };
}

function sure(text: string): AtomDraft {
  return { text, reads: [], negative: false };
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
