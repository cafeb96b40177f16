// fixtures/NAME.route → goldens/NAME.json (the policy, its tests) and goldens/NAME.map (every place of the source map).
// `UPDATE_GOLDENS=1` writes what comes out; read the difference before committing it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { policySchema, validatePolicy } from '@fairlead/ir';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { compileOk, prettyJson, textAt } from './support.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const goldens = new URL('./goldens/', import.meta.url);
const names = readdirSync(fixtures)
  .filter((file) => file.endsWith('.route'))
  .map((file) => file.slice(0, -'.route'.length));
const accepts = new Ajv2020({ strict: true, strictTypes: false }).compile(policySchema());

describe.each(names)('%s', (name) => {
  const compiled = compileOk({ [`${name}.route`]: readFileSync(new URL(`${name}.route`, fixtures), 'utf8') });
  const { policy, tests, sourceMap } = compiled;

  test('the policy', () => {
    checkGolden(`${name}.json`, `${prettyJson(tests.length === 0 ? { policy } : { policy, tests })}\n`);
  });

  test('the source map', () => {
    const lines = Object.entries(sourceMap).map(([key, span]) => `${key} → ${textAt(compiled, span)}`);
    checkGolden(`${name}.map`, `${lines.join('\n')}\n`);
  });

  test('it keeps every promise of the format', () => {
    expect(validatePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, policy });
    expect(accepts(policy), JSON.stringify(accepts.errors)).toBe(true);
  });
});

function checkGolden(name: string, text: string): void {
  const golden = new URL(name, goldens);
  if (process.env['UPDATE_GOLDENS'] !== undefined) {
    mkdirSync(goldens, { recursive: true });
    writeFileSync(golden, text);
  }
  expect(text).toBe(readFileSync(golden, 'utf8'));
}
