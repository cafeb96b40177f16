// A state that is about to be changed → the lock on it, or word of who has it.
import { done, failed, type Result } from '../exit-code.ts';
import { type Holder, type Lock, takeLock } from '../files/lock.ts';
import { settleJournal } from '../follow-up/journal.ts';
import { clean, quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';

const PATIENCE_MS = 30_000;

/** Waits up to half a minute for another run to end. */
export async function lockState(shell: Shell, state: string): Promise<Result<Lock>> {
  const file = quoted(state);
  const locked = await takeLock(shell.path(state), {
    stops: shell.stops,
    patienceMs: PATIENCE_MS,
    onWait: (holder) => shell.note(`Waiting for ${file}: ${who(holder)} is using it.`),
  });
  if (locked.ok) {
    settleJournal(shell.path(state));
    return done(locked.lock);
  }
  const message =
    `${file} is in use by ${who(locked.holder)}, and two at once would lose decisions.\n` +
    `Try again when that has ended. If nothing is running, delete ${quoted(`${state}.lock`)}.`;
  return failed(await shell.problem(message));
}

function who(holder: Holder | undefined): string {
  return holder === undefined ? 'another fairlead' : `process ${holder.pid} on ${clean(holder.host)}`;
}
