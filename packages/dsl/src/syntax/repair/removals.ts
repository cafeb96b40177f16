// What is too much, or stands in the place of something else, as candidates for the search.

import type { IToken, TokenType } from 'chevrotain';
import { report } from '../../diagnostics/report.ts';
import { fits } from '../machine.ts';
import { expected } from '../places.ts';
import {
  Currency,
  DateConstant,
  LeftBrace,
  Name,
  NumberConstant,
  PercentConstant,
  RightBrace,
  TextConstant,
} from '../tokens.ts';
import { isReserved } from '../words.ts';
import type { Candidate } from './candidate.ts';
import { isClass, spelling, whatCouldCome, wordsFor } from './phrases.ts';
import {
  endOf,
  fix,
  isType,
  made,
  near,
  nextLine,
  type Repair,
  readsOn,
  removed,
  spanOver,
  startsLine,
  type Trouble,
  written,
} from './trouble.ts';

/** One to four tokens left out, from the one in trouble on. */
export function* removals(trouble: Trouble): Generator<Candidate> {
  const { tokens, index } = trouble;
  const lineEnd = nextLine(trouble, index + 1);
  for (let count = 1; count <= 4 && index + count <= tokens.length; count += 1) {
    const last = tokens[index + count - 1];
    if (last === undefined || isType(last, LeftBrace) || isType(last, RightBrace)) return;
    const to = index + count;
    // What begins an entry of its own belongs here; something before it is missing.
    const head = startsLine(trouble) && isReserved(tokens[index]?.image ?? '') ? 2.5 : 0;
    const cost = head + 1.5 + (count - 1) * 0.8 - (to === lineEnd ? 0.4 : 0) + (to > lineEnd ? 2 : 0);
    const reach = (limit: number): number => readsOn(trouble, { from: index, to, put: [] }, limit);
    yield { cost, reach, repair: () => removal(trouble, to) };
  }
}

function removal(trouble: Trouble, to: number): Repair {
  const { tokens, index, machine } = trouble;
  const [first, last] = [tokens[index], tokens[to - 1]];
  if (first === undefined || last === undefined) throw new Error('A removal removes something');
  const expects = whatCouldCome(machine, trouble.places[index] ?? [], 4);
  const words = { found: written(trouble, index, to - 1), expects };
  const fixes = [{ title: 'Remove it', edits: [removed(trouble, first, last)] }];
  return {
    from: index,
    to,
    put: [],
    problem: report('FL102', spanOver(trouble, first, last), words, { fixes }),
    unsure: true,
  };
}

/** The token in trouble in the place of another that is alike: a sign for a sign, a value for a value. */
export function* replacements(trouble: Trouble): Generator<Candidate> {
  const { index, machine } = trouble;
  const token = near(trouble);
  if (token === undefined || isType(token, LeftBrace) || isType(token, RightBrace)) return;
  if (startsLine(trouble) && index > 0) return;
  for (const { edge, place } of expected(machine, trouble.places[index] ?? [])) {
    // Another word in the place of a word would be a guess; what is near was found as a misspelling.
    if (/^[a-z]/i.test(token.image) && !isClass(edge.type)) continue;
    const put = [made(edge.type, spelling(edge.type) ?? '', token.startOffset, endOf(token))];
    const cost = alike(token.tokenType, edge.type) ? 1.6 : 2.4;
    const reach = (limit: number): number => readsOn(trouble, { from: index, to: index + 1, put }, limit);
    const words = wordsFor(machine.ruleOf(place.state), edge.type, edge.opens);
    yield { cost, reach, repair: () => replacement(trouble, token, words, edge.type, put) };
  }
}

const constants: readonly TokenType[] = [TextConstant, NumberConstant, PercentConstant, DateConstant, Currency, Name];

function alike(found: TokenType, wanted: TokenType): boolean {
  const isConstant = (type: TokenType): boolean => constants.some((one) => fits(type, one));
  const isSign = (type: TokenType): boolean => !isConstant(type) && (spelling(type) ?? 'a').search(/[a-z]/) < 0;
  return (isConstant(found) && isConstant(wanted)) || (isSign(found) && isSign(wanted));
}

function replacement(trouble: Trouble, token: IToken, words: string, type: TokenType, put: readonly IToken[]): Repair {
  const { index, machine } = trouble;
  const text = spelling(type);
  const span = spanOver(trouble, token);
  const expects = whatCouldCome(machine, trouble.places[index] ?? [], 4) ?? words;
  const fixes = text === undefined ? [] : [fix(`Write \`${text}\``, span, text)];
  const problem = report('FL102', span, { found: token.image, expects }, { fixes });
  return { from: index, to: index + 1, put, problem, unsure: true };
}
