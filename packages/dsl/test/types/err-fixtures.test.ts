// fixtures/err/FLnnn-*.route → fixtures/err/FLnnn-*.txt: what a person reads. `UPDATE_GOLDENS=1` writes what comes out; read it before committing it.
// Codes from FL200 on; those of reading the text have a test of their own.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Compiled, compile } from '../../src/compile.ts';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import { applyEdits, renderDiagnostic } from '../../src/diagnostics/render.ts';

const folder = new URL('../fixtures/err/', import.meta.url);
const parts = readdirSync(new URL('parts/', folder)).map((file) => `parts/${file}`);
const names = readdirSync(folder)
  .filter((file) => /^FL[2-9]\d\d-.*\.route$/.test(file))
  .sort();

describe.each(names)('%s', (name) => {
  const code = name.slice(0, 5);
  const compiled = compileFixture(name);
  const own = compiled.diagnostics.filter((diagnostic) => diagnostic.code === code);

  test('says what a person can read', () => {
    const golden = new URL(name.replace(/route$/, 'txt'), folder);
    const text = compiled.diagnostics.map((one) => renderDiagnostic(textOf(compiled, one), one)).join('\n');
    if (process.env['UPDATE_GOLDENS'] !== undefined) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('gives this problem, and no other but that it does not run yet', () => {
    expect(own.length).toBeGreaterThan(0);
    const others = compiled.diagnostics.filter((one) => one.code !== code && !one.code.startsWith('FL9'));
    expect(others.map((one) => `${one.code} ${one.message}`)).toEqual([]);
  });

  test('every repair leaves one of them less, and a text that can be read', () => {
    for (const diagnostic of own) {
      for (const fix of diagnostic.fixes) {
        const repaired = compileFixture(name, diagnostic, fix);
        const left = repaired.diagnostics.map((one) => one.code);
        expect(
          left.filter((one) => one.startsWith('FL1')),
          fix.title,
        ).toEqual([]);
        expect(left.filter((one) => one === code).length, fix.title).toBeLessThan(own.length);
      }
    }
  });
});

function compileFixture(name: string, repaired?: Diagnostic, fix?: Fix): Compiled {
  const readFile = (file: string): string | undefined => {
    const url = new URL(file, folder);
    if (!existsSync(url)) return undefined;
    const text = readFileSync(url, 'utf8');
    return fix !== undefined && repaired?.span.file === file ? applyEdits(text, fix.edits) : text;
  };
  return compile(name, readFile, { listing: [...names, ...parts] });
}

function textOf({ files }: Compiled, { span }: Diagnostic): string {
  return files.find((file) => file.name === span.file)?.text ?? '';
}
