// What the tests of compiling share: compiling texts, and JSON that a person can read.
import { existsSync, readFileSync } from 'node:fs';
import type { Policy } from '@fairlead/ir';
import { type Compiled, compile } from '../../src/compile.ts';

/** Compiles files given by name; the first one is the entry. Tables are taken from the fixtures, wherever they are asked for. */
export function compileFiles(files: Readonly<Record<string, string>>): Compiled {
  const [entry = 'policy.route'] = Object.keys(files);
  return compile(entry, (name) => {
    if (Object.hasOwn(files, name)) return files[name];
    const url = new URL(name.split('/').at(-1) ?? '', fixtures);
    return url.href.endsWith('.csv') && existsSync(url) ? readFileSync(url, 'utf8') : undefined;
  });
}

const fixtures = new URL('./fixtures/', import.meta.url);

/** The policy and the rest, of a text without errors; a test fails on any error. */
export function compileOk(files: Readonly<Record<string, string>> | string): Required<Compiled> {
  const compiled = compileFiles(typeof files === 'string' ? { 'policy.route': files } : files);
  const { policy, hash, sourceMap } = compiled;
  if (policy === undefined || hash === undefined || sourceMap === undefined) {
    const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
    throw new Error(
      errors.map((error) => `${error.code} ${placeOf(compiled, error.span)} ${error.message}`).join('\n'),
    );
  }
  return { ...compiled, policy, hash, sourceMap };
}

/** The text of a span, one line of at most 70 characters. */
export function textAt(
  { files }: Compiled,
  span: { readonly file: string; readonly start: number; readonly end: number },
): string {
  const text = files.find(({ name }) => name === span.file)?.text.slice(span.start, span.end) ?? '?';
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

function placeOf(
  compiled: Compiled,
  span: { readonly file: string; readonly start: number; readonly end: number },
): string {
  return `${span.file}: ${textAt(compiled, span)}:`;
}

/** JSON with keys in canonical order; what fits on one line of 120 characters is on one. */
export function prettyJson(value: unknown, indent: string = ''): string {
  const line = compact(value);
  if (line.length + indent.length <= 120 || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => deeper + prettyJson(item, deeper))
    : entriesOf(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${prettyJson(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function compact(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(compact).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${compact(item)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** What says which thing it is comes first. */
function entriesOf(object: object): readonly [string, unknown][] {
  const first = ['kind', 'id', 'name'];
  const rank = (key: string): string => (first.includes(key) ? `0${first.indexOf(key)}` : `1${key}`);
  return Object.entries(object).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
}

/** A policy of `count` rules for a hundred teams: territories by country, state, size and industry, 2.5 conditions each. */
export function manyRules(count: number): string {
  const teams = Array.from({ length: 100 }, (_, i) => {
    const rep = (n: number): string => `  rep r${i}_${n} "Rep ${i} ${n}" { capacity ${20 + n} open }`;
    return `team t${i} "Team ${i}" {\n${[0, 1, 2].map(rep).join('\n')}\n}`;
  });
  const rules = Array.from({ length: count }, (_, i) => {
    const size = 10 + (i % 50) * 20;
    const conditions = [
      `country in ["C${i % 90}", "D${i % 70}"]`,
      i % 2 === 0 ? `employees in ${size}..${size + 19}` : `state is "S${i % 500}"`,
      i % 4 === 0 ? '(industry is known and industry is not "Other")' : i % 4 === 1 ? `industry is "I${i % 40}"` : '',
    ];
    const when = conditions.filter((condition) => condition !== '').join(' and ');
    const fallback = i % 5 === 0 ? `\n    fallback { t${(i + 1) % 100}  triage }` : '';
    const because = `\n    because "Territory ${i} belongs to team ${i % 100}"`;
    return `  rule "Territory ${i}"\n    when ${when}\n    route to t${i % 100}${fallback}${because}`;
  });
  return `policy many "Many rules" { language 1 }
lead {
  id        code
  country   text
  state     text
  employees count
  industry  text optional
}
${teams.join('\n')}
queue triage "Unrouted" { owner r0_0 }
route {
${rules.join('\n')}
  otherwise
    route to triage
}
`;
}

/** Every rule of a policy by name, for short expectations. */
export function ruleOf(policy: Policy, name: string): Policy['route']['rules'][number] {
  const rule = policy.route.rules.find((candidate) => candidate.name === name);
  if (rule === undefined) throw new Error(`no rule "${name}"`);
  return rule;
}
