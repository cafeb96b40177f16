// Fixes change exactly what their edits say.
import { expect, test } from 'vitest';
import { applyEdits, applyFix } from '../../src/diagnostics/apply.ts';
import type { Edit } from '../../src/diagnostics/diagnostic.ts';

function edit(start: number, end: number, text: string, file: string = 'a.route'): Edit {
  return { span: { file, start, end }, text };
}

test('replaces, inserts and deletes, whatever the order of the edits', () => {
  const edits = [edit(10, 12, ''), edit(2, 4, 'is'), edit(0, 0, 'not ('), edit(13, 13, ')')];
  expect(applyEdits('a == b    cccc', edits)).toBe('not (a is b    c)c');
});

test('two inserts at one place keep their order', () => {
  expect(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')])).toBe('a12b');
});

test('edits of other files are left alone where a file is named', () => {
  const fix = { title: 'Rename', edits: [edit(0, 1, 'x'), edit(0, 1, 'y', 'b.route')] };
  expect(applyFix('a', fix, 'a.route')).toBe('x');
  expect(applyFix('a', fix, 'b.route')).toBe('y');
});

test('edits that overlap are our own fault', () => {
  expect(() => applyEdits('abc', [edit(0, 2, 'x'), edit(1, 3, 'y')])).toThrow('overlap');
});
