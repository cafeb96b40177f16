// Problems of reading the text, and those that later stages found → the later ones that are not the same mistake again.

import type { Diagnostic } from './diagnostic.ts';

/**
 * Leaves out what stands exactly where the text could not be read: a word that was mended there (`AT` as `at`) may well be unknown, and that
 * is the same mistake.
 */
export function withoutEchoes(reading: readonly Diagnostic[], later: readonly Diagnostic[]): readonly Diagnostic[] {
  const errors = reading.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return later;
  const places = new Set(errors.map(placeOf));
  return later.filter((diagnostic) => !places.has(placeOf(diagnostic)));
}

function placeOf({ span }: Diagnostic): string {
  return `${span.start} ${span.end} ${span.file}`;
}
