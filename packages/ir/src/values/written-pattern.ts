// Turns a pattern such as `d MMM, yyyy HH:mm:ss` into its parts, or into what is wrong with it.
//
// The letters are those of Unicode TR35 that mean the same everywhere, so that whoever checks a policy can check a pattern
// by this table alone:
//
//     year       y, yyyy (four digits) · yy (00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999)
//     month      M, MM (number) · MMM (Nov) · MMMM (November); English, in any case of letters
//     day        d, dd · do (22nd)
//     weekday    E, EE, EEE (Sun) · EEEE (Sunday); it must be the right one
//     hour       H, HH (0 to 23) · h, hh (1 to 12, together with a)
//     half       a (AM or PM, in any case, also a.m.)
//     minute     m, mm        second  s, ss        fraction  S to SSSSSSSSS (so many digits; cut to milliseconds)
//     offset     X, XX, XXX, x, xx, xxx (Z, +01, +0100, +01:00)
//
// Everything else stands for itself: characters that are no letters, and letters between '…' ('' is one quote). White space
// stands for any white space. A number may be written with or without a leading zero, unless another number touches it.

/** What a part of a pattern says. */
export type PatternField =
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'half'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'offset';

/** A part of a pattern: a field by its letters (`MMM`), or text that stands for itself. */
export type PatternPart =
  | { readonly kind: 'field'; readonly field: PatternField; readonly letters: string }
  | { readonly kind: 'text'; readonly text: string };

/** A pattern that can be used. Dates and times of day follow from it, and a zone is needed for times without an offset. */
export interface WrittenPattern {
  readonly kind: 'pattern';
  readonly parts: readonly PatternPart[];
  /** False for dates alone. */
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
}

/** Why a pattern cannot be used. */
export type PatternProblem =
  /** `letters` mean nothing here, or not in this number. */
  | { readonly kind: 'unknown-letters'; readonly letters: string }
  | { readonly kind: 'open-quote' }
  | { readonly kind: 'twice'; readonly field: PatternField }
  /** Without it the rest says too little: no year, an `h` without `a`, seconds without minutes … */
  | { readonly kind: 'missing'; readonly field: PatternField }
  /** An `a` beside `H`, or an offset without a time of day. */
  | { readonly kind: 'needless'; readonly field: PatternField }
  /** Nobody could say where one number ends and the next begins: `Md`. */
  | { readonly kind: 'touching'; readonly letters: string };

/** Reads a pattern. The first problem counts, from left to right, then over the whole. */
export function readPattern(pattern: string): WrittenPattern | PatternProblem {
  const parts: PatternPart[] = [];
  for (const [piece] of pattern.matchAll(PIECE)) {
    const part = readPiece(piece);
    if (part.kind !== 'field' && part.kind !== 'text') return part;
    parts.push(part);
  }
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []));
  const has = (field: PatternField): boolean => fields.includes(field);
  return wrongCombination(parts, fields) ?? { kind: 'pattern', parts, hasTime: has('hour'), hasOffset: has('offset') };
}

/** `do`, a run of one letter, a quoted text, a stray quote, or a run of anything else. */
const PIECE = /do(?![A-Za-z])|([A-Za-z])\1*|'(?:[^']|'')*'|'|[^A-Za-z']+/g;

function readPiece(piece: string): PatternPart | PatternProblem {
  if (piece === "'") return { kind: 'open-quote' };
  if (piece === "''") return { kind: 'text', text: "'" };
  if (piece.startsWith("'")) return { kind: 'text', text: piece.slice(1, -1).replaceAll("''", "'") };
  const field = FIELDS.get(piece);
  if (field !== undefined) return { kind: 'field', field, letters: piece };
  return /^[A-Za-z]/.test(piece) ? { kind: 'unknown-letters', letters: piece } : { kind: 'text', text: piece };
}

function wrongCombination(parts: readonly PatternPart[], fields: readonly PatternField[]): PatternProblem | undefined {
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) return { kind: 'twice', field: twice };
  const has = (field: PatternField): boolean => fields.includes(field);
  const needed: PatternField[] = ['year', 'month', 'day'];
  const hour = parts.find((part) => part.kind === 'field' && part.field === 'hour');
  const twelveHours = hour?.kind === 'field' && hour.letters.startsWith('h');
  if (has('half') || has('minute')) needed.push('hour');
  if (twelveHours) needed.push('half');
  if (has('second')) needed.push('hour', 'minute');
  if (has('fraction')) needed.push('hour', 'minute', 'second');
  const missing = needed.find((field) => !has(field));
  if (missing !== undefined) return { kind: 'missing', field: missing };
  if (has('half') && !twelveHours) return { kind: 'needless', field: 'half' };
  if (has('offset') && !has('hour')) return { kind: 'needless', field: 'offset' };
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (part.kind !== 'field' || next?.kind !== 'field' || !isNumberPart(part) || !isNumberPart(next)) continue;
    const loose = [part, next].find(({ letters }) => letters.length === 1 && letters !== 'S');
    if (loose !== undefined) return { kind: 'touching', letters: part.letters + next.letters };
  }
  return undefined;
}

/** Whether a part is written in digits. */
export function isNumberPart(part: PatternPart): boolean {
  return part.kind === 'field' && /^(?:y+|MM?|dd?|H+|h+|m+|s+|S+)$/.test(part.letters);
}

const FIELDS: ReadonlyMap<string, PatternField> = new Map(
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
  ).flatMap(([field, letters]) => letters.split(' ').map((one) => [one, field] as const)),
);
