// The text of a list's file → its values: the first column of a CSV file, or one value a line.

/**
 * The values in the order of the file, trimmed; blank ones are left out, and a byte order mark is skipped. Of a `.csv` file the first column, with
 * the separator (comma, semicolon or tab) that its first row shows; a value in double quotes may hold separators, doubled quotes and line
 * ends. Of any other file each whole line. There is no heading: the first row counts like all others.
 */
export function firstColumn(text: string, file: string): readonly string[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const values = file.toLowerCase().endsWith('.csv') ? columnOf(body) : body.split(/\r\n|\n|\r/);
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

function columnOf(text: string): readonly string[] {
  const separator = separatorOf(text);
  const values: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { value, end } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    values.push(value);
    at = nextRow(text, end);
  }
  return values;
}

/** The first separator outside of quotes in the first row; undefined if it has one column. */
function separatorOf(text: string): string | undefined {
  const firstRow = text.slice(0, nextRow(text, 0)).replaceAll(/"[^"]*"/g, '');
  return /[,;\t]/.exec(firstRow)?.[0];
}

interface Cell {
  readonly value: string;
  /** Behind the cell. */
  readonly end: number;
}

function plain(text: string, start: number, separator: string | undefined): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

function quoted(text: string, start: number): Cell {
  let value = '';
  let at = start + 1;
  for (let quote = text.indexOf('"', at); quote !== -1; quote = text.indexOf('"', at)) {
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
  return { value: value + text.slice(at), end: text.length };
}

/** The start of the row behind an index; quoted cells of other columns may hold line ends. */
function nextRow(text: string, start: number): number {
  let inQuotes = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') inQuotes = !inQuotes;
    if (!inQuotes && (char === '\n' || char === '\r')) return char === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
  }
  return text.length;
}
