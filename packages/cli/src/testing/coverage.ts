// What tests made of a policy's conditions and rules → what no test reached.

import { lineStarts, positionAt, type Source } from '@fairlead/dsl';
import { type Condition, type Policy, type SourceMap, walkPolicy } from '@fairlead/ir';
import { phraseCondition } from '@fairlead/runtime';
import type { LinePlace } from './places.ts';

/** Counts while tests run. */
export interface Watch {
  /** Told of each condition that is evaluated. */
  readonly saw: (conditionId: number, holds: boolean) => void;
  readonly tookRule: (rule: string) => void;
  readonly held: ReadonlySet<number>;
  readonly failed: ReadonlySet<number>;
  readonly rules: ReadonlySet<string>;
}

/** Nothing seen yet. */
export function startWatch(): Watch {
  const [held, failed, rules] = [new Set<number>(), new Set<number>(), new Set<string>()];
  return {
    saw: (id, holds) => void (holds ? held : failed).add(id),
    tookRule: (rule) => void rules.add(rule),
    held,
    failed,
    rules,
  };
}

/** What was reached. Lists in the order of the text. */
export interface Coverage {
  readonly rules: { readonly all: number; readonly never: readonly Uncovered[] };
  readonly conditions: {
    readonly all: number;
    readonly both: number;
    readonly neverHeld: readonly Uncovered[];
    readonly neverFailed: readonly Uncovered[];
    readonly neverAsked: readonly Uncovered[];
  };
}

/** Something that no test reached, as the policy writes it. */
export interface Uncovered extends Partial<LinePlace> {
  readonly words: string;
}

/** The parts are what cannot be divided further: `and`, `or` and `not` follow from them. A part that a `default` line gave to several rules counts once. */
export function coverageOf(policy: Policy, sourceMap: SourceMap, files: readonly Source[], watch: Watch): Coverage {
  const place = placer(sourceMap, files);
  const rules = [...policy.route.rules.map(({ name }) => name), 'otherwise'];
  const never = rules
    .filter((name) => !watch.rules.has(name))
    .map((name) => {
      return name === 'otherwise'
        ? { words: 'otherwise', ...place('otherwise') }
        : { words: `rule ${JSON.stringify(name)}`, ...place(`rule:${name}`) };
    });
  const atoms = atomsOf(policy, sourceMap);
  const order = new Map(files.map(({ name }, index) => [name, index]));
  const byPlace = (a: Uncovered, b: Uncovered): number =>
    (order.get(a.file ?? '') ?? 0) - (order.get(b.file ?? '') ?? 0) || (a.line ?? 0) - (b.line ?? 0);
  const seen = atoms.map(({ ids, words }) => ({
    what: { words, ...place(`condition:${ids[0] ?? 0}`) },
    held: ids.some((id) => watch.held.has(id)),
    failed: ids.some((id) => watch.failed.has(id)),
  }));
  const those = (wanted: (one: (typeof seen)[number]) => boolean): readonly Uncovered[] =>
    seen
      .filter(wanted)
      .map(({ what }) => what)
      .sort(byPlace);
  return {
    rules: { all: rules.length, never },
    conditions: {
      all: atoms.length,
      both: seen.filter(({ held, failed }) => held && failed).length,
      neverHeld: those(({ held, failed }) => !held && failed),
      neverFailed: those(({ held, failed }) => held && !failed),
      neverAsked: those(({ held, failed }) => !held && !failed),
    },
  };
}

interface AtomInText {
  readonly ids: number[];
  readonly words: string;
}

function atomsOf(policy: Policy, sourceMap: SourceMap): readonly AtomInText[] {
  const byPlace = new Map<string, AtomInText>();
  const look = (condition: Condition): void => {
    if (['and', 'or', 'not', 'define'].includes(condition.kind)) return;
    const span = sourceMap[`condition:${condition.id}`];
    const key = span === undefined ? `#${condition.id}` : `${span.file}\n${span.start}\n${span.end}`;
    const atom = byPlace.get(key);
    if (atom === undefined) byPlace.set(key, { ids: [condition.id], words: phraseCondition(condition) });
    else atom.ids.push(condition.id);
  };
  walkPolicy(policy, { condition: look });
  return [...byPlace.values()];
}

function placer(sourceMap: SourceMap, files: readonly Source[]): (key: string) => Partial<LinePlace> {
  const starts = new Map(files.map(({ name, text }) => [name, lineStarts(text)]));
  return (key) => {
    const span = sourceMap[key];
    const lines = span === undefined ? undefined : starts.get(span.file);
    return span === undefined || lines === undefined
      ? {}
      : { file: span.file, line: positionAt(lines, span.start).line };
  };
}
