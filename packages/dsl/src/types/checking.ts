// What the parts of `check` share: the names, the facts found so far, and the problems.

import type { Constant, Field, Json, RepValue, TableRow } from '@fairlead/ir';
import type { NodeId } from '../ast/nodes.ts';
import type { Code, Params } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Fix, Related } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Bindings } from '../names/bindings.ts';
import type { Source, Span } from '../source/source.ts';
import type { ListFacts } from './item.ts';
import type { ComparisonMeaning, Members, ReadingMeaning, TargetMeaning, ValueType } from './types.ts';

/** The state of checking: Types in the making. */
export interface Checking {
  readonly bindings: Bindings;
  /** The text of the file that a list comes from, by the id of the ListDeclaration. */
  readonly listTexts: ReadonlyMap<NodeId, string>;
  /** The file that a table's rows come from, by the id of the TableBlock. */
  readonly tableTexts: ReadonlyMap<NodeId, Source>;
  /** Only a part of a policy is looked at. */
  readonly part: boolean;
  readonly problems: Diagnostic[];
  readonly fields: Map<NodeId, Field>;
  /** By the id of a Field, also where it could not be made out. */
  readonly fieldTypes: Map<NodeId, ValueType>;
  readonly values: Map<NodeId, ValueType>;
  readonly constants: Map<NodeId, Constant>;
  readonly readings: Map<NodeId, ReadingMeaning>;
  readonly comparisons: Map<NodeId, ComparisonMeaning>;
  readonly targets: Map<NodeId, TargetMeaning>;
  readonly lists: Map<NodeId, Members>;
  /** By the id of a ListDeclaration: what kind of items it has. */
  readonly listFacts: Map<NodeId, ListFacts>;
  readonly repValues: Map<NodeId, RepValue>;
  readonly testValues: Map<NodeId, Json>;
  readonly tableRows: Map<NodeId, readonly TableRow[]>;
}

/** A fresh start. */
export function startChecking(
  bindings: Bindings,
  { listTexts, tableTexts }: Pick<Checking, 'listTexts' | 'tableTexts'>,
  part: boolean,
): Checking {
  return {
    bindings,
    listTexts,
    tableTexts,
    part,
    problems: [],
    fields: new Map(),
    fieldTypes: new Map(),
    values: new Map(),
    constants: new Map(),
    readings: new Map(),
    comparisons: new Map(),
    targets: new Map(),
    lists: new Map(),
    listFacts: new Map(),
    repValues: new Map(),
    testValues: new Map(),
    tableRows: new Map(),
  };
}

/** Reports a problem. */
export function problem<C extends Code>(
  code: C,
  span: Span,
  params: Params<C>,
  checking: Pick<Checking, 'problems'>,
  more: { readonly related?: readonly Related[]; readonly fixes?: readonly Fix[] } = {},
): void {
  checking.problems.push(report(code, span, params, more));
}

/** Whether nothing was written there; the parser has reported it. */
export function isAbsent({ span }: { readonly span: Span }): boolean {
  return span.start === span.end;
}

/** The repair that replaces a stretch. The title names what is written, unless another is given. */
export function rewrite(span: Span, text: string, title: string = `Write \`${text}\``): Fix {
  return { title, edits: [{ span, text }] };
}
