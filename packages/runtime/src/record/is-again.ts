// Turns JSON from a log into whether it says why a lead was decided on again, in the form that a decision made from it relies on.
import { assertNever, isJsonObject, parseInstant } from '@fairlead/ir';
import type { Again, AgainTo } from '../decision.ts';

/** Never throws, whatever the JSON. */
export function isAgain(json: unknown): json is Again {
  if (!isJsonObject(json)) return false;
  const { cause, clock, first, had, temporaryUsed, turns, to, respond, by } = json;
  return (
    isOneOf(CAUSES, cause) &&
    (clock === undefined || isOneOf(CLOCKS, clock)) &&
    isInstant(first) &&
    isList(had, isText) &&
    typeof temporaryUsed === 'boolean' &&
    (turns === undefined || isList(turns, isTurn)) &&
    (to === undefined || isTo(to)) &&
    (respond === undefined ||
      (isJsonObject(respond) && isOneOf(RESPOND, respond['kind']) && isInstant(respond['since']))) &&
    isTextIfAny(by)
  );
}

const CAUSES: { readonly [cause in Again['cause']]: true } = {
  reassign: true,
  step: true,
  'temporary-over': true,
  review: true,
  changed: true,
  manual: true,
};

const CLOCKS: { readonly [clock in NonNullable<Again['clock']>]: true } = { respond: true, claim: true };

const RESPOND: { readonly [kind in NonNullable<Again['respond']>['kind']]: true } = { running: true, done: true };

const KINDS: { readonly [kind in AgainTo['kind']]: true } = { place: true, target: true };

const PLACES: { readonly [place in (AgainTo & { readonly kind: 'place' })['place']]: true } = {
  primary: true,
  fallback: true,
  otherwise: true,
  'otherwise-fallback': true,
};

function isTo(json: unknown): boolean {
  if (!isJsonObject(json)) return false;
  const { kind, rule, place, index, arm, id, from } = json;
  if (!isOneOf(KINDS, kind)) return false;
  switch (kind) {
    case 'place':
      return isText(rule) && isOneOf(PLACES, place) && isCountIfAny(index) && isCountIfAny(arm);
    case 'target':
      return isText(id) && isTextIfAny(rule) && isTextIfAny(from);
    default:
      return assertNever(kind);
  }
}

function isTurn(json: unknown): boolean {
  if (!isJsonObject(json)) return false;
  const { pool, shares, winner } = json;
  return isText(pool) && isText(winner) && isJsonObject(shares) && Object.values(shares).every(Number.isSafeInteger);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextIfAny(value: unknown): boolean {
  return value === undefined || isText(value);
}

function isCountIfAny(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value > 0);
}

function isInstant(value: unknown): boolean {
  return isText(value) && parseInstant(value) !== undefined;
}

function isList(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

/** Whether it is one of the keys. */
function isOneOf<K extends string>(all: { readonly [key in K]: true }, value: unknown): value is K {
  return isText(value) && Object.hasOwn(all, value);
}
