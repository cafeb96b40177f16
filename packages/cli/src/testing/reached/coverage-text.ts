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
  const words = Math.min(MAX_WIDTH, Math.max(...shown.map((one) => clean(one.words).length)));
  const lines = shown.map((one) => {
    const place = paint.dim(placeText(one).padEnd(width));
    if (one.hint === undefined) return `      ${place}  ${clean(one.words)}`;
    return `      ${place}  ${clean(one.words).padEnd(words)}  ${paint.cyan('try')} ${clean(one.hint)}`;
  });
  const more = list.length - shown.length;
  return [`    ${heading}`, ...lines, ...(more > 0 ? [`      … and ${more} more`] : [])];
}

const MAX_WIDTH = 60;

function placeText({ file, line }: Uncovered): string {
  return file === undefined ? '' : `${clean(file)}:${line ?? 1}`;
}
