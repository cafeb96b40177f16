// Any text parses to a tree and compiles to something without throwing, and what is wrong is said at places in the text.
import { compile, formatText, parse } from '@fairlead/dsl';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPolicyText } from '../../src/index.ts';

function survives(text: string): void {
  const source = { name: 'any.route', text, order: 0 };
  const { value, diagnostics } = parse(source);
  expect(value.kind).toBe('policy-file');
  const compiled = compile('any.route', (name) => (name === 'any.route' ? text : undefined));
  for (const { span } of [...diagnostics, ...compiled.diagnostics]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  expect(compiled.policy === undefined).toBe(compiled.diagnostics.some(({ severity }) => severity === 'error'));
  if (diagnostics.some(({ severity }) => severity === 'error')) expect(formatText(source).text).toBe(text);
}

test('a policy with mistakes in it', () => {
  fc.assert(fc.property(damagedPolicyText({ maxRules: 3, maxReps: 2 }), survives), { seed: 31, numRuns: 400 });
});

test('any text at all', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('{', '}', '(', '"', '#', '\n', 'a', '1', ' ', '.', ',') }),
  );
  fc.assert(fc.property(text, survives), { seed: 32, numRuns: 2000 });
});
