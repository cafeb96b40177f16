// The grammar passes the checks of its own parser: two words of lookahead, nothing that can be read in two ways.
import { expect, test } from 'vitest';
import { FileGrammar } from '../../src/syntax/grammar/file.ts';

test('the grammar is LL(2), without an ambiguity', () => {
  expect(() => new FileGrammar({ validated: true })).not.toThrow();
});
