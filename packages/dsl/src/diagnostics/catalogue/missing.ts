// The problems numbered FL4xx: missing.

import { entry } from '../entry.ts';

export const missingEntries = {
  FL400: entry<{ readonly what: string }>({
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  }),
} as const;
