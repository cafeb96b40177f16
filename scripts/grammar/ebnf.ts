// The description of the grammar → grammar/fairlead.ebnf, as people read it.
import type { Expression, GrammarDescription, GrammarRule } from '../../packages/dsl/src/syntax/describe.ts';
import { sections } from './sections.ts';

const WIDTH = 120;

/** The whole grammar, section by section, with the lexical rules at its head. */
export function printEbnf(grammar: GrammarDescription): string {
  const rules = new Map(grammar.rules.map((rule) => [rule.name, rule]));
  const parts = sections.map(({ title, note, rules: names }) => {
    const shown = names.map((name) => rules.get(name)).filter((rule) => rule !== undefined);
    const head = note === undefined ? `(* ${title} *)` : wrapped(`(* ${title}. ${note} *)`, '   ');
    return `${head}\n\n${shown.map((rule) => printRule(rule)).join('\n')}`;
  });
  return `${lexicalPart(grammar)}\n\n${parts.join('\n\n')}\n`;
}

function lexicalPart({ classes, reserved, placeWords }: GrammarDescription): string {
  const width = Math.max(...classes.map(({ name }) => name.length));
  const lines = classes.map(({ name, pattern, meaning }) => {
    const label = `   ${name.padEnd(width)}  `;
    const whole = wrapped(`${label}${meaning}`, ' '.repeat(label.length));
    return pattern === undefined ? whole : `${whole}\n${' '.repeat(label.length)}/${pattern}/`;
  });
  return [
    '(* The grammar of Fairlead, version 1, as its parser reads it: two words of lookahead, LL(2).',
    '   Printed by scripts/grammar/generate.ts from packages/dsl/src/syntax; not written by hand.',
    '',
    '   { x } any number of x, also none · [ x ] x or nothing · x | y one of the two. Words and signs stand in quotes. Line ends never matter.',
    '',
    '   Classes of words and signs, with their patterns:',
    '',
    ...lines,
    '',
    '   Reserved words, which are never names:',
    '',
    wrapped(`   ${reserved.join(' ')}`, '   '),
    '',
    '   Words that mean something at their place, and are names everywhere else:',
    '',
    wrapped(`   ${placeWords.join(' ')}`, '   '),
    '*)',
  ].join('\n');
}

/** `name = … ;`: on one line if it fits, else one alternative or part a line. */
export function printRule({ name, body }: GrammarRule): string {
  const line = `${name} = ${printed(body, false)} ;`;
  if (line.length <= WIDTH) return line;
  if (body.kind === 'choice') {
    const [first, ...rest] = body.parts.map((part) => printed(part, false));
    return [`${name}`, `  = ${first}`, ...rest.map((part) => `  | ${part}`), '  ;'].join('\n');
  }
  return `${wrapped(line.replace(' = ', '\n  = '), '    ')}`;
}

/** `grouped`: as a part of a larger expression, where a choice needs brackets. */
function printed(expression: Expression, grouped: boolean): string {
  switch (expression.kind) {
    case 'sequence':
      return expression.parts.map((part) => printed(part, true)).join(' ');
    case 'choice': {
      const choices = expression.parts.map((part) => printed(part, false)).join(' | ');
      return grouped ? `( ${choices} )` : choices;
    }
    case 'optional':
      return `[ ${printed(expression.part, false)} ]`;
    case 'repeated':
      return `{ ${printed(expression.part, false)} }`;
    case 'word':
    case 'sign':
      return `"${expression.text}"`;
    default:
      return expression.text;
  }
}

/** Breaks lines at spaces; the lines after the first begin with `indent`. */
function wrapped(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => {
      const words = line.split(/(?<=\S) /);
      const lines = [words[0] ?? ''];
      for (const word of words.slice(1)) {
        const last = lines.at(-1) ?? '';
        if (last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(`${indent}${word}`);
      }
      return lines.join('\n');
    })
    .join('\n');
}
