// The problems numbered FL7xx: decision tables, as they are declared and in their files.

import type { ProblemWords } from '@fairlead/ir';
import type { Entries, Entry } from '../entry.ts';
import { didYouMean } from '../phrases.ts';

/** What is wrong in a file is said by the words that the IR's package has for it: they are the same wherever tables are read. */
interface InFile {
  readonly words: ProblemWords;
}

/** The facts that each code's words need. */
export interface TablesParams {
  readonly FL701: { readonly path: string; readonly table: string; readonly suggestion: string | undefined };
  readonly FL703: { readonly column: string; readonly one: string; readonly other: string };
  readonly FL704: { readonly key: string; readonly type: string };
  readonly FL705: { readonly why: 'open-quote' | 'quote' | 'unreadable' | 'empty' };
  readonly FL706: InFile;
  readonly FL707: InFile;
  readonly FL708: InFile;
  readonly FL710: InFile;
  readonly FL711: InFile;
  readonly FL712: InFile;
  readonly FL713: InFile;
  readonly FL714: InFile;
  readonly FL715: InFile;
  readonly FL716: InFile;
  readonly FL717: InFile;
  readonly FL718: InFile;
  readonly FL719: InFile;
  readonly FL720: { readonly more: number };
}

/** Their words. */
export const tablesEntries: Entries<TablesParams> = {
  FL701: {
    severity: 'error',
    title: 'File of a table not found',
    message: ({ path, table }) => `There is no file "${path}", and the rows of \`${table}\` should come from it.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ?? 'Write the path from the folder of this file, as in `"./territories.csv"`.',
  },
  FL703: {
    severity: 'error',
    title: 'Column that is read twice',
    message: ({ column, one, other }) => `\`${one}\` and \`${other}\` are both read from the column "${column}".`,
    hint: () => 'Say which other column one of them has, with `from`.',
  },
  FL704: {
    severity: 'error',
    title: 'Key that cannot be compared',
    message: ({ key, type }) => `The key \`${key}\` is ${type}, and a cell says one value.`,
    hint: () => 'Take a key that is text, a number, a date, a flag, a rep or a team.',
  },
  FL705: {
    severity: 'error',
    title: 'File of a table that cannot be read',
    message: ({ why }) => unreadable[why],
    hint: ({ why }) => readable[why],
  },
  FL706: inFile('Column that is not there'),
  FL707: inFile('Two columns with one name'),
  FL708: { ...inFile('Table without rows'), severity: 'warning' },
  FL710: inFile('Row with too few or too many cells'),
  FL711: inFile('File that is not UTF-8'),
  FL712: inFile('Blank cell of a key'),
  FL713: inFile('Cell that a spreadsheet has changed'),
  FL714: inFile('Cell that does not say what fits'),
  FL715: inFile('Range that means nothing'),
  FL716: inFile('Cell of another type'),
  FL717: inFile('Cell with a choice that does not exist'),
  FL718: inFile('Cell with a rep or team that does not exist'),
  FL719: inFile('Blank cell of what a table gives'),
  FL720: {
    severity: 'error',
    title: 'More problems in a table',
    message: ({ more }) => `And ${more} more ${more === 1 ? 'problem' : 'problems'} in this file, from here on.`,
    hint: () => 'Mend those above first: many mistakes in a table are one mistake many times.',
  },
};

function inFile(title: string): Entry<InFile> {
  return { severity: 'error', title, message: ({ words }) => words.message, hint: ({ words }) => words.hint };
}

type Why = TablesParams['FL705']['why'];

const unreadable: { readonly [W in Why]: string } = {
  'open-quote': 'A double quote opens here or below and is never closed, so nobody can say where this row ends.',
  quote: 'A double quote in this row is neither at the beginning nor at the end of a cell.',
  unreadable: 'From here on the file cannot be read as a table.',
  empty: 'The file of this table is empty: it does not even name the columns.',
};

const readable: { readonly [W in Why]: string } = {
  'open-quote': 'Close it; a quote that belongs to a cell is doubled, and the whole cell stands in quotes.',
  quote: 'Put the whole cell into quotes and double those inside: "5"" disk".',
  unreadable: 'Save it again as “CSV UTF-8”.',
  empty: 'Let its first line name the columns, and each other line be a row.',
};
