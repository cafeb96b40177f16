// A pattern such as "d MMM, yyyy HH:mm:ss" → whether dates and instants can be read by it, or what is wrong and what was probably meant.
// The letters are the table of `readPattern`.

import { assertNever, type PatternField, type PatternProblem, readPattern } from '@fairlead/ir';

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
  if (found === undefined) {
    const read = readPattern(pattern);
    return { kind: 'pattern', hasOffset: read.kind === 'pattern' && read.hasOffset };
  }
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
  const read = readPattern(pattern);
  if (read.kind !== 'pattern') return foundIn(read, pattern, as);
  if (as === 'time') return read.hasTime ? undefined : { problem: 'no-time', part: 'hour' };
  return read.hasTime ? { problem: 'has-time', part: firstOfTime(pattern) } : undefined;
}

function foundIn(problem: PatternProblem, pattern: string, as: 'date' | 'time'): Found {
  switch (problem.kind) {
    case 'unknown-letters':
      return { problem: 'letters', part: problem.letters };
    case 'open-quote':
      return { problem: 'open-quote', part: "'" };
    case 'twice':
      return { problem: 'twice', part: problem.field };
    case 'touching':
      return { problem: 'touching', part: problem.letters };
    case 'missing':
      if (!TIME_FIELDS.includes(problem.field)) return { problem: 'missing', part: problem.field };
      if (as === 'date') return { problem: 'has-time', part: firstOfTime(pattern) };
      if (problem.field === 'hour') return { problem: 'no-time', part: 'hour' };
      return problem.field === 'half'
        ? { problem: 'half-missing', part: 'h' }
        : { problem: 'missing', part: problem.field };
    case 'needless':
      if (as === 'date') return { problem: 'has-time', part: firstOfTime(pattern) };
      return problem.field === 'half' ? { problem: 'half-with-24', part: 'a' } : { problem: 'no-time', part: 'hour' };
    default:
      return assertNever(problem);
  }
}

const TIME_FIELDS: readonly PatternField[] = ['hour', 'half', 'minute', 'second', 'fraction', 'offset'];

/** The first field of a time of day in the pattern, letter by letter: the rest of it may be broken. */
function firstOfTime(pattern: string): string {
  const letters: readonly (readonly [RegExp, PatternField])[] = [
    [/[Hh]/, 'hour'],
    [/a/, 'half'],
    [/m/, 'minute'],
    [/s/, 'second'],
    [/S/, 'fraction'],
    [/[Xx]/, 'offset'],
  ];
  const unquoted = pattern.replaceAll(/'(?:[^']|'')*'/g, '');
  return letters.find(([letter]) => letter.test(unquoted))?.[1] ?? 'hour';
}

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
