// The table of the page about rotation → compared with what three people and three leads come to.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../repository-files.ts';
import { fairlead } from './run-fairlead.ts';

const folder: string = mkdtempSync(join(tmpdir(), 'fairlead-rotation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const POLICY = `policy turns "Turns" { language 1 }
lead { id code }
team sales "Sales" {
  rep ana "Ana"
  rep ben "Ben"
  rep cem "Cem"
}
queue triage "Triage" { owner ana }
route {
  rule "Everybody"
    route to sales
  otherwise
    route to triage
}
`;
const PARTS = 232_792_560;

interface Row {
  readonly share: number;
  readonly before: number;
  readonly after: number;
}

test('the account of three people over three leads is as the page says', async () => {
  writeFileSync(join(folder, 'turns.route'), POLICY);
  writeFileSync(join(folder, 'leads.csv'), 'id\n1\n2\n3\n');
  const { out } = await fairlead(folder, ['route', 'turns.route', 'leads.csv', '--out', '-']);
  const rows = out
    .trim()
    .split('\n')
    .map((line) => {
      const { lead, outcome, attempts } = JSON.parse(line);
      const owed: readonly Row[] = attempts[0].pick.rows;
      const [before, after] = [owed.map((row) => row.before + row.share), owed.map((row) => row.after)];
      const name = `${outcome.rep.charAt(0).toUpperCase()}${outcome.rep.slice(1)}`;
      return [lead, ...before.map(leads), name, ...after.map(leads)].join(' | ');
    });
  const page = readFileSync(join(ROOT, 'docs/guide/rotation.md'), 'utf8');
  for (const row of rows) expect(page).toContain(`| ${row} |`);
});

/** Parts as the page writes leads: `−0.67`, `0`, `1`. */
function leads(parts: number): string {
  const text = (Math.abs(parts) / PARTS).toFixed(2).replace(/\.00$/, '');
  return parts < 0 ? `−${text}` : text;
}
