// What the tests of names and types share: a small policy around a condition or rule, and diagnostics as short lines.
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Bindings } from '../../src/names/bindings.ts';
import { load } from '../../src/names/modules.ts';
import { type ResolveOptions, resolve } from '../../src/names/resolve.ts';
import { parse } from '../../src/syntax/parse.ts';
import { check } from '../../src/types/check.ts';
import type { Types } from '../../src/types/types.ts';

/** What checking came to. */
export interface Checked {
  readonly bindings: Bindings;
  readonly types: Types;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** The lead and the people of the err fixtures. */
export const lead: string = readFileSync(new URL('../fixtures/err/parts/lead.route', import.meta.url), 'utf8');

/** Checks files by name; the first is the entry. */
export function checkFiles(files: Readonly<Record<string, string>>, options: ResolveOptions = {}): Checked {
  const [entry = ''] = Object.keys(files);
  const loaded = load(entry, { readFile: (name) => files[name], parse, listing: Object.keys(files) });
  const { files: trees, sources, listTexts } = loaded.value;
  const resolved = resolve(trees, options);
  const checked = check(resolved.value, { listTexts, ...options });
  return {
    bindings: resolved.value,
    types: checked.value,
    diagnostics: [...loaded.diagnostics, ...resolved.diagnostics, ...checked.diagnostics],
    texts: new Map(sources.map(({ name, text }) => [name, text])),
  };
}

/** Checks a text with the lead and people of the err fixtures beside it. */
export function checkText(text: string): Checked {
  return checkFiles({ 'test.route': `use "./lead.route"\n${text}`, 'lead.route': lead });
}

/** Checks one condition, as that of a rule. `before` are declarations that it needs. */
export function checkCondition(condition: string, before = ''): Checked {
  return checkText(`${before}\nroute { rule "R" when ${condition} route to sales otherwise route to triage }`);
}

/** Each problem as its code and the text that it underlines; hints at what is not used left out. */
export function problems({ diagnostics, texts }: Checked): readonly string[] {
  return diagnostics
    .filter(({ code }) => code !== 'FL230')
    .map(({ code, span }) => `${code} ${texts.get(span.file)?.slice(span.start, span.end) ?? ''}`);
}

/** The first fix of the first problem with that code, carried out on its file. */
export function withFix({ diagnostics, texts }: Checked, code: string, which = 0): string {
  const found = diagnostics.find((diagnostic) => diagnostic.code === code);
  const fix = found?.fixes[which];
  if (found === undefined || fix === undefined) throw new Error(`${code} has no such fix`);
  let text = texts.get(found.span.file) ?? '';
  for (const { span, text: put } of [...fix.edits].reverse()) {
    text = text.slice(0, span.start) + put + text.slice(span.end);
  }
  return text;
}
