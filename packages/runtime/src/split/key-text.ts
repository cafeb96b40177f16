// Turns the key of a split into its one text: what the hash is made of, the same however the value was written.
import { assertNever, formatDate, formatInstant, type Type } from '@fairlead/ir';
import { asAmount, formatAmount } from '../values/amount.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';

/**
 * By its type: text, e-mail and choices folded (`fold-1`); codes as written; numbers as plain decimals (`1200.5`); money with its currency (`1200.5 USD`);
 * flags `yes` and `no`; dates `2026-11-24`; instants in UTC (`2026-11-24T09:00:00Z`); reps and teams by id. Undefined for what is no single value.
 */
export function keyText(type: Type, value: RuntimeValue): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  const amount = asAmount(value);
  if (amount !== undefined) return amountText(type, amount);
  if (typeof value !== 'object') return undefined;
  switch (value.kind) {
    case 'text':
      return value.folded;
    case 'list':
    case 'signals':
    case 'ratings':
    case 'record':
    case 'sealed':
    case 'exact':
    case 'ratio':
      return undefined;
    default:
      return assertNever(value);
  }
}

function amountText(type: Type, amount: NonNullable<ReturnType<typeof asAmount>>): string {
  if (typeof amount === 'number') {
    if (type.kind === 'date') return formatDate(amount);
    if (type.kind === 'time') return formatInstant(amount);
  }
  return type.kind === 'money' ? `${formatAmount(amount)} ${type.currency}` : formatAmount(amount);
}
