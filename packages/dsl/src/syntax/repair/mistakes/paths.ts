// A field of a record without its dot: `account owner` → `account.owner`.

import { report } from '../../../diagnostics/report.ts';
import { fits } from '../../machine.ts';
import { Dot, Name } from '../../tokens.ts';
import {
  can,
  endOf,
  fix,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  spanOver,
  startsLine,
  type Trouble,
} from '../trouble.ts';

/** `route to account owner`, where `account` is something that has fields. */
export const missingDot: Recogniser = (trouble) => {
  const { index } = trouble;
  const [holder, field] = [near(trouble, -1), near(trouble)];
  if (
    holder === undefined ||
    field === undefined ||
    !fits(field.tokenType, Name) ||
    startsLine(trouble) ||
    !can(trouble, Dot)
  )
    return undefined;
  if (!hasFields(trouble, holder.image)) return undefined;
  const instead = `${holder.image}.${field.image}`;
  const span = spanOver(trouble, holder, field);
  const problem = report(
    'FL103',
    span,
    { found: `${holder.image} ${field.image}`, suggestion: instead },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from: index, to: index, put: [made(Dot, '.', endOf(holder), endOf(holder))], problem };
};

/** Whether the file says that the name holds a record: by its block, or because one of its fields is read elsewhere. */
function hasFields({ tokens }: Trouble, name: string): boolean {
  return tokens.some(
    (token, at) =>
      token.image === name && (isWord(tokens[at - 1], 'match', 'record', 'enrich') || isType(tokens[at + 1], Dot)),
  );
}
