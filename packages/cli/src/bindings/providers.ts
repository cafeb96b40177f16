// A file that says which providers there are → those providers, ready to be asked. (ENRICH writes this.)
import type { Enrichment, LeadReading, Plan } from '@fairlead/runtime';
import { failed, type Result } from '../exit-code.ts';
import type { Shell } from '../shell.ts';

/** Providers that can be asked. */
export interface Providers {
  /** All that the file names, also those that the policy does not. */
  readonly names: readonly string[];
  /** Asks everybody whom the policy asks about this lead, side by side. Never rejects: who fails or is late has said so in the answer. */
  readonly ask: (reading: LeadReading, atMs: number) => Promise<Enrichment>;
  /** Writes what is kept for later runs, closes what is open. Called once, at the end. */
  readonly close: () => Promise<void>;
}

/** Opens the file. Tells what is wrong with it. */
export async function openProviders(shell: Shell, _plan: Plan, _file: string): Promise<Result<Providers>> {
  return failed(await shell.usage('--providers is not there yet.'));
}
