// fixtures/err/FL1nn-*.route → fixtures/err/FL1nn-*.txt: what a person reads whose text cannot be read as it is written.
// Those from FL200 on are in test/types.
import { besides, fixtures, golden } from '@fairlead/testkit';
import { describe, expect, test } from 'vitest';
import { applyFix } from '../../src/diagnostics/apply.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render.ts';
import { parse } from '../../src/syntax/parse.ts';

const all = fixtures(new URL('../fixtures/err/', import.meta.url), '.route').filter(({ name }) =>
  /^FL1\d\d-/.test(name),
);

function diagnose(name: string, text: string): readonly Diagnostic[] {
  return parse({ name, text, order: 0 }).diagnostics;
}

describe.each(all)('$file', (fixture) => {
  const code = fixture.name.slice(0, 5);
  const found = diagnose(fixture.file, fixture.text);
  const own = found.filter((diagnostic) => diagnostic.code === code);
  // The one that says "and so on" comes after a hundred others, which their own fixtures show.
  const shown = code === 'FL109' ? own : found;

  test('says what a person can read', () => {
    const text = shown.map((diagnostic) => renderDiagnostic(fixture.text, diagnostic)).join('\n');
    expect(text).toBe(golden(besides(fixture, '.txt'), text));
  });

  test('gives this problem and no other', () => {
    expect(own.length).toBeGreaterThan(0);
    expect(shown.filter((diagnostic) => diagnostic.code !== code).map(({ message }) => message)).toEqual([]);
  });

  test('every repair takes its problem away and brings no other', () => {
    for (const diagnostic of own) {
      for (const fix of diagnostic.fixes) {
        const left = diagnose(fixture.file, applyFix(fixture.text, fix));
        expect(left.length, `${fix.title}\n${left.map(({ message }) => message).join('\n')}`).toBeLessThan(
          found.length,
        );
      }
    }
  });

  test('with the first repair of each problem nothing is left', () => {
    let text = fixture.text;
    let left = found;
    for (let round = 0; round < 40 && left.some(({ fixes }) => fixes.length > 0); round += 1) {
      const [fix] = left.find(({ fixes }) => fixes.length > 0)?.fixes ?? [];
      if (fix === undefined) break;
      text = applyFix(text, fix);
      left = diagnose(fixture.file, text);
    }
    const withoutRepair = found.filter(({ fixes }) => fixes.length === 0).length;
    if (code !== 'FL109') expect(left.length, text).toBeLessThanOrEqual(withoutRepair);
  });
});
