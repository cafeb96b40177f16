// What JSON.parse gave → whether it is an object, for those who read JSON that nobody has checked.

/** Whether a JSON value is an object: not null, and no list. What stands under its keys may be anything. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
