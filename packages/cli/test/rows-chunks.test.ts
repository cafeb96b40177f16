// Laws of reading: rows do not depend on the pieces in which a file comes, and nothing that comes makes reading throw.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from '../src/rows/csv.ts';
import { jsonRows } from '../src/rows/json.ts';
import { jsonFault } from '../src/rows/json-fault.ts';
import { ndjsonRows } from '../src/rows/ndjson.ts';
import type { Batches, Row } from '../src/rows/row.ts';

async function* piecesOf(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const place of [...places, bytes.length]) {
    if (place > from) yield bytes.subarray(from, place);
    from = Math.max(from, place);
  }
}

async function rowsOf(batches: Batches): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

const READERS: Readonly<Record<string, (chunks: AsyncIterable<Buffer>) => Batches>> = {
  csv: (chunks) => csvRows(chunks, ','),
  ndjson: (chunks) => ndjsonRows(chunks, 'lead'),
  json: (chunks) => jsonRows(chunks, 'lead'),
};

/** Text that is nearly right: pieces of all three forms in any order, some of them no UTF-8. */
const nearlyText: fc.Arbitrary<Buffer> = fc
  .array(
    fc
      .oneof(
        fc.constantFrom(
          'a,b,c\n',
          '1,2,3\r\n',
          '"x, y",2,3\n',
          '"two\nlines",2,3\n',
          '1,"open\n',
          '5" x,2,3\n',
          '"a"b,2,3\n',
          '""""""\n',
        ),
        fc.constantFrom(
          '{"id":"L1"}\n',
          '{"a":[1,{"b":"]}\\""}]}',
          '[',
          ']',
          ',',
          '\n',
          '\r',
          '{',
          '}',
          '"',
          'null',
          '1e5 ',
          '\ufeff',
          'ü',
          '😀',
          '\\',
        ),
        fc.string({ maxLength: 5 }),
      )
      .map((text) => Buffer.from(text)),
    { maxLength: 12 },
  )
  .chain((pieces) => fc.constantFrom(pieces, [...pieces, Buffer.from([0xfc])], [Buffer.from([0xc3]), ...pieces]))
  .map((pieces) => Buffer.concat(pieces));

for (const [format, read] of Object.entries(READERS)) {
  test(`${format}: rows do not depend on where the file is cut`, async () => {
    await fc.assert(
      fc.asyncProperty(nearlyText, fc.array(fc.nat({ max: 200 }), { maxLength: 6 }), async (bytes, cuts) => {
        const whole = await rowsOf(read(piecesOf(bytes, [])));
        const cut = await rowsOf(read(piecesOf(bytes, cuts)));
        expect(cut).toEqual(whole);
      }),
      { seed: 20261124, numRuns: 400 },
    );
  });
}

test('the fault of a text is found exactly where JSON.parse refuses it', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json().chain((json) =>
      fc.tuple(fc.constant(json), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, put]) => {
        const place = text.length === 0 ? 0 : at % text.length;
        return text.slice(0, place) + put + text.slice(place + 1);
      }),
    ),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      const fault = jsonFault(text);
      expect(fault === undefined).toBe(parses);
      if (fault !== undefined) expect(fault.at).toBeLessThanOrEqual(text.length);
    }),
    { seed: 20261124, numRuns: 3000 },
  );
});
