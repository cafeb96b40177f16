// Company names as people write them → the words they are compared by, and how alike two of them are.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyName } from '../../src/match/company-name.ts';
import { LEGAL_FORMS } from '../../src/match/legal-forms.ts';
import { distance, LIKE_FROM, likeness, nameLikeness, ratio } from '../../src/match/likeness.ts';
import { isWithin } from '../../src/match/within.ts';

const words = (text: string): string | undefined => companyName(text)?.words.join(' ');

test.each([
  ['The Müller & Söhne GmbH & Co. KG', 'muller sohne'],
  ['Rossi S.r.l.', 'rossi'],
  ['ROSSI SRL', 'rossi'],
  ['Rossi s. r. l.', 'rossi'],
  ['Construtora Silva Ltda', 'construtora silva'],
  ['Kowalski Sp. z o.o.', 'kowalski'],
  ['Kowalski Sp.z o.o. Sp.k.', 'kowalski'],
  ['Yıldız Holding A.Ş.', 'yildiz holding'],
  ['YILDIZ HOLDİNG ANONİM ŞİRKETİ', 'yildiz holding'],
  ['ΑΛΦΑ ΑΕ', 'αλφα'],
  ['Άλφα Α.Ε.', 'αλφα'],
  ['Οδυσσεύς ΕΠΕ', 'οδυσσευσ'],
  ['ООО "Ромашка"', 'ромашка'],
  ['Ромашка, ООО', 'ромашка'],
  ['株式会社青空', '青空'],
  ['青空株式会社', '青空'],
  ['㈱青空', '青空'],
  ['하늘 주식회사', '하늘'],
  ['北风有限公司', '北风'],
  ['Ｎｏｒｔｈｗｉｎｄ　Ｌｔｄ', 'northwind'],
  ['N. V. Zonnebloem', 'zonnebloem'],
  ['Z O N N V', 'zon'],
  ['A.B.C. Company', 'abc'],
  ['J.P. Vintner & Co.', 'jp vintner'],
  ['J P Vintner and Company', 'jp vintner'],
  ['O’Neill’s Ltd', 'oneills'],
  ['Café Société SAS', 'cafe societe'],
  ['Øst & Vest A/S', 'ost vest'],
  ['Ice Cream Scoop', 'ice cream scoop'],
  ['3-Point LLC', '3 point'],
  ['GmbH', 'gmbh'],
  ['The', 'the'],
  ['Co & Zentara', 'co zentara'],
])('%s is compared by the words %s', (text, expected) => {
  expect(words(text)).toBe(expected);
});

test('text without a letter or digit is no name', () => {
  for (const text of ['', ' ', '!!!', '—', '\u0301']) expect(companyName(text)).toBeUndefined();
});

test('every legal form of the table is taken off, behind the name or in front of it', () => {
  for (const { behind, before = [], joined = [] } of Object.values(LEGAL_FORMS)) {
    for (const form of behind) expect([form, words(`Zentara ${form}`)]).toEqual([form, 'zentara']);
    for (const form of before) expect([form, words(`${form} Zentara`)]).toEqual([form, 'zentara']);
    for (const form of joined) expect([form, words(`青空${form}`)]).toEqual([form, '青空']);
  }
});

test.each([
  ['Zentara GmbH', 'ZENTARA Gesellschaft mit beschränkter Haftung', 10_000],
  ['van der Bilt', 'Vanderbilt Corp.', 10_000],
  ['Silva & Rossi', 'Rossi and Silva', 9_700],
  ['Zentara', 'Zentarra', 8_750],
  ['Bank of Chima', 'Bank of China', 8_726],
  ['Bank of Chad', 'Bank of China', 6_181],
  ['Zentara', 'Fluxomat', 1_250],
  ['Zentara', '…', 0],
])('%s and %s are alike by %i', (a, b, expected) => {
  expect(nameLikeness(a, b)).toBe(expected);
  expect(nameLikeness(b, a)).toBe(expected);
});

const letter = fc.constantFrom(...'aaabbcde '.split(''));
const text = fc.array(letter, { maxLength: 14 }).map((letters) => letters.join(''));
const runs = { seed: 7, numRuns: 3_000 } as const;

test('the distance is that of the full table of all places', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(distance(a, b)).toBe(fullDistance(a, b));
    }),
    runs,
  );
});

test('whether two texts are within so many changes agrees with the distance', () => {
  const scratch = new Uint16Array(60);
  fc.assert(
    fc.property(text, text, fc.nat(6), (a, b, most) => {
      expect(isWithin(a, b, most, scratch)).toBe(fullDistance(a, b) <= most);
    }),
    runs,
  );
});

test('likeness is the same both ways, whole, within 0 and 10,000, and never above what the letters say', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [companyName(a), companyName(b)];
      if (left === undefined || right === undefined) return;
      const alike = likeness(left, right);
      expect(alike).toBe(likeness(right, left));
      expect(Number.isInteger(alike)).toBe(true);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(
        left.joined === right.joined
          ? 10_000
          : Math.max(ratio(left.joined, right.joined), ratio(left.sorted, right.sorted)),
      );
      expect(likeness(left, left)).toBe(10_000);
    }),
    runs,
  );
});

test('the normal form of a normal form is itself', () => {
  const names = fc.array(fc.constantFrom('Zentara', 'GmbH', '&', 'Co.', 'the', 'KG', 'S.p.A.', 'Müller', 'B', 'V'), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(names, (parts) => {
      const once = companyName(parts.join(' '));
      if (once === undefined) return;
      expect(once.joined).not.toBe('');
      expect(once.words.join('')).toBe(once.joined);
    }),
    runs,
  );
});

test('one published constant says from where names are alike', () => {
  expect(LIKE_FROM).toBe(8_000);
});

/** Written a second time, without shortcuts: optimal string alignment. */
function fullDistance(a: string, b: string): number {
  const cost: number[][] = [];
  const at = (row: number, column: number): number => cost[row]?.[column] ?? 0;
  for (let row = 0; row <= a.length; row += 1) {
    cost.push([]);
    for (let column = 0; column <= b.length; column += 1) {
      const place = cost[row];
      if (place === undefined) continue;
      if (row === 0 || column === 0) {
        place.push(row + column);
        continue;
      }
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, at(row - 2, column - 2) + 1);
      }
      place.push(least);
    }
  }
  return at(a.length, b.length);
}
