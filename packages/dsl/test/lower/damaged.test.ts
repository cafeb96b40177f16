// A policy with everything in it, with words taken out, doubled or exchanged: compiling never throws, and what still compiles keeps the promises of the IR.
import { readFileSync } from 'node:fs';
import { validatePolicy } from '@fairlead/ir';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lex } from '../../src/syntax/lexer.ts';
import { compileFiles } from './support.ts';

const texts = ['whole', 'stages', 'picking', 'givens'].map((name) =>
  readFileSync(new URL(`./fixtures/${name}.route`, import.meta.url), 'utf8'),
);

/** One change: a token goes, stands twice, or another one comes in its place: any, or one of the same kind (a name for a name, a number for a number). */
interface Damage {
  readonly kind: 'drop' | 'double' | 'exchange' | 'replace';
  readonly at: number;
  readonly with: number;
}

function damaged(text: string, changes: readonly Damage[]): string {
  const { tokens } = lex(text);
  const images = tokens.map(({ image }) => image);
  for (const { kind, at, with: other } of changes) {
    const index = at % images.length;
    const image = images[index] ?? '';
    if (kind === 'drop') images.splice(index, 1);
    else if (kind === 'double') images.splice(index, 0, image);
    else if (kind === 'exchange') images[index] = images[other % images.length] ?? image;
    else {
      const type = tokens.find((token) => token.image === image)?.tokenType;
      const alike = tokens.filter((token) => token.tokenType === type);
      images[index] = alike[other % alike.length]?.image ?? image;
    }
  }
  return images.join(' ');
}

test('one, two or three changes', () => {
  let compiledOnes = 0;
  const change = fc.record({
    kind: fc.constantFrom<Damage['kind'][]>('drop', 'double', 'exchange', 'replace', 'replace', 'replace'),
    at: fc.nat(5000),
    with: fc.nat(5000),
  });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 3 }), (text, changes) => {
      const { policy } = compileFiles({ 'policy.route': damaged(text, changes) });
      if (policy === undefined) return;
      compiledOnes += 1;
      expect(validatePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, policy });
    }),
    { seed: 31, numRuns: Number(process.env['RUNS'] ?? 400) },
  );
  expect(compiledOnes).toBeGreaterThan(10);
});
