// What stands behind --at → an instant.
import { parseInstant } from '@fairlead/runtime';
import { done, type Result } from '../exit-code.ts';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';
import { usableInstant } from './usable-instant.ts';

/** The instant in epoch milliseconds; now, to the second, where none was given. Tells what is wrong with one that is none. */
export async function instantOf(shell: Shell, at: string | undefined): Promise<Result<number>> {
  if (at === undefined) return done(Math.floor(shell.nowMs() / 1000) * 1000);
  const said = parseInstant(at);
  const atMs = usableInstant(said);
  if (atMs !== undefined) return done(atMs);
  const what = said === undefined ? 'is not an instant' : 'is too far away';
  const message = `--at ${quoted(at)} ${what}. Write date, time and offset: 2026-11-24T10:00:00+01:00.`;
  return { ok: false, exit: await shell.usage(message) };
}
