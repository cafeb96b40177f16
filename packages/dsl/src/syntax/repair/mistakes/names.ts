// Names that are written in another way: capital letters, hyphens, quotes, reserved words.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import {
  Comma,
  Currency,
  keywordByText,
  LeftBracket,
  Minus,
  Name,
  OtherWord,
  TextConstant,
  Word,
} from '../../tokens.ts';
import { isReserved } from '../../words.ts';
import { misspelt } from '../misspelt.ts';
import {
  can,
  endOf,
  fix,
  isForeign,
  isType,
  isWord,
  made,
  near,
  open,
  type Recogniser,
  type Repair,
  readsOn,
  retyped,
  spanOver,
  startsLine,
  type Trouble,
  takenBy,
  touches,
  written,
} from '../trouble.ts';
import { headOf, nameBeforeLabel } from './missing-names.ts';
import { quoted } from './quotes.ts';

/** What can be a name, made of any text: `Lead Source` → `lead_source`, `Größe` → `groesse`. Empty where nothing is left. */
export function nameFrom(text: string): string {
  const plain = text
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('Ä', 'Ae')
    .replaceAll('Ö', 'Oe')
    .replaceAll('Ü', 'Ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  const joined = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');
  return isReserved(joined) ? `${joined}_1` : joined;
}

/** `Country`, `WHEN`, `leadSource`; a capital word after a comparison is rather a text without quotes. */
export const capitals: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined || !(isType(token, OtherWord) || isType(token, Currency))) return undefined;
  const span = spanOver(trouble, token);
  const lower = token.image.toLowerCase();
  const name = nameFrom(token.image);
  const column = isFieldName(trouble) ? token.image : undefined;
  const isJoining = /^(?:AND|OR|NOT|IS|IN)$/i.test(token.image);
  if (!isJoining && can(trouble, TextConstant) && isAfterComparison(trouble)) return bareText(trouble, token, name);
  const word = keywordByText.get(lower);
  if (word !== undefined && lower !== token.image && can(trouble, word)) {
    const problem = report(
      'FL113',
      span,
      { found: token.image, instead: lower, isName: false },
      { fixes: [fix(`Write \`${lower}\``, span, lower)] },
    );
    return { from: index, to: index + 1, put: [retyped(word, lower, token)], problem };
  }
  if (name === '' || !can(trouble, Name)) return undefined;
  const problem = report(
    'FL113',
    span,
    { found: token.image, instead: name, isName: true, ...(column === undefined ? {} : { column }) },
    { fixes: [fix(`Write \`${name}\``, span, name)] },
  );
  return { from: index, to: index + 1, put: [retyped(Word, name, token)], problem };
};

/** Whether a field of a lead, a record or a rep begins there: its column may be called as it was written. */
function isFieldName(trouble: Trouble, index: number = trouble.index): boolean {
  return ['leadBlock', 'recordBlock'].includes(takenBy(trouble, Name, index) ?? '');
}

function isAfterComparison(trouble: Trouble): boolean {
  const before = near(trouble, -1);
  return (
    isWord(before, 'is', 'not', 'contains', 'mentions', 'includes', 'with', 'like', 'in') ||
    isType(before, LeftBracket) ||
    isType(before, Comma)
  );
}

/** `industry is Health Care`: the words up to the end of the condition are the text. */
function bareText(trouble: Trouble, token: IToken, name: string): Repair {
  const { tokens, index } = trouble;
  let to = index + 1;
  while (
    (isType(tokens[to], OtherWord) || isType(tokens[to], Word)) &&
    !startsLine(trouble, to) &&
    !isJoining(tokens[to])
  )
    to += 1;
  const last = tokens[to - 1] ?? token;
  const found = written(trouble, index, to - 1);
  const text = quoted(found);
  const span = spanOver(trouble, token, last);
  const fixes = [
    fix('Put it in quotes', span, text),
    ...(to === index + 1 && name !== '' ? [fix(`Write \`${name}\``, span, name)] : []),
  ];
  const problem =
    to === index + 1 && name !== ''
      ? report('FL113', span, { found, instead: name, isName: true, quoted: text }, { fixes })
      : report('FL118', span, { found, instead: text }, { fixes });
  // The items of one list are one mistake.
  const list = tokens.slice(0, index).findLast((one) => isType(one, LeftBracket));
  const inList = isType(near(trouble, -1), LeftBracket) || isType(near(trouble, -1), Comma);
  const key = inList && list !== undefined ? { key: `items@${list.startOffset}` } : {};
  return { from: index, to, put: [made(TextConstant, text, span.start, span.end)], problem, ...key };
}

function isJoining(token: IToken | undefined): boolean {
  return token !== undefined && /^(?:AND|OR|NOT|THEN|then)$/i.test(token.image);
}

/** `win-rate`, and `lead source` where the second word stops the reading. */
export const hyphen: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  if (!isType(near(trouble), Minus)) return undefined;
  let to = index;
  while (
    isType(tokens[to], Minus) &&
    touches(tokens[to - 1], tokens[to]) &&
    touches(tokens[to], tokens[to + 1]) &&
    /^[a-z]/i.test(tokens[to + 1]?.image ?? '')
  )
    to += 2;
  const [first, last] = [near(trouble, -1), tokens[to - 1]];
  if (
    to === index ||
    first === undefined ||
    last === undefined ||
    !/^[a-z]/i.test(first.image) ||
    !can(trouble, Name, index - 1)
  )
    return undefined;
  const found = written(trouble, index - 1, to - 1);
  const instead = nameFrom(found);
  // In a condition it may be a minus: it is one name only if nothing is called like its parts.
  if (
    open(trouble).includes('condition') &&
    !tokens.some((token) => token.image === instead) &&
    isDeclared(trouble, first) &&
    isDeclared(trouble, last)
  )
    return undefined;
  const span = spanOver(trouble, first, last);
  const problem = report(
    'FL114',
    span,
    { found, instead, isField: isFieldName(trouble, index - 1) },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from: index - 1, to, put: [made(Word, instead, first.startOffset, endOf(last))], problem };
};

