// fixtures/err/FLnnn-*.route from FL200 on → fixtures/err/FLnnn-*.txt: what a person reads whose policy can be read and does not fit together.
// Those of reading the text are in test/syntax.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { besides, fixtures, golden } from '@fairlead/testkit';
import { describe, expect, test } from 'vitest';
import { type Compiled, compile } from '../../src/compile.ts';
import { applyFix } from '../../src/diagnostics/apply.ts';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render.ts';

const folder = new URL('../fixtures/err/', import.meta.url);
const all = fixtures(folder, '.route').filter(({ name }) => /^FL[2-9]\d\d-/.test(name));
const listing = [
  ...all.map(({ file }) => file),
  ...readdirSync(new URL('parts/', folder)).map((file) => `parts/${file}`),
];

describe.each(all)('$file', (fixture) => {
  const code = fixture.name.slice(0, 5);
  const compiled = compileFixture(fixture.file);
  const own = compiled.diagnostics.filter((diagnostic) => diagnostic.code === code);

  test('says what a person can read', () => {
    const text = compiled.diagnostics.map((one) => renderDiagnostic(textOf(compiled, one), one)).join('\n');
    expect(text).toBe(golden(besides(fixture, '.txt'), text));
  });

  test('gives this problem, and no other', () => {
    expect(own.length).toBeGreaterThan(0);
    // The one that says how many more there are comes behind twenty of them.
    const others = compiled.diagnostics.filter((one) => one.code !== code && code !== 'FL720');
    expect(others.map((one) => `${one.code} ${one.message}`)).toEqual([]);
  });

  test('every repair leaves one of them less, and a text that can be read', () => {
    for (const diagnostic of own) {
      for (const fix of diagnostic.fixes) {
        const left = compileFixture(fixture.file, diagnostic, fix).diagnostics.map((one) => one.code);
        const unread = left.filter((one) => one.startsWith('FL1'));
        expect(unread, fix.title).toEqual([]);
        expect(left.filter((one) => one === code).length, fix.title).toBeLessThan(own.length);
      }
    }
  });
});

/** Compiles a fixture; with a fix, after that has been carried out on the file of its diagnostic. */
function compileFixture(name: string, repaired?: Diagnostic, fix?: Fix): Compiled {
  const readFile = (file: string): string | undefined => {
    const url = new URL(file, folder);
    if (!existsSync(url)) return undefined;
    const text = readFileSync(url, 'utf8');
    return fix !== undefined && repaired?.span.file === file ? applyFix(text, fix, file) : text;
  };
  return compile(name, readFile, { listing });
}

function textOf({ files }: Compiled, { span }: Diagnostic): string {
  return files.find((file) => file.name === span.file)?.text ?? '';
}
