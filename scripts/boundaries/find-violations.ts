// Turns the repository's files into what breaks its rules: arrows, circles, purity, entries, headers, length.
import { posix } from 'node:path';
import { ALLOWED, PURE, SCOPE, TESTKIT, TIME_FOLDERS } from './arrows.ts';
import { findCycles } from './cycles.ts';
import { type Manifest, readManifest } from './manifests.ts';
import { type Import, isNodeBuiltin, type ModuleFacts, readModule } from './read-module.ts';

/** A file longer than this fails. */
const MAX_LINES = 500;
/** A file longer than this is worth a second look. */
export const LONG_LINES = 400;

/** The rules by name. A violation says which one it breaks. */
export type Rule =
  | 'arrow'
  | 'cast'
  | 'cycle'
  | 'dependency'
  | 'entry'
  | 'header'
  | 'length'
  | 'package'
  | 'pure'
  | 'star'
  | 'syntax';

/** One broken rule at one place. */
export interface Violation {
  readonly rule: Rule;
  readonly file: string;
  /** The first line is 1. */
  readonly line: number;
  /** What is wrong and what to do instead. */
  readonly message: string;
}

/** One module with where it stands. */
interface Module {
  readonly path: string;
  /** The folder under packages/. */
  readonly folder: string;
  readonly isTest: boolean;
  readonly facts: ModuleFacts;
}

/**
 * Checks a repository given as path (from the root, with `/`) to text. It looks at each package's `package.json`, `src` and
 * `test`; everything else in the map is left alone. Violations come by file, then line, then rule.
 */
export function findViolations(files: ReadonlyMap<string, string>): readonly Violation[] {
  const manifests = new Map<string, Manifest>();
  const modules: Module[] = [];
  for (const [path, text] of files) {
    const [, folder, inside] = /^packages\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (folder === undefined || inside === undefined) continue;
    if (inside === 'package.json') manifests.set(folder, readManifest(folder, text));
    if (!/^(src|test)\/.*\.ts$/.test(inside)) continue;
    modules.push({ path, folder, isTest: inside.startsWith('test/'), facts: readModule(path, text) });
  }
  const entries = new Set([...manifests.values()].flatMap((manifest) => [...manifest.entries]));
  const found = [
    ...[...manifests.values()].flatMap((manifest) => checkManifest(manifest, modules)),
    ...modules.flatMap((module) => [...checkImports(module, manifests, entries), ...checkText(module)]),
    ...checkCycles(modules),
  ];
  return found.sort((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule));
}

function checkManifest(manifest: Manifest, modules: readonly Module[]): readonly Violation[] {
  const { folder } = manifest;
  const file = `packages/${folder}/package.json`;
  const allowed = allowedFor(folder, false);
  const found: Violation[] = [];
  const add = (rule: Rule, message: string): void => void found.push({ rule, file, line: 1, message });
  if (allowed === undefined) {
    add('package', `${folder} has no line in scripts/boundaries/arrows.ts: say there what it may import.`);
  }
  for (const [name, version] of [...manifest.dependencies, ...manifest.devDependencies]) {
    const exact = name.startsWith(SCOPE) ? version === 'workspace:*' : /^\d+\.\d+\.\d+/.test(version);
    if (!exact)
      add('dependency', `${name} is "${version}": pin it exactly (packages of this repository: workspace:*).`);
  }
  const imported = new Set(modules.filter((m) => m.folder === folder && !m.isTest).flatMap(importedPackages));
  for (const name of manifest.dependencies.keys()) {
    const other = inScope(name);
    if (other !== undefined && allowed !== undefined && !allowed.has(other)) add('arrow', arrowMessage(folder, other));
    if (!imported.has(name)) add('dependency', `${name} is a dependency and nothing in src imports it: remove it.`);
  }
  return found;
}

function checkImports(
  module: Module,
  manifests: ReadonlyMap<string, Manifest>,
  entries: ReadonlySet<string>,
): readonly Violation[] {
  const allowed = allowedFor(module.folder, module.isTest) ?? new Set<string>();
  const declared = manifests.get(module.folder)?.dependencies ?? new Map<string, string>();
  const found: Violation[] = [];
  for (const imported of module.facts.imports) {
    const { specifier, line } = imported;
    const add = (rule: Rule, message: string): void => void found.push({ rule, file: module.path, line, message });
    const other = inScope(specifier);
    if (specifier.startsWith('.')) {
      const problem = checkRelative(module, specifier, entries);
      if (problem !== undefined) add(...problem);
    } else if (other !== undefined) {
      if (other === module.folder && !module.isTest) add('entry', entryMessage(specifier));
      else if (other !== module.folder && !allowed.has(other)) add('arrow', arrowMessage(module.folder, other));
    } else if (!module.isTest) {
      const problem = checkForeign(module, imported, declared);
      if (problem !== undefined) add(...problem);
    }
  }
  return found;
}

