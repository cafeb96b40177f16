// Files that use each other → the files in reading order.
import { describe, expect, test } from 'vitest';
import { load } from '../../src/names/modules.ts';
import { parse } from '../../src/syntax/parse.ts';

function loaded(files: Readonly<Record<string, string>>, listing?: readonly string[]) {
  const [entry = ''] = Object.keys(files);
  return load(entry, { readFile: (name) => files[name], parse, ...(listing === undefined ? {} : { listing }) });
}

function order(files: Readonly<Record<string, string>>): readonly string[] {
  return loaded(files).value.files.map((file) => file.span.file);
}

describe('files', () => {
  test('a file stands after those that it uses, whoever used them first', () => {
    expect(
      order({
        'main.route': 'use "./a.route" use "./b.route"',
        'a.route': 'use "./shared.route"',
        'b.route': 'use "./shared.route"',
        'shared.route': '',
      }),
    ).toEqual(['shared.route', 'a.route', 'b.route', 'main.route']);
  });

  test('the file that was asked for has the order 0, the others that in which they were read', () => {
    const { sources } = loaded({ 'main.route': 'use "./a.route"', 'a.route': '' }).value;
    expect(sources.map(({ name, order: at }) => [name, at])).toEqual([
      ['main.route', 0],
      ['a.route', 1],
    ]);
  });

  test('a file may be asked for by a name with dots', () => {
    const files = { './main.route': 'use "./a.route"', 'a.route': 'use "main.route"' };
    expect(loaded(files).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'FL218 These files use each other in a circle: main.route → a.route → main.route.',
    ]);
  });

  test('a file can use itself only once', () => {
    expect(loaded({ 'main.route': 'use "./main.route"' }).diagnostics.map(({ code }) => code)).toEqual(['FL218']);
  });

  test('a file that is not there is reported where it is used, with the nearest that is', () => {
    const { diagnostics, value } = loaded({ 'p/main.route': 'use "./tems.route"' }, ['p/teams.route', 'p/teams.csv']);
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([['FL216', 'Did you mean "./teams.route"?']]);
    expect(value.files.map((file) => file.span.file)).toEqual(['p/main.route']);
  });

  test('without the first file there is nothing', () => {
    const { diagnostics, value } = load('none.route', { readFile: () => undefined, parse });
    expect(diagnostics.map(({ code, span }) => [code, span.file])).toEqual([['FL216', 'none.route']]);
    expect(value.files).toEqual([]);
  });

  test('lists get the texts of their files', () => {
    const { value } = loaded({ 'p/main.route': 'list a from "../data/a.csv"', 'data/a.csv': 'DE' });
    expect([...value.listTexts.values()]).toEqual(['DE']);
  });
});
