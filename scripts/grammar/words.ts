// The description of the grammar → grammar/keywords.json: every word of the language, and where it means something.
import type { Expression, GrammarDescription } from '../../packages/dsl/src/syntax/describe.ts';

export interface KeywordsFile {
  readonly language: number;
  readonly reserved: Readonly<Record<string, readonly string[]>>;
  readonly atTheirPlace: Readonly<Record<string, readonly string[]>>;
  readonly units: readonly string[];
  readonly days: readonly string[];
  readonly signs: readonly string[];
}

/** Words by code point; beside each the rules of the grammar that it stands in. */
export function keywordsFile(grammar: GrammarDescription): KeywordsFile {
  const uses = usesOf(grammar);
  const table = (words: readonly string[]): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries([...words].sort().map((word) => [word, uses.get(word) ?? []]));
  const signs = [...new Set(grammar.rules.flatMap(({ body }) => texts(body, 'sign')))].sort();
  return {
    language: 1,
    reserved: table(grammar.reserved),
    atTheirPlace: table(grammar.placeWords),
    units: grammar.units.flatMap((unit) => (unit === 'ms' ? [unit] : [unit, `${unit}s`])),
    days: grammar.days,
    signs: [...signs, '<', '<=', '>', '>='],
  };
}

/** Word → the rules it stands in, in the order of the parser. */
function usesOf({ rules }: GrammarDescription): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { name, body } of rules) {
    for (const word of new Set(texts(body, 'word'))) uses.set(word, [...(uses.get(word) ?? []), name]);
  }
  return uses;
}

/** What stands in an expression, of one kind, in text order. */
export function texts(expression: Expression, kind: 'word' | 'sign' | 'rule' | 'class'): readonly string[] {
  switch (expression.kind) {
    case 'sequence':
    case 'choice':
      return expression.parts.flatMap((part) => texts(part, kind));
    case 'optional':
    case 'repeated':
      return texts(expression.part, kind);
    default:
      return expression.kind === kind ? [expression.text] : [];
  }
}

/** The words that an expression can begin with; rules are looked through. */
export function firstWords(grammar: GrammarDescription, expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'sequence': {
      const found: string[] = [];
      for (const part of expression.parts) {
        found.push(...firstWords(grammar, part));
        if (part.kind !== 'optional' && part.kind !== 'repeated') break;
      }
      return found;
    }
    case 'choice':
      return expression.parts.flatMap((part) => firstWords(grammar, part));
    case 'optional':
    case 'repeated':
      return firstWords(grammar, expression.part);
    case 'rule': {
      const rule = grammar.rules.find(({ name }) => name === expression.text);
      return rule === undefined ? [] : firstWords(grammar, rule.body);
    }
    case 'word':
      return [expression.text];
    default:
      return [];
  }
}
