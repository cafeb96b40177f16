// Results of tests → text for a terminal, and JSON for tools.
import { clean } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import type { Paint, Sink } from '../shell.ts';
import type { LinePlace } from './places.ts';
import { percentOf } from './reached/coverage.ts';
import { coverageLines } from './reached/coverage-text.ts';
import type { Suite } from './run-suites.ts';
import type { TestResult } from './run-test.ts';

/** For a terminal: every test in a line, and for one that fails what was expected and what there was. */
export function suitesAsText(suites: readonly Suite[], withCoverage: boolean, { paint }: Pick<Sink, 'paint'>): string {
  const blocks = suites
    .filter(({ results }) => results.length > 0)
    .map((suite) => suiteText(suite, withCoverage, paint));
  const results = suites.flatMap((suite) => suite.results);
  if (results.length === 0) return '';
  const failing = results.filter(({ failures }) => failures.length > 0).length;
  const verdict =
    failing === 0
      ? paint.green(results.length === 1 ? 'The test passed.' : `All ${results.length} tests passed.`)
      : paint.red(`${failing} of ${count(results.length, 'test')} failed.`);
  return `${blocks.join('\n')}\n${verdict}\n`;
}

function suiteText(suite: Suite, withCoverage: boolean, paint: Paint): string {
  const lines = [
    paint.bold(clean(suite.name)),
    ...suite.results.flatMap((result) => resultLines(result, suite, paint)),
  ];
  if (withCoverage) lines.push('', ...coverageLines(suite.coverage, paint));
  return `${lines.join('\n')}\n`;
}

function resultLines({ test, failures, outcome }: TestResult, { places }: Suite, paint: Paint): readonly string[] {
  const name = clean(test.name);
  if (failures.length === 0) return [`  ${paint.green('✓')} ${name}`];
  const place = places.get(test.name);
  const lines = failures.flatMap(({ index, expected, got }) => [
    `      ${paint.dim(`${placeText(place?.expectations[index])}`)}`,
    `        expected  ${paint.green(clean(expected))}`,
    `        got       ${paint.red(clean(got))}`,
  ]);
  return [`  ${paint.red('✗')} ${paint.bold(name)}`, ...lines, `      ${clean(outcome)}`];
}

function placeText(place: LinePlace | Partial<LinePlace> | undefined): string {
  return place?.file === undefined ? '' : `${clean(place.file)}:${place.line}`;
}

/** For tools: everything, in the order of the text. */
export function suitesAsJson(suites: readonly Suite[], withCoverage: boolean): string {
  const json = suites.map((suite) => ({
    file: suite.name,
    tests: suite.results.map(({ test, failures, outcome }) => {
      const place = suite.places.get(test.name);
      return {
        name: test.name,
        passed: failures.length === 0,
        ...(place === undefined ? {} : { file: place.file, line: place.line }),
        outcome,
        failures: failures.map(({ index, expected, got }) => ({ ...place?.expectations[index], expected, got })),
      };
    }),
    ...(withCoverage ? { coverage: { percent: percentOf([suite.coverage]), ...suite.coverage } } : {}),
  }));
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
