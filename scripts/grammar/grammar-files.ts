// The parser and its tokens → the files of grammar/ that are made from them, by name.
import { describeGrammar } from '../../packages/dsl/src/syntax/describe.ts';
import { printEbnf } from './ebnf.ts';
import { printRailroad } from './railroad.ts';
import { textMateGrammar } from './textmate.ts';
import { keywordsFile } from './words.ts';

export function grammarFiles(): ReadonlyMap<string, string> {
  const grammar = describeGrammar();
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  return new Map([
    ['fairlead.ebnf', printEbnf(grammar)],
    ['railroad.html', printRailroad(grammar)],
    ['keywords.json', json(keywordsFile(grammar))],
    ['fairlead.tmLanguage.json', json(textMateGrammar(grammar))],
  ]);
}
