// Words of other products for words of the language: `import`, `group`, `inbox`, `required`, `respond in`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import { Bar, keywords, Name, NumberConstant, OtherWord, RightBrace, TextConstant, Word } from '../../tokens.ts';
import type { Keyword } from '../../words.ts';
import {
  added,
  can,
  fix,
  inside,
  isForeign,
  isType,
  isWord,
  near,
  type Recogniser,
  type Repair,
  reads,
  readsOn,
  removed,
  replaced,
  retyped,
  spanOver,
  startsLine,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';

// biome-ignore format: a table reads better in rows
const synonyms: Readonly<Record<string, readonly Keyword[]>> = {
  import: ['use'], include: ['use'], require: ['use'],
  group: ['team'], pool: ['team'], squad: ['team'],
  inbox: ['queue'], bucket: ['queue'], backlog: ['queue'],
  agent: ['rep'], user: ['rep'], person: ['rep'], member: ['rep'], salesperson: ['rep'],
  var: ['define'], let: ['define'], const: ['define'], def: ['define'], segment: ['define'], condition: ['define'],
  schedule: ['calendar'], hours: ['open'], holiday: ['closed'], holidays: ['closed'], vacation: ['closed'], timezone: ['zone'], tz: ['zone'],
  leads: ['open'], limit: ['capacity'], max: ['capacity'], cap: ['capacity'], lead_cap: ['capacity'], boss: ['manager'], leader: ['manager'], deputy: ['backup'],
  reason: ['because'], why: ['because'], message: ['notify'], alert: ['notify'], tell: ['notify'], email: ['notify'], sla: ['respond'],
  in: ['within'], under: ['within'], drop: ['reject'], discard: ['reject'], disqualify: ['reject'], decline: ['reject'], else: ['fallback', 'otherwise'],
  backup: ['fallback'], filter: ['where'], only: ['where'], assert: ['expect'], should: ['expect'], version: ['language'], label: ['owner'],
  points: ['when'], scoring: ['score'], lookup: ['match'], enrichment: ['enrich'], default: ['otherwise'], fallthrough: ['otherwise'], catchall: ['otherwise'],
};

/** A word that other products use, where the language has one of its own that fits. */
export const synonym: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  // Where a name can stand, `Email` is one, in other letters.
  if (token === undefined || isType(token, TextConstant) || can(trouble, Name)) return undefined;
  for (const word of entryOf(synonyms, token.image.toLowerCase()) ?? []) {
    if (!can(trouble, word)) continue;
    const repair: Repair = { from: index, to: index + 1, put: [wordOver(word, token)], problem: undefined };
    if (readsOn(trouble, repair, 1) < 1 && !isForeign(near(trouble, 1))) continue;
    const span = spanOver(trouble, token);
    return {
      ...repair,
      problem: report(
        'FL103',
        span,
        { found: token.image, suggestion: word },
        { fixes: [fix(`Write \`${word}\``, span, word)] },
      ),
    };
  }
  return undefined;
};

/** `sla 5 minutes`: → `respond within 5 minutes`. */
export const slaClause: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined || !reads(token, 'sla') || !can(trouble, 'respond')) return undefined;
  const skipped = reads(near(trouble, 1), 'of', 'in', 'within', 'is') ? 1 : 0;
  if (!isType(near(trouble, 1 + skipped), NumberConstant)) return undefined;
  const last = near(trouble, skipped) ?? token;
  const span = spanOver(trouble, token, last);
  const instead = 'respond within';
  const problem = report(
    'FL103',
    span,
    { found: written(trouble, index, index + skipped), suggestion: instead },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  const put = [wordOver('respond', token), added('within', span.end)];
  return { from: index, to: index + 1 + skipped, put, problem };
};

/** `route to sales with skill "finance"`: what is asked of reps stands behind `where`. Taken out, it would be asked of nobody, so nothing is offered. */
export const withAsked: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined || (!isWord(token, 'with') && !reads(token, 'with', 'having', 'who', 'whose')))
    return undefined;
  if (!can(trouble, 'where')) return undefined;
  let to = index + 1;
  while (to < tokens.length && !startsLine(trouble, to) && !isType(tokens[to], RightBrace)) to += 1;
  const found = written(trouble, index, to - 1);
  const expects = '`where` and what has to hold of the rep, as in `where rep.skills of "finance" is known`';
  const span = spanOver(trouble, token, tokens[to - 1]);
  return { from: index, to, put: [], problem: report('FL102', span, { found, expects }) };
};

/** `country text?`, `email email required`, `status "new" or "old"`: types as other languages write them. */
export const typeShape: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined || !(inside(trouble, 'field') || inside(trouble, 'repField'))) return undefined;
  const span = spanOver(trouble, token);
  if (token.image === '?' && can(trouble, 'optional')) {
    const problem = report(
      'FL102',
      span,
      { found: '?', expects: '`optional`' },
      { fixes: [fix('Write `optional`', span, ' optional')] },
    );
    return { from: index, to: index + 1, put: [wordOver('optional', token)], problem };
  }
  if (reads(token, 'required', 'mandatory') && can(trouble, 'optional')) {
    const expects = '`optional`; a field without it has to be there';
    const fixes = [{ title: `Remove \`${token.image}\``, edits: [removed(trouble, token, token)] }];
    return {
      from: index,
      to: index + 1,
      put: [],
      problem: report('FL102', span, { found: token.image, expects }, { fixes }),
    };
  }
  if (
    !can(trouble, Bar) ||
    !isType(near(trouble, 1), TextConstant) ||
    !(isWord(token, 'or') || reads(token, '/', ',', '||'))
  )
    return undefined;
  const edits = [
    replaced(trouble, token, token, /\s/.test(trouble.source.text[token.startOffset - 1] ?? '') ? '|' : ' |'),
  ];
  const problem = report(
    'FL102',
    span,
    { found: token.image, expects: '`|` between choices' },
    { fixes: [{ title: 'Write `|`', edits }] },
  );
  return {
    from: index,
    to: index + 1,
    put: [retyped(Bar, '|', token)],
    problem,
    key: `choices@${lineOf(trouble, token)}`,
  };
};

function lineOf(trouble: Trouble, token: IToken): number {
  return trouble.source.text.lastIndexOf('\n', token.startOffset);
}

/** `capacity 40 leads`: the word behind the number is `open`. */
export const limitWord: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (
    token === undefined ||
    !isType(near(trouble, -1), NumberConstant) ||
    !can(trouble, 'open') ||
    !can(trouble, 'per')
  )
    return undefined;
  if (
    !(isType(token, Word) || isType(token, OtherWord)) ||
    !reads(token, 'leads', 'lead', 'max', 'total', 'active', 'concurrent', 'at')
  )
    return undefined;
  const span = spanOver(trouble, token);
  const problem = report(
    'FL103',
    span,
    { found: token.image, suggestion: 'open' },
    { fixes: [fix('Write `open`', span, 'open')] },
  );
  return { from: index, to: index + 1, put: [retyped(keywords.open, 'open', token)], problem };
};
