// The list of time zones and the engine that runs policies know the same names.
import { expect, test } from 'vitest';
import { zonesByArea } from '../../src/names/zones.gen.ts';
import { isZone, nearestZone } from '../../src/names/zones.ts';

test('every listed zone is one for the engine', () => {
  const zones = Object.entries(zonesByArea).flatMap(([area, names]) =>
    names.split(' ').map((name) => `${area}/${name}`),
  );
  expect(zones.length).toBeGreaterThan(400);
  for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
});

test('names are those of the database, in its capitals', () => {
  for (const zone of [
    'UTC',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/Argentina/Buenos_Aires',
  ]) {
    expect(isZone(zone), zone).toBe(true);
  }
  for (const zone of ['', 'Berlin', 'europe/berlin', 'EST', 'GMT+1', '+01:00']) expect(isZone(zone), zone).toBe(false);
});

test.each([
  ['Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Europe/Berln', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['EST', 'America/New_York'],
  ['GMT', 'UTC'],
  ['Lummerland', undefined],
  ['GMT+1', undefined],
  ['UTC +01:00', undefined],
  ['Etc/GMT+15', 'Etc/GMT+1'],
])('"%s" was probably meant to be %s', (name, zone) => {
  expect(nearestZone(name)).toBe(zone);
});