function isDeclared(trouble: Trouble, token: IToken): boolean {
  return trouble.tokens.filter((other) => other.image === token.image).length > 1;
}

const afterReserved: Readonly<Record<string, string>> = {
  field: '_field',
  repField: '_field',
  teamBlock: '_team',
  queueBlock: '_queue',
  listDeclaration: '_list',
  defineDeclaration: '_case',
  member: '_rep',
  scoreBlock: '_score',
  calendarBlock: '_calendar',
  recordBlock: '_record',
  policyBlock: '_policy',
  tableBlock: '_table',
};

/** What the name gets where it is declared: all uses of a name get the same. */
function endOfDeclared({ tokens, source }: Trouble, word: string): string {
  const renamed = tokens.find(
    ({ image, startOffset }) =>
      image.startsWith(`${word}_`) &&
      source.text.startsWith(word, startOffset) &&
      !source.text.startsWith(image, startOffset),
  );
  if (renamed !== undefined) return renamed.image.slice(word.length);
  const at = tokens.findIndex(
    ({ image }, index) => image === word && entryOf(blockRules, tokens[index - 1]?.image ?? '') !== undefined,
  );
  return afterReserved[entryOf(blockRules, tokens[at - 1]?.image ?? '') ?? ''] ?? '_1';
}

/** The word that begins a declaration → its rule of the grammar. */
const blockRules: Readonly<Record<string, string>> = {
  team: 'teamBlock',
  queue: 'queueBlock',
  list: 'listDeclaration',
  define: 'defineDeclaration',
  rep: 'member',
  score: 'scoreBlock',
  calendar: 'calendarBlock',
  record: 'recordBlock',
  table: 'tableBlock',
};

/** A reserved word where a name stands, if reading goes on behind it. */
export const reservedName: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined || !isReserved(token.image) || !can(trouble, Name)) return undefined;
  if (token.image === 'yes' || token.image === 'no') return undefined;
  const rule = takenBy(trouble, Name) ?? '';
  const isEntry = ['leadBlock', 'recordBlock', 'repFieldsBlock', 'values'].includes(rule);
  const instead = `${token.image}${afterReserved[isEntry ? 'field' : rule] ?? endOfDeclared(trouble, token.image)}`;
  const put = [retyped(Word, instead, token)];
  // What begins the next line may be in trouble itself.
  const needed = (isEntry && startsLine(trouble)) || startsLine(trouble, index + 1) ? 1 : 2;
  if (readsOn(trouble, { from: index, to: index + 1, put }, needed) < needed) return undefined;
  if (startsLine(trouble) && !isEntry) return undefined;
  const span = spanOver(trouble, token);
  const problem = report(
    'FL106',
    span,
    { word: token.image, instead, isField: isEntry },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from: index, to: index + 1, put, problem };
};

/** `route to "Enterprise closers"`: a label or a name in quotes where the name stands. */
export const quotedName: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined || !isType(token, TextConstant) || !can(trouble, Name)) return undefined;
  const labelled = tokens.findIndex(
    (one, at) =>
      at !== index &&
      isType(one, TextConstant) &&
      one.image === token.image &&
      isWord(tokens[at - 2], 'team', 'queue', 'rep'),
  );
  const instead = tokens[labelled - 1]?.image ?? nameFrom(token.image.slice(1, -1));
  if (instead === '') return undefined;
  const alone = startsLine(trouble) && startsLine(trouble, index + 1);
  // A text inside a line is no name of a field that begins there.
  const taker = takenBy(trouble, Name) ?? '';
  if (!startsLine(trouble) && entryBlocks.includes(taker)) return undefined;
  if (taker === 'values' && near(trouble, 1)?.image !== ':') return undefined;
  if (!/^"[\p{L}][\p{L}\p{N} _&.-]*"$/u.test(token.image)) return undefined;
  const put: Repair = { from: index, to: index + 1, put: [retyped(Word, instead, token)], problem: undefined };
  const block = headOf(open(trouble)[0]);
  const labelFollows =
    block !== undefined && readsOn(trouble, { from: index, to: index, put: [made(Word, instead, 0, 0)] }, 2) === 2;
  if (labelFollows) return nameBeforeLabel(trouble, token, block, instead);
  if (alone || (index + 1 < tokens.length && readsOn(trouble, put, 1) < 1 && !isForeign(tokens[index + 1])))
    return undefined;
  const span = spanOver(trouble, token);
  const problem = report(
    'FL117',
    span,
    { found: token.image, instead },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { ...put, problem };
};

const entryBlocks: readonly string[] = ['leadBlock', 'recordBlock', 'repFieldsBlock'];

/** A misspelt word that was taken for a name, before a currency: `mony USD`. */
export const misspeltMoney: Recogniser = (trouble) =>
  isType(near(trouble), Currency) ? misspelt(trouble, 1) : undefined;
