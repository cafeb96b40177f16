// `written "…"` of a field → how the outside writes its values, or what is wrong with the sample.

import { assertNever, foldText, type Type, type Written } from '@fairlead/ir';
import type { Modifier } from '../ast/nodes.ts';
import { isZone, nearestZone } from '../names/zones.ts';
import { type Checking, isAbsent, problem, rewrite } from './checking.ts';
import { type NumberSample, readNumberSample } from './written-number.ts';
import { readTimePattern } from './written-time.ts';

type WrittenModifier = Extract<Modifier, { readonly kind: 'written' }>;

/** How values of a type are written. Undefined, and reported, where the sample does not say. Fields of other types are reported elsewhere. */
export function checkWritten(modifier: WrittenModifier, type: Type, checking: Checking): Written | undefined {
  if (isAbsent(modifier.pattern)) return undefined;
  const kind = writtenKinds.get(type.kind);
  if (kind === undefined || hasWrongParts(modifier, kind, checking)) return undefined;
  switch (kind) {
    case 'time':
      return writtenTime(modifier, type, checking);
    case 'number':
      return writtenNumber(modifier, type, checking);
    case 'flag':
      return writtenFlag(modifier, checking);
    default:
      return assertNever(kind);
  }
}

const writtenKinds: ReadonlyMap<Type['kind'], Written['kind']> = new Map([
  ['date', 'time'],
  ['time', 'time'],
  ['number', 'number'],
  ['count', 'number'],
  ['money', 'number'],
  ['flag', 'flag'],
]);

/** `or` is for flags, `in` for dates and instants. */
function hasWrongParts({ or, zone }: WrittenModifier, kind: Written['kind'], checking: Checking): boolean {
  if (or !== undefined && kind !== 'flag') {
    problem('FL346', or.span, { problem: 'or' }, checking);
    return true;
  }
  if (zone !== undefined && kind !== 'time') {
    problem('FL345', zone.span, { problem: 'zone', part: '', instead: undefined }, checking);
    return true;
  }
  return false;
}

function writtenTime({ pattern, zone }: WrittenModifier, type: Type, checking: Checking): Written | undefined {
  const read = readTimePattern(pattern.value, type.kind === 'time' ? 'time' : 'date');
  if (read.kind === 'problem') {
    const { problem: which, part, instead } = read;
    const fixes = instead === undefined ? [] : [rewrite(pattern.span, JSON.stringify(instead))];
    problem('FL345', pattern.span, { problem: which, part, instead }, checking, { fixes });
    return undefined;
  }
  if (zone === undefined || isAbsent(zone)) return { kind: 'time', pattern: pattern.value };
  if (read.hasOffset) {
    problem('FL345', zone.span, { problem: 'offset-and-zone', part: '', instead: undefined }, checking);
    return undefined;
  }
  return checkZone(zone, checking) ? { kind: 'time', pattern: pattern.value, zone: zone.value } : undefined;
}

/** Whether a zone exists; reports it if not. */
export function checkZone(zone: WrittenModifier['pattern'], checking: Checking): boolean {
  if (isAbsent(zone)) return false;
  if (isZone(zone.value)) return true;
  const suggestion = nearestZone(zone.value);
  const fixes = suggestion === undefined ? [] : [rewrite(zone.span, JSON.stringify(suggestion))];
  problem('FL301', zone.span, { zone: zone.value, suggestion }, checking, { fixes });
  return false;
}

function writtenNumber({ pattern }: WrittenModifier, type: Type, checking: Checking): Written | undefined {
  const read: NumberSample = readNumberSample(pattern.value, type.kind === 'count');
  if (read.kind === 'sample') return read.written;
  const fixes = read.instead.map((sample) => rewrite(pattern.span, JSON.stringify(sample)));
  problem('FL344', pattern.span, { sample: pattern.value, problem: read.problem, instead: read.instead }, checking, {
    fixes,
  });
  return undefined;
}

function writtenFlag({ pattern, or }: WrittenModifier, checking: Checking): Written | undefined {
  if (or === undefined) {
    problem('FL346', pattern.span, { problem: 'one' }, checking);
    return undefined;
  }
  if (isAbsent(or)) return undefined;
  const [yes, no] = [foldText(pattern.value), foldText(or.value)];
  if (yes === no) {
    problem('FL346', or.span, { problem: 'same' }, checking);
    return undefined;
  }
  return { kind: 'flag', yes: pattern.value, no: or.value };
}
