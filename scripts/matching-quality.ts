// Pairs of company names that people have judged → how often our similarity and two well-known ones are right, at several thresholds.
//
// Run: node --conditions=source scripts/matching-quality.ts [folder]. The folder holds the two public sets that docs/reference/matching.md names; they are not
// part of the repository, and where they are absent this says so. Prints numbers only, as Markdown.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameLikeness } from '@fairlead/runtime/records';
import { parse } from 'csv-parse/sync';
import { distance } from 'fastest-levenshtein';
import { token_set_ratio } from 'fuzzball';

const FOLDER = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared', 'data', 'matching');
const THRESHOLDS = [70, 75, 80, 85, 90, 95, 100];

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

type Row = Readonly<Record<string, string>>;

/** Percent, from 0 to 100. */
const MEASURES: Readonly<Record<string, (a: string, b: string) => number>> = {
  'Fairlead (`names-1`)': (a, b) => nameLikeness(a, b) / 100,
  'fuzzball `token_set_ratio`': (a, b) => token_set_ratio(a, b),
  'fastest-levenshtein, as a share of the longer': (a, b) => {
    const [left, right] = [a.toLowerCase(), b.toLowerCase()];
    const longer = Math.max(left.length, right.length);
    return longer === 0 ? 0 : (100 * (longer - distance(left, right))) / longer;
  },
};

const judged = pairsOf('opensanctions_name_bench_cases.csv', (rows) =>
  rows
    .filter(({ schema }) => schema === 'Company' || schema === 'Organization')
    .map((row) => ({ a: row['name1'] ?? '', b: row['name2'] ?? '', same: row['is_match'] === 'true' })),
);
if (judged !== undefined) report('Judged pairs of names of companies and organisations (nomenklatura)', judged);

const owners = pairsOf('patstat_reference.csv', (rows) => {
  const clusters = new Map(rows.map((row) => [row['person_name'] ?? '', row['leuven_id'] ?? '']));
  const names = [...clusters.keys()].sort();
  return names.flatMap((a, index) =>
    names.slice(index + 1).map((b) => ({ a, b, same: clusters.get(a) === clusters.get(b) })),
  );
});
if (owners !== undefined) {
  report('All pairs of the spellings of patent applicants (patstat, hand-checked)', owners);
  lookUps('Each spelling looked up among all others: the best one found', owners);
}

/** The pairs of a file, or a word about its absence. */
function pairsOf(name: string, read: (rows: readonly Row[]) => readonly Pair[]): readonly Pair[] | undefined {
  const file = join(FOLDER, name);
  if (existsSync(file)) return read(parse(readFileSync(file, 'utf8'), { columns: true, bom: true }));
  console.log(`Skipped: ${name} is not here.\n`);
  return undefined;
}

/** Precision: of the pairs called the same, how many are. Recall: of the pairs that are the same, how many are called so. */
function report(title: string, pairs: readonly Pair[]): void {
  const same = pairs.filter((pair) => pair.same).length;
  console.log(`${title}: ${pairs.length} pairs, ${same} of them the same\n`);
  console.log(header());
  for (const [name, measure] of Object.entries(MEASURES)) {
    const scores = pairs.map(({ a, b }) => measure(a, b));
    const cells = THRESHOLDS.map((threshold) => {
      const called = pairs.filter((_, index) => (scores[index] ?? 0) >= threshold);
      const right = called.filter((pair) => pair.same).length;
      return `${share(right, called.length)} / ${share(right, same)}`;
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  console.log('');
}

/** Precision: of the names for which one was found, for how many the best is right. Recall: of those that have another spelling, for how many. */
function lookUps(title: string, pairs: readonly Pair[]): void {
  const findable = new Set(pairs.filter(({ same }) => same).flatMap(({ a, b }) => [a, b])).size;
  console.log(`${title}: ${findable} have another spelling\n`);
  console.log(header());
  for (const [name, measure] of Object.entries(MEASURES)) {
    const best = new Map<string, { readonly score: number; readonly same: boolean }>();
    for (const { a, b, same } of pairs) {
      const score = measure(a, b);
      for (const asked of [a, b]) {
        const known = best.get(asked);
        if (known === undefined || score > known.score) best.set(asked, { score, same });
      }
    }
    const cells = THRESHOLDS.map((threshold) => {
      const found = [...best.values()].filter(({ score }) => score >= threshold);
      const right = found.filter(({ same }) => same).length;
      return `${share(right, found.length)} / ${share(right, findable)}`;
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  console.log('');
}

function header(): string {
  return `| precision / recall from | ${THRESHOLDS.map((one) => `${one}%`).join(' | ')} |\n| --- |${THRESHOLDS.map(() => ' --- |').join('')}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(2);
}
