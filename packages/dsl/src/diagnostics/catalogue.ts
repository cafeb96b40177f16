// Every problem the compiler can report: code → entry. Codes are stable: none is ever used again for something else.
// FL1xx reading the text · FL2xx names · FL3xx types · FL4xx missing values · FL5xx routing · FL6xx style · FL9xx not in this version yet

import { laterEntries } from './catalogue/later.ts';
import { missingEntries } from './catalogue/missing.ts';
import { namesEntries } from './catalogue/names.ts';
import { routingEntries } from './catalogue/routing.ts';
import { syntaxEntries } from './catalogue/syntax.ts';
import { typesEntries } from './catalogue/types.ts';
import type { Entry } from './entry.ts';

export const catalogue = { ...syntaxEntries, ...namesEntries, ...typesEntries, ...missingEntries, ...routingEntries, ...laterEntries } as const;

export type Code = keyof typeof catalogue;

/** The facts that the words of a code need. */
export type Params<C extends Code> = (typeof catalogue)[C] extends Entry<infer P> ? P : never;
