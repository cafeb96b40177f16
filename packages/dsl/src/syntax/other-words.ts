// Words of other languages that the parser knows by sight, for "missing", "known", "yes" and "no".

/** Words for a value that is not there. */
export const missingWords: readonly string[] = [
  'null',
  'nil',
  'none',
  'undefined',
  'empty',
  'blank',
  'nothing',
  'unset',
  'nan',
  'n/a',
];

/** Words for a value that is there. */
export const knownWords: readonly string[] = ['set', 'present', 'filled', 'defined', 'populated', 'provided'];

const yesWords: readonly string[] = ['true', 'checked', 'on'];
const noWords: readonly string[] = ['false', 'unchecked'];

/** The flag that a word of another language means. */
export function flagFor(word: string): 'yes' | 'no' | undefined {
  const lower = word.toLowerCase();
  if (yesWords.includes(lower) || (lower === 'yes' && word !== 'yes')) return 'yes';
  return noWords.includes(lower) || (lower === 'no' && word !== 'no') ? 'no' : undefined;
}
