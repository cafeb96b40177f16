// Texts as exports write them, each with its pattern, its zone and what it says. A run of this file prints what was read.
import { pathToFileURL } from 'node:url';
import { formatDate, formatInstant } from '@fairlead/ir';
import { createWrittenTimes } from '../../src/time/written.ts';
import { createZoneClock } from '../../src/time/zone-clock.ts';

/** Pattern, zone, text, and what it says (undefined: nothing). */
export type WrittenCase = readonly [string, string | undefined, string, string | undefined];

export const CASES: readonly WrittenCase[] = [
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '22 Nov, 2026 10:30:00', '2026-11-22T05:00:00Z'],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '02 NOV,  2026 10:30:00 ', '2026-11-02T05:00:00Z'],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '31 Nov, 2026 10:30:00', undefined],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '22 Nov, 2026', undefined],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '22 Nov, 2026 24:00:00', undefined],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '22 Nov, 26 10:30:00', undefined],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '22 N, 2026 10:30:00', undefined],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '22 Mai, 2026 10:30:00', undefined],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', 'x22 Nov, 2026 10:30:00', undefined],
  ['d MMM, yyyy HH:mm:ss', 'Asia/Kolkata', '', undefined],
  ['d MMM, yyyy HH:mm:ss', undefined, '22 Nov, 2026 10:30:00', undefined],
  ['d MMM, yyyy HH:mm:ss', 'Mars/Base', '22 Nov, 2026 10:30:00', undefined],
  ['MM/dd/yyyy', undefined, '11/22/2026', '2026-11-22'],
  ['MM/dd/yyyy', undefined, '7/4/2026', '2026-07-04'],
  ['MM/dd/yyyy', undefined, '22/11/2026', undefined],
  ['MM/dd/yyyy', undefined, '11/22/26', undefined],
  ['dd.MM.yyyy', 'Europe/Berlin', '22.11.2026', '2026-11-22'],
  ['dd.MM.yyyy', undefined, '29.02.2028', '2028-02-29'],
  ['dd.MM.yyyy', undefined, '29.02.2026', undefined],
  ['dd.MM.yyyy', undefined, '00.01.2026', undefined],
  ['dd.MM.yy', undefined, '22.11.26', '2026-11-22'],
  ['dd.MM.yy', undefined, '22.11.49', '2049-11-22'],
  ['dd.MM.yy', undefined, '22.11.50', '1950-11-22'],
  ['d/M/y', undefined, '3/9/2026', '2026-09-03'],
  ['d/M/y', undefined, '3/9/0000', undefined],
  ['yyyyMMdd', undefined, '20261122', '2026-11-22'],
  ['yyyyMMdd', undefined, '2026112', undefined],
  ['yyyyMMddHHmmss', 'UTC', '20261122093000', '2026-11-22T09:30:00Z'],
  ['MMMM do, yyyy', undefined, 'November 22nd, 2026', '2026-11-22'],
  ['MMMM do, yyyy', undefined, 'november 1st, 2026', '2026-11-01'],
  ['MMMM do, yyyy', undefined, 'Novembre 1st, 2026', undefined],
  ['EEE, d MMM yyyy', undefined, 'Sun, 22 Nov 2026', '2026-11-22'],
  ['EEE, d MMM yyyy', undefined, 'Mon, 22 Nov 2026', undefined],
  ['EEEE, MMMM d, yyyy', undefined, 'Sunday, November 22, 2026', '2026-11-22'],
  ['EEE, dd MMM yyyy HH:mm:ss xx', undefined, 'Sun, 22 Nov 2026 23:30:00 -0500', '2026-11-23T04:30:00Z'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", undefined, '2026-11-22T10:30:00.250+01:00', '2026-11-22T09:30:00.250Z'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", undefined, '2026-11-22T10:30:00.250Z', '2026-11-22T10:30:00.250Z'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", undefined, '2026-11-22T10:30:00.25Z', undefined],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", undefined, '2026-11-22T10:30:00.250+19:00', undefined],
  ['yyyy-MM-dd HH:mm:ss.SSSSSS', 'UTC', '2026-11-22 10:30:00.123456', '2026-11-22T10:30:00.123Z'],
  ['yyyy-MM-dd HH:mm', 'Europe/Berlin', '2026-11-22 10:30', '2026-11-22T09:30:00Z'],
  ['yyyy-MM-dd HH:mm', 'Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:30:00Z'],
  ['yyyy-MM-dd HH:mm', 'Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00Z'],
  ['yyyy-MM-dd HH:mm', 'America/New_York', '2026-03-08 02:30', '2026-03-08T07:30:00Z'],
  ['yyyy-MM-dd HH:mm', 'Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-03T15:45:00Z'],
  ['M/d/yyyy h:mm a', 'America/New_York', '11/22/2026 12:05 AM', '2026-11-22T05:05:00Z'],
  ['M/d/yyyy h:mm a', 'America/New_York', '11/22/2026 12:05\u202fpm', '2026-11-22T17:05:00Z'],
  ['M/d/yyyy h:mm a', 'America/New_York', '11/22/2026 9:05 p.m.', '2026-11-23T02:05:00Z'],
  ['M/d/yyyy h:mm a', 'America/New_York', '11/22/2026 13:05 PM', undefined],
  ['M/d/yyyy h:mm a', 'America/New_York', '11/22/2026 9:05', undefined],
  ["d 'of' MMMM yyyy, h 'o''clock' a", 'UTC', "22 of November 2026, 3 o'clock PM", '2026-11-22T15:00:00Z'],
  ['yyyy年M月d日', undefined, '2026年11月22日', '2026-11-22'],
  ['[yyyy]+M*d', undefined, '[2026]+11*22', '2026-11-22'],
  ['yyyy', undefined, '2026', undefined],
];

/** What our reader makes of a case, as text. */
export function readCases(): readonly (string | undefined)[] {
  const written = createWrittenTimes(createZoneClock());
  return CASES.map(([pattern, zone, text]) => {
    const found = written.parseWritten(pattern, zone, text);
    if (found === undefined) return undefined;
    return found.kind === 'date' ? formatDate(found.day) : formatInstant(found.atMs);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(JSON.stringify(readCases().map((said) => said ?? null)));
}
