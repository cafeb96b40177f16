// Runs what the README and the guide tell a reader to run, in order, and compares what is printed with what the page says.
// `UPDATE_GOLDENS=1` writes it into the page where the page has no `…`; read the difference before committing.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { edited, type Step, saysWhatIs, shown, stepsOf, withPrinted } from '../docs/console.ts';
import { policyAround, SAMPLE_FILE } from '../docs/fragments.ts';
import { findSamples } from '../docs/samples.ts';
import { ROOT, readRepository } from '../repository-files.ts';
import { fairlead } from './run-fairlead.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder as the repository's root is for a reader: with the examples. */
function readersFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-page-'));
  folders.push(folder);
  cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
  return folder;
}

function change(folder: string, step: Exclude<Step, { kind: 'run' }>): void {
  const file = join(folder, step.file);
  const text = edited(existsSync(file) ? readFileSync(file, 'utf8') : '', step);
  if (text === undefined) throw new Error(`line ${step.line}: ${step.file} has no such place`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const pages = [...readRepository((path) => path.endsWith('.md'))].filter(([, text]) => stepsOf(text).length > 0);

test('there are pages to run', () => {
  expect(pages.map(([path]) => path)).toContain('README.md');
});

test.each(pages)('%s prints what it says', async (path, text) => {
  const folder = readersFolder();
  let updated = text;
  const differences: string[] = [];
  const printed: (readonly [Extract<Step, { kind: 'run' }>, readonly string[]])[] = [];
  for (const step of stepsOf(text)) {
    if (step.kind !== 'run') {
      change(folder, step);
      continue;
    }
    const { out, err } = await fairlead(folder, step.argv);
    const lines = shown(out + err);
    if (!saysWhatIs(shown(step.printed.join('\n')), lines)) {
      differences.push(`${path}:${step.line}\n${lines.join('\n')}`);
      printed.unshift([step, lines]);
    }
  }
  if (process.env['UPDATE_GOLDENS'] === undefined) {
    expect(differences.join('\n\n')).toBe('');
    return;
  }
  for (const [step, lines] of printed) {
    expect(step.printed, 'lines left out with … are for a person to write anew').not.toContain('…');
    updated = withPrinted(updated, step, lines);
  }
  writeFileSync(join(ROOT, path), updated);
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(updated);
});

const prelude = readFileSync(join(ROOT, 'scripts/docs/prelude.route'), 'utf8');
const withTests = findSamples(readRepository((path) => /^docs\/(reference|guide)\//.test(path))).filter(
  ({ kind, expects, text }) => kind !== 'part' && expects.kind === 'nothing' && /^test "/m.test(text),
);

test.each(withTests)('$file:$line: the tests in the sample pass', async ({ text, kind }) => {
  const folder = readersFolder();
  const files =
    kind === undefined || kind === 'whole' || kind === 'part'
      ? [[SAMPLE_FILE, text] as const]
      : policyAround(text, kind, prelude);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const { out, err } = await fairlead(folder, ['test', SAMPLE_FILE]);
  expect(out + err).toContain('passed');
});
