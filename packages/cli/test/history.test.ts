// Laws of the history: it finds what a map would find, whatever the ids, and gives lines back as they were written.
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idIndex } from '../src/history/id-index.ts';
import { lineFile, lineReader } from '../src/history/line-file.ts';
import { folder } from './support/run.ts';

test('the index finds what a map finds, also when places change and it grows', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat({ max: 40 }).map(String), fc.string()), { maxLength: 400 }), (ids) => {
      const index = idIndex();
      const map = new Map<string, number>();
      const idAt = new Map<number, string>();
      for (const [step, id] of ids.entries()) {
        const isIt = (place: number): boolean => idAt.get(place) === id;
        expect(index.find(id, isIt)).toBe(map.get(id));
        // Places of both files, positive and negative, in files of up to half a terabyte.
        const place = (step + 1) * (step % 3 === 0 ? -1_000_000_007 : 1_000_000_007);
        index.set(id, place, isIt);
        map.set(id, place);
        idAt.set(place, id);
      }
      expect(index.size()).toBe(map.size);
      expect([...index.places()]).toEqual([...map.values()].sort((a, b) => a - b));
    }),
    { seed: 20261124, numRuns: 300 },
  );
});

test('the index holds a hundred thousand ids', () => {
  const index = idIndex();
  const idAt: string[] = [''];
  for (let i = 1; i <= 100_000; i += 1) {
    idAt.push(`L-${i}`);
    index.set(`L-${i}`, i, (place) => idAt[place] === `L-${i}`);
  }
  expect(index.size()).toBe(100_000);
  for (let i = 1; i <= 100_000; i += 997) expect(index.find(`L-${i}`, (place) => idAt[place] === `L-${i}`)).toBe(i);
  expect(index.find('L-0', (place) => idAt[place] === 'L-0')).toBeUndefined();
});

test('ids of one hash are kept apart by looking', () => {
  const index = idIndex();
  // Whoever asks decides whether a place is the right one; saying no to all makes any two ids different.
  index.set('L1', 1, () => false);
  index.set('L1', 2, () => false);
  expect(index.size()).toBe(2);
  expect(index.find('L1', (place) => place === 2)).toBe(2);
});

test('lines come back as they were written, from the buffer and from the disk, in any order', () => {
  const here = folder();
  const fd = openSync(join(here.path, 'lines'), 'wx+');
  const file = lineFile(fd);
  const lines = Array.from({ length: 400 }, (_, i) => `${i} ä😀 ${'x'.repeat((i * 7919) % 9000)}`);
  lines.push('y'.repeat(3_000_000), 'after a line that is longer than the buffer');
  const offsets = lines.map((line) => file.append(line));
  const order = lines.map((_, i) => (i * 263) % lines.length);
  for (const i of order) expect(file.lineAt(offsets[i] ?? 0) === lines[i]).toBe(true);
  file.flush();
  expect(file.size()).toBe(Buffer.byteLength(`${lines.join('\n')}\n`));
  const read = lineReader(fd);
  for (const [i, offset] of offsets.entries()) expect(read(offset) === lines[i]).toBe(true);
  closeSync(fd);
});
