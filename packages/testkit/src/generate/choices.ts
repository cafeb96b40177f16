// A list of numbers → a stream of decisions. Generators that make their choices here shrink: fewer and smaller numbers make simpler things.

import fc from 'fast-check';

/** Where a generator asks what to do next. When the numbers have run out every answer is the simplest one. */
export interface Choices {
  /** 0 … count − 1; the first is the simplest. */
  readonly below: (count: number) => number;
  /** True in about one of `oneIn` cases; false is simpler. */
  readonly chance: (oneIn: number) => boolean;
  readonly between: (least: number, most: number) => number;
  /** The first is the simplest. The list may not be empty. */
  readonly of: <T>(items: readonly T[]) => T;
  /** `least` to `most` different items, in the order of the list. */
  readonly some: <T>(items: readonly T[], least: number, most: number) => readonly T[];
}

const HIGHEST = 65_535;

/** The numbers that `choicesFrom` reads, at most `most` of them. */
export function entropy(most: number): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.nat({ max: HIGHEST }), { maxLength: most, size: 'max' });
}

export function choicesFrom(numbers: readonly number[]): Choices {
  let next = 0;
  const below = (count: number): number => {
    const number = numbers[next] ?? 0;
    next += 1;
    return count < 1 ? 0 : number % count;
  };
  const between = (least: number, most: number): number => least + below(Math.max(most, least) - least + 1);
  return {
    below,
    between,
    chance: (oneIn) => below(oneIn) === oneIn - 1,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('a choice from nothing');
      return item;
    },
    some: (items, least, most) => {
      const left = items.map((item, order) => ({ item, order }));
      const count = Math.min(between(least, most), items.length);
      const taken = Array.from({ length: count }, () => left.splice(below(left.length), 1)).flat();
      return taken.sort((a, b) => a.order - b.order).map(({ item }) => item);
    },
  };
}
