// The same outcomes in every process, whatever its time zone and locale.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('conditions come out the same in processes of other time zones and locales', () => {
  const script = new URL('outcomes.ts', import.meta.url).pathname;
  const outcomes = (zone: string, locale: string): string => {
    const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale };
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--conditions=source', script], {
      env,
      encoding: 'utf8',
    });
    expect({ stderr: status === 0 ? '' : stderr, status }).toEqual({ stderr: '', status: 0 });
    return stdout;
  };
  const here = outcomes('Europe/Berlin', 'en_US.UTF-8');
  expect(here.length).toBeGreaterThan(1000);
  expect(outcomes('Pacific/Kiritimati', 'tr_TR.UTF-8')).toBe(here);
  expect(outcomes('America/St_Johns', 'C')).toBe(here);
});
