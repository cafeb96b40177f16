// Whom a lead goes to, in the manner of other products: `route to team sales`, `route to ana, ben`, `split 50% a, 50% b`, `weight { ana 2 }`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { fits } from '../../machine.ts';
import { Comma, keywords, LeftBrace, Name, NumberConstant, PercentConstant, RightBrace } from '../../tokens.ts';
import {
  can,
  endOf,
  fix,
  indentAt,
  isType,
  isWord,
  made,
  near,
  nextLine,
  open,
  type Recogniser,
  type Repair,
  reads,
  removed,
  replaced,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';

/** `route to team enterprise`: a name alone says what it is. */
export const kindBeforeName: Recogniser = (trouble) => {
  const { index } = trouble;
  const [kind, name] = [near(trouble, -1), near(trouble)];
  if (kind === undefined || name === undefined || !isWord(kind, 'team', 'rep', 'queue') || !fits(name.tokenType, Name))
    return undefined;
  if (startsLine(trouble) || !isWord(near(trouble, -2), 'to') || !can(trouble, 'split', index - 1)) return undefined;
  const instead = `route to ${name.image}`;
  const fixes = [{ title: `Remove \`${kind.image}\``, edits: [removed(trouble, kind, kind)] }];
  const problem = report('FL153', spanOver(trouble, kind), { found: `route to ${kind.image}`, instead }, { fixes });
  return { from: index - 1, to: index, put: [], problem };
};

/** `route to ana, ben`, `route to ana or ben`, `route to ana then ben`: the others are what to fall back on. */
export const severalTargets: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const join = near(trouble);
  if (
    join === undefined ||
    startsLine(trouble) ||
    !isJoin(join) ||
    !can(trouble, 'fallback') ||
    !can(trouble, 'because')
  )
    return undefined;
  const names: IToken[] = [];
  let to = index;
  while (isJoin(tokens[to]) && isName(tokens[to + 1])) {
    const name = tokens[to + 1];
    if (name !== undefined) names.push(name);
    to += 2;
  }
  const last = names.at(-1);
  if (last === undefined) return undefined;
  const words = `fallback { ${names.map(({ image }) => image).join('  ')} }`;
  const put = [
    wordOver('fallback', join),
    made(LeftBrace, '{', endOf(join), endOf(join)),
    ...names,
    made(RightBrace, '}', endOf(last), endOf(last)),
  ];
  const edit = replaced(
    trouble,
    join,
    last,
    /\s/.test(trouble.source.text[join.startOffset - 1] ?? '') ? words : ` ${words}`,
  );
  const found = written(trouble, index, to - 1);
  const problem = report(
    'FL166',
    spanOver(trouble, join, last),
    { found },
    // Sharing the leads out may be meant as well.
    { fixes: [{ title: `Write \`${words}\``, edits: [edit], guess: true }] },
  );
  return { from: index, to, put, problem };
};

function isJoin(token: IToken | undefined): boolean {
  return isType(token, Comma) || isWord(token, 'or', 'and') || reads(token, 'then', '/', '>', '->');
}

function isName(token: IToken | undefined): boolean {
  return (
    token !== undefined &&
    fits(token.tokenType, Name) &&
    !isWord(token, 'by', 'weight', 'reserve', 'available', 'even', 'notify', 'offer')
  );
}

/** `fallback ben, triage`: the names stand in `{ }`. */
export const fallbackWithoutBraces: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const word = near(trouble, -1);
  const isFallback = isWord(word, 'fallback') && can(trouble, LeftBrace);
  if (word === undefined || !isFallback || startsLine(trouble) || !isName(near(trouble))) return undefined;
  const names: IToken[] = [];
  let to = index;
  while (isName(tokens[to]) && !startsLine(trouble, to)) {
    const name = tokens[to];
    if (name !== undefined) names.push(name);
    to += isJoin(tokens[to + 1]) && isName(tokens[to + 2]) ? 2 : 1;
  }
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  // With a `}` behind them only its partner is missing.
  const lineEnd = nextLine(trouble, to);
  const next = tokens[lineEnd];
  const closesHere =
    isType(next, RightBrace) &&
    next !== undefined &&
    indentAt(trouble, next.startOffset) >= indentAt(trouble, word.startOffset);
  if (closesHere || tokens.slice(to, lineEnd).some((token) => isType(token, RightBrace))) return undefined;
  const instead = `fallback { ${names.map(({ image }) => image).join('  ')} }`;
  const put = [
    made(LeftBrace, '{', first.startOffset, first.startOffset),
    ...names,
    made(RightBrace, '}', endOf(last), endOf(last)),
  ];
  const span = spanOver(trouble, word, last);
  const fixes = [fix(`Write \`${instead}\``, span, instead)];
  const problem = report('FL101', span, { what: '`{ }` around whom to fall back on', after: '`fallback`' }, { fixes });
  return { from: index, to, put, problem };
};

