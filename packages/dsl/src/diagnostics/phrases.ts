// Small turns of phrase that several problems share.

/** "Did you mean `employees`?", or nothing without a suggestion. */
export function didYouMean(suggestion: string | undefined): string | undefined {
  return suggestion === undefined ? undefined : `Did you mean \`${suggestion}\`?`;
}

/** "a, b and c" */
export function listed(words: readonly string[], and = 'and'): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** "`a`, `b` and `c`" */
export function listedCode(words: readonly string[], and = 'and'): string {
  return listed(
    words.map((word) => `\`${word}\``),
    and,
  );
}

/** With a capital at the beginning, where it begins with a word. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
