// fixtures/NAME.in.route → fixtures/NAME.out.route. `UPDATE_GOLDENS=1` writes what comes out; read the difference before committing it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../src/format/format.ts';
import { formatted } from './laws.ts';

const folder = new URL('./fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.in.route'))
  .map((file) => file.slice(0, -'.in.route'.length));

describe('the one layout', () => {
  test.each(names)('%s', (name) => {
    const golden = new URL(`${name}.out.route`, folder);
    const once = formatted(readFileSync(new URL(`${name}.in.route`, folder), 'utf8'));
    if (process.env['UPDATE_GOLDENS'] !== undefined) writeFileSync(golden, once);
    expect(once).toBe(readFileSync(golden, 'utf8'));
  });
});

describe('what is around the text', () => {
  test('nothing stays nothing', () => {
    expect(formatted('')).toBe('');
    expect(formatted(' \r\n\t\n')).toBe('');
    expect(formatted('# only a comment')).toBe('# only a comment\n');
  });

  test('line ends become LF and a byte order mark goes', () => {
    expect(formatted('\ufeff# hi\r\nuse "a.route"  # one\r\n\r\n\r\nlist a =\r["b"]\r')).toBe(
      '# hi\nuse "a.route"  # one\n\nlist a = ["b"]\n',
    );
  });

  test('a text with a mistake stays as it is, and the mistake is named', () => {
    const text = 'list   a = ["b"\nlist b = ["c"]';
    const result = formatText({ name: 'test.route', text, order: 0 });
    expect(result.text).toBe(text);
    expect(result.diagnostics.length).toBeGreaterThan(0);
  });
});
