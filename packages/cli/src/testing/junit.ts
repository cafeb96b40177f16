// Results of tests → JUnit XML, which most build servers show.
import { clean } from '../output/clean-text.ts';
import type { Suite } from './run-suites.ts';
import type { TestResult } from './run-test.ts';

/** One `testsuite` a policy, one `testcase` a test, one `failure` for each expectation that was not met. Coverage has no place in it. */
export function suitesAsJunit(suites: readonly Suite[]): string {
  const results = suites.flatMap((suite) => suite.results);
  const inside = suites.map((suite) => {
    const cases = suite.results.map((result) => caseXml(result, suite)).join('');
    return `  <testsuite name=${attribute(suite.name)} ${counts(suite.results)}>\n${cases}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts(results)}>\n${inside.join('')}</testsuites>\n`;
}

function counts(results: readonly TestResult[]): string {
  const failing = results.filter(({ failures }) => failures.length > 0).length;
  return `tests="${results.length}" failures="${failing}"`;
}

function caseXml({ test, failures, outcome }: TestResult, { name, places }: Suite): string {
  const place = places.get(test.name);
  const where = place === undefined ? '' : ` file=${attribute(place.file)} line="${place.line}"`;
  const head = `    <testcase name=${attribute(test.name)} classname=${attribute(name)}${where}`;
  if (failures.length === 0) return `${head}/>\n`;
  const inside = failures.map(({ index, expected, got }) => {
    const at = place?.expectations[index];
    const text = `${at === undefined ? '' : `${at.file}:${at.line}: `}expected ${expected}, got ${got}. ${outcome}`;
    return `      <failure message=${attribute(`expected ${expected}, got ${got}`)}>${escaped(text)}</failure>\n`;
  });
  return `${head}>\n${inside.join('')}    </testcase>\n`;
}

function attribute(text: string): string {
  return `"${escaped(text)}"`;
}

/** Characters that XML may not hold become visible, as on a terminal. */
function escaped(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
