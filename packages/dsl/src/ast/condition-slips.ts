// Conditions that read well and cannot be meant: `and` beside `or`, half a condition, words of other languages for "missing" and "yes".

import type { CstNode, IToken } from 'chevrotain';
import type { Edit, Fix } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../source/source.ts';
import { flagFor, knownWords, missingWords } from '../syntax/other-words.ts';
import { type BuildContext, node, spanOf, writtenAt } from './build-context.ts';
import type { Comparison, Condition, Datum, FlagLiteral, Literal, Test, Value } from './nodes.ts';

// ---- `and` beside `or` -----------------------------------------------------------------------------------------

/** Reports the first word that differs from the one before it; both ways to set brackets are fixes. */
export function reportMix(context: BuildContext, trees: readonly CstNode[], words: readonly IToken[]): void {
  const at = words.findIndex((word, index) => index > 0 && word.tokenType !== words[0]?.tokenType);
  const [first, second] = [words[0], words[at]];
  if (first === undefined || second === undefined) return;
  const spans = trees.map((tree) => spanOf(context, tree));
  const fixes = (['and', 'or'] as const).map((word) => bracketsAround(context, spans, words, word));
  const [ands, ors] = fixes.map(({ shown }) => shown);
  context.diagnostics.push(
    report(
      'FL139',
      spanOf(context, second),
      { first: ands ?? '', second: ors ?? '' },
      {
        fixes: fixes.map(({ fix }) => fix),
        related: [{ span: spanOf(context, first), message: `\`${first.image}\` stands here:` }],
      },
    ),
  );
}

/** Brackets around each run of conditions that are joined by `word`. */
function bracketsAround(
  context: BuildContext,
  spans: readonly Span[],
  words: readonly IToken[],
  word: 'and' | 'or',
): { readonly fix: Fix; readonly shown: string } {
  const edits: Edit[] = [];
  let shown = '';
  for (const [index, span] of spans.entries()) {
    const before = words[index - 1]?.tokenType.name;
    const after = words[index]?.tokenType.name;
    const opens = after === word && before !== word;
    const closes = before === word && after !== word;
    if (opens) edits.push({ span: { ...span, end: span.start }, text: '(' });
    if (closes) edits.push({ span: { ...span, start: span.end }, text: ')' });
    const text = shortened(writtenAt(context, span));
    shown += `${index === 0 ? '' : ` ${before} `}${opens ? '(' : ''}${text}${closes ? ')' : ''}`;
  }
  return { fix: { title: `Write \`${shown}\``, edits }, shown };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}

// ---- half a condition ------------------------------------------------------------------------------------------

/** A constant alone where a condition stands: `country is "DE" or "AT"`. Gives the conditions with broken nodes in their places. */
export function withoutHalves(
  context: BuildContext,
  units: readonly Condition[],
  joined: 'and' | 'or' | undefined,
): readonly Condition[] {
  if (!units.some(isHalf)) return units;
  return units.map((unit, index) => {
    if (!isHalf(unit)) return unit;
    const previous = units[index - 1];
    if (previous === undefined || !isHalf(previous)) reportHalf(context, units, index, joined);
    return node(context, unit.span, { kind: 'broken' as const });
  });
}

function isHalf(unit: Condition): unit is Comparison {
  return unit.kind === 'comparison' && unit.test === undefined && isConstant(unit.value);
}

function isConstant(value: Value): value is Literal {
  return value.kind.endsWith('-literal');
}

function reportHalf(
  context: BuildContext,
  units: readonly Condition[],
  index: number,
  joined: 'and' | 'or' | undefined,
): void {
  const half = units[index];
  if (half === undefined) return;
  let end = index;
  while (end + 1 < units.length && isHalf(units[end + 1] ?? half)) end += 1;
  const last = units[end] ?? half;
  const whole = units[index - 1];
  const rewritten =
    whole?.kind === 'comparison' ? asList(context, whole, units.slice(index, end + 1), joined) : undefined;
  const span = { ...half.span, end: last.span.end };
  const found = writtenAt(context, half.span);
  const fixes =
    rewritten === undefined || whole === undefined
      ? []
      : [
          {
            title: `Write \`${rewritten}\``,
            edits: [{ span: { ...whole.span, end: last.span.end }, text: rewritten }],
          },
        ];
  context.diagnostics.push(report('FL144', span, { found, instead: rewritten }, { fixes }));
}

