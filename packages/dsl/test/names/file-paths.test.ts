// Paths as `use` writes them → file names, and back.
import { describe, expect, test } from 'vitest';
import { fileAt, pathProblem, pathTo, plainFile } from '../../src/names/file-paths.ts';

describe('the file that a path means', () => {
  test.each([
    ['main.route', './teams.route', 'teams.route'],
    ['main.route', 'teams.route', 'teams.route'],
    ['policies/main.route', './teams.route', 'policies/teams.route'],
    ['policies/main.route', '../shared/teams.route', 'shared/teams.route'],
    ['policies/main.route', './a/../b//c.route', 'policies/b/c.route'],
    ['main.route', '../teams.route', '../teams.route'],
    ['../a/main.route', '../../teams.route', '../../teams.route'],
    ['/srv/main.route', './teams.route', '/srv/teams.route'],
    ['/main.route', '../../teams.route', '/teams.route'],
  ])('%s uses "%s": %s', (from, path, file) => {
    expect(fileAt(from, path)).toBe(file);
  });

  test('the plain name of a file', () => {
    expect(plainFile('./a/./b/../c.route')).toBe('a/c.route');
    expect(plainFile('../a.route')).toBe('../a.route');
  });
});

test.each([
  ['policies/main.route', 'policies/teams.route', './teams.route'],
  ['policies/main.route', 'shared/teams.route', '../shared/teams.route'],
  ['main.route', 'a/b.route', './a/b.route'],
])('from %s to %s it is written "%s"', (from, to, path) => {
  expect(pathTo(from, to)).toBe(path);
});

test.each([
  ['', 'blank'],
  [' ', 'blank'],
  ['.\\teams.route', 'backslash'],
  ['/teams.route', 'absolute'],
  ['C:/teams.route', 'absolute'],
  ['https://acme.example/teams.route', 'absolute'],
  ['./teams.route', undefined],
  ['teams.route', undefined],
] as const)('"%s" is not followed because it is %s', (path, problem) => {
  expect(pathProblem(path)).toBe(problem);
});
