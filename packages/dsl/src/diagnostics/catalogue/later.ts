// The problems numbered FL9xx: what is part of the language, is read and checked, and does not run in this version yet.

import type { Entries, Entry } from '../entry.ts';

type Nothing = Readonly<Record<never, never>>;

/** The facts that each code's words need: none. */
export interface LaterParams {
  readonly FL901: Nothing;
  readonly FL902: Nothing;
  readonly FL903: Nothing;
  readonly FL904: Nothing;
  readonly FL905: Nothing;
  readonly FL906: Nothing;
  readonly FL907: Nothing;
  readonly FL908: Nothing;
  readonly FL909: Nothing;
  readonly FL910: Nothing;
  readonly FL911: Nothing;
  readonly FL912: Nothing;
}

export const laterEntries: Entries<LaterParams> = {
  FL901: later('Enrichment', '`enrich`', 'Fill the fields before the leads come in, and leave this block out.'),
  FL902: later(
    'Matching',
    '`match`',
    'Let the data bring the record: a field of the lead can hold one, as in `account account optional`.',
  ),
  FL903: later('Tables', '`table`', 'Write the rows as rules or lists.'),
  FL904: later('Splits', '`split`', 'Route to one team.'),
  FL905: later('Reserved shares', '`reserve`', 'Use `weight`.'),
  FL906: later('Pausing', '`pause`', 'Use `capacity` to bound what one rep has open.'),
  FL907: later('Counting big leads more', '`counts`', 'Leave it out: every lead counts one.'),
  FL908: later('Picking by fewest', '`by fewest`', 'Use `by rotation`, or `by lowest rep.load`.'),
  FL909: later(
    'Picking by likelihood',
    '`by likelihood`',
    'Use `by rotation`, or `by highest` with a field of the rep.',
  ),
  FL910: later(
    'Temporary owners',
    'a fallback `for` some time',
    'Leave the time out: the lead stays with whoever gets it.',
  ),
  FL911: later('Comparing names by likeness', '`is like`', 'Compare domains or names with `is`.'),
  FL912: later('Records in tests', 'a record in a test', 'Put the values into the lead of the test.'),
};

function later(subject: string, what: string, instead: string): Entry<Nothing> {
  return {
    severity: 'error',
    title: `${subject}, which this version does not run yet`,
    message: () =>
      `${what.charAt(0).toUpperCase()}${what.slice(1)} is part of the language but does not run in this version yet.`,
    hint: () => instead,
  };
}
