// Defines, lists, records and successors → the circles in which they need each other.

import type { DefineDeclaration, Field, ListDeclaration, Name, NodeId } from '../ast/nodes.ts';
import { report } from '../diagnostics/report.ts';
import { eachCondition } from './condition-walk.ts';
import type { Names } from './names.ts';

/** What one declaration needs of its own kind: which, and where it says so. */
interface Need {
  readonly name: string;
  readonly at: Name['span'];
}

/** Orders in which each declaration stands after those that it needs. */
export interface Orders {
  readonly defineOrder: readonly DefineDeclaration[];
  readonly listOrder: readonly ListDeclaration[];
}

/** Reports each circle once, at the place where it closes, and orders what can need each other. */
export function checkCircles(names: Names): Orders {
  const { defines, lists, records, reps } = names.declared;
  const circle = (kind: 'define' | 'list' | 'record') => (need: Need, path: readonly string[]) =>
    names.problems.push(report('FL220', need.at, { kind, circle: path }));
  const defineNames = findCircles(
    defines.keys(),
    (name) => {
      const define = defines.get(name);
      return define === undefined ? [] : definesIn(define, names);
    },
    circle('define'),
  );
  const listNames = findCircles(lists.keys(), (name) => listsIn(name, names), circle('list'));
  findCircles(
    records.keys(),
    (name) => (records.get(name)?.fields ?? []).flatMap((field) => recordIn(field, names)),
    circle('record'),
  );
  findCircles(
    reps.keys(),
    (name) =>
      (reps.get(name)?.member.entries ?? []).flatMap((entry) => (entry.kind === 'left' ? named(entry.successor) : [])),
    (need, path) => names.problems.push(report('FL232', need.at, { circle: path })),
  );
  return {
    defineOrder: defineNames.flatMap((name) => defines.get(name) ?? []),
    listOrder: listNames.flatMap((name) => lists.get(name) ?? []),
  };
}

/**
 * Walks depth first in the order of `all`, without recursion: a chain may be as long as the policy. `found` hears of every need that closes a
 * circle, and of the names along it. Gives all names, each after those that it needs.
 */
function findCircles(
  all: Iterable<string>,
  needsOf: (name: string) => readonly Need[],
  found: (need: Need, path: readonly string[]) => void,
): readonly string[] {
  const done = new Set<string>();
  for (const start of all) {
    const path: { readonly name: string; readonly needs: Iterator<Need> }[] = [];
    const onPath = new Set<string>();
    const enter = (name: string): void => {
      path.push({ name, needs: needsOf(name)[Symbol.iterator]() });
      onPath.add(name);
    };
    if (!done.has(start)) enter(start);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const need = last.needs.next();
      if (need.done === true) {
        path.pop();
        onPath.delete(last.name);
        done.add(last.name);
      } else if (onPath.has(need.value.name)) {
        const names = path.map((step) => step.name);
        found(need.value, [...names.slice(names.indexOf(need.value.name)), need.value.name]);
      } else if (!done.has(need.value.name)) {
        enter(need.value.name);
      }
    }
  }
  return [...done];
}

function definesIn(define: DefineDeclaration, names: Names): readonly Need[] {
  const needs: Need[] = [];
  eachCondition(define.condition, (condition) => {
    if (condition.kind !== 'comparison' || condition.test !== undefined || condition.value.kind !== 'reading') return;
    const { path } = condition.value;
    const referent = names.references.get(path.id);
    if (referent?.kind === 'define') needs.push({ name: referent.define.name.text, at: path.span });
  });
  return needs;
}

function listsIn(name: string, names: Names): readonly Need[] {
  const body = names.declared.lists.get(name)?.body;
  if (body?.kind !== 'listing') return [];
  return body.items.flatMap((item) =>
    item.kind === 'name' && refersTo(item.id, 'list', names) ? [{ name: item.text, at: item.span }] : [],
  );
}

function recordIn({ type }: Field, names: Names): readonly Need[] {
  if (type.kind !== 'named-type' || !refersTo(type.name.id, 'record', names)) return [];
  return [{ name: type.name.text, at: type.name.span }];
}

function named(name: Name | undefined): readonly Need[] {
  return name === undefined || name.text === '' ? [] : [{ name: name.text, at: name.span }];
}

function refersTo(id: NodeId, kind: 'list' | 'record', names: Names): boolean {
  return names.references.get(id)?.kind === kind;
}
