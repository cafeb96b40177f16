// The problems numbered FL4xx: missing.

import type { Entries } from '../entry.ts';

/** The facts that each code's words need. */
export interface MissingParams {
  readonly FL400: { readonly what: string };
}

export const missingEntries: Entries<MissingParams> = {
  FL400: {
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  },
};
