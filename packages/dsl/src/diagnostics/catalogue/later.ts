// The problems numbered FL9xx: later.

import type { Entries } from '../entry.ts';

/** The facts that each code's words need. */
export interface LaterParams {
  readonly FL900: { readonly what: string };
}

export const laterEntries: Entries<LaterParams> = {
  FL900: {
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  },
};
