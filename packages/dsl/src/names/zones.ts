// The name of a time zone → whether there is one, and the nearest that there is.

import { suggest } from './suggest.ts';
import { zonesByArea } from './zones.gen.ts';

/** Whether a zone has exactly this name: `Europe/Berlin`, `UTC`. */
export function isZone(name: string): boolean {
  return name === 'UTC' || zones.has(name);
}

/**
 * The zone that was probably meant: by a slip of the pen, in other capitals, by its city, or by its abbreviation. None for a distance from UTC:
 * `Etc/GMT+1`, which looks like `GMT+1`, is on the other side.
 */
export function nearestZone(name: string): string | undefined {
  const plain = name.trim().toLowerCase().replaceAll(' ', '_');
  if (/^(gmt|utc)?_?[+-]_?[0-9]/.test(plain)) return undefined;
  return abbreviations.get(plain) ?? byFoldedName.get(plain) ?? byCity.get(plain) ?? suggest(name, zones);
}

const zones: ReadonlySet<string> = new Set(
  Object.entries(zonesByArea).flatMap(([area, names]) => names.split(' ').map((name) => `${area}/${name}`)),
);

const byFoldedName: ReadonlyMap<string, string> = new Map([...zones].map((zone) => [zone.toLowerCase(), zone]));

/** The first zone of a city's name, by code points. */
const byCity: ReadonlyMap<string, string> = new Map(
  [...zones].reverse().map((zone) => [zone.slice(zone.lastIndexOf('/') + 1).toLowerCase(), zone]),
);

/** What people write who mean a place that changes its clocks. */
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['gmt', 'UTC'],
  ['z', 'UTC'],
  ['utc', 'UTC'],
  ['est', 'America/New_York'],
  ['edt', 'America/New_York'],
  ['et', 'America/New_York'],
  ['cst', 'America/Chicago'],
  ['cdt', 'America/Chicago'],
  ['ct', 'America/Chicago'],
  ['mst', 'America/Denver'],
  ['mdt', 'America/Denver'],
  ['pst', 'America/Los_Angeles'],
  ['pdt', 'America/Los_Angeles'],
  ['pt', 'America/Los_Angeles'],
  ['bst', 'Europe/London'],
  ['cet', 'Europe/Berlin'],
  ['cest', 'Europe/Berlin'],
  ['ist', 'Asia/Kolkata'],
  ['jst', 'Asia/Tokyo'],
  ['aest', 'Australia/Sydney'],
]);
