// How large a file of rules may be, and what to say of one that is larger.
import { quoted } from '../output/clean-text.ts';

/** Bytes, or UTF-16 units once it is text. Nobody writes so much by hand (about 90,000 rules), and reading far more would take all memory. */
export const MAX_POLICY_SIZE: number = 16 * 1024 * 1024;

/** One sentence on a table or list that a policy names, and that is too large. */
export function dataTooLarge(name: string): string {
  return `${quoted(name)} is larger than 16 MB, and a table or list of a policy may not be: all its rows are part of the policy.`;
}

/** One sentence on a file that is too large, and what was perhaps meant. */
export function tooLarge(name: string): string {
  return `${quoted(name)} is larger than 16 MB, and a file of rules may not be. Leads stand behind the policy: fairlead route POLICY LEADS.`;
}
