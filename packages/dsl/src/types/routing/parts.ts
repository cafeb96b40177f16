// A rule's clauses → those of one kind.

import type { Clause, FallbackEntry } from '../../ast/nodes.ts';

/** The fallbacks of a rule in the order in which they are tried. */
export function fallbackOf(clauses: readonly Clause[]): readonly FallbackEntry[] {
  return clauses.flatMap((clause) => (clause.kind === 'fallback' ? clause.entries : []));
}

/** The words with which a clause begins. */
export function clauseWords(clause: Clause): string {
  switch (clause.kind) {
    case 'strategy':
      return 'by';
    case 'available-within':
      return 'available within';
    case 'even':
      return clause.what === 'off-duty' ? 'even off duty' : 'even over capacity';
    case 'notify':
      return clause.verb;
    default:
      return clause.kind;
  }
}
