// Turns the `route` code blocks of the documentation into problems: a sample that does not compile is a bug.
import type { Problem } from './find-problems.ts';
import { readMarkdown } from './markdown.ts';

/**
 * One block of rule text in a page. What stands behind `route` on the fence says what is expected of it:
 * nothing: a whole policy, without errors · `part`: some declarations or rules, without syntax errors ·
 * `wrong CODE`: text that gives that diagnostic.
 */
export interface Sample {
  readonly file: string;
  /** The line of the opening fence. */
  readonly line: number;
  readonly text: string;
  readonly expects:
    | { readonly kind: 'whole' }
    | { readonly kind: 'part' }
    | { readonly kind: 'wrong'; readonly code: string };
}

/** One thing the compiler says about a sample. */
export interface SampleDiagnostic {
  readonly code: string;
  readonly message: string;
  /** In the sample; the first line is 1. */
  readonly line: number;
}

/** What the check needs of a compiler. Both give only what is an error. */
export interface SampleCompiler {
  /** Everything the compiler finds in a whole policy. */
  readonly compile: (text: string) => readonly SampleDiagnostic[];
  /** Only what cannot be read. */
  readonly parse: (text: string) => readonly SampleDiagnostic[];
}

/** Finds the samples of all pages, in the order of the files. */
export function findSamples(files: ReadonlyMap<string, string>): readonly Sample[] {
  const samples: Sample[] = [];
  for (const [file, text] of files) {
    if (!file.endsWith('.md')) continue;
    for (const { info, text: sample, line } of readMarkdown(text).blocks) {
      const [language, word, code = ''] = info;
      if (language !== 'route') continue;
      const expects: Sample['expects'] =
        word === 'wrong' ? { kind: 'wrong', code } : { kind: word === 'part' ? 'part' : 'whole' };
      samples.push({ file, line, text: sample, expects });
    }
  }
  return samples;
}

/** Compiles each sample and compares with what is expected of it. */
export function checkSamples(samples: readonly Sample[], compiler: SampleCompiler): readonly Problem[] {
  return samples.flatMap((sample) => {
    const { expects, file, line } = sample;
    if (expects.kind === 'wrong') {
      const codes = compiler.compile(sample.text).map(({ code }) => code);
      if (codes.includes(expects.code)) return [];
      const message = `This sample should give ${expects.code || 'a code (none is named)'} and gives ${codes.join(', ') || 'nothing'}.`;
      return [{ file, line, message }];
    }
    const found = expects.kind === 'whole' ? compiler.compile(sample.text) : compiler.parse(asFile(sample.text));
    return found.map((d) => ({ file, line: line + d.line, message: `${d.code} in a sample: ${d.message}` }));
  });
}

/** Rules and clauses stand in a `route` block; it is put around them on their own lines, so that lines stay the same. */
function asFile(text: string): string {
  if (!/^\s*(#[^\n]*\n\s*)*(rule|otherwise|default)\b/.test(text)) return text;
  const rest = /^\s*otherwise\b/m.test(text) ? '' : ' otherwise route to triage';
  return `route { ${text}\n${rest} }`;
}
