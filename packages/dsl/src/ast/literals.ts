// Tokens of constants → literal nodes, with their plain values.

import type { IToken } from 'chevrotain';
import { report } from '../diagnostics/report.ts';
import { type BuildContext, node } from './build-context.ts';
import type { DateLiteral, InstantLiteral, NumberLiteral, PercentLiteral, TextLiteral } from './nodes.ts';

/** Builds a text, with its escapes resolved. */
export function textLiteral(context: BuildContext, token: IToken): TextLiteral {
  if (token.image.includes('\\')) reportEscapes(context, token);
  return node(context, token, { kind: 'text-literal' as const, value: plainText(token.image.slice(1, -1)) });
}

/** Reports each backslash that begins nothing JSON knows. */
function reportEscapes(context: BuildContext, token: IToken): void {
  const { text, name: file } = context.source;
  // What a repair has put in its place is right.
  if (!text.startsWith(token.image, token.startOffset)) return;
  for (const found of token.image.matchAll(/\\(?:u[0-9a-fA-F]{4}|[\s\S])/g)) {
    if (/^\\(?:["\\/bfnrt]|u.{4})$/.test(found[0])) continue;
    const start = token.startOffset + found.index;
    const span = { file, start, end: start + found[0].length };
    const fixes = [{ title: 'Write two backslashes', edits: [{ span: { file, start, end: start }, text: '\\' }] }];
    context.diagnostics.push(report('FL112', span, { found: found[0] }, { fixes }));
  }
}

/** A number that is missing from the text counts as 0 and has an empty `raw`. */
export function numberLiteral(context: BuildContext, token: IToken, isMoney = false): NumberLiteral {
  const raw = token.image;
  if (isThousands(raw, isMoney)) reportThousands(context, token);
  return node(context, token, { kind: 'number-literal' as const, decimal: plainDecimal(raw), raw });
}

/** Whether a dot may be meant to part thousands: nobody writes three decimals that end in 0, nor three of money. */
function isThousands(raw: string, isMoney: boolean): boolean {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(raw) && (isMoney || raw.endsWith('0'));
}

function reportThousands(context: BuildContext, token: IToken): void {
  const { text, name: file } = context.source;
  // What a repair has put in its place is meant so.
  if (!text.startsWith(token.image, token.startOffset)) return;
  const span = { file, start: token.startOffset, end: token.startOffset + token.image.length };
  const [whole, plain] = [token.image.replace('.', ''), plainDecimal(token.image)];
  const fixes = [whole, ...(isThousands(plain, true) ? [] : [plain])].map((instead) => ({
    title: `Write \`${instead}\``,
    edits: [{ span, text: instead }],
  }));
  context.diagnostics.push(report('FL609', span, { found: token.image, plain, whole }, { fixes }));
}

/** Builds a percentage. */
export function percentLiteral(context: BuildContext, token: IToken): PercentLiteral {
  const raw = token.image;
  return node(context, token, { kind: 'percent-literal' as const, decimal: plainDecimal(raw.slice(0, -1)), raw });
}

/** Builds a date. */
export function dateLiteral(context: BuildContext, token: IToken): DateLiteral {
  return node(context, token, { kind: 'date-literal' as const, text: token.image });
}

/** Builds an instant. */
export function instantLiteral(context: BuildContext, token: IToken): InstantLiteral {
  return node(context, token, { kind: 'instant-literal' as const, text: token.image });
}

/** `1_200` → `1200`, `2.5M` → `2500000`, `007` → `7`, `1.50` → `1.5`, `-0` → `0`. */
export function plainDecimal(written: string): string {
  const letter = written.slice(-1);
  const shift = letter === 'k' ? 3 : letter === 'M' ? 6 : 0;
  const plain = (shift === 0 ? written : written.slice(0, -1)).replaceAll('_', '');
  const sign = plain.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = plain.slice(sign.length).split('.');
  const digits = fraction.padEnd(shift, '0');
  const left = (whole + digits.slice(0, shift)).replace(/^0+(?=\d)/, '');
  const right = digits.slice(shift).replace(/0+$/, '');
  const size = right === '' ? left || '0' : `${left || '0'}.${right}`;
  return size === '0' ? '0' : sign + size;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What stands between the quotes → the text it means. An escape that JSON does not have keeps its letter. */
export function plainText(inner: string): string {
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex: string | undefined, letter: string | undefined) =>
    hex === undefined ? (escapes[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
