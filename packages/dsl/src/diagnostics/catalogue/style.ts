// The problems numbered FL6xx: style.

import type { Entries } from '../entry.ts';

/** The facts that each code's words need. */
export interface StyleParams {
  readonly FL600: { readonly what: string };
}

export const styleEntries: Entries<StyleParams> = {
  FL600: {
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  },
};
