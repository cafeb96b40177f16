// What providers said → the lead with its missing fields filled, and what each enricher came to.

import { type Enricher, formatInstant } from '@fairlead/ir';
import { isNothing, readField } from './read-fields.ts';
import { valueFor } from './read-value.ts';
import type { Scene } from './scene.ts';
import type { Fields, Known } from './values.ts';

/** What an enricher came to, as on the decision. */
export interface Enriched {
  readonly enricher: string;
  readonly provider: string;
  readonly kind: string;
  readonly asked?: string;
  readonly filled: readonly string[];
  readonly issues: readonly { readonly field: string; readonly kind: string; readonly fatal: boolean }[];
}

/** The first enricher in the text that fills a field wins. Keys are read from the lead as it was submitted. */
export function enrich(submitted: Scene): { readonly lead: Fields; readonly results: readonly Enriched[] } {
  const lead = new Map(submitted.lead);
  const results = submitted.policy.enrichers.map((enricher) => {
    const result = ask(submitted, lead, enricher);
    for (const [name, value] of result.values) lead.set(name, value);
    return result.said;
  });
  return { lead, results };
}

interface Answer {
  readonly said: Enriched;
  readonly values: ReadonlyMap<string, Known>;
}

function ask(submitted: Scene, lead: Fields, enricher: Enricher): Answer {
  const { provider, by, fill } = enricher;
  const none = { enricher: enricher.name, provider, filled: [], issues: [] };
  const answer = submitted.answers[enricher.name];
  // Providers are asked side by side: what another one fills is not known yet.
  const asked =
    answer !== undefined && valueFor(submitted, by) !== undefined && fill.some((field) => !submitted.lead.has(field));
  if (!asked) return { said: { ...none, kind: 'not-asked' }, values: new Map() };
  if (answer.kind !== 'answered') {
    const when = answer.kind === 'nothing' ? { asked: formatInstant(answer.askedAtMs) } : {};
    return { said: { ...none, kind: answer.kind, ...when }, values: new Map() };
  }
  const values = new Map<string, Known>();
  const issues: { field: string; kind: string; fatal: boolean }[] = [];
  for (const name of fill.filter((each) => !submitted.lead.has(each))) {
    const field = submitted.policy.lead.fields.find((each) => each.name === name);
    const given = answer.values[name];
    if (field === undefined || isNothing(given, submitted.policy.lead.blank)) continue;
    // `written` says how the leads' source writes; providers answer in the language's own way.
    const { written: _, ...plain } = field;
    const read = readField(
      { policy: submitted.policy, blank: submitted.policy.lead.blank, by: 'name' },
      plain,
      given,
      name,
    );
    const value = 'value' in read ? read.value : undefined;
    if (value !== undefined && !lead.has(name)) values.set(name, value);
    if ('wrong' in read) issues.push({ field: name, kind: read.wrong, fatal: false });
    if ('issues' in read) issues.push(...read.issues.map((issue) => ({ ...issue, fatal: false })));
  }
  const said = {
    ...none,
    kind: 'answered',
    asked: formatInstant(answer.askedAtMs),
    filled: [...values.keys()],
    issues,
  };
  return { said, values };
}
