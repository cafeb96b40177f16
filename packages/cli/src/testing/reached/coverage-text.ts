// What no test reached → text for a terminal: what, where, and what to write into a test to get there.
import { clean } from '../../output/clean-text.ts';
import { count, grouped } from '../../output/words.ts';
import type { Paint } from '../../shell.ts';
import { type Coverage, type Part, percentOf, type Uncovered, type UncoveredSide } from './coverage.ts';
import { shownPercent } from './fail-under.ts';

/** The lines, indented to stand under the tests of a policy. */
export function coverageLines(coverage: Coverage, paint: Paint): readonly string[] {
  const { rules, conditions, boundaries, lines, rows } = coverage;
  return [
    `  ${paint.bold('Coverage')} ${shownPercent(percentOf([coverage]))}`,
    `    ${ratio(rules, 'rule')} taken (with otherwise)`,
    `    ${ratio(conditions, 'condition')} seen both ways`,
    ...(boundaries.all === 0 ? [] : [`    ${ratio(boundaries, 'boundary', 'boundaries')} seen on both sides`]),
    ...(lines.all === 0
      ? []
      : [`    ${ratio(lines, 'line of matches and splits', 'lines of matches and splits')} reached`]),
    ...(rows.all === 0 ? [] : [`    ${ratio(rows, 'row of tables', 'rows of tables')} hit (not in the percentage)`]),
    ...uncovered('No test takes', rules.never, paint),
    ...uncovered('Never looked at', conditions.neverAsked, paint),
    ...uncovered('Never seen to hold', conditions.neverHeld, paint),
    ...uncovered('Never seen to fail', conditions.neverFailed, paint),
    ...uncovered('Boundaries never seen', boundaries.missing.map(withSide), paint),
    ...uncovered('Lines that no test reaches', lines.never, paint),
    ...uncovered('Rows that no test hits', rows.never, paint),
  ];
}

function ratio({ covered, all }: Part, one: string, many?: string): string {
  return `${grouped(covered)} of ${count(all, one, many)}`;
}

function withSide(one: UncoveredSide): Uncovered {
  return { ...one, words: `${one.words}, ${one.side}` };
}

const MAX_LISTED = 30;

function uncovered(heading: string, list: readonly Uncovered[], paint: Paint): readonly string[] {
  if (list.length === 0) return [];
  const shown = list.slice(0, MAX_LISTED);
  const width = Math.max(...shown.map((one) => placeText(one).length));
  const lengths = shown.map(({ words }) => clean(words).length).filter((length) => length <= MAX_WORDS);
  const lines = shown.flatMap((one) => uncoveredLines(one, { width, words: Math.max(0, ...lengths) }, paint));
  const more = list.length - shown.length;
  return [`    ${heading}`, ...lines, ...(more > 0 ? [`      … and ${grouped(more)} more`] : [])];
}

const MAX_WORDS = 50;
const MAX_LINE = 110;

/** What to write stands beside it where there is room, else below. */
function uncoveredLines(
  one: Uncovered,
  { width, words }: { readonly width: number; readonly words: number },
  paint: Paint,
): readonly string[] {
  const place = paint.dim(placeText(one).padEnd(width));
  const what = clean(one.words);
  if (one.hint === undefined) return [`      ${place}  ${what}`];
  const hint = clean(one.hint);
  const shown = `${paint.cyan('try')} ${hint}`;
  if (what.length <= words && width + words + hint.length + 14 <= MAX_LINE) {
    return [`      ${place}  ${what.padEnd(words)}  ${shown}`];
  }
  return [`      ${place}  ${what}`, `      ${' '.repeat(width)}  ${shown}`];
}

function placeText({ file, line }: Uncovered): string {
  return file === undefined ? '' : `${clean(file)}:${line ?? 1}`;
}
