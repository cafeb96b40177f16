// Numbers, counts and lists → the words in which people read them.

/** `1 lead`, `1,204 leads`. */
export function count(amount: number, one: string, many: string = `${one}s`): string {
  return `${grouped(amount)} ${amount === 1 ? one : many}`;
}

/** `1204567` as `1,204,567`. */
export function grouped(amount: number): string {
  return String(Math.trunc(amount)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** A share of a whole in whole percents, `<1 %` for a little, and nothing for none. */
export function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '';
  const rounded = Math.round((100 * part) / whole);
  return rounded === 0 ? '<1 %' : `${rounded} %`;
}

/** How long something takes still: `12 s`, `about 3 min`, `about 2 h`. */
export function roughly(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 3600) return `about ${Math.round(seconds / 60)} min`;
  return `about ${(seconds / 3600).toFixed(1)} h`;
}
