// Turns the repository's texts into what is wrong with them: links that lead nowhere, words that may not stand there,
// dependencies without their reason.
import { posix } from 'node:path';
import { type Markdown, readMarkdown } from './markdown.ts';

/** Something wrong at one place. */
export interface Problem {
  readonly file: string;
  /** The first line is 1. */
  readonly line: number;
  /** What is wrong and what to do instead. */
  readonly message: string;
}

/** Where each dependency has its line. */
export const DEPENDENCIES_PAGE = 'docs/decisions/dependencies.md';

/** Finds links to files, folders or headings that do not exist. Addresses elsewhere are not followed. */
export function checkLinks(files: ReadonlyMap<string, string>, folders: ReadonlySet<string>): readonly Problem[] {
  const pages = new Map<string, Markdown>();
  for (const [file, text] of files) if (file.endsWith('.md')) pages.set(file, readMarkdown(text));
  const problems: Problem[] = [];
  for (const [file, page] of pages) {
    for (const { target, line } of page.links) {
      if (/^[a-z][a-z+.-]*:|^\/\//i.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const wanted = path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path)).replace(/\/$/, '');
      if (!files.has(wanted) && !folders.has(wanted)) {
        problems.push({ file, line, message: `${target} leads nowhere: there is no ${wanted}.` });
      } else if (anchor !== undefined && pages.get(wanted)?.anchors.has(anchor) === false) {
        problems.push({ file, line, message: `${target} leads nowhere: ${wanted} has no heading for #${anchor}.` });
      }
    }
  }
  return problems;
}

interface Forbidden {
  readonly pattern: RegExp;
  readonly message: string;
}

// Written so that this file does not hold what it looks for.
const FORBIDDEN: readonly Forbidden[] = [
  {
    pattern: /(?:^|[^A-Za-z0-9_.-])(\/(?:work|farm|tmp|home|root|Users)\/[\w.]*)/,
    message: 'names a folder of one machine: write a path from the root of the repository.',
  },
  {
    pattern: /(registry\.(?:npmjs|yarnpkg)[\w.]*|deb\.debian[\w.]*|\.library\/)/,
    message: 'names where packages came from: leave the host out.',
  },
];

/** Finds machine paths and registry hosts in any text file, and addresses in the lockfile. */
export function checkWords(files: ReadonlyMap<string, string>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [file, text] of files) {
    if (text.includes('\0')) continue;
    for (const [index, content] of text.split('\n').entries()) {
      const line = index + 1;
      for (const { pattern, message } of FORBIDDEN) {
        const [, found] = pattern.exec(content) ?? [];
        if (found !== undefined) problems.push({ file, line, message: `${found} ${message}` });
      }
      if (file === 'pnpm-lock.yaml' && content.includes('http')) {
        problems.push({ file, line, message: 'The lockfile holds names, versions and integrities, no addresses.' });
      }
    }
  }
  return problems;
}

/** Finds codes such as FL302 that no problem has: those there are stand in the catalogue of packages/dsl. */
export function checkCodes(files: ReadonlyMap<string, string>): readonly Problem[] {
  const known = new Set<string>();
  for (const [file, text] of files) {
    if (!file.startsWith(CATALOGUE)) continue;
    for (const [, code = ''] of text.matchAll(/^ {2}(FL\d{3}): (?!readonly)/gm)) known.add(code);
  }
  const problems: Problem[] = [];
  for (const [file, text] of files) {
    if (!file.endsWith('.md')) continue;
    for (const [index, content] of text.split('\n').entries()) {
      for (const [code] of content.matchAll(/\bFL\d{3}\b/g)) {
        if (known.has(code)) continue;
        problems.push({ file, line: index + 1, message: `There is no ${code}: see the catalogue in ${CATALOGUE}.` });
      }
    }
  }
  return problems;
}

const CATALOGUE = 'packages/dsl/src/diagnostics/catalogue/';

/** Compares every package.json with the page that says why each dependency is there: same names, same versions. */
export function checkDependencies(files: ReadonlyMap<string, string>): readonly Problem[] {
  const page = files.get(DEPENDENCIES_PAGE) ?? '';
  const listed = new Map<string, { readonly version: string; readonly line: number }>();
  for (const [index, content] of page.split('\n').entries()) {
    const [, name, version] = /^\|\s*`([^`]+)`\s*\|\s*([\d.]+)\s*\|\s*\S/.exec(content) ?? [];
    if (name !== undefined && version !== undefined) listed.set(name, { version, line: index + 1 });
  }
  const problems: Problem[] = [];
  const used = new Set<string>();
  for (const [file, text] of files) {
    if (!/^(packages\/[^/]+\/)?package\.json$/.test(file)) continue;
    for (const [name, version] of readVersions(text)) {
      used.add(name);
      if (listed.get(name)?.version === version) continue;
      const message = `${name} ${version} has no line in ${DEPENDENCIES_PAGE}: say there why it earns its place.`;
      problems.push({ file, line: 1, message });
    }
  }
  for (const [name, { line }] of listed) {
    if (used.has(name)) continue;
    problems.push({
      file: DEPENDENCIES_PAGE,
      line,
      message: `No package depends on ${name} any more: remove the line.`,
    });
  }
  return problems;
}

function readVersions(manifest: string): readonly (readonly [string, string])[] {
  const json: unknown = JSON.parse(manifest);
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  return Object.entries(json ?? {})
    .filter(([kind]) => kinds.includes(kind))
    .flatMap(([, versions]) => Object.entries(versions ?? {}))
    .map(([name, version]) => [name, String(version)] as const)
    .filter(([, version]) => !version.startsWith('workspace:'));
}
