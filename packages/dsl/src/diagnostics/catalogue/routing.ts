// The problems numbered FL5xx: routing.

import { entry } from '../entry.ts';

export const routingEntries = {
  FL500: entry<{ readonly what: string }>({
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  }),
} as const;
