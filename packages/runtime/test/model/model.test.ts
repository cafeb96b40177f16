// Models: what is read, what is refused, and what does not fit a policy.
import { readFileSync } from 'node:fs';
import { type ModelFile, modelSchema, validateModel } from '@fairlead/ir';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bindModels } from '../../src/model/bind-models.ts';
import { type Model, readModel } from '../../src/model/read-model.ts';
import { scene } from '../decide/scene.ts';
import { member, teamPolicy } from '../pick/team.ts';

const good: ModelFile = {
  format: 'fairlead-model/1',
  label: 'Closed in October',
  made: '2026-11-01',
  segmentBy: 'trade',
  strength: 20,
  leastShare: 12.5,
  rows: [
    { rep: 'ana', segment: 'Healthcare', won: 16, leads: 52 },
    { rep: 'ana', won: 1, leads: 2 },
  ],
};

describe('reading', () => {
  it('takes a model, and answers by segment and over all', () => {
    const read = readModel(good);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.model.wins('ana', 'healthcare')).toStrictEqual({ won: 16, leads: 52, teamWon: 16, teamLeads: 52 });
    expect(read.model.wins('ana', undefined)).toStrictEqual({ won: 17, leads: 54, teamWon: 17, teamLeads: 54 });
    expect(read.model.wins('ben', 'finance')).toStrictEqual({ won: 0, leads: 0, teamWon: 0, teamLeads: 0 });
    expect(read.model.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  const [row] = good.rows;
  it.each<[string, object, string]>([
    ['another format', { format: 'fairlead-model/2' }, '/format structure'],
    ['no rows', { rows: [] }, '/rows structure'],
    ['a key that is not known', { weights: {} }, ' unknown-key'],
    ['half a lead', { rows: [{ ...row, won: 1.5 }] }, '/rows/0/won structure'],
    ['more wins than leads', { rows: [{ ...row, won: 53 }] }, '/rows/0/won invariant'],
    ['a rep and segment twice', { rows: [row, { ...row, segment: ' HEALTHCARE' }] }, '/rows/1 duplicate'],
    ['a rep twice without a segment', { rows: [good.rows[1], good.rows[1]] }, '/rows/1 duplicate'],
    ['a blank segment', { rows: [{ ...row, segment: '  ' }] }, '/rows/0/segment invariant'],
    ['more than all', { leastShare: 101 }, '/leastShare invariant'],
    ['a share that is too fine', { leastShare: 0.125 }, '/leastShare invariant'],
    ['a day that there is not', { made: '2026-02-30' }, '/made invariant'],
    ['segments of no field', { segmentBy: undefined }, '/segmentBy missing-key'],
  ])('refuses %s', (_, changes, issue) => {
    const read = readModel(JSON.parse(JSON.stringify({ ...good, ...changes })));
    expect(read.ok ? [] : read.issues.map(({ path, code }) => `${path} ${code}`)).toStrictEqual([issue]);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(good)), (json, key) => {
        readModel(json);
        readModel({ ...good, [key]: json });
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
});

describe('the schema', () => {
  test('grammar/model.schema.json is the current one (node --conditions=source scripts/ir-schema.ts writes it)', () => {
    const written = readFileSync(new URL('../../../../grammar/model.schema.json', import.meta.url), 'utf8');
    expect(written).toBe(`${JSON.stringify(modelSchema(), undefined, 2)}\n`);
  });

  test('accepts what the validator accepts, but for what no schema can say', () => {
    const accepts = new Ajv2020({ strict: true, strictTypes: false }).compile(modelSchema());
    expect(accepts(good)).toBe(true);
    const strange = fc.oneof(fc.jsonValue(), fc.constantFrom(null, 0, -1, 1.5, '', 'ana', [], {}));
    fc.assert(
      fc.property(strange, fc.constantFrom(...Object.keys(good)), (json, key) => {
        const changed = { ...good, [key]: json };
        const validated = validateModel(changed);
        const structural =
          !validated.ok && validated.issues.some(({ code }) => code !== 'invariant' && code !== 'duplicate');
        expect(accepts(changed)).toBe(!structural);
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
});

describe('binding', () => {
  const reps = [member('ana'), member('ben')];
  const { plan } = scene(teamPolicy(reps, { strategy: { kind: 'likelihood', model: 'wins' } }));
  const kinds = (name: string, changes: Partial<ModelFile>): readonly string[] => {
    const read = readModel({ ...good, ...changes });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const { issues } = bindModels(plan, new Map<string, Model>([[name, read.model]]));
    return issues.map(({ severity, kind }) => `${severity} ${kind}`);
  };

  it('says what does not fit', () => {
    expect(kinds('wins', {})).toStrictEqual([]);
    expect(kinds('losses', {})).toStrictEqual(['error unknown-model']);
    expect(kinds('wins', { segmentBy: 'industry' })).toStrictEqual(['error unknown-field']);
    expect(kinds('wins', { segmentBy: 'id' })).toStrictEqual(['error not-text']);
    expect(kinds('wins', { leastShare: 50 })).toStrictEqual([]);
    expect(kinds('wins', { leastShare: 50.01 })).toStrictEqual(['error least-share']);
    expect(kinds('wins', { rows: [{ rep: 'zoe', won: 1, leads: 2 }] })).toStrictEqual(['note unknown-reps']);
  });

  it('leaves out what it refuses', () => {
    const read = readModel({ ...good, segmentBy: 'industry' });
    if (!read.ok) throw new Error('it is a model');
    expect(bindModels(plan, new Map([['wins', read.model]])).models.facts('wins')).toBeUndefined();
  });
});