/** `split 50% a, 50% b` and `route to 50% a and 50% b`: shares stand in `split { … }`. */
export const sharesWithoutBraces: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const first = near(trouble);
  const hasSplit = isWord(near(trouble, -1), 'split');
  if (
    first === undefined ||
    !isType(first, PercentConstant) ||
    !(hasSplit ? can(trouble, LeftBrace) : can(trouble, 'split'))
  )
    return undefined;
  const arms: IToken[] = [];
  let to = index;
  while (isType(tokens[to], PercentConstant) && isName(tokens[to + 1])) {
    arms.push(...tokens.slice(to, to + 2));
    to += isJoin(tokens[to + 2]) && isType(tokens[to + 3], PercentConstant) ? 3 : 2;
  }
  const last = arms.at(-1);
  if (last === undefined || arms.length < 4) return undefined;
  // A brace on the same line was written; only its partner is missing.
  const isClosed = isType(tokens[to], RightBrace) && !startsLine(trouble, to);
  const shown = arms.map(({ image }, at) => (at % 2 === 0 ? `${at === 0 ? '' : ' '}${image}` : image)).join(' ');
  const instead = `${hasSplit ? '' : 'split '}{ ${shown} }`;
  const put = [
    ...(hasSplit ? [] : [made(keywords.split, 'split', first.startOffset, first.startOffset)]),
    made(LeftBrace, '{', first.startOffset, first.startOffset),
    ...arms,
    ...(isClosed ? [] : [made(RightBrace, '}', endOf(last), endOf(last))]),
  ];
  const span = spanOver(trouble, first, last);
  if (isClosed) return openedOnly(trouble, { from: index, to, put }, first, hasSplit);
  const what = hasSplit ? '`{ }` around the shares' : '`split { }` around the shares';
  const after = `\`${near(trouble, -1)?.image ?? 'to'}\``;
  return {
    from: index,
    to,
    put,
    problem: report('FL101', span, { what, after }, { fixes: [fix(`Write \`${instead}\``, span, instead)] }),
  };
};

/** `split 50% a  50% b }`. */
function openedOnly(
  trouble: Trouble,
  repair: Pick<Repair, 'from' | 'to' | 'put'>,
  first: IToken,
  hasSplit: boolean,
): Repair {
  const what = hasSplit ? '`{`' : '`split {`';
  const start = first.startOffset;
  const fixes = [
    { title: `Add ${what}`, edits: [{ span: spanAt(trouble, start), text: `${hasSplit ? '' : 'split '}{ ` }] },
  ];
  const after = `\`${near(trouble, -1)?.image ?? 'to'}\``;
  return { ...repair, problem: report('FL101', spanOver(trouble, first), { what, after }, { fixes }) };
}

/** `split { sales 60%  leadership 40% }`: the share comes first. All of one split are one mistake. */
export const shareOrder: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const name = near(trouble);
  if (name === undefined || !open(trouble).includes('splitTarget') || !can(trouble, PercentConstant) || !isName(name))
    return undefined;
  const shareAt = reads(near(trouble, 1), ':', '=', '->') ? index + 2 : index + 1;
  const share = tokens[shareAt];
  if (share === undefined || !isType(share, PercentConstant)) return undefined;
  const end = isType(tokens[shareAt + 1], Comma) ? shareAt + 1 : shareAt;
  const span = spanOver(trouble, name, tokens[end] ?? share);
  const instead = `${share.image} ${name.image}`;
  const put = [made(PercentConstant, share.image, span.start, span.start), name];
  const block = tokens.slice(0, index).findLast((token) => isType(token, LeftBrace))?.startOffset ?? 0;
  const problem = report(
    'FL102',
    span,
    { found: written(trouble, index, end), expects: `an arm such as \`${instead}\`` },
    { fixes: [fix('Write the shares first', span, instead)] },
  );
  return { from: index, to: end + 1, put, problem, key: `shares@${block}` };
};

