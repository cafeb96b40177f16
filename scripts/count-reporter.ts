// Turns a finished test run into one last line, `N passed, N failed`, and such a line back into its numbers.
import type { Reporter, TestModule } from 'vitest/node';

/** What a run comes to: tests that passed, and tests, files and stray errors that failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const COUNT_LINE = /^(\d+) passed, (\d+) failed$/;

/** The one line that ends a run, without a line end. */
export function writeCountLine(count: Count): string {
  return `${count.passed} passed, ${count.failed} failed`;
}

/** Reads what {@link writeCountLine} wrote; undefined for any other line. */
export function readCountLine(line: string): Count | undefined {
  const [, passed, failed] = COUNT_LINE.exec(line) ?? [];
  return passed === undefined || failed === undefined ? undefined : { passed: Number(passed), failed: Number(failed) };
}

/**
 * Counts a run. A file that could not be loaded, and an error outside of every test, each count as one failure,
 * so that a run that went wrong never ends with `0 failed`.
 */
export function countRun(modules: readonly TestModule[], strayErrors: number): Count {
  let passed = 0;
  let failed = strayErrors;
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      if (state === 'failed') failedHere += 1;
    }
    failed += failedHere > 0 || module.ok() ? failedHere : 1;
  }
  return { passed, failed };
}

/** The reporter. It prints at the very end of the process, after all the others have spoken. */
export const countReporter: Reporter = {
  onTestRunEnd(modules, errors) {
    const count = countRun(modules, errors.length);
    process.once('exit', () => process.stdout.write(`${writeCountLine(count)}\n`));
  },
};
