// The compiler of packages/dsl → what the check of the samples asks for.
import { compile, type Diagnostic, formatText, lineStarts, parse } from '@fairlead/dsl';
import { policyAround, SAMPLE_FILE } from './fragments.ts';
import type { SampleCompiler, SampleDiagnostic, SampleKind } from './samples.ts';
import { TABLES } from './tables-beside.ts';

/** Files that samples speak of, by name. */
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['partners.csv', 'Harbour,2024\nSeewerk,2025\n'],
  ['people.route', '# The people are elsewhere.\nlist offices = ["Berlin"]\n'],
  ...TABLES,
]);

/** Makes the compiler. `prelude`: the text of prelude.route. */
export function sampleCompiler(prelude: string): SampleCompiler {
  return {
    compile: (text, kind) => {
      const files = kind === 'whole' ? new Map([[SAMPLE_FILE, text]]) : policyAround(text, kind, prelude);
      const { diagnostics } = compile(SAMPLE_FILE, (name) => files.get(name) ?? BESIDE.get(name));
      return diagnostics.map((diagnostic) => asFound(diagnostic, text));
    },
    parse: (text) =>
      parse({ name: SAMPLE_FILE, text, order: 0 })
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map((diagnostic) => asFound(diagnostic, text)),
    format: formatSample,
  };
}

/** What is wrong in the text around a fragment is said at its first line. */
function asFound({ code, severity, message, span }: Diagnostic, text: string): SampleDiagnostic {
  const before = lineStarts(text).filter((start) => start <= span.start).length;
  return { code, message, isError: severity === 'error', line: span.file === SAMPLE_FILE ? before : 1 };
}

/** Rules are laid out in a `route` block, which is taken away again. Conditions and parts are left as they are. */
function formatSample(text: string, kind: SampleKind): string {
  if (kind === 'part' || kind === 'condition') return text;
  if (kind !== 'rule') return formatted(text);
  const lines = formatted(`route {\n${text}\n${ENDING.test(text) ? '' : LAST_RULE}}\n`).split('\n');
  const end = ENDING.test(text) ? lines.length - 2 : lines.findLastIndex((line) => ENDING.test(line));
  return lines
    .slice(1, end)
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n');
}

const ENDING = /^\s*otherwise\b/m;
const LAST_RULE = 'otherwise route to triage\n';

function formatted(text: string): string {
  return formatText({ name: SAMPLE_FILE, text, order: 0 }).text;
}
