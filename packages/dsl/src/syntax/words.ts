// The words of the language, in tables: which are reserved, and which mean something only at their place.

/** Never a name. In the order of the reference. */
// biome-ignore format: a table reads better in rows
export const reservedWords = [
  'and', 'or', 'not', 'is', 'in', 'of', 'includes', 'contains', 'mentions', 'starts', 'ends', 'within', 'more', 'during',
  'any', 'all', 'none', 'missing', 'known', 'matched', 'like',
  'optional', 'private', 'from', 'written', 'the', 'yes', 'no', 'split', 'otherwise', 'invalid',
  'when', 'where', 'route', 'rule', 'nurture', 'reject', 'fallback', 'respond', 'because',
] as const;

/** Words of one place each; everywhere else they are names like any other. */
// biome-ignore format: a table reads better in rows
export const placeWords = [
  'use', 'policy', 'language', 'owner', 'zone', 'reviewed', 'every',
  'lead', 'record', 'rep', 'blank', 'money', 'list', 'text', 'unique', 'define',
  'calendar', 'open', 'closed', 'team', 'manager', 'pause', 'above', 'times', 'average', 'counts',
  'works', 'capacity', 'backup', 'left', 'successor', 'per', 'queue', 'priority', 'claim',
  'enrich', 'by', 'fill', 'reuse', 'for', 'match', 'accept', 'review', 'prefer', 'newest', 'oldest', 'highest', 'lowest',
  'score', 'max', 'halving', 'table', 'key', 'gives',
  'default', 'to', 'weight', 'reserve', 'at', 'least', 'available', 'even', 'off', 'duty', 'over',
  'rotation', 'this', 'fewest', 'likelihood', 'using', 'after', 'reassign', 'notify', 'offer', 'working',
  'free', 'mail', 'with', 'last', 'next', 'than', 'ago',
  'test', 'given', 'expect', 'away', 'fails', 'has',
] as const;

/** Units of time, each with its plural; `day`, `week` and `month` are also periods. */
export const unitWords = ['ms', 'second', 'minute', 'hour', 'day', 'week', 'month'] as const;

/** The days of a calendar. */
export const dayWords = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One of the words that are never names. */
export type ReservedWord = (typeof reservedWords)[number];
/** One of the words that mean something in one place. */
export type PlaceWord = (typeof placeWords)[number];
/** One of the units of time. */
export type UnitWord = (typeof unitWords)[number];
/** One of the days. */
export type DayWord = (typeof dayWords)[number];

/** Every word that has a token of its own. */
export type Keyword = ReservedWord | PlaceWord | UnitWord | DayWord;

/** Whether a word can never be a name. */
export function isReserved(word: string): word is ReservedWord {
  return reserved.has(word);
}

const reserved: ReadonlySet<string> = new Set(reservedWords);
