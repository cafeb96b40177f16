// The problems numbered FL2xx: names.

import type { Entries } from '../entry.ts';

/** The facts that each code's words need. */
export interface NamesParams {
  readonly FL200: { readonly what: string };
}

export const namesEntries: Entries<NamesParams> = {
  FL200: {
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  },
};
