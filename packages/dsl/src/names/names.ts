// What the parts of `resolve` share: the declarations, the references found so far, the problems, and how names are looked up.

import type { Field, MatchBlock, Name, NodeId, TypeNode } from '../ast/nodes.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../source/source.ts';
import type { Referent } from './bindings.ts';
import type { Declarations } from './declarations.ts';
import { aKind, kindWords } from './referent-words.ts';
import { suggest } from './suggest.ts';

/** The state of resolving. */
export interface Names {
  readonly declared: Declarations;
  readonly references: Map<NodeId, Referent>;
  readonly problems: Diagnostic[];
  /** Only a part of a policy is looked at: what is not declared in it may be declared elsewhere. */
  readonly part: boolean;
  /** In the lines of a match: the match, whose records are looked at there. */
  readonly match?: MatchBlock;
}

type Kind = Referent['kind'];
type OfKind<K extends Kind> = Extract<Referent, { readonly kind: K }>;

/** Looks up a name that must be of one kind (`works berlin`), notes what it refers to, and reports it where it is not. */
export function refer<K extends Kind>(name: Name, kind: K, names: Names): OfKind<K> | undefined {
  if (name.text === '') return undefined;
  const found = names.declared.space.get(name.text)?.referent;
  if (found === undefined) {
    reportUnknown(name, kind, names);
  } else if (isOfKind(found, kind)) {
    names.references.set(name.id, found);
    return found;
  } else {
    const params = { name: name.text, found: aKind(found.kind), needed: aKind(kind) };
    names.problems.push(report('FL203', name.span, params, { related: declaredAt(name.text, names) }));
  }
  return undefined;
}

function reportUnknown(name: Name, kind: Kind, names: Names): void {
  if (names.part) return;
  const suggestion = suggest(name.text, namesOfKind(kind, names));
  const params = { name: name.text, kind: kindWords[kind], suggestion };
  const fixes = takers.has(kind) ? guessed(name.span, suggestion) : replaceBy(name.span, suggestion);
  names.problems.push(report('FL202', name.span, params, { fixes }));
}

function isOfKind<K extends Kind>(referent: Referent, kind: K): referent is OfKind<K> {
  return referent.kind === kind;
}

/** The names of the one space that are of some kinds, in text order. */
export function namesOfKind(kinds: Kind | readonly Kind[], names: Names): readonly string[] {
  const wanted = new Set<Kind>(typeof kinds === 'string' ? [kinds] : kinds);
  return [...names.declared.space].filter(([, { referent }]) => wanted.has(referent.kind)).map(([name]) => name);
}

/** Where a name of the one space was declared, as another place of a problem. */
export function declaredAt(name: string, names: Names): readonly { readonly span: Span; readonly message: string }[] {
  const declared = names.declared.space.get(name);
  return declared === undefined ? [] : [{ span: declared.at, message: `\`${name}\` is declared here:` }];
}

/** The repair that puts a suggestion in a word's place; none without a suggestion. */
export function replaceBy(span: Span, text: string | undefined): readonly Fix[] {
  return text === undefined ? [] : [{ title: `Write \`${text}\``, edits: [{ span, text }] }];
}

/** As {@link replaceBy}, where what stands there says who gets a lead: another name that is near could be meant as well. */
export function guessed(span: Span, text: string | undefined): readonly Fix[] {
  return replaceBy(span, text).map((fix) => ({ ...fix, guess: true }));
}

/** What a lead can be given to. */
const takers: ReadonlySet<Kind> = new Set<Kind>(['rep', 'team', 'queue']);

/** Whether a name is that of somebody or something that leads are given to. */
export function takesLeads(name: string | undefined, names: Names): boolean {
  const kind = name === undefined ? undefined : names.declared.space.get(name)?.referent.kind;
  return kind !== undefined && takers.has(kind);
}

/** The fields that stand behind a field: those of the record that it holds; undefined for every other type. */
export function fieldsBehind(type: TypeNode, declared: Declarations): readonly Field[] | undefined {
  return type.kind === 'named-type' ? declared.records.get(type.name.text)?.fields : undefined;
}
