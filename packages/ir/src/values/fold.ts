// Turns text into the form in which texts are compared: `fold-1`, the same in every language, locale and process.
import { FOLD_RUNS, FOLD_SEQUENCES } from './fold-table.gen.ts';
import { trimText } from './white-space.ts';

export { FOLD_VERSION } from './fold-table.gen.ts';

/**
 * Folds a text: trims White_Space, normalises to NFC, applies full case folding (C and F of Unicode's CaseFolding,
 * never T, the Turkish variant), normalises to NFC again. Two texts are equal in the language if their folded forms
 * are the same string. Folding a folded text changes nothing.
 *
 * Accents stay: `é` is not `e`. `ß` is `ss`, `ﬁ` is `fi`, the three sigmas are one, `İ` is `i` with a dot above and
 * `ı` is itself. Case folding comes from a table of ours; NFC is the engine's, and Unicode's stability policy fixes
 * its result for every character that an engine knows.
 */
export function foldText(text: string): string {
  const trimmed = trimText(text);
  return isAscii(trimmed) ? trimmed.toLowerCase() : foldCase(trimmed.normalize('NFC')).normalize('NFC');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 0x7f) return false;
  }
  return true;
}

/** Full case folding alone. Half a surrogate pair is kept as it is. */
function foldCase(text: string): string {
  let folded = '';
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    // Within the text there always is a code point.
    const code = text.codePointAt(at) as number;
    const width = code > 0xffff ? 2 : 1;
    const replacement = FOLDINGS.get(code);
    if (replacement !== undefined) {
      folded += text.slice(copied, at) + replacement;
      copied = at + width;
    }
    at += width;
  }
  return copied === 0 ? text : folded + text.slice(copied);
}

/** Code point to what it folds to, for those that fold to something else. */
const FOLDINGS: ReadonlyMap<number, string> = readFoldings();

function readFoldings(): ReadonlyMap<number, string> {
  const foldings = new Map<number, string>();
  let start = 0;
  for (const run of FOLD_RUNS.split(',')) {
    const [gap = 0, count = 0, step = 0, delta = 0] = run.split(' ').map((number) => Number.parseInt(number, 36));
    start += gap;
    for (let n = 0; n < count; n += 1) foldings.set(start + n * step, String.fromCodePoint(start + n * step + delta));
  }
  for (const entry of FOLD_SEQUENCES.split(',')) {
    const [code = '', sequence = ''] = entry.split(':');
    const codes = sequence.split('.').map((one) => Number.parseInt(one, 36));
    foldings.set(Number.parseInt(code, 36), String.fromCodePoint(...codes));
  }
  return foldings;
}
