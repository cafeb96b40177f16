// `schema`: of leads, of the records of a source, and of the files that are the same for every policy.

import { modelSchema, policySchema } from '@fairlead/ir';
import { eventSchema } from '@fairlead/runtime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { FILES } from './support/accounts-policy.ts';
import { expectGolden } from './support/golden.ts';
import { folder } from './support/run.ts';

test('the records of a source are a list of what its record declares', async () => {
  const ran = await folder(FILES).run('schema', 'accounts.route', '--records', 'accounts');
  expect([ran.code, ran.err]).toEqual([0, '']);
  expectGolden('schema/records.json', ran.out);
  const accepts = new Ajv2020({ strict: false }).compile(JSON.parse(ran.out));
  expect(accepts([{ id: 'A1', name: 'Nordwerk GmbH', owner: 'ben', anything: 1 }])).toBe(true);
  expect(accepts([])).toBe(true);
  expect(accepts([{ id: 'A1' }])).toBe(false);
  expect(accepts([{ id: 'A1', name: 'Nordwerk GmbH', owner: 'zoe' }])).toBe(false);
  expect(accepts({ id: 'A1', name: 'Nordwerk GmbH' })).toBe(false);
});

test.each([
  ['--model', modelSchema],
  ['--event', eventSchema],
  ['--compiled', policySchema],
] as const)('%s needs no policy', async (option, schema) => {
  const ran = await folder().run('schema', option);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(JSON.parse(ran.out)).toEqual(JSON.parse(JSON.stringify(schema())));
});

test('what is called wrongly is said', async () => {
  const here = folder(FILES);
  const said = async (...words: readonly string[]): Promise<string> => {
    const ran = await here.run('schema', ...words);
    expect([ran.code, ran.out]).toEqual([2, '']);
    return ran.err;
  };
  expect(await said()).toBe('error: Name the policy: fairlead schema POLICY.\n');
  expect(await said('accounts.route', '--records', 'acounts')).toBe(
    'error: This policy has no source "acounts". Did you mean "accounts"?\n',
  );
  expect(await said('--model', '--event')).toBe('error: Each call prints one schema. Say either --model or --event.\n');
  expect(await said('accounts.route', '--model')).toBe(
    'error: The schema behind --model is the same for every policy. Leave "accounts.route" out.\n',
  );
});
