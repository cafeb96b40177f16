// Every problem the compiler can report: code → entry. Codes are stable: none is ever used again for something else.
// FL1xx reading the text · FL2xx names · FL3xx types · FL4xx missing values · FL5xx routing · FL6xx style · FL7xx rows of tables

import { type DeclarationsParams, declarationsEntries } from './catalogue/declarations.ts';
import { type MissingParams, missingEntries } from './catalogue/missing.ts';
import { type NamesParams, namesEntries } from './catalogue/names.ts';
import { type RoutingParams, routingEntries } from './catalogue/routing.ts';
import { type StagesParams, stagesEntries } from './catalogue/stages.ts';
import { type StyleParams, styleEntries } from './catalogue/style.ts';
import { type SyntaxParams, syntaxEntries } from './catalogue/syntax.ts';
import { type TablesParams, tablesEntries } from './catalogue/tables.ts';
import { type TypesParams, typesEntries } from './catalogue/types.ts';
import type { Entries } from './entry.ts';

/** The facts that the words of each code need. */
export interface ParamsByCode
  extends SyntaxParams,
    NamesParams,
    TypesParams,
    DeclarationsParams,
    MissingParams,
    RoutingParams,
    StagesParams,
    StyleParams,
    TablesParams {}

/** Every code there is. */
export type Code = keyof ParamsByCode;

/** The facts that the words of a code need. */
export type Params<C extends Code> = ParamsByCode[C];

/** The entries of all codes. */
export const catalogue: Entries<ParamsByCode> = {
  ...syntaxEntries,
  ...namesEntries,
  ...typesEntries,
  ...declarationsEntries,
  ...missingEntries,
  ...routingEntries,
  ...stagesEntries,
  ...styleEntries,
  ...tablesEntries,
};
