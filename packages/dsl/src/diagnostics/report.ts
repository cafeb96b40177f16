// A code, its parameters and a place → a diagnostic with its words.

import type { Span } from '../source/source.ts';
import { type Code, catalogue, type Params } from './catalogue.ts';
import type { Diagnostic, Fix, Related } from './diagnostic.ts';
import type { Entry } from './entry.ts';

/** Makes the diagnostic. `more` adds other places and repairs. */
export function report<C extends Code>(
  code: C,
  span: Span,
  params: Params<C>,
  more: { readonly related?: readonly Related[]; readonly fixes?: readonly Fix[] } = {},
): Diagnostic {
  const words: Entry<Params<C>> = catalogue[code];
  const hint = words.hint?.(params);
  return {
    code,
    severity: words.severity,
    message: words.message(params),
    ...(hint === undefined ? {} : { hint }),
    span,
    related: more.related ?? [],
    fixes: more.fixes ?? [],
  };
}

/** Text order; of two at one place the lower code first. Diagnostics of several files: by file name's code points first. */
export function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.span.file, b.span.file) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
