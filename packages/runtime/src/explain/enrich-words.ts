// Turns what enrichers came to into sentences: who said what, and who said nothing, came too late or failed.

import { assertNever } from '@fairlead/ir';
import type { EnrichResult, Issue } from '../decision.ts';
import type { EnrichTrace, FilledTrace } from './explanation.ts';
import type { Revisit } from './revisit.ts';
import { enumerated, showInstantFrom, showValue } from './show.ts';

/** In text order. */
export function traceEnrichers(seen: Revisit): readonly EnrichTrace[] {
  return seen.decision.enriched.map((result) => {
    const { enricher, provider, kind, asked, filled, issues } = result;
    return {
      enricher,
      provider,
      kind,
      ...(asked === undefined ? {} : { asked }),
      words: wordsOf(seen, result),
      filled: filled.map((field) => filledTrace(seen, field)),
      refused: issues.map((issue) => ({ field: issue.field, kind: issue.kind, words: refusedWords(issue) })),
    };
  });
}

function filledTrace({ plan, prepared }: Revisit, field: string): FilledTrace {
  const slot = plan.lead.slots.get(field);
  const known = slot === undefined ? undefined : plan.lead.fields[slot];
  const value = slot === undefined ? undefined : prepared.lead[slot];
  if (known === undefined || value === undefined) return { field, words: `${field} is not known any more` };
  return { field, words: known.private ? `${field} is private` : `${field} is ${showValue(plan, known.type, value)}` };
}

/** `employees was "about 200", which was not used; expected a whole number, such as 250` */
function refusedWords({ field, held, expected }: Issue): string {
  const said = held === undefined ? `${field} did not fit (private)` : `${field} was ${JSON.stringify(held)}`;
  return `${said}, which was not used; expected ${expected}`;
}

function wordsOf({ plan, decision }: Revisit, result: EnrichResult): string {
  const { enricher, provider, kind, asked, why, filled, issues } = result;
  const fill = plan.policy.enrichers.find(({ name }) => name === enricher)?.fill ?? [];
  const nothing = fill.length === 0 ? 'nothing was filled in' : `nothing of ${enumerated(fill)} was filled in`;
  const earlier =
    asked === undefined || asked === decision.at ? '' : `, asked at ${showInstantFrom(decision.at, asked)},`;
  switch (kind) {
    case 'answered':
      if (filled.length + issues.length > 0) return `${provider}${earlier} said:`;
      return `${provider}${earlier} knew nothing that was missing.`;
    case 'nothing':
      return `${provider}${earlier} knows nothing of this lead.`;
    case 'late':
      return `${provider} did not answer in time: ${nothing}.`;
    case 'failed':
      return `${provider} failed${why === undefined ? '' : ` (${why})`}: ${nothing}.`;
    case 'not-asked':
      return `${provider} was not asked${why === undefined ? '' : `: ${why}`}.`;
    default:
      return assertNever(kind);
  }
}
