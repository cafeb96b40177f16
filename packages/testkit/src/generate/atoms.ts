// Choices → one comparison that fits the type of what it reads.

import type { Choices } from './choices.ts';
import * as constant from './constants.ts';
import { domains, quoted, signalKinds, skillNames, texts } from './vocabulary.ts';
import { ofKind, type Readable, repsOf, type TypeDraft, type World } from './world.ts';

/** A comparison, and what a missing value would make of it. */
export interface AtomDraft {
  readonly text: string;
  /** Readings that may be missing. */
  readonly reads: readonly string[];
  /** `is not`, `not in`, `none of`, …: with `reads` it needs a guard. */
  readonly negative: boolean;
}

/** A comparison of the value with a constant, a list or another value. */
export function atom(c: Choices, world: World, value: Readable): AtomDraft {
  if (value.maybeMissing && c.chance(5))
    return { text: `${value.path} is ${c.of(['known', 'missing'])}`, reads: [], negative: false };
  const written = byKind[value.type.kind](c, world, value);
  const [text, negative] = typeof written === 'string' ? [written, false] : written;
  return { text: text.replaceAll('$', value.path), reads: readings(text, value), negative };
}

/** The domain is missing for free mail, so also where the address is there. */
function readings(text: string, { path, maybeMissing }: Readable): readonly string[] {
  if (/ is (?:known|missing)$/.test(text)) return [];
  if (text.startsWith('domain of $')) return [`domain of ${path}`];
  return maybeMissing ? [path] : [];
}

/** `rep.skills of industry >= 3`: missing where nobody rated it, so only in positive forms. */
export function ratingAtom(c: Choices, world: World, ratings: Readable): AtomDraft {
  const keys = ofKind(world.lead, 'text', 'choice')
    .map(({ path }) => path)
    .filter((path) => !path.includes('.'));
  const key = keys.length > 0 && c.chance(2) ? c.of(keys) : quoted(c.of(skillNames));
  const reading = `${ratings.path} of ${key}`;
  return { text: `${reading} ${c.of(['>=', '>', '<', '<='])} ${c.between(1, 5)}`, reads: [reading], negative: false };
}

/** A comparison, with `$` for the value; a pair says that it is a negative form. */
type Form = string | readonly [text: string, negative: boolean];
type Forms = (c: Choices, world: World, value: Readable) => Form;

