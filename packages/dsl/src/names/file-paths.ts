// A path as `use` and `list … from` write it, and the file it stands in → the name of the file that is meant.

/** Why a path is not followed. */
export type PathProblem = 'absolute' | 'backslash' | 'blank';

/** Says why a written path is not followed; undefined if it is. */
export function pathProblem(path: string): PathProblem | undefined {
  if (path.trim() === '') return 'blank';
  if (path.includes('\\')) return 'backslash';
  // `https://…`, `C:/…`
  return path.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path) ? 'absolute' : undefined;
}

/**
 * The file that a path means, read from the folder of the file `from`. `.` and `..` are worked out on the text alone; a `..` that
 * climbs above where `from` begins is kept, so that whoever reads the files sees it and decides.
 */
export function fileAt(from: string, path: string): string {
  return plainFile([...from.split('/').slice(0, -1), path].join('/'));
}

/** The same file without `.`, empty steps and `..` that can be worked out: `./a/../b.route` is `b.route`. */
export function plainFile(name: string): string {
  const root = name.startsWith('/') ? '/' : '';
  const segments: string[] = [];
  for (const segment of name.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '..' || root === '') segments.push(segment);
  }
  return root + segments.join('/');
}

/** The path that leads from the file `from` to the file `to`, as `use` would write it: `./teams.route`, `../shared.route`. */
export function pathTo(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  const up = here.slice(same).map(() => '..');
  return [...(up.length === 0 ? ['.'] : up), ...there.slice(same)].join('/');
}
