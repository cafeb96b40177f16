// Two texts → which comes first by code point, on every machine.

/**
 * Negative, zero or positive as `a` stands before, with or after `b` in code-point order. Plain `<` compares UTF-16 units, which puts
 * what lies beyond the basic plane (emoji, rare scripts) before U+E000 to U+FFFF.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** A new array in code-point order of the key; of equal keys the earlier element stays first. */
export function sortedBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...items].sort((a, b) => compareCodePoints(key(a), key(b)));
}

/** A UTF-16 unit's place when surrogates stand where the code points they make stand: behind U+FFFF. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
