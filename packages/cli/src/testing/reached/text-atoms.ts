// A policy and where its parts stand → the conditions that cannot be divided further, each as often as it stands in the text.
import { lineStarts, positionAt, type Source } from '@fairlead/dsl';
import { type Atom, type Condition, type Policy, type SourceMap, type Value, walkPolicy } from '@fairlead/ir';
import { phraseCondition } from '@fairlead/runtime';
import type { LinePlace } from '../places.ts';

/** A part of a condition. One that a `default` line gave to several rules has several ids. */
export interface TextAtom {
  readonly ids: number[];
  readonly atom: Atom;
  readonly words: string;
}

/**
 * In the order of their numbers. `and`, `or` and `not` follow from their parts; a define is looked at where it stands. What records are found by
 * is not among them: a record that it does not find is never looked at, so that the line of the match says all there is to say.
 */
export function textAtoms(policy: Policy, sourceMap: SourceMap): readonly TextAtom[] {
  const byPlace = new Map<string, TextAtom>();
  const links = linksOf(policy);
  const look = (condition: Condition): void => {
    if (!isAtom(condition) || links.has(condition)) return;
    const span = sourceMap[`condition:${condition.id}`];
    const key = span === undefined ? `#${condition.id}` : `${span.file}\n${span.start}\n${span.end}`;
    const known = byPlace.get(key);
    if (known !== undefined) known.ids.push(condition.id);
    else byPlace.set(key, { ids: [condition.id], atom: condition, words: phraseCondition(condition) });
  };
  walkPolicy(policy, { condition: look });
  return [...byPlace.values()];
}

/** The parts of match lines by which records are found: `is` and `is like`, on their own or in the outermost `and`. */
function linksOf({ matches }: Policy): ReadonlySet<Condition> {
  const parts = matches.flatMap(({ lines }) => lines.flatMap(({ when }) => (when.kind === 'and' ? when.of : [when])));
  const isLink = (part: Condition): boolean => {
    if (part.kind === 'like') return !part.negated;
    return part.kind === 'compare' && part.operator === 'is' && ![part.left, part.right].some(isConstant);
  };
  return new Set(parts.filter(isLink));
}

function isConstant({ kind }: Value): boolean {
  return kind === 'constant';
}

function isAtom(condition: Condition): condition is Atom {
  return !['and', 'or', 'not', 'define'].includes(condition.kind);
}

/** Finds the line of a key of the source map; nothing where the map has none. */
export type PlaceOf = (key: string) => Partial<LinePlace>;

/** Looks lines up in these files. */
export function placesIn(sourceMap: SourceMap, files: readonly Source[]): PlaceOf {
  const starts = new Map(files.map(({ name, text }) => [name, lineStarts(text)]));
  return (key) => {
    const span = sourceMap[key];
    const lines = span === undefined ? undefined : starts.get(span.file);
    return span === undefined || lines === undefined
      ? {}
      : { file: span.file, line: positionAt(lines, span.start).line };
  };
}

/** The order of the text: by file, in the order of `use`, then by line. */
export function inTextOrder(files: readonly Source[]): (a: Partial<LinePlace>, b: Partial<LinePlace>) => number {
  const order = new Map(files.map(({ name }, index) => [name, index]));
  return (a, b) => (order.get(a.file ?? '') ?? 0) - (order.get(b.file ?? '') ?? 0) || (a.line ?? 0) - (b.line ?? 0);
}
