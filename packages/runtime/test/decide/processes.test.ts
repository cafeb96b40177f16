// The same decisions and explanations, byte for byte, in any process, time zone and language.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '@fairlead/ir';
import { expect, test } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import { renderText } from '../../src/explain/render-text.ts';
import { samples } from './samples.ts';

const PRINT = fileURLToPath(new URL('print-samples.ts', import.meta.url));

function printedBy(zone: string, language: string): string {
  return execFileSync(process.execPath, ['--conditions=source', PRINT], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
  });
}

test.each([
  ['Asia/Kolkata', 'tr_TR.UTF-8'],
  ['America/St_Johns', 'de_DE.UTF-8'],
])('in %s, %s', (zone, language) => {
  const { inbound, samples: all } = samples();
  const here = all.map(
    ({ name, decision }) => `${name} ${canonicalJson(decision)}\n${renderText(explain(inbound.plan, decision))}\n`,
  );
  expect(printedBy(zone, language)).toBe(here.join(''));
});
