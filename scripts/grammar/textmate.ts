// The description of the grammar → grammar/fairlead.tmLanguage.json: colours for editors that know TextMate grammars.
// Words that are names elsewhere are coloured only where they can be words: at the start of a line or an entry, or inside a fixed phrase.
import type { GrammarDescription } from '../../packages/dsl/src/syntax/describe.ts';
import { firstWords } from './words.ts';

interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly beginCaptures?: Readonly<Record<string, { readonly name: string }>>;
  readonly endCaptures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Pattern[];
  readonly include?: string;
}

export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Pattern[] }>>;
}

/** Rules whose first words begin a line or an entry. */
const lineRules: readonly string[] = [
  'useLine',
  'policyBlock',
  'policyLine',
  'declaration',
  'calendarLine',
  'teamLine',
  'member',
  'repLine',
  'queueLine',
  'enrichLine',
  'matchLine',
  'tableLine',
  'defaultLine',
  'ruleEntry',
  'otherwiseEntry',
  'action',
  'clause',
  'ladderStep',
  'testLine',
];

/** Fixed phrases in which place words follow other words. */
const phrases: readonly string[] = [
  'at least',
  'within the (?:last|next)',
  'the (?:newest|oldest|highest|lowest)',
  'more than',
  'ago',
  'free mail',
  'with',
  'times',
  'starts with',
  'ends with',
  'even off duty',
  'even over capacity',
  'by rotation(?: of this rule)?',
  'by fewest this',
  'by (?:highest|lowest)',
  'by likelihood using',
  'pause above',
  'average',
  'route to',
  'halving every',
  'reuse for',
  'claim within',
  'successor',
  'per',
  'every',
];

const conditionWords: readonly string[] = [
  'and',
  'or',
  'not',
  'is',
  'in',
  'of',
  'includes',
  'contains',
  'mentions',
  'starts',
  'ends',
  'within',
  'more',
  'during',
  'any',
  'all',
  'none',
  'like',
];
const constants: readonly string[] = ['yes', 'no', 'missing', 'known', 'matched'];

export function textMateGrammar(grammar: GrammarDescription): TextMateGrammar {
  const rules = new Map(grammar.rules.map((rule) => [rule.name, rule]));
  const starts = new Set(
    lineRules.flatMap((name) => firstWords(grammar, rules.get(name)?.body ?? { kind: 'sequence', parts: [] })),
  );
  const blocks = firstWords(grammar, rules.get('declaration')?.body ?? { kind: 'sequence', parts: [] });
  const others = grammar.reserved.filter((word) => !conditionWords.includes(word) && !constants.includes(word));
  const units = grammar.units.map((unit) => (unit === 'ms' ? unit : `${unit}s?`));
  return {
    name: 'Fairlead',
    scopeName: 'source.fairlead',
    fileTypes: ['route'],
    patterns: ['comment', 'text', 'named-block', 'line-word', 'value', 'phrase', 'word', 'sign'].map((name) => ({
      include: `#${name}`,
    })),
    repository: {
      comment: { patterns: [{ name: 'comment.line.number-sign.fairlead', match: '#.*$' }] },
      text: { patterns: [textPattern] },
      'named-block': {
        patterns: [
          {
            match: `(?:^|(?<=\\}))\\s*(${alternatives([...blocks, 'policy'])})\\s+([a-z][a-z0-9_]*)`,
            captures: { 1: { name: 'storage.type.fairlead' }, 2: { name: 'entity.name.type.fairlead' } },
          },
          {
            match: '(?:^|(?<=[{}]))\\s*(rep)\\s+([a-z][a-z0-9_]*)',
            captures: { 1: { name: 'storage.type.fairlead' }, 2: { name: 'entity.name.type.fairlead' } },
          },
        ],
      },
      'line-word': {
        patterns: [
          {
            match: `(?:^|(?<=[{}]))\\s*(${alternatives([...starts])})(?![a-z0-9_.])`,
            captures: { 1: { name: 'keyword.control.fairlead' } },
          },
        ],
      },
      value: {
        patterns: [
          { name: 'constant.other.instant.fairlead', match: '\\b\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(?:Z|[+-]\\d{2}:\\d{2})' },
          { name: 'constant.other.date.fairlead', match: '\\b\\d{4}-\\d{2}-\\d{2}\\b' },
          { name: 'constant.other.hours.fairlead', match: '\\b\\d{2}:\\d{2}-\\d{2}:\\d{2}\\b' },
          {
            match: `(-?\\d[\\d_]*(?:\\.\\d+)?[kM]?)\\s+(?:working\\s+)?(${units.join('|')}|[A-Z]{3})\\b`,
            captures: { 1: { name: 'constant.numeric.fairlead' }, 2: { name: 'support.constant.unit.fairlead' } },
          },
          { name: 'constant.numeric.fairlead', match: '-?\\b\\d[\\d_]*(?:\\.\\d+)?(?:%|[kM]\\b)?' },
          { name: 'constant.language.fairlead', match: `\\b(?:${alternatives(constants)})\\b` },
        ],
      },
      phrase: {
        patterns: [{ name: 'keyword.other.fairlead', match: `\\b(?:${phrases.join('|').replaceAll(' ', '\\s+')})\\b` }],
      },
      word: {
        patterns: [
          { name: 'keyword.operator.word.fairlead', match: `\\b(?:${alternatives(conditionWords)})\\b` },
          { name: 'keyword.control.fairlead', match: `\\b(?:${alternatives(others)})\\b` },
        ],
      },
      sign: {
        patterns: [
          { name: 'keyword.operator.fairlead', match: '>=|<=|[<>=+*|]|\\.\\.' },
          { name: 'punctuation.fairlead', match: '[{}()\\[\\],]' },
        ],
      },
    },
  };
}

const textPattern: Pattern = {
  name: 'string.quoted.double.fairlead',
  begin: '"',
  end: '"|$',
  beginCaptures: { 0: { name: 'punctuation.definition.string.begin.fairlead' } },
  endCaptures: { 0: { name: 'punctuation.definition.string.end.fairlead' } },
  patterns: [
    { name: 'constant.character.escape.fairlead', match: '\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})' },
    { name: 'invalid.illegal.escape.fairlead', match: '\\\\.' },
  ],
};

/** Words joined with `|`, longest first, so that no word hides a longer one. */
function alternatives(words: readonly string[]): string {
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}
