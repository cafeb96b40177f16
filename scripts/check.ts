// Turns the repository into a verdict: build, lint, boundaries, docs and tests, then one line `N passed, N failed`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Count, readCountLine, writeCountLine } from './count-reporter.ts';

const root: string = fileURLToPath(new URL('..', import.meta.url));

interface Step {
  readonly name: string;
  /** What Node runs, from the root. */
  readonly arguments: readonly string[];
}

/** Everything before the tests. Each runs, also after another failed, so that one run shows all there is to mend. */
const checks: readonly Step[] = [
  { name: 'build', arguments: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'lint', arguments: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'boundaries', arguments: ['scripts/boundaries.ts'] },
  { name: 'docs', arguments: ['--conditions=source', 'scripts/docs-check.ts'] },
];
const tests: Step = { name: 'tests', arguments: ['node_modules/vitest/vitest.mjs', 'run'] };

interface Finished {
  readonly exitCode: number;
  /** What it wrote to standard output, in order. */
  readonly lines: readonly string[];
}

async function check(): Promise<number> {
  const failed: string[] = [];
  for (const step of checks) {
    console.log(`\n> ${step.name}`);
    const { exitCode } = await runStep(step);
    if (exitCode !== 0) failed.push(step.name);
  }
  console.log(`\n> ${tests.name}`);
  const count = await runTests();
  if (failed.length > 0) console.log(`\nBesides the tests, this failed: ${failed.join(', ')}.`);
  console.log(writeCountLine({ passed: count.passed, failed: count.failed + failed.length }));
  return count.failed + failed.length === 0 ? 0 : 1;
}

/** Runs the tests. A run that fails, or dies, without a failed test to show for it counts as one failure. */
async function runTests(): Promise<Count> {
  const { exitCode, lines } = await runStep(tests);
  const count = lines.map(readCountLine).findLast((found) => found !== undefined) ?? { passed: 0, failed: 0 };
  return exitCode !== 0 && count.failed === 0 ? { passed: count.passed, failed: 1 } : count;
}

/** Runs one step and shows what it says, but for the tests' own count: the count that ends the run says it for all. */
function runStep(step: Step): Promise<Finished> {
  const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) };
  const child = spawn(process.execPath, [...step.arguments], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env });
  const lines: string[] = [];
  let rest = '';
  const take = (line: string, end: string): void => {
    lines.push(line);
    if (readCountLine(line) === undefined) process.stdout.write(`${line}${end}`);
  };
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) take(line, '\n');
  });
  return new Promise((resolve) => {
    child.on('error', (problem) => {
      console.error(problem.message);
      resolve({ exitCode: 1, lines });
    });
    child.on('close', (code) => {
      if (rest !== '') take(rest, '\n');
      resolve({ exitCode: code ?? 1, lines });
    });
  });
}

process.exitCode = await check();
