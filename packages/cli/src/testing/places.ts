// The files of a policy → where each test and each of its expectations stands.
import { lineStarts, parse, positionAt, type Source } from '@fairlead/dsl';

/** A line of a file, from 1. */
export interface LinePlace {
  readonly file: string;
  readonly line: number;
}

/** Where a test stands, and its expectations in text order. */
export interface TestPlace extends LinePlace {
  readonly expectations: readonly LinePlace[];
}

/** By the test's name, which is unique in a policy. */
export function testPlaces(files: readonly Source[]): ReadonlyMap<string, TestPlace> {
  const places = new Map<string, TestPlace>();
  for (const file of files) {
    const starts = lineStarts(file.text);
    const placeAt = (offset: number): LinePlace => ({ file: file.name, line: positionAt(starts, offset).line });
    for (const declaration of parse(file).value.declarations) {
      if (declaration.kind !== 'test') continue;
      const expectations = declaration.expect.map(({ span }) => placeAt(span.start));
      places.set(declaration.name.value, { ...placeAt(declaration.span.start), expectations });
    }
  }
  return places;
}
