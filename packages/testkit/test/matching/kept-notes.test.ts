// What conditions on private fields said is noted of the records that stand on the decision, and of no others.

import { expect, test } from 'vitest';
import { matchedAmong, planFor } from './matching.ts';

test('a record of which no line holds leaves nothing behind', () => {
  const plan = planFor('90% when account.name is company and account.alias is like company  accept 80%', {
    account: 'alias text optional private',
  });
  const rows = [
    { id: 'a1', name: 'Zentara', alias: 'Zentara GmbH' },
    { id: 'a2', name: 'Zentara', alias: 'Somebody Else' },
  ];
  // Also sees to it that the decision can be made again from its notes.
  const decision = matchedAmong(plan, { company: 'Zentara' }, rows);
  expect(decision.matches[0]).toMatchObject({ kind: 'matched', record: 'a1', candidates: [{ record: 'a1' }] });
  const { sealed } = decision.inputs;
  expect(Object.keys(sealed).some((key) => key.endsWith('#a1'))).toBe(true);
  expect(Object.keys(sealed).filter((key) => key.endsWith('#a2'))).toEqual([]);
});
