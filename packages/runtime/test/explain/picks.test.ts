// The sentences about every way to pick, as a salesperson reads them.
import type { Pick } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import type { PickNumbers } from '../../src/decision.ts';
import { notFewest } from '../../src/explain/fewest-words.ts';
import { notLikeliest } from '../../src/explain/likelihood-words.ts';
import { pickedWords } from '../../src/explain/picked-words.ts';
import { PARTS_PER_LEAD } from '../../src/rotation/ledger.ts';
import { pick, rep } from '../decide/routing-ir.ts';
import { scene } from '../decide/scene.ts';
import { teamPolicy } from '../pick/team.ts';

const NAMES: Readonly<Record<string, string>> = {
  ana: 'Ana',
  ben: 'Ben',
  cy: 'Cy',
  dora: 'Dora',
  eva: 'Eva',
  fay: 'Fay',
  gus: 'Gus',
};
const { plan } = scene(teamPolicy(Object.entries(NAMES).map(([id, label]) => rep(id, label, 'sales'))));
const nameOf = (id: string): string => NAMES[id] ?? id;
const words = (numbers: PickNumbers, more: Partial<Pick> = {}, isTemporary = false): string =>
  pickedWords(plan, numbers, { pick: pick(more), isTemporary }).join(' ');
const parts = (leads: number): number => Math.round(leads * PARTS_PER_LEAD);

type Rows = (PickNumbers & { readonly kind: 'rotation' })['rows'];
const row = (id: string, owed: number, after: number, share = parts(0.25)): Rows[number] => ({
  rep: id,
  weight: 1,
  share,
  before: parts(owed) - share,
  after: parts(after),
});

describe('rotation', () => {
  const rows = ['ana', 'ben', 'cy', 'dora', 'eva', 'fay', 'gus'].map((id, n) =>
    row(id, 1 - n / 10, n === 0 ? 0 : 1 - n / 10),
  );
  const rotated = (more: object): PickNumbers => ({ kind: 'rotation', rep: 'ana', pool: 'team:sales', rows, ...more });

  it('says for whom a share is reserved', () => {
    expect(words(rotated({ reserve: { share: 12.5, group: ['ben'] } }))).toContain(
      'At least 12.5% of each lead is reserved for Ben.',
    );
    expect(words(rotated({ reserve: { share: 20, group: ['ana', 'ben', 'cy', 'dora', 'eva', 'fay'] } }))).toContain(
      'reserved for Ana, Ben, Cy, Dora, Eva and 1 more.',
    );
    expect(words(rotated({ reserve: { share: 20, group: [] } }))).toContain(
      'Nobody for whom 20% is reserved could take it: the others share it all.',
    );
    expect(words(rotated({ reserve: { share: 20, group: rows.map((one) => one.rep) } }))).not.toContain('reserved');
  });

  it('says that a temporary owner pays nothing, and that a lead is earned once', () => {
    const level = [row('ana', 0.5, 0.5, 0), row('ben', 0.2, 0.2, 0)];
    expect(words(rotated({ rows: level }), {}, true)).toBe(
      'Ana was owed 0.50 of a lead, the most of anyone on duty (Ben 0.20). As a temporary owner Ana pays nothing.',
    );
    const again = [row('ana', 0.5, -0.5, 0), row('ben', 0.2, 0.2, 0)];
    expect(words(rotated({ rows: again }))).toBe(
      'Ana was owed 0.50 of a lead, the most of anyone on duty (Ben 0.20). Nobody earns of a lead a second time. Ana paid 1.00 and is now at −0.50.',
    );
  });
});

