// The problems numbered FL1xx: syntax.

import { entry } from '../entry.ts';

export const syntaxEntries = {
  FL100: entry<{ readonly what: string }>({
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  }),
} as const;
