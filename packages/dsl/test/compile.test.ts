// Compiling as a whole: what comes out with and without problems, and that no text makes it throw.
import { readdirSync, readFileSync } from 'node:fs';
import { validatePolicy } from '@fairlead/ir';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFiles, compileOk } from './lower/support.ts';

const fixtures = new URL('./lower/fixtures/', import.meta.url);
const texts = readdirSync(fixtures)
  .filter((file) => file.endsWith('.route'))
  .map((file) => readFileSync(new URL(file, fixtures), 'utf8'));

const small = 'policy p "P" { language 1 }\nlead { id code }\nteam t "T" { rep r "R" }\nqueue q "Q" { owner r }\n';

test('a policy without errors has a policy, a hash, a map and tests', () => {
  const compiled = compileOk(
    `${small}route { otherwise route to q }\ntest "x" { at 2026-11-24T10:00:00Z lead { id "1" } expect queue q }`,
  );
  expect(compiled.policy.name).toBe('p');
  expect(compiled.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(compiled.tests.map(({ name }) => name)).toEqual(['x']);
  expect(compiled.files.map(({ name }) => name)).toEqual(['policy.route']);
});

test('tests do not change the hash', () => {
  const text = `${small}route { otherwise route to q }\n`;
  expect(compileOk(`${text}test "x" { at 2026-11-24T10:00:00Z lead { id "1" } expect queue q }`).hash).toBe(
    compileOk(text).hash,
  );
});

test('with an error there is no policy, and every stage still says what it sees', () => {
  const compiled = compileFiles({
    'a.route': `${small}route { rule "x" when size > nurture "y" otherwise route to z }`,
  });
  expect(compiled.policy).toBeUndefined();
  expect(compiled.hash).toBeUndefined();
  expect(compiled.sourceMap).toBeUndefined();
  expect(compiled.tests).toEqual([]);
  const families = new Set(compiled.diagnostics.map(({ code }) => code.slice(0, 3)));
  expect(families).toEqual(new Set(['FL1', 'FL2']));
});

test('a file that is not there is a problem, not a fault', () => {
  const compiled = compileFiles({});
  expect(compiled.files).toEqual([]);
  expect(compiled.diagnostics.map(({ code }) => code)).toEqual(['FL216']);
});

test('files are named in the order in which they are read', () => {
  const compiled = compileOk({
    'rules/main.route': `use "./b.route"\nuse "../a.route"\nroute { otherwise route to q }`,
    'rules/b.route': `use "../a.route"\n`,
    'a.route': small,
  });
  expect(compiled.files.map(({ name, order }) => `${order} ${name}`)).toEqual([
    '0 rules/main.route',
    '1 rules/b.route',
    '2 a.route',
  ]);
});

test('the deepest brackets that compile keep the promises of the IR', () => {
  const nested = (depth: number): string =>
    depth === 0 ? 'id is "x"' : `not (id is "${depth}" and ${nested(depth - 1)})`;
  const text = (depth: number): string =>
    `${small}route { rule "x" when ${nested(depth)} route to t weight { 2 when ${nested(depth)} } otherwise route to q }`;
  expect(validatePolicy(compileOk(text(50)).policy).ok).toBe(true);
  expect(compileFiles({ 'policy.route': text(51) }).policy).toBeUndefined();
});

test('no text makes it throw', () => {
  const words = [...new Set(texts.join('\n').match(/"[^"\n]*"|[a-z_]+|[0-9.]+|[^\s\w"]/g) ?? [])];
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const cut = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 40 }), fc.array(piece, { maxLength: 4 }));
  fc.assert(
    fc.property(cut, ([text, at, length, pieces]) => {
      const start = at % text.length;
      const changed = `${text.slice(0, start)} ${pieces.join(' ')} ${text.slice(start + length)}`;
      const compiled = compileFiles({ 'policy.route': changed });
      const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
      expect(compiled.policy === undefined).toBe(errors.length > 0);
    }),
    { seed: 13, numRuns: 600 },
  );
});
