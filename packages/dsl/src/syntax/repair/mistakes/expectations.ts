// What a test expects in other words: `expect review`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { fits } from '../../machine.ts';
import { Name, PercentConstant } from '../../tokens.ts';
import {
  can,
  endOf,
  fix,
  isType,
  isWord,
  made,
  missing,
  type Recogniser,
  reads,
  spanOver,
  startsLine,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';

/** `expect review`, `expect review in triage`: a lead in review is expected by its queue. */
export const reviewExpected: Recogniser = (trouble) => {
  const { tokens } = trouble;
  // A score may be called so: what stands behind it shows that none is meant.
  const index = trouble.index - 1;
  const word = tokens[index];
  if (word === undefined || !reads(word, 'review') || !isWord(tokens[index - 1], 'expect')) return undefined;
  if (!can(trouble, 'queue', index)) return undefined;
  const isNamed = isWord(tokens[index + 1], 'in', 'of', 'for') && !startsLine(trouble, index + 1);
  const last = isNamed && !startsLine(trouble, index + 2) ? index + 2 : index;
  const named = isWord(tokens[index + 1], 'in') ? tokens[last] : undefined;
  const queue = last > index && named !== undefined ? named : onlyQueue(trouble);
  const span = spanOver(trouble, word, tokens[last]);
  const instead = queue === undefined ? undefined : `queue ${queue.image}`;
  const expects = `${instead === undefined ? 'a queue, such as `queue triage`' : `\`${instead}\``}: a lead in review is expected by its queue`;
  const fixes = instead === undefined ? [] : [fix(`Write \`${instead}\``, span, instead)];
  const problem = report('FL102', span, { found: written(trouble, index, last), expects }, { fixes });
  const name =
    queue === undefined ? missing(Name, endOf(word)) : made(queue.tokenType, queue.image, endOf(word), endOf(word));
  return { from: index, to: last + 1, put: [wordOver('queue', word), name], problem };
};

/** The queue of the one `review 60% in data_desk` of the file. */
function onlyQueue({ tokens }: Trouble): IToken | undefined {
  const queues = tokens.flatMap((token, at) => {
    const name = tokens[at + 3];
    const isReview = isWord(token, 'review') && isType(tokens[at + 1], PercentConstant) && isWord(tokens[at + 2], 'in');
    return isReview && name !== undefined && fits(name.tokenType, Name) ? [name] : [];
  });
  return queues.every(({ image }) => image === queues[0]?.image) ? queues[0] : undefined;
}
