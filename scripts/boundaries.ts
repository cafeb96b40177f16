// Checks the repository's own rules (arrows, circles, purity, entries, headers, length) and says what breaks them.
import { findViolations, LONG_LINES } from './boundaries/find-violations.ts';
import { readRepository } from './repository-files.ts';

const files = readRepository((path) => /^packages\/[^/]+\/(package\.json|(src|test)\/.*\.ts)$/.test(path));
const violations = findViolations(files);

for (const [path, text] of files) {
  const lines = text.split('\n').length - 1;
  if (lines > LONG_LINES && path.includes('/src/')) console.log(`${path}: ${lines} lines. Is it still one job?`);
}
for (const { file, line, rule, message } of violations) console.error(`${file}:${line} [${rule}] ${message}`);
console.log(
  violations.length === 0
    ? `${files.size} files keep the rules.`
    : `${violations.length} places break the rules; ARCHITECTURE.md and STYLE.md say why they are there.`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
