// Checks the repository's texts: links, forbidden words, codes, reasons for dependencies, and that every sample compiles.

import { sampleCompiler } from './docs/compile-sample.ts';
import { checkCodes, checkDependencies, checkLinks, checkWords, type Problem } from './docs/find-problems.ts';
import { checkSamples, findSamples } from './docs/samples.ts';
import { readRepository } from './repository-files.ts';

const files = readRepository((path) => !/\.(png|ico|woff2?)$/.test(path));
const folders = new Set([...files.keys()].flatMap(parents));
const samples = findSamples(files);
const compiler = sampleCompiler(files.get('scripts/docs/prelude.route') ?? '');

const problems: readonly Problem[] = [
  ...checkLinks(files, folders),
  ...checkWords(files),
  ...checkCodes(files),
  ...checkDependencies(files),
  ...checkSamples(samples, compiler),
];
for (const { file, line, message } of problems) console.error(`${file}:${line} ${message}`);
console.log(
  problems.length === 0
    ? `${files.size} texts and ${samples.length} samples are as they should be.`
    : `${problems.length} places in the texts need a hand.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The folders a file stands in, from the root. */
function parents(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}
