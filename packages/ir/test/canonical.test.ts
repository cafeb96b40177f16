// Canonical JSON: the examples of RFC 8785, and the laws that hashes and replays stand on.
import { canonicalJson } from '@fairlead/ir';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the examples of RFC 8785', () => {
  test('numbers, texts and literals', () => {
    const value = {
      numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'),
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('keys go by UTF-16 units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    const order = Object.keys(JSON.parse(canonicalJson(value)));
    expect(order).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']);
  });
});

test('minus zero is zero, what is undefined is left out, half a surrogate pair is escaped', () => {
  expect(canonicalJson({ b: -0, a: undefined, c: '\ud800' })).toBe('{"b":0,"c":"\\ud800"}');
  expect(canonicalJson({})).toBe('{}');
  expect(canonicalJson([])).toBe('[]');
});

test('objects of many keys are in order too', () => {
  const keys = Array.from({ length: 40 }, (_, i) => String((i * 7) % 40));
  expect(Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [`k${key}`, 0])))))).toEqual(
    keys.map((key) => `k${key}`).sort(),
  );
});

test('every character is written as JSON.stringify writes it', () => {
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const text = String.fromCharCode(unit);
    if (canonicalJson(text) !== JSON.stringify(text)) expect(canonicalJson(text)).toBe(JSON.stringify(text));
  }
});

test('a key called __proto__ is a key', () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}');
});

test.each([[Number.NaN], [Infinity], [[undefined]], [1n], [() => 0], [undefined]])('%s is our own fault', (value) => {
  expect(() => canonicalJson(value)).toThrow();
});

test('any JSON comes back the same, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(shuffled(value))).toBe(text);
    }),
    { seed: 2, numRuns: 2000 },
  );
});

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inside]) => [key, shuffled(inside)]),
  );
}
