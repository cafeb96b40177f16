// A pattern such as "d MMM, yyyy HH:mm:ss" → whether dates and instants can be read by it, or what is wrong and what was probably meant.
//
// The letters are the table of the runtime's reader (Unicode TR35):
//   year y yyyy yy · month M MM MMM MMMM · day d dd do · weekday E EE EEE EEEE · hour H HH, h hh with a · minute m mm · second s ss ·
//   fraction S… · offset X XX XXX x xx xxx · everything else stands for itself: other characters, and letters between '…'

/** What is wrong with a pattern. `zone`, `offset-and-zone` are about what stands beside it. */
export type TimePatternProblem =
  | 'letters'
  | 'open-quote'
  | 'twice'
  | 'missing'
  | 'half-with-24'
  | 'half-missing'
  | 'touching'
  | 'no-time'
  | 'has-time'
  | 'zone'
  | 'offset-and-zone';

/** What a pattern says, or what is wrong with it. */
export type TimePattern =
  | { readonly kind: 'pattern'; readonly hasOffset: boolean }
  | {
      readonly kind: 'problem';
      readonly problem: TimePatternProblem;
      /** The letters or the part that the problem is about. */
      readonly part: string;
      /** The pattern that was probably meant. */
      readonly instead: string | undefined;
    };

/** Reads a pattern: of a date it gives the day alone, of an instant also the time of day. */
export function readTimePattern(pattern: string, as: 'date' | 'time'): TimePattern {
  const found = problemIn(pattern, as);
  if (found === undefined)
    return { kind: 'pattern', hasOffset: fieldsOf(pattern).some(({ field }) => field === 'offset') };
  const instead = guesses
    .map((guess) => guess(pattern))
    .find((guess) => guess !== pattern && problemIn(guess, as) === undefined);
  return { kind: 'problem', ...found, instead };
}

interface Found {
  readonly problem: TimePatternProblem;
  readonly part: string;
}

function problemIn(pattern: string, as: 'date' | 'time'): Found | undefined {
  if (pieces(pattern).includes("'")) return { problem: 'open-quote', part: "'" };
  const fields = fieldsOf(pattern);
  const unknown = pieces(pattern).find((piece) => /^[A-Za-z]/.test(piece) && !letters.has(piece));
  if (unknown !== undefined) return { problem: 'letters', part: unknown };
  const names = fields.map(({ field }) => field);
  const twice = names.find((field, at) => names.indexOf(field) !== at);
  if (twice !== undefined) return { problem: 'twice', part: twice };
  return missingIn(names, fields, as) ?? touchingIn(pattern);
}

function missingIn(names: readonly string[], fields: readonly PatternField[], as: 'date' | 'time'): Found | undefined {
  const has = (field: string): boolean => names.includes(field);
  const date = ['year', 'month', 'day'].find((field) => !has(field));
  if (date !== undefined) return { problem: 'missing', part: date };
  if (as === 'date') {
    const time = timeFields.find(has);
    return time === undefined ? undefined : { problem: 'has-time', part: time };
  }
  if (!has('hour')) return { problem: 'no-time', part: 'hour' };
  const twelve = fields.some(({ piece }) => piece.startsWith('h'));
  if (twelve && !has('half')) return { problem: 'half-missing', part: 'h' };
  if (!twelve && has('half')) return { problem: 'half-with-24', part: 'a' };
  if (has('second') && !has('minute')) return { problem: 'missing', part: 'minute' };
  if (has('fraction') && !has('second')) return { problem: 'missing', part: 'second' };
  return undefined;
}

/** `Md`: nobody could say where one number ends and the next begins. */
function touchingIn(pattern: string): Found | undefined {
  const all = pieces(pattern);
  for (const [at, piece] of all.entries()) {
    const next = all[at + 1];
    if (next === undefined || !digits.test(piece) || !digits.test(next)) continue;
    if ([piece, next].some((one) => one.length === 1 && one !== 'S'))
      return { problem: 'touching', part: piece + next };
  }
  return undefined;
}

interface PatternField {
  readonly field: string;
  readonly piece: string;
}

function fieldsOf(pattern: string): readonly PatternField[] {
  return pieces(pattern).flatMap((piece) => {
    const field = letters.get(piece);
    return field === undefined ? [] : [{ field, piece }];
  });
}

/** `do`, a run of one letter, a quoted text, a stray quote, or a run of anything else. */
function pieces(pattern: string): readonly string[] {
  return pattern.match(/do(?![A-Za-z])|([A-Za-z])\1*|'(?:[^']|'')*'|'|[^A-Za-z']+/g) ?? [];
}

const timeFields: readonly string[] = ['hour', 'half', 'minute', 'second', 'fraction', 'offset'];
const digits = /^(?:y+|MM?|dd?|H+|h+|m+|s+|S+)$/;

const letters: ReadonlyMap<string, string> = new Map(
  (
    [
      ['year', 'y yy yyyy'],
      ['month', 'M MM MMM MMMM'],
      ['day', 'd dd do'],
      ['weekday', 'E EE EEE EEEE'],
      ['hour', 'H HH h hh'],
      ['half', 'a'],
      ['minute', 'm mm'],
      ['second', 's ss'],
      ['fraction', 'S SS SSS SSSS SSSSS SSSSSS SSSSSSS SSSSSSSS SSSSSSSSS'],
      ['offset', 'X XX XXX x xx xxx'],
    ] as const
  ).flatMap(([field, words]) => words.split(' ').map((word) => [word, field] as const)),
);

/** What people write who know other systems: capitals for year and day, small letters for the month, 12 hours without a half. */
const capitals = (pattern: string): string =>
  pattern
    .replaceAll(/Y+/g, (run) => (run.length === 2 ? 'yy' : 'yyyy'))
    .replaceAll(/D+/g, (run) => run.toLowerCase().slice(0, 2))
    .replaceAll(/A+|aa+/g, 'a')
    .replaceAll(/Z+/g, 'XXX')
    .replace(/(?<=[dy])T(?=[Hh])/, "'T'");
const month = (pattern: string): string => capitals(pattern).replace(/m+/, (run) => run.toUpperCase());
const hours = (pattern: string): string => pattern.replaceAll('h', 'H');
const half = (pattern: string): string => pattern.replaceAll('H', 'h');

const guesses: readonly ((pattern: string) => string)[] = [
  capitals,
  month,
  hours,
  half,
  (pattern) => hours(capitals(pattern)),
  (pattern) => hours(month(pattern)),
  (pattern) => half(capitals(pattern)),
];
