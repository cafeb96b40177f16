// The words that name types, and what people write for them who know other languages.

/** Types that stand as one word. */
const plainTypes = [
  'text',
  'code',
  'email',
  'number',
  'count',
  'flag',
  'date',
  'time',
  'signals',
  'ratings',
  'rep',
  'team',
] as const;

/** A type that stands as one word. */
export type PlainType = (typeof plainTypes)[number];

/** All words that no record can be called, because a type begins with them. */
export const builtInTypes: ReadonlySet<string> = new Set<string>([...plainTypes, 'money', 'list']);

/** Whether a word is a type by itself. */
export function isPlainType(word: string): word is PlainType {
  return plain.has(word);
}

const plain: ReadonlySet<string> = new Set(plainTypes);

/** What is meant by words of spreadsheets, databases and programs. */
export const typesByOtherNames: ReadonlyMap<string, PlainType> = new Map([
  ['string', 'text'],
  ['str', 'text'],
  ['varchar', 'text'],
  ['char', 'text'],
  ['id', 'code'],
  ['uuid', 'code'],
  ['mail', 'email'],
  ['decimal', 'number'],
  ['float', 'number'],
  ['double', 'number'],
  ['numeric', 'number'],
  ['percent', 'number'],
  ['int', 'count'],
  ['integer', 'count'],
  ['long', 'count'],
  ['whole', 'count'],
  ['bool', 'flag'],
  ['boolean', 'flag'],
  ['checkbox', 'flag'],
  ['datetime', 'time'],
  ['timestamp', 'time'],
  ['instant', 'time'],
  ['user', 'rep'],
  ['owner', 'rep'],
  ['person', 'rep'],
  ['group', 'team'],
  ['events', 'signals'],
  ['activities', 'signals'],
]);
