// Turns company names of records into the records whose names may be alike to another: exact, no record that is alike enough is ever left out.
//
// Two texts that differ by d changes share all but at most 5·d of their groups of four letters (a change of two neighbours touches five, any other
// four). So who shares too few cannot be alike, and of the groups of the asked name the most frequent need not even be looked at. Longer groups would
// be rarer, but at the least similarity of 80% nobody would have to share one.

import { type CompanyName, companyName } from '../match/company-name.ts';
import { LIKE_FROM } from '../match/likeness.ts';
import { isWithin } from '../match/within.ts';
import { numberList } from './number-list.ts';

/** Records by company name. */
export interface NameIndex {
  /** Every record whose name's similarity is at least `LIKE_FROM`, and a few more; by ascending number, each once. */
  readonly find: (text: string) => readonly number[];
}

/** An index that is being filled. */
export interface NameIndexBuilder {
  /** Record numbers come in ascending order. */
  readonly add: (text: string, record: number) => void;
  readonly finish: () => NameIndex;
}

/** Starts an index. Names are kept once, however many records have them: as they stand, and with their words in order. */
export function nameIndex(): NameIndexBuilder {
  const numbers = new Map<string, number>();
  const texts = numberList();
  const records = numberList();
  const note = (text: string, record: number): void => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    texts.push(number);
    records.push(record);
  };
  return {
    add: (text, record) => {
      const name = companyName(text);
      if (name === undefined) return;
      note(name.joined, record);
      if (name.sorted !== name.joined) note(name.sorted, record);
    },
    finish: () => {
      const given = [...numbers.keys()];
      numbers.clear();
      return sealed(given, texts.all(), records.all());
    },
  };
}

/** Texts by ascending length, the records of each, and in which texts each group of letters stands. */
interface Texts {
  readonly texts: readonly string[];
  readonly lengths: Uint16Array;
  /** Of text n: `records[recordStarts[n]..recordStarts[n + 1]]`. */
  readonly recordStarts: Uint32Array;
  readonly records: Uint32Array;
  /** Of the group with the hash h: `holders[holderStarts[h]..holderStarts[h + 1]]`, ascending, a text once for each time the group stands in it, at most once each. */
  readonly holderStarts: Uint32Array;
  readonly holders: Uint32Array;
  /** The first text of at least this length. */
  readonly firstOfLength: Uint32Array;
  /** One less than the number of hashes of groups, which is a power of two. */
  readonly mask: number;
  /** Which letters stand in each text, and which stand in it twice: a change takes at most one of these 64 bits away and adds at most one. */
  readonly once: Uint32Array;
  readonly twice: Uint32Array;
  /** Room to count changes in. */
  readonly scratch: Uint16Array;
  /** How often a text was met by the question that is being answered; all 0 in between. */
  readonly met: Uint16Array;
}

/** `texts[i]` is the number of a text that the record `records[i]` has; records in ascending order. */
function sealed(given: readonly string[], textOf: Uint32Array, recordOf: Uint32Array): NameIndex {
  const { texts, places, firstOfLength } = byLength(given);
  const recordStarts = new Uint32Array(texts.length + 1);
  for (const text of textOf) recordStarts[at(places, text) + 1] = at(recordStarts, at(places, text) + 1) + 1;
  accumulate(recordStarts);
  const next = recordStarts.slice();
  const records = new Uint32Array(recordOf.length);
  textOf.forEach((text, index) => {
    const place = at(next, at(places, text));
    records[place] = at(recordOf, index);
    next[at(places, text)] = place + 1;
  });
  const mask = maskFor(texts.length);
  const { holderStarts, holders } = holdersOf(texts, mask);
  const met = new Uint16Array(texts.length);
  const [once, twice] = [new Uint32Array(texts.length), new Uint32Array(texts.length)];
  texts.forEach((text, number) => {
    const letters = lettersOf(text);
    once[number] = letters.once;
    twice[number] = letters.twice;
  });
  const scratch = new Uint16Array(3 * (LONGEST + 2));
  const lengths = Uint16Array.from(texts, ({ length }) => length);
  const index = {
    once,
    twice,
    scratch,
    lengths,
    texts,
    recordStarts,
    records,
    holderStarts,
    holders,
    firstOfLength,
    mask,
    met,
  };
  return {
    find: (text) => {
      const name = companyName(text);
      return name === undefined ? [] : findRecords(index, name);
    },
  };
}

