// What must hold of every formatted text, in one place: one helper for all tests of the formatter.
import { expect } from 'vitest';
import type { Comment, PolicyFile } from '../../src/ast/nodes.ts';
import { formatText } from '../../src/format/format.ts';
import { parse } from '../../src/syntax/parse.ts';

/** Reads a text that has no mistake. */
export function read(text: string): PolicyFile {
  const { value, diagnostics } = parse({ name: 'test.route', text, order: 0 });
  expect(diagnostics, text).toEqual([]);
  return value;
}

/** Formats a text that has no mistake, and checks the laws: same tree, same comments, nothing left to do the second time. */
export function formatted(text: string): string {
  const before = read(text);
  const { text: once, diagnostics } = formatText({ name: 'test.route', text, order: 0 });
  expect(diagnostics).toEqual([]);
  const after = read(once);
  expect(outline(after), once).toBe(outline(before));
  expect(after.comments.map(commentText), once).toEqual(before.comments.map(commentText));
  expect(formatText({ name: 'test.route', text: once, order: 0 }).text).toBe(once);
  return once;
}

/** The tree without places, numbers of nodes and comments, as text. */
export function outline(file: PolicyFile): string {
  return JSON.stringify(file, (key, value: unknown) =>
    key === 'id' || key === 'span' || key === 'comments' ? undefined : value,
  );
}

function commentText({ text }: Comment): string {
  return text.trimEnd();
}
