// The problems numbered FL1xx: syntax.

import type { Entries } from '../entry.ts';

/** The facts that each code's words need. */
export interface SyntaxParams {
  readonly FL100: { readonly what: string };
}

export const syntaxEntries: Entries<SyntaxParams> = {
  FL100: {
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  },
};