/** Names have at most so many letters. */
const LONGEST = 4_096;

/** Bits for the letters of a text; letters whose codes end in the same five bits share one. */
function lettersOf(text: string): { readonly once: number; readonly twice: number } {
  let [once, twice] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const bit = 1 << (text.charCodeAt(index) & 31);
    twice |= once & bit;
    once |= bit;
  }
  return { once: once >>> 0, twice: twice >>> 0 };
}

/** How many bits are set. */
function bits(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The texts in order of their lengths; where each went; and the first of at least a length. */
function byLength(given: readonly string[]): {
  readonly texts: readonly string[];
  readonly places: Uint32Array;
  readonly firstOfLength: Uint32Array;
} {
  const longest = given.reduce((most, { length }) => Math.max(most, length), 0);
  const firstOfLength = new Uint32Array(longest + 2);
  for (const { length } of given) firstOfLength[length + 1] = at(firstOfLength, length + 1) + 1;
  accumulate(firstOfLength);
  const next = firstOfLength.slice();
  const texts = new Array<string>(given.length).fill('');
  const places = new Uint32Array(given.length);
  given.forEach((text, number) => {
    const place = at(next, text.length);
    next[text.length] = place + 1;
    texts[place] = text;
    places[number] = place;
  });
  return { texts, places, firstOfLength };
}

/** About one hash for two texts, so that lists are short and the table of lists is small. */
function maskFor(texts: number): number {
  let size = 4_096;
  while (size < texts / 2 && size < 1_048_576) size *= 2;
  return size - 1;
}

function holdersOf(texts: readonly string[], mask: number): Pick<Texts, 'holderStarts' | 'holders'> {
  const holderStarts = new Uint32Array(mask + 2);
  const last = new Int32Array(mask + 1).fill(-1);
  texts.forEach((text, number) => {
    eachGroup(text, mask, (group) => {
      if (last[group] === number) return;
      last[group] = number;
      holderStarts[group + 1] = at(holderStarts, group + 1) + 1;
    });
  });
  accumulate(holderStarts);
  const next = holderStarts.slice();
  const holders = new Uint32Array(at(holderStarts, mask + 1));
  last.fill(-1);
  texts.forEach((text, number) => {
    eachGroup(text, mask, (group) => {
      if (last[group] === number) return;
      last[group] = number;
      const place = at(next, group);
      holders[place] = number;
      next[group] = place + 1;
    });
  });
  return { holderStarts, holders };
}

/** The groups of four letters, with three blanks before the text and three behind it: three more than it has letters. */
function eachGroup(text: string, mask: number, told: (group: number) => void): void {
  let [first, second, third] = [0, 0, 0];
  for (let index = 0; index < text.length + 3; index += 1) {
    const fourth = index < text.length ? text.charCodeAt(index) : 0;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x51ed, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ Math.imul(third + 0x27d4, 0x165667b1) ^ (fourth + 0x3c6f);
    hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f);
    told((hash ^ (hash >>> 16)) & mask);
    first = second;
    second = third;
    third = fourth;
  }
}

/** Running sums: each number becomes the sum of itself and all before it. */
function accumulate(numbers: Uint32Array): void {
  for (let index = 1; index < numbers.length; index += 1) numbers[index] = at(numbers, index) + at(numbers, index - 1);
}

// ---- asking ------------------------------------------------------------------------------------------------------

