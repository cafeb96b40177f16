// A part of the tree → a text that is the same for parts that are written alike, wherever they stand.

import type { NodeBase } from '../../ast/nodes.ts';

/** Two parts with one shape mean the same in the same place. */
export function shapeOf(node: NodeBase): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key === 'id' || key === 'span' || key === 'raw' ? undefined : value,
  );
}
