// A policy and where its parts stand → the conditions that cannot be divided further, each as often as it stands in the text.
import { lineStarts, positionAt, type Source } from '@fairlead/dsl';
import { type Atom, type Condition, type Policy, type SourceMap, walkPolicy } from '@fairlead/ir';
import { phraseCondition } from '@fairlead/runtime';
import type { LinePlace } from '../places.ts';

/** A part of a condition. One that a `default` line gave to several rules has several ids. */
export interface TextAtom {
  readonly ids: number[];
  readonly atom: Atom;
  readonly words: string;
}

/** In the order of their numbers. `and`, `or` and `not` follow from their parts; a define is looked at where it stands. */
export function textAtoms(policy: Policy, sourceMap: SourceMap): readonly TextAtom[] {
  const byPlace = new Map<string, TextAtom>();
  const look = (condition: Condition): void => {
    if (!isAtom(condition)) return;
    const span = sourceMap[`condition:${condition.id}`];
    const key = span === undefined ? `#${condition.id}` : `${span.file}\n${span.start}\n${span.end}`;
    const known = byPlace.get(key);
    if (known !== undefined) known.ids.push(condition.id);
    else byPlace.set(key, { ids: [condition.id], atom: condition, words: phraseCondition(condition) });
  };
  walkPolicy(policy, { condition: look });
  return [...byPlace.values()];
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
