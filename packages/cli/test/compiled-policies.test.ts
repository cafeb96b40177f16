// Compiled policies that were written or changed by hand: what is wrong with them is said with its place.
import { expect, test } from 'vitest';
import { FILES } from './support/accounts-policy.ts';
import { folder } from './support/run.ts';

async function changed(change: (text: string) => string): Promise<string> {
  const here = folder(FILES);
  await here.run('compile', 'accounts.route', '-o', 'accounts.json');
  here.write('accounts.json', change(here.read('accounts.json')));
  const ran = await here.run('route', 'accounts.json', 'leads.json');
  expect(ran.code).toBe(1);
  return ran.err;
}

test('a zone that this system does not know', async () => {
  expect(await changed((text) => text.replaceAll('"UTC"', '"Mars/Base"'))).toBe(
    'error: "accounts.json" is not a compiled policy.\n  /zone: There is no time zone "Mars/Base"\n',
  );
});

test('a match, a table and a split that break their promises', async () => {
  const err = await changed((text) =>
    text.replace('"accept":85', '"accept":50').replace('"DE|AT"', '"DE||AT"').replace('"share":60', '"share":70'),
  );
  expect(err).toBe(
    [
      'error: "accounts.json" is not a compiled policy.',
      '  /matches/0/review/from: Review begins below what is accepted',
      '  /tables/0/rows/0/keys/0: The cell cannot be read (blank-part)',
      '  /route/rules/2/action/to/arms: Shares total 100',
      '',
    ].join('\n'),
  );
});
