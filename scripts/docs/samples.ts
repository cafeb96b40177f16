// Turns the `route` code blocks of the documentation into problems: a sample that does not compile is a bug.
import type { Problem } from './find-problems.ts';
import type { FragmentKind } from './fragments.ts';
import { readMarkdown } from './markdown.ts';

/**
 * One block of rule text in a page. What stands behind `route` on the fence says what it is and what is expected of it:
 * nothing: a whole policy · `declaration`, `rule`, `condition`, `test`: a part of one, compiled with what it names around it ·
 * `part`: some declarations or rules, which only have to be readable. And behind that: nothing: it has no errors ·
 * `wrong CODE`: it gives that diagnostic.
 */
export interface Sample {
  readonly file: string;
  /** The line of the opening fence. */
  readonly line: number;
  readonly text: string;
  /** Undefined where the fence says something else. */
  readonly kind: SampleKind | undefined;
  readonly expects: { readonly kind: 'nothing' } | { readonly kind: 'wrong'; readonly code: string };
}

/** What a sample is. */
export type SampleKind = 'whole' | 'part' | FragmentKind;

/** One thing the compiler says about a sample. */
export interface SampleDiagnostic {
  readonly code: string;
  readonly isError: boolean;
  readonly message: string;
  /** In the sample; the first line is 1. */
  readonly line: number;
}

/** What the check needs of a compiler. */
export interface SampleCompiler {
  /** Everything the compiler finds in a whole policy, or in a fragment within one. */
  readonly compile: (text: string, kind: Exclude<SampleKind, 'part'>) => readonly SampleDiagnostic[];
  /** Only what cannot be read. */
  readonly parse: (text: string) => readonly SampleDiagnostic[];
  /** The text as it should be laid out. Asked only for what compiles. */
  readonly format: (text: string, kind: SampleKind) => string;
}

const KINDS: ReadonlySet<string> = new Set(['part', 'declaration', 'rule', 'condition', 'test']);

/** Finds the samples of all pages, in the order of the files. */
export function findSamples(files: ReadonlyMap<string, string>): readonly Sample[] {
  const samples: Sample[] = [];
  for (const [file, text] of files) {
    if (!file.endsWith('.md')) continue;
    for (const { info, text: sample, line } of readMarkdown(text).blocks) {
      const [language, ...words] = info;
      if (language === 'route') samples.push({ file, line, text: sample, ...readMarks(words) });
    }
  }
  return samples;
}

function readMarks(words: readonly string[]): Pick<Sample, 'kind' | 'expects'> {
  const [first = ''] = words;
  const kind = KINDS.has(first) ? (first as SampleKind) : 'whole'; // one of KINDS
  const [expects, code = '', ...more] = kind === 'whole' ? words : words.slice(1);
  if (more.length > 0) return { kind: undefined, expects: { kind: 'nothing' } };
  if (expects === undefined) return { kind, expects: { kind: 'nothing' } };
  if (expects === 'wrong') return { kind, expects: { kind: 'wrong', code } };
  return { kind: undefined, expects: { kind: 'nothing' } };
}

/** Compiles each sample and compares with what is expected of it. */
export function checkSamples(samples: readonly Sample[], compiler: SampleCompiler): readonly Problem[] {
  return samples.flatMap((sample) => checkSample(sample, compiler));
}

function checkSample({ kind, expects, file, line, text }: Sample, compiler: SampleCompiler): readonly Problem[] {
  if (kind === undefined) {
    return [{ file, line, message: 'The words behind ```route are not known: scripts/docs/samples.ts lists them.' }];
  }
  const found = kind === 'part' ? compiler.parse(asFile(text)) : compiler.compile(text, kind);
  const errors = found.filter(({ isError }) => isError);
  const codes = [...new Set(found.map(({ code }) => code))];
  const problem = (at: number, message: string): Problem => ({ file, line: at, message });
  switch (expects.kind) {
    case 'wrong':
      if (codes.includes(expects.code)) return [];
      return [
        problem(line, `This sample should give ${named(expects.code)} and gives ${codes.join(', ') || 'nothing'}.`),
      ];
    case 'nothing':
      if (errors.length > 0) return errors.map((d) => problem(line + d.line, `${d.code} in a sample: ${d.message}`));
      return checkLayout(text, compiler.format(text, kind)).map((at) =>
        problem(line + at, 'This sample is not laid out as `fairlead fmt` would.'),
      );
  }
}

function named(code: string): string {
  return code === '' ? 'a code (none is named)' : code;
}

/** The first line that differs; empty if none does. */
function checkLayout(text: string, formatted: string): readonly number[] {
  const [lines, wanted] = [text, formatted].map((one) => one.trimEnd().split('\n'));
  const at = lines?.findIndex((line, index) => line !== wanted?.[index]) ?? -1;
  return at === -1 ? [] : [at + 1];
}

/** Rules and clauses stand in a `route` block; it is put around them on their own lines, so that lines stay the same. */
function asFile(text: string): string {
  if (!/^\s*(#[^\n]*\n\s*)*(rule|otherwise|default)\b/.test(text)) return text;
  const rest = /^\s*otherwise\b/m.test(text) ? '' : ' otherwise route to triage';
  return `route { ${text}\n${rest} }`;
}
