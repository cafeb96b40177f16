// What a line of a log must be for its decision to be made again.
import { canonicalJson } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import { readDecision } from '../../src/record/read-decision.ts';
import { samples } from '../decide/samples.ts';

const [sample] = samples().samples;
const decision = JSON.parse(canonicalJson(sample?.decision));

/** The decision with one thing changed; `undefined` takes it away. */
function changed(path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  const set = (part: Record<string, unknown>, at: string, inner: readonly string[]): Record<string, unknown> => {
    const [next, ...others] = inner;
    // What is under a key on the way to another is an object.
    const under = next === undefined ? value : set(part[at] as Record<string, unknown>, next, others);
    return JSON.parse(JSON.stringify({ ...part, [at]: under }));
  };
  return key === undefined ? value : set(decision, key, rest);
}

const AGAIN = {
  cause: 'reassign',
  first: '2026-11-24T09:00:00Z',
  had: ['ana'],
  temporaryUsed: false,
  turns: [{ pool: 'team:enterprise', shares: { ana: 1, ben: 2 }, winner: 'ana' }],
  to: { kind: 'place', rule: 'x', place: 'fallback', index: 1 },
};

describe('reading a decision', () => {
  it('takes what was written', () => {
    expect(readDecision(decision)).toStrictEqual({ kind: 'ok', decision });
    const again = { ...decision, again: AGAIN };
    expect(readDecision(again)).toStrictEqual({ kind: 'ok', decision: again });
  });

  it.each<[readonly string[], unknown, string]>([
    [[], null, ': an object'],
    [[], [], ': an object'],
    [['format'], 'fairlead-decision/2', '.format: "fairlead-decision/1", the only form this version reads'],
    [['lead'], 5, '.lead: the id of the lead as text'],
    [['at'], '2026-11-24', '.at: an instant such as 2026-11-24T09:00:00Z'],
    [['policy'], 'inbound', '.policy.name: text'],
    [['policy', 'hash'], undefined, '.policy.hash: text'],
    [['outcome', 'kind'], 'lost', '.outcome.kind: assigned, queued, review, nurtured, rejected or invalid'],
    [['issues'], [{ field: 'x' }], '.issues: a list of issues'],
    [['changes'], {}, '.changes: a list'],
    [['again'], null, '.again: why the lead was decided on again'],
    [['again'], { ...AGAIN, cause: 'luck' }, '.again: why the lead was decided on again'],
    [['again'], { ...AGAIN, had: 'ana' }, '.again: why the lead was decided on again'],
    [
      ['again'],
      { ...AGAIN, turns: [{ pool: 'team:a', shares: { ana: 0.5 }, winner: 'ana' }] },
      '.again: why the lead was decided on again',
    ],
    [['again'], { ...AGAIN, to: { kind: 'elsewhere' } }, '.again: why the lead was decided on again'],
    [
      ['again'],
      { ...AGAIN, to: { kind: 'place', rule: 'x', place: 'primary', arm: 0 } },
      '.again: why the lead was decided on again',
    ],
    [['inputs', 'lead'], [], '.inputs.lead: an object'],
    [['inputs', 'answers'], undefined, '.inputs.answers: an object'],
    [['inputs', 'sealed'], { '1': 'yes' }, '.inputs.sealed: an object of yes-or-no answers and points'],
  ])('refuses %j = %j', (path, value, message) => {
    const read = readDecision(changed(path, value));
    if (read.kind === 'ok') throw new Error('It was taken.');
    expect(`${read.place}: ${read.expected}`).toBe(message);
    expect(read.held === undefined).toBe(value === undefined || message.startsWith('.policy.name'));
  });
});
