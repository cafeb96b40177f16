// What stands behind `--fail-under` → how much has to be covered, and whether it is.
import { quoted } from '../../output/clean-text.ts';
import { COUNTED, type Coverage, PARTS, type PartName, percentOf } from './coverage.ts';

/** How much has to be covered, in percent: of one part, or of all that count together. */
export interface Demand {
  readonly part: PartName | 'everything';
  readonly percent: number;
}

/** The demands, or what is wrong with how they were written. */
export type ReadDemands =
  | { readonly ok: true; readonly demands: readonly Demand[] }
  | { readonly ok: false; readonly message: string };

/** Reads `90`, `90%` or `rules=100,conditions=80`. */
export function readDemands(text: string): ReadDemands {
  const demands: Demand[] = [];
  for (const piece of text.split(',')) {
    const [name, amount = piece] = piece.includes('=') ? piece.split('=', 2) : [];
    const part = PARTS.find((one) => one === name?.trim());
    const percent = percentFrom(amount);
    if (part === undefined && name !== undefined) {
      const message = `--fail-under knows no ${quoted(name.trim())}. It knows ${PARTS.join(', ')}: --fail-under rules=100,conditions=80.`;
      return { ok: false, message };
    }
    if (percent === undefined) {
      return {
        ok: false,
        message: `--fail-under ${quoted(piece.trim())} is no percent from 0 to 100. Write --fail-under 90.`,
      };
    }
    const demand = { part: part ?? ('everything' as const), percent };
    if (demands.some((one) => one.part === demand.part)) {
      const what = demand.part === 'everything' ? 'how much of everything' : `how much of ${demand.part}`;
      return { ok: false, message: `--fail-under says twice ${what} has to be covered. Say it once.` };
    }
    demands.push(demand);
  }
  return { ok: true, demands };
}

/** A sentence for each demand that is not met. */
export function shortfalls(coverages: readonly Coverage[], demands: readonly Demand[]): readonly string[] {
  return demands.flatMap(({ part, percent }) => {
    const covered = percentOf(coverages, part === 'everything' ? COUNTED : [part]);
    if (covered >= percent) return [];
    const what = part === 'everything' ? 'The tests cover' : `Of the ${part} the tests cover`;
    return [`${what} ${shownPercent(covered)}, and ${percent}% was asked for.`];
  });
}

/** Rounded down, so that 100% is all of it. */
export function shownPercent(percent: number): string {
  return `${Math.floor(percent + 1e-9)}%`;
}

function percentFrom(text: string): number | undefined {
  const match = /^\s*(\d{1,3}(?:\.\d{1,4})?)\s*%?\s*$/.exec(text);
  const percent = match === null ? Number.NaN : Number(match[1]);
  return percent >= 0 && percent <= 100 ? percent : undefined;
}
