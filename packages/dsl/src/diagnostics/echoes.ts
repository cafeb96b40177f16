// Problems of reading the text, and those that later stages found → the later ones that are not the same mistake again.

import type { Diagnostic } from './diagnostic.ts';

/** What may well be there in a text that could not be read as it is: a block, the lead's id, a use of a declaration, a value. */
const perhapsThere: ReadonlySet<string> = new Set(['FL211', 'FL214', 'FL230', 'FL348', 'FL357']);

/**
 * Leaves out what is the same mistake as one of reading the text: what stands exactly where that could not be read (`AT`, mended to `at`, is
 * hardly a name), and what is missing perhaps only because a part could not be read. Questions of style wait until the words are those of the
 * language: a repair of `does not contain` would not find its `contains`.
 */
export function withoutEchoes(reading: readonly Diagnostic[], later: readonly Diagnostic[]): readonly Diagnostic[] {
  const errors = reading.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return later;
  const places = new Set(errors.map(placeOf));
  return later.filter(
    (diagnostic) =>
      !places.has(placeOf(diagnostic)) &&
      !perhapsThere.has(diagnostic.code) &&
      !(diagnostic.code.startsWith(STYLE) && errors.some((error) => overlap(error, diagnostic))),
  );
}

/** How the codes of style begin. */
const STYLE = 'FL6';

function overlap({ span: a }: Diagnostic, { span: b }: Diagnostic): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}

function placeOf({ span }: Diagnostic): string {
  return `${span.start} ${span.end} ${span.file}`;
}
