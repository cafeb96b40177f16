// A value in the language's own writing → the way in which a field says that the outside writes it.

import type { Written } from '@fairlead/ir';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Numbers and flags as JSON has them, dates and instants as text. The wall time of an instant is taken in UTC whatever the zone. */
export function asWritten(written: Written, value: unknown): unknown {
  if (written.kind === 'flag') return value === true ? written.yes : written.no;
  if (written.kind === 'number') return typeof value === 'number' ? grouped(written, value) : value;
  return typeof value === 'string' ? byPattern(written.pattern, new Date(value)) : value;
}

function grouped({ prefix, suffix, group, decimal }: Extract<Written, { kind: 'number' }>, value: number): string {
  const [whole = '0', fraction] = decimalText(Math.abs(value)).split('.');
  const digits = group === '' ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  const rest = fraction === undefined || decimal === '' ? '' : `${decimal}${fraction}`;
  return `${value < 0 ? '-' : ''}${prefix}${digits}${rest}${suffix}`;
}

/** Without an exponent. */
function decimalText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}

function byPattern(pattern: string, date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(date.getUTCFullYear()),
    MMM: months[date.getUTCMonth()] ?? '',
    MM: two(date.getUTCMonth() + 1),
    dd: two(date.getUTCDate()),
    d: String(date.getUTCDate()),
    HH: two(date.getUTCHours()),
    mm: two(date.getUTCMinutes()),
    ss: two(date.getUTCSeconds()),
  };
  return pattern.replaceAll(/yyyy|MMM|MM|dd|d|HH|mm|ss/g, (token) => parts[token] ?? token);
}
