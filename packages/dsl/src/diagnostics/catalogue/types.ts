// The problems numbered FL3xx: types.

import type { Entries } from '../entry.ts';

/** The facts that each code's words need. */
export interface TypesParams {
  readonly FL300: { readonly what: string };
}

export const typesEntries: Entries<TypesParams> = {
  FL300: {
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  },
};