function checkRelative(
  module: Module,
  specifier: string,
  entries: ReadonlySet<string>,
): readonly [Rule, string] | undefined {
  const target = posix.join(posix.dirname(module.path), specifier);
  if (!target.startsWith(`packages/${module.folder}/`)) {
    const [, other] = /^packages\/([^/]+)\//.exec(target) ?? [];
    if (other === undefined) return module.isTest ? undefined : ['arrow', `${specifier} lies outside of the package.`];
    return ['arrow', `${specifier} reaches into another package: import it by its name, ${SCOPE}${other}.`];
  }
  if (module.isTest) return undefined;
  if (entries.has(target)) return ['entry', entryMessage(specifier)];
  if (!target.startsWith(`packages/${module.folder}/src/`)) return ['arrow', `${specifier} lies outside of src.`];
  return undefined;
}

/** Names of date-fns that read the clock of the machine. */
const CLOCK_NAMES = /(Now|Today|Tomorrow|Yesterday)(Strict)?$|^is(Past|Future|This[A-Z]\w*)$/;

function checkForeign(
  module: Module,
  imported: Import,
  declared: ReadonlyMap<string, string>,
): readonly [Rule, string] | undefined {
  const { specifier, names } = imported;
  if (isNodeBuiltin(specifier)) {
    if (!PURE.has(module.folder)) return undefined;
    return ['pure', `${module.folder} runs in browsers and edge workers too: it may not import ${specifier}.`];
  }
  const name = packageName(specifier);
  if (!declared.has(name))
    return ['dependency', `${name} is not a dependency of ${module.folder}: add it there, pinned.`];
  const clock = PURE.has(module.folder)
    ? names.find((n) => name.startsWith('date-fns') && CLOCK_NAMES.test(n))
    : undefined;
  return clock === undefined ? undefined : ['pure', `${clock} reads the machine's clock: ${INSTANT_ADVICE}`];
}

const INSTANT_ADVICE = 'take the instant as an argument.';

function checkText(module: Module): readonly Violation[] {
  const { facts, path, isTest } = module;
  const found: Violation[] = [];
  const add = (rule: Rule, line: number, message: string): void => void found.push({ rule, file: path, line, message });
  for (const message of facts.syntaxErrors) add('syntax', 1, `This file could not be read: ${message}`);
  for (const { what, line } of facts.starExports)
    add('star', line, `${what}: list the names, so that the entry says what it offers.`);
  if (facts.lineCount > MAX_LINES && !path.endsWith('.gen.ts'))
    add('length', 1, `${facts.lineCount} lines: split it, one job a file (at most ${MAX_LINES}).`);
  if (isTest) return found;
  if (!facts.startsWithComment) add('header', 1, 'The first line says in a comment what this file turns into what.');
  for (const { what, line } of facts.unexplained)
    add('cast', line, `${what}: say beside it, or on the line above, why it holds.`);
  if (!PURE.has(module.folder)) return found;
  for (const { what, line } of facts.impure)
    add('pure', line, `${what}: the engines have no clock, chance, locale or eval; ${INSTANT_ADVICE}`);
  if (TIME_FOLDERS.some((folder) => path.startsWith(folder))) return found;
  for (const { what, line } of facts.intl)
    add(
      'pure',
      line,
      `${what} depends on the machine's locale data: it is allowed only in ${TIME_FOLDERS.join(', ')}.`,
    );
  return found;
}

function checkCycles(modules: readonly Module[]): readonly Violation[] {
  const graph = new Map(
    modules
      .filter((module) => !module.isTest)
      .map((module) => [module.path, module.facts.imports.flatMap((i) => resolveModule(module.path, i.specifier))]),
  );
  return findCycles(graph).map((cycle) => ({
    rule: 'cycle' as const,
    file: cycle[0] ?? '',
    line: 1,
    message: `These import each other, types included: ${cycle.join(' → ')}.`,
  }));
}

/** The module a specifier stands for, as a path from the root; empty for what is not of this repository. */
function resolveModule(from: string, specifier: string): readonly string[] {
  if (specifier.startsWith('.')) return [posix.join(posix.dirname(from), specifier)];
  if (!specifier.startsWith(SCOPE)) return [];
  const [folder, ...inside] = specifier.slice(SCOPE.length).split('/');
  return [posix.join('packages', folder ?? '', 'src', ...inside, 'index.ts')];
}

/** What a package may import, itself left out; undefined for a package that the table does not know. */
function allowedFor(folder: string, isTest: boolean): ReadonlySet<string> | undefined {
  if (folder === TESTKIT) return new Set(ALLOWED.keys());
  const allowed = ALLOWED.get(folder);
  return allowed === undefined ? undefined : new Set(isTest ? [...allowed, TESTKIT] : allowed);
}

function importedPackages(module: Module): readonly string[] {
  return module.facts.imports.map(({ specifier }) => packageName(specifier));
}

/** `@scope/name/deep` and `name/deep` without what lies deeper. */
function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The folder of a package of this repository that a specifier names. */
function inScope(specifier: string): string | undefined {
  return specifier.startsWith(SCOPE) ? packageName(specifier).slice(SCOPE.length) : undefined;
}

function arrowMessage(from: string, to: string): string {
  const allowed = [...(allowedFor(from, false) ?? [])];
  return `${from} may not import ${to} (it may import ${allowed.join(', ') || 'no other package'}).`;
}

function entryMessage(specifier: string): string {
  return `${specifier} is this package's own entry: import the file that has what you need.`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
