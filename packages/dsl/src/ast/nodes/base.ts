// The parts every node has: its id and span; names, comments, and what stands for text that could not be read.

import type { Span } from '../../source/source.ts';

declare const nodeIdBrand: unique symbol;

/** Unique in a policy: the file's order × 2^24 + the node's number in it, in the order in which the nodes were made. */
export type NodeId = number & { readonly [nodeIdBrand]: true };

/** What every node has. */
export interface NodeBase {
  readonly id: NodeId;
  readonly span: Span;
}

/** A lower-case name; `text` is empty where the name is missing (the parser has reported it). */
export interface Name extends NodeBase {
  readonly kind: 'name';
  readonly text: string;
}

/** Stands where something could not be read; the parser has reported why. */
export interface Broken extends NodeBase {
  readonly kind: 'broken';
}

/** A `#` comment, without the line end; `text` starts at `#`. Comments are not nodes: nothing refers to them. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
  /** True where only white space stands before it on its line. */
  readonly ownLine: boolean;
}
