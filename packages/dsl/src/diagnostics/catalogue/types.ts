// The problems numbered FL3xx: types.

import { entry } from '../entry.ts';

export const typesEntries = {
  FL300: entry<{ readonly what: string }>({
    severity: 'error',
    title: 'Placeholder of the first draft; its owner replaces it',
    message: ({ what }) => what,
  }),
} as const;