/** `split { sales leadership }`, `split evenly { … }`: every arm says its share. */
export const noShares: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const isEvenly = reads(near(trouble), 'evenly', 'equally');
  const brace = isEvenly ? index + 1 : index - 1;
  if (!isType(tokens[brace], LeftBrace) || !isWord(tokens[isEvenly ? index - 1 : brace - 1], 'split')) return undefined;
  const names: IToken[] = [];
  let to = brace + 1;
  while (isName(tokens[to])) {
    const name = tokens[to];
    if (name !== undefined) names.push(name);
    to += isType(tokens[to + 1], Comma) ? 2 : 1;
  }
  const [first, last] = [tokens[index], tokens[to - 1]];
  if (names.length < 2 || first === undefined || last === undefined || !isType(tokens[to], RightBrace))
    return undefined;
  const each = Math.floor(10_000 / names.length);
  const arms = names.map((name, at) => {
    const share = (at === 0 ? 10_000 - each * (names.length - 1) : each) / 100;
    return { share: `${share}%`, name };
  });
  const shown = `${isEvenly ? '{ ' : ''}${arms.map(({ share, name }) => `${share} ${name.image}`).join('  ')}`;
  const put = [
    ...(isEvenly ? [made(LeftBrace, '{', first.startOffset, first.startOffset)] : []),
    ...arms.flatMap(({ share, name }) => [made(PercentConstant, share, name.startOffset, name.startOffset), name]),
  ];
  const span = spanOver(trouble, first, last);
  // Equal shares are only the likeliest.
  const fixes = [{ ...fix(`Write \`${shown}\``, span, shown), guess: true as const }];
  const problem = report('FL101', span, { what: 'the share of each arm', after: '`split`' }, { fixes });
  return { from: index, to, put, problem };
};

/** `fallback { for 2 hours dana }`: who comes first. */
export const ownerLast: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  for (const at of [index, index - 1]) {
    const [word, amount, unit, name] = tokens.slice(at, at + 4);
    if (
      !isWord(word, 'for') ||
      !isType(amount, NumberConstant) ||
      !isName(name) ||
      !open(trouble, at).includes('fallbackClause')
    )
      continue;
    if (word === undefined || amount === undefined || unit === undefined || name === undefined) continue;
    const instead = `${name.image} for ${amount.image} ${unit.image}`;
    const span = spanOver(trouble, word, name);
    const problem = report(
      'FL102',
      span,
      { found: written(trouble, at, at + 3), expects: `\`${instead}\`` },
      { fixes: [fix(`Write \`${instead}\``, span, instead)] },
    );
    return { from: at, to: at + 4, put: [name, word, amount, unit], problem };
  }
  return undefined;
};

/** `weight { ana 2  ben: 1 }`: the number comes first. All of one block are one mistake. */
export const weightOrder: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const name = near(trouble);
  if (name === undefined || !open(trouble).includes('weightClause') || !can(trouble, NumberConstant) || !isName(name))
    return undefined;
  const numberAt = reads(near(trouble, 1), ':', '=', '->') ? index + 2 : index + 1;
  const weight = tokens[numberAt];
  if (weight === undefined || !isType(weight, NumberConstant)) return undefined;
  const end = isType(tokens[numberAt + 1], Comma) ? numberAt + 1 : numberAt;
  const last = tokens[end] ?? weight;
  const span = spanOver(trouble, name, last);
  const instead = `${weight.image} for ${name.image}`;
  const put = [
    made(NumberConstant, weight.image, span.start, span.start),
    made(keywords.for, 'for', span.start, span.start),
    name,
  ];
  const block = trouble.tokens.slice(0, index).findLast((token) => isType(token, LeftBrace))?.startOffset ?? 0;
  const problem = report(
    'FL102',
    span,
    { found: written(trouble, index, end), expects: `a weight such as \`${instead}\`` },
    {
      fixes: [fix('Write the numbers first', span, instead)],
    },
  );
  return { from: index, to: end + 1, put, problem, key: `weights@${block}` };
};
