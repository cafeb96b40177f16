// Types → constants as the language writes them.

import type { Choices } from './choices.ts';
import { currencies, emails, quoted, texts } from './vocabulary.ts';

const wholeNumbers: readonly string[] = [
  '1',
  '10',
  '100',
  '999',
  '1_000',
  '1k',
  '25k',
  '1_200_000',
  '0',
  '2.5M',
  '50',
  '42',
];
const decimals: readonly string[] = ['0.5', '1.25', '-40', '-0.1', '99.99', '123456789012345', '0.000001'];
const dates: readonly string[] = ['2026-01-01', '2026-03-29', '2024-02-29', '2026-12-31', '1999-12-31', '2030-06-15'];
const instants: readonly string[] = [
  '2026-01-01T00:00:00Z',
  '2026-10-25T02:30:00+02:00',
  '2026-10-25T02:30:00+01:00',
  '2026-03-29T01:00:00Z',
  '2024-02-29T23:59:59.999-05:00',
];

export function text(c: Choices, of: readonly string[] = texts): string {
  return quoted(c.of(of), c.chance(8));
}

export function email(c: Choices): string {
  return quoted(c.of(emails));
}

export function wholeNumber(c: Choices): string {
  return c.of(wholeNumbers);
}

export function number(c: Choices): string {
  return c.chance(3) ? c.of(decimals) : wholeNumber(c);
}

export function money(c: Choices, currency: string = c.of(currencies)): string {
  return `${number(c)} ${currency}`;
}

export function date(c: Choices): string {
  return c.of(dates);
}

export function instant(c: Choices): string {
  return c.of(instants);
}

export function flag(c: Choices): string {
  return c.of(['yes', 'no']);
}

/** How long ago, for ages. */
export function age(c: Choices): string {
  return amount(c, ['day', 'week', 'hour', 'minute', 'month', 'second']);
}

/** For clocks and half-lives. */
export function clock(c: Choices): string {
  return amount(c, ['hour', 'minute', 'day']);
}

/** Two constants, the smaller first, with what stands behind both. */
export function range(c: Choices, kind: 'number' | 'whole' | 'date', unit = ''): string {
  const make = kind === 'date' ? date : kind === 'whole' ? wholeNumber : number;
  const ends = [make(c), make(c)].sort(kind === 'date' ? undefined : (a, b) => numeric(a) - numeric(b));
  return ends.map((end) => end + unit).join('..');
}

/** What a written number stands for. */
export function numeric(written: string): number {
  const factor = written.endsWith('k') ? 1_000 : written.endsWith('M') ? 1_000_000 : 1;
  return Number(written.replaceAll(/[_kM]/g, '')) * factor;
}

function amount(c: Choices, units: readonly string[]): string {
  const count = c.between(1, 30);
  return `${count} ${c.of(units)}${count === 1 ? '' : 's'}`;
}
