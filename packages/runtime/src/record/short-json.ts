// Turns a JSON value that is not as expected into a short text that shows it.

const MAX_LENGTH = 80;

/** The value's JSON, cut to 80 characters. */
export function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  const characters = text.length > MAX_LENGTH ? [...text] : [];
  return characters.length > MAX_LENGTH ? `${characters.slice(0, MAX_LENGTH - 1).join('')}…` : text;
}
