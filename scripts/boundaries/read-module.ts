// Turns the text of one TypeScript module into what the boundary rules ask about: imports, forbidden calls, bare casts.
import { builtinModules } from 'node:module';
import { type Comment, parseSync, Visitor, type VisitorObject } from 'oxc-parser';

/** Something at a line (1 is the first). */
export interface Found {
  readonly what: string;
  readonly line: number;
}

/** One import or re-export, also of types only, also `import('…')`. */
export interface Import {
  readonly specifier: string;
  /** Names taken from it, as the other module calls them. Empty for `import('…')`, `* as x` and side effects. */
  readonly names: readonly string[];
  readonly line: number;
}

/** What the rules need to know of a module. All lists are in the order of the text. */
export interface ModuleFacts {
  readonly imports: readonly Import[];
  /** `export *`, with or without a name. */
  readonly starExports: readonly Found[];
  /** Uses of the clock, randomness, locale or code made at run time; `Intl` stands apart. */
  readonly impure: readonly Found[];
  readonly intl: readonly Found[];
  /** Casts and `!` without a comment on their lines or on the line above. */
  readonly unexplained: readonly Found[];
  readonly startsWithComment: boolean;
  readonly lineCount: number;
  readonly syntaxErrors: readonly string[];
}

/** Reads a module. Never throws on broken text: what could not be read is in `syntaxErrors`. */
export function readModule(path: string, text: string): ModuleFacts {
  const parsed = parseSync(path, text, { sourceType: 'module' });
  const lineOf = lineFinder(text);
  const imports: Import[] = [];
  const starExports: Found[] = [];
  const impure: Found[] = [];
  const intl: Found[] = [];
  const unexplained: Found[] = [];
  const explained = explainedLines(parsed.comments, lineOf);
  const bare = (what: string, start: number, end: number): void => {
    const [first, last] = [lineOf(start), lineOf(end)];
    for (let line = first - 1; line <= last; line += 1) if (explained.has(line)) return;
    unexplained.push({ what, line: first });
  };
  const visitor: VisitorObject = {
    ...importVisitor(imports, starExports, lineOf),
    ...purityVisitor(impure, intl, lineOf),
    TSAsExpression: (node) => {
      const type = text.slice(node.typeAnnotation.start, node.typeAnnotation.end);
      if (type !== 'const') bare(`as ${type}`, node.start, node.end);
    },
    TSTypeAssertion: (node) => bare('<…> cast', node.start, node.end),
    TSNonNullExpression: (node) => bare('!', node.start, node.end),
  };
  new Visitor(visitor).visit(parsed.program);
  return {
    imports,
    starExports,
    impure,
    intl,
    unexplained,
    startsWithComment: /^(#![^\n]*\n)?(\/\/|\/\*)/.test(text),
    lineCount: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    syntaxErrors: parsed.errors.map((error) => error.message),
  };
}

/** Whether a specifier names a part of Node. */
export function isNodeBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

type LineOf = (offset: number) => number;

function importVisitor(imports: Import[], starExports: Found[], lineOf: LineOf): VisitorObject {
  const nameOf = (name: { type: string; name?: string; value?: unknown }): string => name.name ?? String(name.value);
  return {
    ImportDeclaration: (node) => {
      const names = node.specifiers.flatMap((s) => (s.type === 'ImportSpecifier' ? [nameOf(s.imported)] : []));
      imports.push({ specifier: node.source.value, names, line: lineOf(node.start) });
    },
    ExportNamedDeclaration: (node) => {
      if (node.source === null) return;
      const names = node.specifiers.map((s) => nameOf(s.local));
      imports.push({ specifier: node.source.value, names, line: lineOf(node.start) });
    },
    ExportAllDeclaration: (node) => {
      starExports.push({ what: `export * from '${node.source.value}'`, line: lineOf(node.start) });
      imports.push({ specifier: node.source.value, names: [], line: lineOf(node.start) });
    },
    ImportExpression: (node) => {
      if (node.source.type !== 'Literal' || typeof node.source.value !== 'string') return;
      imports.push({ specifier: node.source.value, names: [], line: lineOf(node.start) });
    },
    TSImportType: (node) => imports.push({ specifier: node.source.value, names: [], line: lineOf(node.start) }),
  };
}

const IMPURE_MEMBERS: ReadonlySet<string> = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'Temporal.Now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);
const IMPURE_CALLS: ReadonlySet<string> = new Set(['eval', 'Function', 'Date', 'require', 'fetch']);

function purityVisitor(impure: Found[], intl: Found[], lineOf: LineOf): VisitorObject {
  return {
    MemberExpression: (node) => {
      const property = !node.computed && node.property.type === 'Identifier' ? node.property.name : '';
      const object = node.object.type === 'Identifier' ? node.object.name : '';
      const line = lineOf(node.start);
      if (IMPURE_MEMBERS.has(`${object}.${property}`)) impure.push({ what: `${object}.${property}`, line });
      if (/^(localeCompare|toLocale[A-Z]\w*)$/.test(property)) impure.push({ what: `.${property}`, line });
      if (object === 'Intl') intl.push({ what: `Intl.${property}`, line });
    },
    CallExpression: (node) => {
      if (node.callee.type !== 'Identifier' || !IMPURE_CALLS.has(node.callee.name)) return;
      impure.push({ what: `${node.callee.name}()`, line: lineOf(node.start) });
    },
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier') return;
      const { name } = node.callee;
      if (name === 'Function' || (name.endsWith('Date') && node.arguments.length === 0)) {
        impure.push({ what: `new ${name}()`, line: lineOf(node.start) });
      }
    },
  };
}

/** The lines that carry a comment. */
function explainedLines(comments: readonly Comment[], lineOf: LineOf): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const comment of comments) {
    for (let line = lineOf(comment.start); line <= lineOf(comment.end); line += 1) lines.add(line);
  }
  return lines;
}

/** A function from an offset to its line, by binary search over the line starts. */
function lineFinder(text: string): LineOf {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
