// The packages and who may import whom. Whatever is not listed here is forbidden.

/** The scope that all packages share. */
export const SCOPE = '@fairlead/';

/** The private package that only tests import. It may import every other package. */
export const TESTKIT = 'testkit';

/** Package to the packages its sources may import. ARCHITECTURE.md says why each arrow that is missing is missing. */
export const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['ir', []],
  ['dsl', ['ir']],
  ['runtime', ['ir']],
  ['analysis', ['ir']],
  ['language-service', ['dsl', 'analysis', 'ir']],
  ['language-server', ['language-service']],
  ['cli', ['dsl', 'runtime', 'analysis', 'ir', 'language-server']],
  ['service', ['runtime', 'ir']],
  ['playground', ['dsl', 'runtime', 'analysis', 'language-service', 'ir']],
]);

/** Packages that decide: the same answer on every machine, so no file, clock, network, locale or randomness. */
export const PURE: ReadonlySet<string> = new Set(['ir', 'dsl', 'runtime', 'analysis']);

/** Folders of pure packages where a library's calendar and time zone work may use `Intl`. */
export const TIME_FOLDERS: readonly string[] = ['packages/runtime/src/time/'];
