// Targets in places that take only simpler ones: a split within a split or in `fallback`, and `for 2 hours` outside of `fallback`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { fits } from '../../machine.ts';
import { LeftBrace, Name, NumberConstant, PercentConstant, RightBrace, Unit } from '../../tokens.ts';
import {
  can,
  isType,
  isWord,
  near,
  open,
  type Recogniser,
  removed,
  spanOver,
  type Trouble,
  written,
} from '../trouble.ts';
import { valueBefore } from './neighbours.ts';

/** `fallback { split { … } }`, `60% split { … }`, `after 5 minutes route to split { … }`: read as if its first arm stood there. */
export const splitWithin: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const word = near(trouble);
  const place = placeOf(trouble);
  if (word === undefined || place === undefined || !isWord(word, 'split') || !can(trouble, Name)) return undefined;
  const brace = tokens.findIndex((token, at) => at > index && at < index + 12 && isType(token, LeftBrace));
  const close = brace < 0 ? -1 : closing(tokens, brace);
  const first = tokens[brace + 2];
  const last = tokens[close];
  if (first === undefined || last === undefined || !isType(tokens[brace + 1], PercentConstant)) return undefined;
  if (!fits(first.tokenType, Name)) return undefined;
  return {
    from: index,
    to: close + 1,
    put: [first],
    problem: report('FL169', spanOver(trouble, word, last), { place }),
  };
};

function placeOf(trouble: Trouble): 'arm' | 'fallback' | 'step' | undefined {
  const [rule] = open(trouble).filter((one) =>
    ['splitTarget', 'splitArm', 'fallbackClause', 'fallbackEntry', 'ladderStep'].includes(one),
  );
  if (rule === undefined) return undefined;
  return rule.startsWith('split') ? 'arm' : rule === 'ladderStep' ? 'step' : 'fallback';
}

/** The index of the `}` that closes a `{`; -1 where none does. */
function closing(tokens: readonly IToken[], brace: number): number {
  let depth = 0;
  for (let at = brace; at < tokens.length; at += 1) {
    if (isType(tokens[at], LeftBrace)) depth += 1;
    if (isType(tokens[at], RightBrace)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** `route to dana for 2 hours`, `50% dana for 2 hours`: that is for `fallback`. */
export const timeOutsideFallback: Recogniser = (trouble) => {
  const { index } = trouble;
  const [word, amount, unit] = [near(trouble), near(trouble, 1), near(trouble, 2)];
  if (word === undefined || unit === undefined || !isWord(word, 'for') || !isType(amount, NumberConstant))
    return undefined;
  if (!fits(unit.tokenType, Unit)) return undefined;
  const owner = valueBefore(trouble, index);
  if (!(isWord(trouble.tokens[owner.from - 1], 'to') || isType(trouble.tokens[owner.from - 1], PercentConstant)))
    return undefined;
  const time = written(trouble, index + 1, index + 2);
  const fixes = [{ title: `Remove \`for ${time}\``, edits: [removed(trouble, word, unit)], guess: true as const }];
  const problem = report('FL170', spanOver(trouble, word, unit), { owner: owner.text, time }, { fixes });
  return { from: index, to: index + 3, put: [], problem };
};
