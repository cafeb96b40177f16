// The problems numbered FL2xx: names.

import { entry } from '../entry.ts';

export const namesEntries = {
  FL200: entry<{ readonly what: string }>({
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  }),
} as const;
