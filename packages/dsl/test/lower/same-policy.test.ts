// The hash of a policy is that of what it means: layout, comments, the order of declarations and the split into files do not change it.
import { readdirSync, readFileSync } from 'node:fs';
import { canonicalJson } from '@fairlead/ir';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../src/format/format.ts';
import { lex } from '../../src/syntax/lexer.ts';
import { compileOk } from './support.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const texts = readdirSync(fixtures)
  .filter((file) => file.endsWith('.route'))
  .map((file) => [file, readFileSync(new URL(file, fixtures), 'utf8')] as const);

describe.each(texts)('%s', (_, text) => {
  const { hash, policy, tests } = compileOk(text);

  test('compiling twice gives the same', () => {
    const again = compileOk(text);
    expect(canonicalJson(again.policy)).toBe(canonicalJson(policy));
    expect(again.tests).toEqual(tests);
  });

  test('formatting changes nothing', () => {
    const formatted = formatText({ name: 'policy.route', text, order: 0 }).text;
    expect(formatted).not.toBe('');
    expect(compileOk(formatted).hash).toBe(hash);
  });

  test('white space and comments change nothing', () => {
    const { tokens } = lex(text);
    const gap = fc.constantFrom(' ', '  ', '\n', '\r\n', '\t', ' # a comment\n', '\n\n');
    fc.assert(
      fc.property(fc.array(gap, { minLength: 20, maxLength: 40 }), (gaps) => {
        const spread = tokens.map(({ image }, i) => image + gaps[i % gaps.length]).join('');
        expect(compileOk(spread).hash).toBe(hash);
      }),
      { seed: 11, numRuns: 15 },
    );
  });

  test('the order of declarations and the files they stand in change nothing', () => {
    const blocks = declarationsOf(text);
    fc.assert(
      fc.property(fc.shuffledSubarray([...blocks.keys()], { minLength: blocks.length }), fc.nat(), (order, at) => {
        const shuffled = keepSomeInOrder(
          order.map((i) => blocks[i] ?? ''),
          blocks,
        );
        const cut = at % (blocks.length + 1);
        const files = {
          'policy.route': fileOf(['use "./rest/other.route"\n'], shuffled.slice(cut)),
          'rest/other.route': fileOf(['use "../third.route"\n'], shuffled.slice(cut >> 1, cut)),
          'third.route': fileOf([], shuffled.slice(0, cut >> 1)),
        };
        expect(compileOk(files).hash).toBe(hash);
      }),
      { seed: 12, numRuns: 25 },
    );
  });
});

/** The declarations of a text, cut where a top-level word stands at the start of a line. */
function declarationsOf(text: string): readonly string[] {
  const start =
    /^(?=(?:policy|lead|record|rep|list|define|calendar|team|queue|enrich|match|table|score|route|test) ?)/m;
  return text.split(new RegExp(start, 'gm')).filter((block) => !block.startsWith('#'));
}

/** `use` lines, then the policy block if it is among the declarations, then the others. */
function fileOf(uses: readonly string[], blocks: readonly string[]): string {
  const isPolicy = (block: string): boolean => block.startsWith('policy');
  return [...uses, ...blocks.filter(isPolicy), ...blocks.filter((block) => !isPolicy(block))].join('\n');
}

/** A score stands behind those that it reads, and of enrichers, matches and tables the order means something: these keep theirs in any shuffle. */
function keepSomeInOrder(shuffled: readonly string[], blocks: readonly string[]): readonly string[] {
  return ['score', 'enrich', 'match', 'table'].reduce((order, kind) => {
    const ofKind = (block: string): boolean => block.startsWith(`${kind} `);
    const inOrder = blocks.filter(ofKind);
    return order.map((block) => (ofKind(block) ? (inOrder.shift() ?? '') : block));
  }, shuffled);
}
