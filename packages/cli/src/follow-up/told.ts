// What happened to leads → lines for people, up to so many.
import { type Advanced, type Plan, timelineLine } from '@fairlead/runtime';
import { clean } from '../output/clean-text.ts';
import { grouped } from '../output/words.ts';

/** Lines that are told when all is done. */
export interface Told {
  readonly add: (plan: Plan | undefined, advanced: Advanced) => void;
  /** With line breaks; empty where nothing happened. */
  readonly text: () => string;
}

const MAX_LINES = 200;

/** Nothing told yet. */
export function startTelling(): Told {
  const lines: string[] = [];
  let more = 0;
  return {
    add: (plan, { entry }) => {
      if (lines.length >= MAX_LINES) more += 1;
      else if (plan === undefined) lines.push(`${clean(entry.at)}  ${clean(entry.lead)}\n`);
      else {
        const { when, lead, words } = timelineLine(plan, entry);
        lines.push(`${when}  ${clean(lead)}  ${clean(words)}\n`);
      }
    },
    text: () => `${lines.join('')}${more === 0 ? '' : `… and ${grouped(more)} more\n`}`,
  };
}
