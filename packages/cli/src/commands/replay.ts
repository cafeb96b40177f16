// `fairlead replay`: a log of decisions → each made again from what it recorded, and compared byte for byte.
import { isEntry, type ReadEntry, readEntry } from '@fairlead/runtime';
import { done, EXIT, type ExitCode, failed, type Result } from '../exit-code.ts';
import { clean } from '../output/clean-text.ts';
import { progressLine } from '../output/progress.ts';
import { count } from '../output/words.ts';
import { openPolicy } from '../policy/open-policy.ts';
import { type Plans, plansOf } from '../replay/plans.ts';
import { replayDecision } from '../replay/replay-decision.ts';
import { openRows } from '../rows/read-rows.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface ReplayOptions {
  readonly policy?: string;
}

const MAX_TOLD = 10;

/** Replays a log: all decisions, whatever differs. Ends with 1 if any does, or if there is none. */
export async function runReplay(shell: Shell, name: string, options: ReplayOptions): Promise<ExitCode> {
  const plans = await plansFor(shell, name, options.policy);
  if (!plans.ok) return plans.exit;
  const log = await openRows(shell, name, 'decision', 'ndjson');
  if (!log.ok) return log.exit;
  const progress = progressLine(shell.err, log.value.bytes);
  let same = 0;
  let different = 0;
  let entries = 0;
  const tell = async (row: number, lead: string | undefined, differences: readonly string[]): Promise<void> => {
    different += 1;
    if (different > MAX_TOLD) return;
    await progress.clear();
    const whose = lead === undefined ? '' : ` (lead ${clean(lead)})`;
    const { paint } = shell.out;
    await shell.out.write(
      `${paint.red('✗')} line ${row}${whose}\n${differences.map((one) => `    ${clean(one)}\n`).join('')}`,
    );
  };
  for await (const batch of log.value.rows) {
    for (const row of batch) {
      if (row.kind === 'header') continue;
      if (row.kind === 'broken') {
        await tell(row.row, undefined, [row.what]);
        continue;
      }
      if (isEntry(row.raw)) {
        const read = readEntry(row.raw);
        if (read.kind === 'ok') entries += 1;
        else await tell(row.row, undefined, [damagedEntry(read)]);
        continue;
      }
      const { lead, differences } = replayDecision(plans.value, row.raw);
      if (differences.length === 0) same += 1;
      else await tell(row.row, lead, differences);
    }
    await progress.show(same + different, log.value.bytesRead());
  }
  await progress.clear();
  return verdict(shell, log.value.name, { same, different, entries });
}

/** What happened after decisions stands in the log too: it is read, and said where it is damaged. */
function damagedEntry({ place, expected, held }: ReadEntry & { readonly kind: 'bad' }): string {
  return `${place.replace(/^\./, '')} ${held === undefined ? 'is not there' : `is ${held}`}, and should be ${expected}.`;
}

interface Compared {
  readonly same: number;
  readonly different: number;
  readonly entries: number;
}

async function verdict(shell: Shell, name: string, { same, different, entries }: Compared): Promise<ExitCode> {
  const { paint } = shell.out;
  if (same + different === 0) return shell.problem(`There are no decisions in ${name}, so nothing was compared.`);
  if (different === 0) {
    const words = `${count(same, 'decision')} and ${same === 1 ? 'its explanation' : 'their explanations'} made again: every byte is the same.`;
    const beside = entries === 0 ? '' : `${count(entries, 'line')} of what happened since were read.\n`;
    await shell.out.write(`${paint.green(words)}\n${beside}`);
    return EXIT.ok;
  }
  if (different > MAX_TOLD) await shell.out.write(`… and ${count(different - MAX_TOLD, 'more line')}\n`);
  await shell.out.write(
    `${paint.red(`${different} of ${count(same + different, 'decision')} came out differently.`)}\n`,
  );
  return EXIT.problems;
}

async function plansFor(shell: Shell, name: string, policyName: string | undefined): Promise<Result<Plans>> {
  if (policyName === undefined) return done(plansOf(name === '-' ? undefined : shell.path(name), []));
  const policy = await openPolicy(shell, policyName);
  return policy.ok ? done(plansOf(undefined, [policy.value.plan])) : failed(policy.exit);
}