/** `country is "DE"` and further constants → `country in ["DE", "AT"]`. */
function asList(
  context: BuildContext,
  { value, test }: Comparison,
  halves: readonly Condition[],
  joined: 'and' | 'or' | undefined,
): string | undefined {
  const first = firstConstant(test);
  if (test === undefined || first === undefined || joined === undefined) return undefined;
  const list = `[${[first, ...halves].map(({ span }) => writtenAt(context, span)).join(', ')}]`;
  const left = writtenAt(context, value.span);
  if (test.kind === 'equals') return `${left} ${test.negated ? 'not in' : 'in'} ${list}`;
  const verb = writtenAt(context, { ...test.span, end: first.span.start }).trim();
  return `${left} ${verb} ${joined === 'or' ? 'any' : 'all'} of ${list}`;
}

function firstConstant(test: Test | undefined): Literal | undefined {
  if (test?.kind === 'equals') return isConstant(test.right) ? test.right : undefined;
  if (test?.kind !== 'text' && test?.kind !== 'includes') return undefined;
  return test.several.quantifier === 'one' && isConstant(test.several.value) ? test.several.value : undefined;
}

// ---- words of other languages ----------------------------------------------------------------------------------

/** `is null`, `is not empty`, `is ""`: what they mean here. Undefined where the words may be the author's own names. */
export function missingTest(
  context: BuildContext,
  tree: CstNode,
  left: CstNode,
  negated: boolean,
  right: Value,
): Test | undefined {
  const isBlank = right.kind === 'text-literal' && right.value.trim() === '' && writtenAt(context, right.span) !== '';
  const word = onlyName(right);
  const isMissing = isBlank || (word !== undefined && missingWords.includes(word));
  const isKnown = word !== undefined && knownWords.includes(word);
  if (!isMissing && !isKnown) return undefined;
  if (word !== undefined && isUsedElsewhere(context, word)) return undefined;
  const known = isKnown ? !negated : negated;
  const words = known ? 'is known' : 'is missing';
  const instead = `${shortened(writtenAt(context, spanOf(context, left)))} ${words}`;
  const span = spanOf(context, tree);
  const fixes = [{ title: `Write \`${words}\``, edits: [{ span, text: words }] }];
  context.diagnostics.push(
    report('FL133', span, { found: isBlank ? 'an empty text' : `\`${word}\``, instead, isKnown }, { fixes }),
  );
  return node(context, tree, known ? { kind: 'is-known' as const } : { kind: 'is-missing' as const });
}

/** `is true`, `opted_in false`: the flag that is meant. */
export function flagMeant(context: BuildContext, value: Value | Datum): FlagLiteral | undefined {
  const word = value.kind === 'name' ? value.text : onlyName(value);
  const flag = word === undefined ? undefined : flagFor(word);
  if (word === undefined || flag === undefined || !(word === 'true' || word === 'false')) return undefined;
  const fixes = [{ title: `Write \`${flag}\``, edits: [{ span: value.span, text: flag }] }];
  context.diagnostics.push(report('FL134', value.span, { found: word, instead: flag }, { fixes }));
  return node(context, value.span, { kind: 'flag-literal' as const, value: flag === 'yes' });
}

function onlyName(value: Value | Datum): string | undefined {
  if (value.kind !== 'reading' || value.of !== undefined || value.path.names.length !== 1) return undefined;
  return value.path.names[0]?.text;
}

/** Whether the word stands in the file where it is not compared with: then it may be a name of the author's. */
function isUsedElsewhere({ tokens }: BuildContext, word: string): boolean {
  return tokens.some((token, at) => token.image === word && !['is', 'not'].includes(tokens[at - 1]?.image ?? ''));
}