describe('the fewest', () => {
  const fewest = (
    totals: Readonly<Record<string, number>>,
    winner: string,
    more: object = {},
  ): PickNumbers & { kind: 'fewest' } => ({
    kind: 'fewest',
    rep: winner,
    pool: 'fewest:team:sales',
    period: 'week',
    rows: Object.entries(totals).map(([id, total]) => ({ rep: id, total })),
    ...more,
  });

  it('are counted, with the next in line first', () => {
    expect(words(fewest({ ana: 15, ben: 1, cy: 14, dora: 20, eva: 3 }, 'ben'))).toBe(
      'Ben has had 1 lead this week, the fewest of anyone on duty (Eva 3, Cy 14, Ana 15 and 1 more).',
    );
    expect(words(fewest({ ana: 15 }, 'ana'))).toBe('Ana was the only one who could take it.');
    expect(words(fewest({ ana: 2, ben: 1 }, 'ben'), { evenOffDuty: true })).toContain('of anyone available');
  });

  it('say whom the bound passed over', () => {
    const rows = [
      { rep: 'ana', total: 9 },
      { rep: 'cy', total: 2, passed: true },
    ];
    const numbers = fewest({}, 'ana', { period: 'month', rows });
    expect(words(numbers)).toBe(
      'Cy has had 2 leads this month, and two of the last three: catching up takes at most two of any four. Ana has had 9 leads this month, the fewest of the others.',
    );
    expect(notFewest(numbers, 'cy', nameOf)).toBe('has had two of the last three leads (2 this month)');
    expect(notFewest(fewest({ ana: 2, ben: 1 }, 'ben', { period: 'day' }), 'ana', nameOf)).toBe(
      'has had 2 leads today, and Ben 1',
    );
    expect(notFewest(numbers, 'ana', nameOf)).toBeUndefined();
    expect(notFewest(numbers, 'nobody', nameOf)).toBeUndefined();
  });
});

describe('likelihood', () => {
  const counted = (won: number, leads: number, chance: string, more: object = {}) => ({
    won,
    leads,
    teamWon: 20,
    teamLeads: 90,
    chance,
    owed: 0,
    ...more,
  });
  const likely = (
    rows: Readonly<Record<string, ReturnType<typeof counted>>>,
    more: object = {},
  ): PickNumbers & { kind: 'likelihood' } => ({
    kind: 'likelihood',
    rep: 'ana',
    model: 'wins',
    hash: 'abc',
    segment: 'Healthcare',
    rows: Object.entries(rows).map(([id, one]) => ({ rep: id, ...one })),
    ...more,
  });

  it('says who won how many of how many', () => {
    const numbers = likely({ ana: counted(16, 52, '28.39'), ben: counted(4, 38, '14.55'), cy: counted(0, 0, '22.22') });
    expect(words(numbers)).toBe(
      'Ana has the best chance of anyone on duty: 28.39% (Cy 22.22%, Ben 14.55%). Ana won 16 of 52 Healthcare leads, the team 22%.',
    );
    expect(notLikeliest(numbers, 'ben', nameOf)).toBe('has a chance of 14.55%, and Ana 28.39%');
    expect(notLikeliest(numbers, 'ana', nameOf)).toBeUndefined();
  });

  it('says so where somebody has had none, or one, or nobody any', () => {
    const { segment: _, ...overall } = likely({ ana: counted(1, 1, '29.00'), ben: counted(0, 9, '2.00') });
    expect(words(overall)).toContain('Ana won 1 of 1 lead, the team 22%.');
    expect(words(likely({ ana: counted(0, 0, '22.22'), ben: counted(0, 9, '2.00') }))).toContain(
      'Ana has had no Healthcare leads yet and is taken to be like the team, which won 22%.',
    );
    const none = { teamWon: 0, teamLeads: 0 };
    expect(words(likely({ ana: counted(0, 0, '0.00', none) }))).toBe(
      'Ana was the only one who could take it. Nobody has had Healthcare leads yet.',
    );
  });

  it('says when the least share decided', () => {
    const guard = { pool: 'least:team:sales', leastShare: 10 };
    const rows = {
      ana: counted(1, 50, '9.10', { owed: parts(0.9) }),
      ben: counted(30, 50, '52.00', { owed: parts(0.4) }),
    };
    const numbers = likely(rows, { guard });
    expect(words(numbers)).toBe(
      'Everybody who can take the leads gets at least 10% of them. Ana is owed a lead by that, so it goes to Ana, though Ben has the better chance: 52.00% against 9.10%.',
    );
    expect(notLikeliest(numbers, 'ben', nameOf)).toBe('was owed 0.40 by the least share, and Ana a whole lead');
  });

  it('says that there was no model', () => {
    const { hash: _, ...unbound } = likely({ ana: counted(0, 0, '0.00') });
    expect(words(unbound)).toBe('There was no model wins to go by, so everybody was as likely.');
  });
});
