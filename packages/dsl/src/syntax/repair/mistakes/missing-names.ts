// Names and labels that are missing: `define = …`, `team enterprise {`, `team "Enterprise closers" {`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { LeftBrace, Name, TextConstant, Word } from '../../tokens.ts';
import {
  can,
  endBefore,
  endOf,
  fix,
  isType,
  isWord,
  made,
  missing,
  near,
  open,
  type Recogniser,
  type Repair,
  readsOn,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
} from '../trouble.ts';
import { quoted } from './quotes.ts';

const heads: Readonly<Record<string, string>> = {
  teamBlock: 'team',
  queueBlock: 'queue',
  policyBlock: 'policy',
  member: 'rep',
  testBlock: 'test',
  ruleEntry: 'rule',
};

/** The word that begins what a rule of the grammar reads, of what has a label or a name in quotes; else undefined. */
export function headOf(rule: string | undefined): string | undefined {
  return heads[rule ?? ''];
}

/** `team "Enterprise closers" {`: the label is there, the name is not. */
export function nameBeforeLabel(trouble: Trouble, label: IToken, block: string, name: string): Repair {
  const sample = `${block} ${name} ${label.image}`;
  const problem = report(
    'FL119',
    spanOver(trouble, label),
    { block, part: 'name', sample },
    {
      fixes: [fix(`Write \`${sample}\``, spanAt(trouble, label.startOffset), `${name} `)],
    },
  );
  return {
    from: trouble.index,
    to: trouble.index,
    put: [made(Word, name, label.startOffset, label.startOffset)],
    problem,
  };
}

const samples: Readonly<Record<string, string>> = {
  rule: 'rule "Large companies" when …',
  test: 'test "a German lead goes to Ana" { … }',
};

const namedBlocks: Readonly<Record<string, string>> = {
  defineDeclaration: 'define',
  listDeclaration: 'list',
  calendarBlock: 'calendar',
  enrichBlock: 'enrich',
  matchBlock: 'match',
  scoreBlock: 'score',
  recordBlock: 'record',
  tableBlock: 'table',
};

const sampleNames: Readonly<Record<string, string>> = {
  define: 'large',
  list: 'dach',
  calendar: 'berlin',
  enrich: 'firmographics',
  match: 'account',
  score: 'fit',
  record: 'account',
  table: 'territory',
};

/** `define = …`, `calendar {`, `score max 50`: the name is missing. */
export const missingName: Recogniser = (trouble) => {
  const { index } = trouble;
  const [head, token] = [near(trouble, -1), near(trouble)];
  const block = namedBlocks[open(trouble)[0] ?? ''];
  if (head === undefined || token === undefined || block === undefined || head.image !== block) return undefined;
  const at = endOf(head);
  const put: Repair = { from: index, to: index, put: [missing(Word, at)], problem: undefined };
  if (startsLine(trouble) || !can(trouble, Name) || readsOn(trouble, put, 1) < 1) return undefined;
  const sample = `${block} ${sampleNames[block] ?? 'name'} ${token.image} …`;
  return { ...put, problem: report('FL119', spanOver(trouble, head), { block, part: 'name', sample }) };
};

/** `team enterprise {`, `rule when …`, `test {`: the text in quotes is missing. */
export const missingLabel: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  const block = headOf(open(trouble)[0]);
  const before = near(trouble, -1);
  if (token === undefined || before === undefined || block === undefined || !can(trouble, TextConstant))
    return undefined;
  const head = block === 'rule' || block === 'test' ? before : near(trouble, -2);
  if (head?.image !== block) return undefined;
  const isHead = isType(token, LeftBrace) || (block === 'rule' && isWord(token, 'when', 'route', 'nurture', 'reject'));
  if (!isHead || can(trouble, token.tokenType)) return undefined;
  const at = endBefore(trouble);
  const isNamed = block === 'rule' || block === 'test';
  const line = trouble.source.text.slice(0, at).split(/\r\n|\n|\r/).length;
  const label = isNamed ? `"${block === 'rule' ? 'Rule' : 'Test'} of line ${line}"` : quoted(titled(before.image));
  const sample = samples[block] ?? `${block} ${before.image} ${label}`;
  const problem = report(
    'FL119',
    spanOver(trouble, tokens[index - (isNamed ? 1 : 2)] ?? before, before),
    { block, part: isNamed ? 'name' : 'label', sample },
    {
      fixes: [fix(`Add ${label}`, spanAt(trouble, at), ` ${label}`)],
    },
  );
  return { from: index, to: index, put: [made(TextConstant, label, at, at)], problem };
};

/** `data_desk` → `Data desk`. */
function titled(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
