// Laws of the missing-value rule, over random conditions.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCondition, withFix } from '../types/support.ts';

/** A condition over three fields that may be missing; `true` where what happens then would be a silent yes or no. */
interface Tree {
  readonly text: string;
  /** Under `country`, `title`, `company` present or not; comparisons hold or not as `holds` says. */
  readonly evaluate: (lead: Lead) => boolean;
}

interface Lead {
  readonly known: { readonly [field: string]: boolean };
  /** Of a known field, whether it equals "x". */
  readonly isX: { readonly [field: string]: boolean };
}

const field = fc.constantFrom('country', 'title', 'company');

const atom: fc.Arbitrary<Tree> = fc.oneof(
  field.map((name) => ({ text: `${name} is "x"`, evaluate: (lead: Lead) => has(lead, name) && is(lead, name) })),
  field.map((name) => ({ text: `${name} is not "x"`, evaluate: (lead: Lead) => has(lead, name) && !is(lead, name) })),
  field.map((name) => ({ text: `${name} is known`, evaluate: (lead: Lead) => has(lead, name) })),
  field.map((name) => ({ text: `${name} is missing`, evaluate: (lead: Lead) => !has(lead, name) })),
);

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    tie('tree').map((of) => ({ text: `not (${of.text})`, evaluate: (lead: Lead) => !of.evaluate(lead) })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]) => ({
        text: parts.map((part) => `(${part.text})`).join(` ${kind} `),
        evaluate: (lead: Lead) =>
          kind === 'and' ? parts.every((part) => part.evaluate(lead)) : parts.some((part) => part.evaluate(lead)),
      })),
  ),
}));

function has({ known }: Lead, name: string): boolean {
  return known[name] === true;
}

function is({ isX }: Lead, name: string): boolean {
  return isX[name] === true;
}

const leads: readonly Lead[] = Array.from({ length: 64 }, (_, bits) => {
  const bit = (at: number): boolean => ((bits >> at) & 1) === 1;
  return {
    known: { country: bit(0), title: bit(1), company: bit(2) },
    isX: { country: bit(3), title: bit(4), company: bit(5) },
  };
});

const open = (condition: string): number =>
  checkCondition(condition).diagnostics.filter(({ code }) => code === 'FL401').length;

test('every repair, carried out again and again, ends with nothing left open', () => {
  fc.assert(
    fc.property(tree, fc.infiniteStream(fc.constantFrom(0, 1)), ({ text }, choices) => {
      let condition = text;
      for (let step = 0; step < 30; step += 1) {
        const checked = checkCondition(condition);
        const left = checked.diagnostics.filter(({ code }) => code === 'FL401').length;
        if (left === 0) return;
        const which = choices.next().value ?? 0;
        condition = /when (.*) route to sales/.exec(withFix(checked, 'FL401', which))?.[1] ?? '';
        expect(checked.diagnostics.filter(({ code }) => code.startsWith('FL1'))).toEqual([]);
      }
      expect(open(condition)).toBe(0);
    }),
    { seed: 41, numRuns: 150 },
  );
}, 60_000);

test('the two repairs differ only where the value is missing, and then say opposite things of what stands beside them', () => {
  fc.assert(
    fc.property(tree, ({ text, evaluate }) => {
      const checked = checkCondition(text);
      const found = checked.diagnostics.find(({ code }) => code === 'FL401');
      if (found === undefined) return;
      // Where everything is known a repair changes nothing: the original text and both repairs agree.
      const complete = leads.filter(({ known }) => Object.values(known).every((one) => one));
      for (const which of [0, 1]) {
        const repaired = /when (.*) route to sales/.exec(withFix(checked, 'FL401', which))?.[1] ?? '';
        for (const lead of complete) expect(evaluateText(repaired, lead), repaired).toBe(evaluate(lead));
      }
    }),
    { seed: 42, numRuns: 150 },
  );
}, 60_000);

/** Evaluates the text of such a condition, by the language's rule that nothing compared with a missing value holds. */
function evaluateText(text: string, lead: Lead): boolean {
  const tokens = text.match(/[()]|and|or|not|(?:country|title|company) is (?:not "x"|"x"|known|missing)/g) ?? [];
  let at = 0;
  const unary = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token === 'not') return !unary();
    if (token === '(') {
      const value = chain();
      at += 1;
      return value;
    }
    const [name = '', ...rest] = (token ?? '').split(' ');
    const words = rest.join(' ');
    if (words === 'is known') return has(lead, name);
    if (words === 'is missing') return !has(lead, name);
    return has(lead, name) && is(lead, name) === (words === 'is "x"');
  };
  const chain = (): boolean => {
    let value = unary();
    for (let word = tokens[at]; word === 'and' || word === 'or'; word = tokens[at]) {
      at += 1;
      const next = unary();
      value = word === 'and' ? value && next : value || next;
    }
    return value;
  };
  return chain();
}
