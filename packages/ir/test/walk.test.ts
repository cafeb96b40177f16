// The walk reaches every condition and every value of a policy once, in the order of the conditions' numbers.
import { type Condition, type Place, walkPolicy } from '@fairlead/ir';
import { samplePolicy } from '@fairlead/testkit/sample-policy';
import { expect, test } from 'vitest';

/** All objects of a JSON value that look like what is asked for, found without knowing the format. */
function objectsWith(json: unknown, looksRight: (object: Readonly<Record<string, unknown>>) => boolean): unknown[] {
  if (typeof json !== 'object' || json === null) return [];
  const inside = Object.values(json).flatMap((value) => objectsWith(value, looksRight));
  return !Array.isArray(json) && looksRight({ ...json }) ? [json, ...inside] : inside;
}

test('every condition once, parents first', () => {
  const policy = samplePolicy();
  const seen: Condition[] = [];
  walkPolicy(policy, { condition: (condition) => void seen.push(condition) });
  const all = objectsWith(policy, (object) => typeof object['id'] === 'number');
  expect(new Set(seen)).toEqual(new Set(all));
  expect(seen).toHaveLength(all.length);
  expect(seen.map(({ id }) => id)).toEqual([...seen.keys()].map((i) => i + 1));
});

test('every value once', () => {
  const policy = samplePolicy();
  const seen: unknown[] = [];
  walkPolicy(policy, { value: (value) => void seen.push(value) });
  const reads = (kind: unknown): boolean =>
    kind === 'lead' || kind === 'rep-load' || kind === 'rep-open' || kind === 'constant';
  const all = objectsWith(policy, (object) => reads(object['kind']));
  expect(seen.filter((value) => all.includes(value))).toHaveLength(all.length);
  expect(new Set(seen).size).toBe(seen.length);
});

test('every place has its name', () => {
  const places = new Set<string>();
  const words = (place: Place): string => Object.values(place).join(' ');
  walkPolicy(samplePolicy(), {
    condition: (_, place) => void places.add(words(place)),
    value: (_, place) => void places.add(words(place)),
  });
  expect([...places]).toEqual([
    'define executive',
    'define hot',
    'team enterprise',
    'queue triage',
    'enricher firmographics',
    'match customer line 0',
    'match customer line 1',
    'match customer prefer 0',
    'match customer prefer 1',
    'match customer prefer 2',
    'match family line 0',
    'match family prefer 0',
    'match family prefer 1',
    'table territory country',
    'table territory budget',
    'table territory tier',
    'table region owner',
    'score fit 0',
    'score fit 1',
    'score intent 0',
    'rule Enterprise when',
    'rule Enterprise where',
    'rule Enterprise weight',
    'rule Enterprise reserve',
    'rule Enterprise fallback',
    'rule Enterprise effect',
    'rule Best match target',
    'rule Best match strategy',
    'rule Least loaded strategy',
    'rule Least loaded fallback',
    'rule Half and half when',
    'rule Half and half target',
    'rule Half and half fallback',
  ]);
});
