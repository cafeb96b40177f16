// Generated policies are what they promise: they compile, and together they use the whole language.
import { compile, parse } from '@fairlead/dsl';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PolicyFiles, policyFiles, policyText } from '../../src/index.ts';

/** The errors of a policy, each with the text it speaks of. */
function errors({ text, files }: PolicyFiles): readonly string[] {
  const { diagnostics } = compile('generated.route', (name) => (name === 'generated.route' ? text : files[name]));
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, span }) => `${code} ${message} ${text.slice(span.start, span.end)}`);
}

test('every generated policy compiles, with the files of its tables', () => {
  fc.assert(
    fc.property(policyFiles(), (policy) => {
      expect(errors(policy), policy.text).toEqual([]);
    }),
    { seed: 11, numRuns: 600 },
  );
});

test('without tables the text alone compiles', () => {
  fc.assert(
    fc.property(policyText({ maxRules: 3 }), (text) => {
      expect(errors({ text, files: {} })).toEqual([]);
    }),
    { seed: 12, numRuns: 200 },
  );
});

test('policies of the whole language parse without a remark', () => {
  fc.assert(
    fc.property(policyText({ wholeLanguage: true }), (text) => {
      expect(parse({ name: 'generated.route', text, order: 0 }).diagnostics).toEqual([]);
    }),
    { seed: 13, numRuns: 200 },
  );
});

// biome-ignore format: a table reads better in rows
const constructs: readonly RegExp[] = [
  / is "/, / is not "/, / in \[/, / not in \[/, / in \S+\.\.\S+/, / contains /, / starts with /, / ends with any of /, / mentions all of /, / none of /,
  / includes "/, / at least \d+ times/, / within the last /, / within the next /, / more than \d+ \w+ ago/, / is missing/, / is known/, / is free mail/,
  / is not free mail/, /domain of /, / not \(/, /not during /, /during /, / and /, / or /, / \+ /, / \* /, /rep\.\w+ of \w/, /rep\.load/, /rep\.open/,
  /\boptional\b/, /\bprivate\b/, / from "/, / written "/, /\bblank "/, /\bmoney [A-Z]/, /\blist of /, /\bsignals\b/, /\bratings\b/, /\bunique\b/, /\| text/,
  /^calendar /m, /^record /m, /^define /m, /^list /m, /\bmanager /, /\bworks /, /\bcapacity /, /\bbackup \w/, /\bleft \d.* successor/, /\bpriority /, /\bclaim within/,
  /\bhalving every /, /\bdefault respond /, /\bdefault weight /, /\bwhere /, /\bweight \{ [\d.]+ for /, /\bby rotation of this rule/, /\bby highest /, /\bby lowest /,
  /available within /, /even off duty/, /even over capacity/, /fallback \{/, /backup of /, /team of /, /manager of /, /nurture "/, /reject "/, /reassign/,
  /working hours? of /, /notify slack /, /offer booking /, /because "/, /^test "/m, /given \w+ is away/, /\\u[0-9a-f]{4}/,
  /^enrich /m, /\bdomain of \w+\n {2}fill /, /reuse for/, /^match /m, / is like /, /accept \d/, /review \d/, /prefer the newest/, /prefer the lowest/, /prefer (?!the)/, / is matched/,
  / is not matched/, /^table /m, / key \w+ is /, / gives /, /split \{/, /split by /, /by fewest this month/, /by likelihood using/, /reserve at least/, / for 2 hours/, /pause above/,
  /counts \d/, /given \w+ is \{/, /given \w+ fails/, /given \w+ gives/, / \d\d\.\d+% /,
];

test('a few hundred of them use every construct', () => {
  const all = fc.sample(fc.noBias(policyText({ wholeLanguage: true })), { seed: 14, numRuns: 300 }).join('\n');
  expect(constructs.filter((construct) => !construct.test(all))).toEqual([]);
});

test('the same seed gives the same policies', () => {
  const draw = (): readonly string[] => fc.sample(policyText({ wholeLanguage: true }), { seed: 15, numRuns: 20 });
  expect(draw()).toEqual(draw());
});
