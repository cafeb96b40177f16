// Turns the ASCII form of an international host label (xn--mller-kva) into what people write (müller): RFC 3492.

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_CODE = 128;
const FIRST_BIAS = 72;
/** A label has at most 63 characters. */
const MAX_LABEL = 63;

/** Decodes what follows `xn--`, in lower case. Undefined if it is no Punycode. */
export function decodePunycode(label: string): string | undefined {
  if (label.length > MAX_LABEL || !/^[a-z0-9-]+$/.test(label)) return undefined;
  const split = label.lastIndexOf('-');
  const codes = [...label.slice(0, Math.max(split, 0))].map((letter) => letter.charCodeAt(0));
  let code = FIRST_CODE;
  let place = 0;
  let bias = FIRST_BIAS;
  for (let at = split + 1; at < label.length; ) {
    const before = place;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at));
      if (digit === undefined) return undefined;
      at += 1;
      place += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = codes.length + 1;
    bias = adapt(place - before, length, before === 0);
    code += Math.floor(place / length);
    place %= length;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    codes.splice(place, 0, code);
    place += 1;
  }
  return String.fromCodePoint(...codes);
}

/** a to z are 0 to 25, 0 to 9 are 26 to 35; undefined past the end. */
function digitOf(unit: number): number | undefined {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61;
  return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 + 26 : undefined;
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? DAMP : 2));
  left += Math.floor(left / length);
  let k = 0;
  while (left > Math.floor(((BASE - T_MIN) * T_MAX) / 2)) {
    left = Math.floor(left / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
