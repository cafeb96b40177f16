// `contains "CTO"` → short words in capitals are also part of longer words: "Director".

import type { Comparison, Listing, Test, TextLiteral, Value } from '../../ast/nodes.ts';
import { type Checking, problem, rewrite } from '../checking.ts';
import { namedList } from '../members.ts';

type TextTest = Extract<Test, { readonly kind: 'text' }>;

/** Warns of the first short word in capitals that `contains` looks for. */
export function checkAcronyms({ value }: Comparison, { verb, several, span }: TextTest, checking: Checking): void {
  if (verb !== 'contains') return;
  const texts = several.quantifier === 'one' ? [several.value] : itemsOf(several.of, checking);
  const found = texts.find((item): item is TextLiteral => item.kind === 'text-literal' && isAcronym(item.value));
  if (found === undefined) return;
  const verbSpan = { ...span, start: value.span.end, end: span.end };
  const start = span.start;
  const fixes = [rewrite({ ...verbSpan, start, end: start + 'contains'.length }, 'mentions')];
  const at = several.quantifier === 'one' ? several.value.span : several.of.span;
  problem('FL601', at, { word: found.value, example: examples.get(found.value) }, checking, { fixes });
}

type Several = Extract<TextTest['several'], { readonly of: unknown }>['of'];

function itemsOf(of: Several, checking: Checking): readonly (Value | Listing['items'][number])[] {
  const listing: Listing | undefined = of.kind === 'listing' ? of : listingOf(of, checking);
  return listing?.items ?? [];
}

function listingOf(of: Exclude<Several, Listing>, checking: Checking): Listing | undefined {
  const list = of.kind === 'reading' ? namedList(of, checking) : undefined;
  return list?.body?.kind === 'listing' ? list.body : undefined;
}

/** Two to four capitals. */
function isAcronym(text: string): boolean {
  return /^[A-Z]{2,4}$/.test(text.trim());
}

/** Longer words that hold them. */
const examples: ReadonlyMap<string, string> = new Map([
  ['AE', 'Michael'],
  ['AI', 'Maintenance'],
  ['AT', 'Data'],
  ['CEO', 'Oceonics'],
  ['CFO', 'Micfo'],
  ['CIO', 'Precious'],
  ['CMO', 'Tacmon'],
  ['COO', 'Coordinator'],
  ['CTO', 'Director'],
  ['DE', 'Sweden'],
  ['HR', 'Three'],
  ['IT', 'Digital'],
  ['PM', 'Development'],
  ['PR', 'Product'],
  ['QA', 'Qatar'],
  ['UK', 'Ukraine'],
  ['US', 'Business'],
  ['VP', 'MVP'],
]);