const byKind: { readonly [K in TypeDraft['kind']]: Forms } = {
  text: (c, world) => {
    const list = listFor(c, world, 'text');
    return form(c, [
      () => `$ is ${constant.text(c)}`,
      () => [`$ is not ${constant.text(c)}`, true],
      () => `$ in ${list}`,
      () => [`$ not in ${list}`, true],
      () => `$ ${c.of(textVerbs)} ${constant.text(c)}`,
      () => `$ ${c.of(textVerbs)} ${c.of(['any', 'all'])} of ${list}`,
      () => [`$ ${c.of(textVerbs)} none of ${list}`, true],
    ]);
  },
  code: (c) =>
    form(c, [
      () => `$ is ${quoted(`C-${c.below(50)}`)}`,
      () => `$ ${c.of(textVerbs)} ${quoted(c.of(['C-', 'c-1', '0', 'CEO', 'DE']))}`,
      () => [`$ is not ${constant.text(c)}`, true],
      () =>
        `$ in [${c
          .some(texts, 1, 3)
          .map((each) => quoted(each))
          .join(', ')}]`,
      () => [`$ not in [${quoted('C-1')}, "0042"]`, true],
    ]),
  email: (c) =>
    form(c, [
      () => `$ is ${constant.email(c)}`,
      () => '$ is free mail',
      () => ['$ is not free mail', true],
      () => [`$ is not ${constant.email(c)}`, true],
      () => `domain of $ is ${quoted(c.of(domains))}`,
      () =>
        `domain of $ in [${c
          .some(domains, 1, 2)
          .map((each) => quoted(each))
          .join(', ')}]`,
      () => `domain of $ is ${c.of(['known', 'missing'])}`,
    ]),
  number: (c, world) => numeric(c, 'number', '', listFor(c, world, 'number')),
  count: (c, world) => numeric(c, 'whole', '', listFor(c, world, 'number')),
  money: (c, _, { type }) => numeric(c, 'number', type.kind === 'money' ? ` ${type.currency}` : ''),
  flag: (c) =>
    form(c, [
      () => '$',
      () => ['not $', true],
      () => `$ is ${constant.flag(c)}`,
      () => [`$ is not ${constant.flag(c)}`, true],
    ]),
  date: (c) =>
    form(c, [
      () => `$ ${relation(c)} ${constant.date(c)}`,
      () => `$ is ${constant.date(c)}`,
      () => [`$ is not ${constant.date(c)}`, true],
      () => `$ in ${constant.range(c, 'date')}`,
      () => [`$ not in ${constant.range(c, 'date')}`, true],
      () => aged(c),
    ]),
  time: (c) => form(c, [() => aged(c), () => `$ ${relation(c)} ${constant.instant(c)}`]),
  choice: (c, _, { type }) => {
    const choices = type.kind === 'choice' ? type.choices : [];
    const some = (): string =>
      c
        .some(choices, 1, 3)
        .map((each) => quoted(each))
        .join(', ');
    return form(c, [
      () => `$ is ${quoted(c.of(choices))}`,
      () => [`$ is not ${quoted(c.of(choices))}`, true],
      () => `$ in [${some()}]`,
      () => [`$ not in [${some()}]`, true],
    ]);
  },
  list: (c, _, { type }) => {
    const one = (): string =>
      type.kind === 'list' && type.of === 'number' ? String(c.between(1, 300)) : constant.text(c);
    const several = (): string => `[${[...new Set([one(), one(), one()])].join(', ')}]`;
    return form(c, [() => `$ includes ${one()}`, () => `$ includes ${c.of(['any', 'all', 'none'])} of ${several()}`]);
  },
  signals: (c) => {
    const kinds = (): string =>
      c
        .some(signalKinds, 1, 3)
        .map((each) => quoted(each))
        .join(', ');
    const what = c.chance(3) ? `${c.of(['any', 'all', 'none'])} of [${kinds()}]` : quoted(c.of(signalKinds));
    const often = c.chance(2) ? ` at least ${c.between(1, 4)} times` : '';
    const lately = c.chance(2) ? ` within the last ${constant.age(c)}` : '';
    return `$ includes ${what}${often}${lately}`;
  },
  ratings: () => '$ of "security" >= 1',
  rep: (c, world) => form(c, [() => `$ is ${c.of(repsOf(world))}`, () => [`$ is not ${c.of(repsOf(world))}`, true]]),
  team: (c, world) => {
    const name = (): string => c.of(world.teams).name;
    return form(c, [() => `$ is ${name()}`, () => [`$ is not ${name()}`, true]]);
  },
  record: () => '$ is known',
};

const textVerbs: readonly string[] = ['contains', 'starts with', 'ends with', 'mentions'];

function form(c: Choices, forms: readonly (() => Form)[]): Form {
  return c.of(forms)();
}

function relation(c: Choices): string {
  return c.of(['>=', '>', '<', '<=']);
}

function aged(c: Choices): string {
  return c.of([
    `$ within the last ${constant.age(c)}`,
    `$ within the next ${constant.age(c)}`,
    `$ more than ${constant.age(c)} ago`,
  ]);
}

function numeric(c: Choices, kind: 'number' | 'whole', unit: string, list?: string): Form {
  const one = (): string => (kind === 'whole' ? constant.wholeNumber(c) : constant.number(c)) + unit;
  const range = constant.range(c, kind, unit);
  return form(c, [
    () => `$ ${relation(c)} ${one()}`,
    () => `$ in ${range}`,
    () => [`$ not in ${range}`, true],
    () => `$ is ${one()}`,
    () => [`$ is not ${one()}`, true],
    ...(unit === '' ? [(): Form => `$ * ${constant.wholeNumber(c)} + 1 ${relation(c)} ${one()}`] : []),
    ...(list === undefined ? [] : [(): Form => `$ in ${list}`]),
  ]);
}

/** The name of a list, or a list written out. */
function listFor(c: Choices, world: World, of: 'text' | 'number'): string {
  const named = world.lists.filter((list) => list.of === of);
  if (named.length > 0 && c.chance(2)) return c.of(named).name;
  if (of === 'number') return `[${c.some(['1', '2.5', '1_000', '25k'], 1, 3).join(', ')}]`;
  return `[${c
    .some(texts, 1, 4)
    .map((each) => quoted(each))
    .join(', ')}]`;
}
