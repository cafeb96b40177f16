// A seed → its policy and cases, checked: how many agreed, what came up, and the first fault with all that is needed to see it again.

import { compile, formatText } from '@fairlead/dsl';
import { canonicalJson, validatePolicy } from '@fairlead/ir';
import { benchFor } from './both-answers.ts';
import { type Case, type Series, seriesOf } from './case.ts';
import { checkCase, type Fault } from './check.ts';
import { featuresOf } from './features.ts';
import { shrunk } from './shrink.ts';

/** What came of a seed. */
export interface SeriesResult {
  readonly cases: number;
  /** Each feature with the number of cases that show it. */
  readonly features: ReadonlyMap<string, number>;
  /** The first fault, for people. */
  readonly fault?: string;
}

/** Which seed, and how much of it. */
export interface SeriesOptions {
  readonly seed: number;
  /** Leads a policy. */
  readonly count: number;
  /** Every so manieth case is also asked for replay, explanation and private texts. */
  readonly promisesEvery: number;
}

/** Stops at the first fault. */
export function runSeries({ seed, count, promisesEvery }: SeriesOptions): SeriesResult {
  const series = seriesOf(seed, count);
  const features = new Map<string, number>();
  const broken = brokenPolicy(series);
  if (broken !== undefined) return { cases: 0, features, fault: `seed ${seed}: ${broken}\n${series.files.text}` };
  const [first] = series.cases;
  if (first === undefined) return { cases: 0, features };
  const bench = benchFor(first.policy);
  for (const [i, given] of series.cases.entries()) {
    const promises = (i + 1) % promisesEvery === 0;
    const { decision, fault } = checkCase(bench, given, promises);
    for (const feature of decision === undefined ? [] : featuresOf(decision))
      features.set(feature, (features.get(feature) ?? 0) + 1);
    if (fault !== undefined)
      return { cases: i + 1, features, fault: told(series, given, fault, { seed, count, at: i }) };
  }
  return { cases: series.cases.length, features };
}

/** What every policy promises: it passes its own checks, its JSON is read back as the same, and the formatter changes nothing that is decided. */
function brokenPolicy({ files, cases }: Series): string | undefined {
  const policy = cases[0]?.policy;
  if (policy === undefined) return undefined;
  const bytes = canonicalJson(policy);
  const read = validatePolicy(JSON.parse(bytes));
  if (!read.ok) return `the compiled policy is refused: ${JSON.stringify(read.issues)}`;
  if (canonicalJson(read.policy) !== bytes) return 'the policy changes when its JSON is read';
  const formatted = formatText({ name: 'policy.route', text: files.text, order: 0 }).text;
  const again = compile('policy.route', (name) => (name === 'policy.route' ? formatted : files.files[name])).policy;
  if (again === undefined || canonicalJson(again) !== bytes) return `formatting changes the policy:\n${formatted}`;
  return undefined;
}

function told(
  series: Series,
  given: Case,
  fault: Fault,
  where: { readonly seed: number; readonly count: number; readonly at: number },
): string {
  const sameFault = (smaller: Case): Fault | undefined => {
    try {
      const found = checkCase(benchFor(smaller.policy), smaller, fault.kind !== 'disagreement').fault;
      return found?.kind === fault.kind ? found : undefined;
    } catch {
      // Taken away too much: the policy is none any more.
      return undefined;
    }
  };
  const small = shrunk(given, (smaller) => sameFault(smaller) !== undefined);
  const { policy, lead, atMs, around } = small;
  return [
    `${fault.kind} at seed ${where.seed}, case ${where.at} of ${where.count}. Again: node --conditions=source scripts/agreement.ts --seed ${where.seed} --policies 1 --leads ${where.count}`,
    (sameFault(small) ?? fault).said,
    `at     ${new Date(atMs).toISOString()}`,
    `lead   ${JSON.stringify(lead)}`,
    `around ${JSON.stringify(around)}`,
    `rules  ${policy.route.rules.map(({ name }) => JSON.stringify(name)).join(', ')} and otherwise, of`,
    series.files.text,
    ...Object.entries(series.files.files).map(([name, text]) => `# ${name}\n${text}`),
  ].join('\n');
}
