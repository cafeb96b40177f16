// Numbers that come one by one → an array that takes four bytes for each.

/** Whole numbers from 0 to 4,294,967,295. */
export interface NumberList {
  readonly push: (number: number) => void;
  /** What was pushed, in order. Shares memory with the list. */
  readonly all: () => Uint32Array;
}

/** An empty list. */
export function numberList(): NumberList {
  let numbers = new Uint32Array(1_024);
  let size = 0;
  return {
    push: (number) => {
      if (size === numbers.length) {
        const larger = new Uint32Array(size * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[size] = number;
      size += 1;
    },
    all: () => numbers.subarray(0, size),
  };
}
