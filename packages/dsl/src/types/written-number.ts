// A sample such as "$1,234.50" → what stands before and after the number, and its two separators.

import type { Written } from '@fairlead/ir';

/** What a sample says, or why it says nothing. `instead` are samples that would say it, the likelier first. */
export type NumberSample =
  | { readonly kind: 'sample'; readonly written: Extract<Written, { kind: 'number' }> }
  | {
      readonly kind: 'problem';
      readonly problem: 'no-digits' | 'sign' | 'ambiguous' | 'groups' | 'shape' | 'fraction';
      readonly instead: readonly string[];
    };

/** The digits, and what may stand between them: point, comma, apostrophes, spaces and narrow spaces. */
const NUMBER = /\d(?:[\d.,'\u2019 \u00A0\u2009\u202F]*\d)?/;
const SEPARATORS = /[.,'\u2019 \u00A0\u2009\u202F]/g;

/** Reads a sample. `whole` for fields of the type count: a single separator then parts thousands. */
export function readNumberSample(sample: string, whole: boolean): NumberSample {
  const found = NUMBER.exec(sample);
  if (found === null) return problem('no-digits', ['1,234.50', '1.234,50']);
  const number = found[0];
  const prefix = sample.slice(0, found.index);
  const suffix = sample.slice(found.index + number.length);
  if (/\d/.test(suffix)) return problem('shape', ['1,234.50']);
  if (/[-+()\u2212]/.test(prefix + suffix))
    return problem('sign', [`${prefix}${number}${suffix}`.replaceAll(/[-+()\u2212]/g, '')]);
  const around = (inside: string): string => `${prefix}${inside}${suffix}`;
  const marks = number.match(SEPARATORS) ?? [];
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return sampleOf(prefix, suffix, '', defaultDecimal);
  if (first !== last) return twoMarks(number, first, last, prefix, suffix, whole);
  // One kind of mark: several of it part thousands; a single one may be either.
  if (marks.length > 1 || whole || !(first === '.' || first === ',')) {
    if (!isGrouped(number, first)) {
      return problem('groups', whole ? [around(`1${first}234`)] : [around('1,234.50'), around('1.234,50')]);
    }
    return sampleOf(prefix, suffix, first, first === '.' ? ',' : '.');
  }
  const fraction = number.length - number.indexOf(first) - 1;
  if (fraction !== 3) return sampleOf(prefix, suffix, '', first);
  const other = first === '.' ? ',' : '.';
  return problem('ambiguous', [around(`${number}${other}50`), around(`${number.replace(first, '')}${first}50`)]);
}

/** A number without marks has a point, if it ever has decimals. */
const defaultDecimal = '.';

function twoMarks(
  number: string,
  group: string,
  decimal: string,
  prefix: string,
  suffix: string,
  whole: boolean,
): NumberSample {
  if (whole) return problem('fraction', [`${prefix}1${group}234${suffix}`]);
  const at = number.indexOf(decimal);
  const before = number.slice(0, at);
  if ((decimal !== '.' && decimal !== ',') || number.indexOf(decimal, at + 1) !== -1 || !isGrouped(before, group)) {
    return problem('groups', [`${prefix}1,234.50${suffix}`, `${prefix}1.234,50${suffix}`]);
  }
  return sampleOf(prefix, suffix, group, decimal);
}

/** Whether digits stand in groups: the last has three, those before two or three (as in India), the first up to three. */
function isGrouped(number: string, mark: string): boolean {
  const [first = '', ...others] = number.split(mark);
  const last = others.at(-1) ?? '';
  return /^\d{1,3}$/.test(first) && /^\d{3}$/.test(last) && others.every((group) => /^\d{2,3}$/.test(group));
}

function sampleOf(prefix: string, suffix: string, group: string, decimal: string): NumberSample {
  return { kind: 'sample', written: { kind: 'number', prefix, suffix, group, decimal } };
}

type Problem = Extract<NumberSample, { kind: 'problem' }>;

function problem(which: Problem['problem'], instead: readonly string[]): Problem {
  return { kind: 'problem', problem: which, instead };
}
