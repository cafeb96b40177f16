// Percentages in another place or for another number: `pause above 150% of average`, `when account.name is company 90%`.

import { report } from '../../../diagnostics/report.ts';
import { NumberConstant, PercentConstant } from '../../tokens.ts';
import {
  added,
  can,
  endOf,
  fix,
  inside,
  isType,
  isWord,
  made,
  near,
  nextLine,
  type Recogniser,
  reads,
  removed,
  retyped,
  spanAt,
  spanOver,
  type Trouble,
  written,
} from '../trouble.ts';
import { numberOfPercentage } from './percentages.ts';

/** `pause above 150% of the average`: → `1.5 times average`. */
export const shareOfAverage: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  const isPause = isWord(near(trouble, -2), 'pause') && isWord(near(trouble, -1), 'above');
  if (token === undefined || !isPause || !isType(token, PercentConstant)) return undefined;
  let at = index + 1;
  while (reads(tokens[at], 'of', 'the', 'team', 'times')) at += 1;
  const average = tokens[at];
  const isWhole = average !== undefined && reads(average, 'average', 'mean', 'avg');
  const last = isWhole ? average : token;
  const times = numberOfPercentage(token.image);
  const instead = `${times} times average`;
  const span = spanOver(trouble, token, last);
  const put = [retyped(NumberConstant, times, token), added('times', endOf(token)), added('average', endOf(last))];
  const params = { found: written(trouble, index, isWhole ? at : index), expects: `\`${instead}\`` };
  const problem = report('FL102', span, params, { fixes: [fix(`Write \`${instead}\``, span, instead)] });
  return { from: index, to: isWhole ? at + 1 : index + 1, put, problem };
};

/** `when account.name is company 90%` in a match: the percentage comes first. */
export const confidenceLast: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const when = near(trouble);
  if (when === undefined || !isWord(when, 'when') || !inside(trouble, 'matchBlock') || !can(trouble, PercentConstant))
    return undefined;
  const at = shareBehind(trouble);
  const share = tokens[at];
  if (share === undefined) return undefined;
  const end = reads(tokens[at - 1], 'at', 'with', 'gives', ':', '->', '=>') ? at - 1 : at;
  const edits = [
    { span: spanAt(trouble, when.startOffset), text: `${share.image} ` },
    removed(trouble, tokens[end] ?? share, share),
  ];
  const problem = report(
    'FL102',
    spanOver(trouble, when, share),
    { found: written(trouble, index, at), expects: `\`${share.image} ${written(trouble, index, end - 1)}\`` },
    { fixes: [{ title: 'Write the percentage first', edits }] },
  );
  const put = [made(PercentConstant, share.image, when.startOffset, when.startOffset), ...tokens.slice(index, end)];
  return { from: index, to: at + 1, put, problem };
};

/** The index of the percentage with which the condition ends; -1 where there is none. */
function shareBehind(trouble: Trouble): number {
  const { tokens, index } = trouble;
  let end = nextLine(trouble, index + 1);
  while (isWord(tokens[end], 'and', 'or')) end = nextLine(trouble, end + 1);
  return tokens.findIndex((token, at) => {
    if (at <= index || at >= end || !isType(token, PercentConstant)) return false;
    // What is compared with a percentage is not how sure the line is.
    return !COMPARING.includes(tokens[at - 1]?.image ?? '') && !isWord(tokens[at + 1], 'and', 'or');
  });
}

// biome-ignore format: a table reads better in rows
const COMPARING: readonly string[] = [
  '>', '<', '>=', '<=', '=', '==', '!=', 'is', 'not', 'in', '..', 'than', 'least', 'most', '[', 'accept', 'review',
];