function findRecords(index: Texts, { joined, sorted }: CompanyName): readonly number[] {
  const found = new Set<number>();
  const add = (text: number): void => {
    for (let place = at(index.recordStarts, text); place < at(index.recordStarts, text + 1); place += 1) {
      found.add(at(index.records, place));
    }
  };
  eachAlike(index, joined, add);
  if (sorted !== joined) eachAlike(index, sorted, add);
  return [...found].sort((a, b) => a - b);
}

/** Of the longer text so many letters may change, and it is still alike enough. */
function mostChanges(longer: number): number {
  return Math.floor((longer * (10_000 - LIKE_FROM)) / 10_000);
}

/** How many groups two texts share at least that are alike enough, the longer of which has so many letters. */
function leastShared(longer: number): number {
  return longer + 3 - 5 * mostChanges(longer);
}

/** Tells every text of the index that is alike enough to this one, letter by letter. */
function eachAlike(index: Texts, asked: string, told: (text: number) => void): void {
  const { texts, lengths, met, firstOfLength } = index;
  const shortest = asked.length - mostChanges(asked.length);
  let longest = asked.length;
  while (longest + 1 - asked.length <= mostChanges(longest + 1)) longest += 1;
  const from = at(firstOfLength, Math.min(shortest, firstOfLength.length - 1));
  const to = at(firstOfLength, Math.min(longest + 1, firstOfLength.length - 1));
  let needed = leastShared(asked.length);
  for (let longer = asked.length; longer <= longest; longer += 1) needed = Math.min(needed, leastShared(longer));
  const { groups, skipped } = groupsToLookAt(index, asked, needed);
  const touched: number[] = [];
  for (const { group, times } of groups) {
    const end = at(index.holderStarts, group + 1);
    for (let place = firstFrom(index, group, from); place < end; place += 1) {
      const text = at(index.holders, place);
      if (text >= to) break;
      const before = met[text] ?? 0;
      if (before === 0) touched.push(text);
      met[text] = before + times;
    }
  }
  const letters = lettersOf(asked);
  for (const text of touched) {
    const shared = (met[text] ?? 0) + skipped;
    met[text] = 0;
    const longer = Math.max(lengths[text] ?? 0, asked.length);
    const most = mostChanges(longer);
    if (shared < leastShared(longer)) continue;
    const [once, twice] = [at(index.once, text), at(index.twice, text)];
    if (bits(letters.once & ~once) + bits(letters.twice & ~twice) > most) continue;
    if (bits(once & ~letters.once) + bits(twice & ~letters.twice) > most) continue;
    if (isWithin(asked, texts[text] ?? '', most, index.scratch)) told(text);
  }
}

interface Group {
  readonly group: number;
  /** How often it stands in the asked text. */
  readonly times: number;
  /** How many texts have it. */
  readonly holders: number;
}

/** All groups of the text but the most frequent: of those so many that who has none of the others shares too few. */
function groupsToLookAt(
  index: Texts,
  asked: string,
  needed: number,
): { readonly groups: readonly Group[]; readonly skipped: number } {
  const times = new Map<number, number>();
  eachGroup(asked, index.mask, (group) => times.set(group, (times.get(group) ?? 0) + 1));
  const groups = [...times].map(([group, often]): Group => {
    return { group, times: often, holders: at(index.holderStarts, group + 1) - at(index.holderStarts, group) };
  });
  groups.sort((a, b) => a.holders - b.holders || a.group - b.group);
  let skipped = 0;
  for (let last = groups.at(-1); last !== undefined && 2 * (skipped + last.times) <= needed; last = groups.at(-1)) {
    skipped += last.times;
    groups.pop();
  }
  return { groups, skipped };
}

/** The first place in the group's list with a text from `from` on. */
function firstFrom({ holderStarts, holders }: Texts, group: number, from: number): number {
  let [low, high] = [at(holderStarts, group), at(holderStarts, group + 1)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(holders, middle) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every place that is asked for is within the array. */
function at(array: Uint32Array, index: number): number {
  return array[index] ?? 0;
}
