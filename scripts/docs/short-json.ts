// JSON → text for pages: what fits a line stands on one.

const WIDTH = 110;

/** Lays JSON out with two spaces a level; keys in their order. */
export function shortJson(value: unknown, indent: string = '', room: number = WIDTH): string {
  const line = oneLine(value);
  if (indent.length + line.length <= room || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + shortJson(item, inner)).join(',\n')}\n${indent}]`;
  }
  const parts = Object.entries(value).map(([key, item]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${inner}${name}${shortJson(item, inner, WIDTH - name.length)}`;
  });
  return `{\n${parts.join(',\n')}\n${indent}}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
