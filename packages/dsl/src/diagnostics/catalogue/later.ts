// The problems numbered FL9xx: later.

import { entry } from '../entry.ts';

export const laterEntries = {
  FL900: entry<{ readonly what: string }>({
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  }),
} as const;
