// The page for developers → its program, put together from its parts and run; what it prints stands at the end of the page.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMarkdown } from '../docs/markdown.ts';
import { ROOT } from '../repository-files.ts';

test('the program of the page runs and prints what the page says', () => {
  const { blocks } = readMarkdown(readFileSync(join(ROOT, 'docs/guide/in-a-program.md'), 'utf8'));
  const partsIn = (language: string): readonly string[] =>
    blocks.flatMap(({ info, text }) => (info[0] === language ? [text] : []));
  const printed = execFileSync(process.execPath, ['--conditions=source', '--input-type=module-typescript', '-'], {
    cwd: ROOT,
    input: partsIn('ts').join('\n'),
    encoding: 'utf8',
  });
  expect(printed.split('\n').map((line) => line.trimEnd())).toEqual([...(partsIn('text')[0] ?? '').split('\n'), '']);
});
