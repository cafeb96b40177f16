// What the parts of `lower` share: the facts about the tree, the numbers of conditions, and the places for the source map.

import type { Constant, SourceSpan } from '@fairlead/ir';
import type { NodeBase, NodeId } from '../ast/nodes.ts';
import type { Bindings } from '../names/bindings.ts';
import type { Types } from '../types/types.ts';

/** The state of lowering. */
export interface Lowering {
  readonly bindings: Bindings;
  readonly types: Types;
  /** The source map so far. */
  readonly places: Map<string, SourceSpan>;
  /** The number that the next condition gets; from 1. */
  nextCondition: number;
  /** How many splits so far share a key and a first arm; by both. */
  readonly splits: Map<string, number>;
}

/** A fresh start. */
export function startLowering(bindings: Bindings, types: Types): Lowering {
  return { bindings, types, places: new Map(), nextCondition: 1, splits: new Map() };
}

/** The same facts, with numbers and places of its own: to see what would come out, without leaving a trace. */
export function aside({ bindings, types }: Lowering): Lowering {
  return startLowering(bindings, types);
}

/** Notes where a part of the policy stands. */
export function place(key: string, node: NodeBase, lowering: Lowering): void {
  lowering.places.set(key, node.span);
}

/** The number of a condition, and its place. Call it before lowering what lies inside: parents come before children. */
export function conditionId(node: NodeBase, lowering: Lowering): number {
  const id = lowering.nextCondition;
  lowering.nextCondition += 1;
  place(`condition:${id}`, node, lowering);
  return id;
}

/** A fact that `resolve` or `check` must have found in a policy without errors. */
export function factOf<T>(facts: ReadonlyMap<NodeId, T>, id: NodeId, what: string): T {
  const fact = facts.get(id);
  if (fact === undefined) throw notFound(what);
  return fact;
}

/** The constant that stands for a literal, or for the name of a rep or a team. */
export function constantOf(id: NodeId, lowering: Lowering): Constant {
  return factOf(lowering.types.constants, id, 'the constant of a literal');
}

/** Our own fault: only policies without errors are lowered. */
export function notFound(what: string): Error {
  return new Error(`lower: ${what} is not there, in a policy without errors`);
}
