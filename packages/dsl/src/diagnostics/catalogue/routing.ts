// The problems numbered FL5xx: routing.

import type { Entries } from '../entry.ts';

/** The facts that each code's words need. */
export interface RoutingParams {
  readonly FL500: { readonly what: string };
}

export const routingEntries: Entries<RoutingParams> = {
  FL500: {
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  },
};
