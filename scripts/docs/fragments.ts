// Turns a sample that is part of a policy into the files of a whole one: what it names and does not declare is taken from prelude.route.

/** What a sample is part of. `test` and `declaration` stand in a file, `rule` in a `route` block, `condition` behind a `when`. */
export type FragmentKind = 'declaration' | 'rule' | 'condition' | 'test';

/** The name under which a fragment is compiled; its lines are those of the sample. */
export const SAMPLE_FILE = 'sample.route';
/** The name of the file with the rest. */
export const PRELUDE_FILE = 'prelude.route';

/** The files that make a fragment a whole policy. Everything put around the fragment stands on its first or behind its last line. */
export function policyAround(fragment: string, kind: FragmentKind, prelude: string): ReadonlyMap<string, string> {
  const text = inItsPlace(fragment, kind);
  return new Map([
    [SAMPLE_FILE, `use "./${PRELUDE_FILE}" ${text}\n`],
    [PRELUDE_FILE, restOf(text, kind, prelude)],
  ]);
}

function inItsPlace(fragment: string, kind: FragmentKind): string {
  switch (kind) {
    case 'rule':
      return `route { ${fragment}${/^\s*otherwise\b/m.test(fragment) ? '' : '\notherwise route to triage'}\n}`;
    case 'condition':
      return `define sample = ${fragment}`;
    case 'declaration':
    case 'test':
      return fragment;
  }
}

/** A block of the prelude, or of a sample. */
interface Piece {
  readonly text: string;
  /** What it declares: `lead`, `ana`. Names are one space, so kinds need not be told apart. */
  readonly declares: readonly string[];
}

/** The blocks of the prelude that a sample needs, in the prelude's order. */
function restOf(text: string, kind: FragmentKind, prelude: string): string {
  const own = new Set(kind === 'declaration' || kind === 'test' ? piecesOf(text).flatMap(namesOf) : []);
  if (kind === 'rule') own.add('route');
  // Another lead need not have what the prelude's rules ask about.
  const blocks = own.has('lead')
    ? prelude.replace(/^route \{[\s\S]*/m, 'route { otherwise route to triage }\n')
    : prelude;
  const left = piecesOf(blocks).filter(({ declares }) => !declares.some((name) => own.has(name)));
  const needed = new Set(left.filter(({ declares }) => declares.some((name) => ALWAYS.has(name))));
  let mentions = [text, ...[...needed].map((piece) => piece.text)].join('\n');
  for (let size = -1; size !== needed.size; ) {
    size = needed.size;
    for (const piece of left) {
      if (needed.has(piece) || !piece.declares.some((name) => mentioned(name, mentions))) continue;
      needed.add(piece);
      mentions += piece.text;
    }
  }
  return left
    .filter((piece) => needed.has(piece))
    .map(({ text }) => text)
    .join('\n');
}

const ALWAYS: ReadonlySet<string> = new Set(['policy', 'lead', 'rep', 'route']);

/** A block begins at the start of a line. */
function piecesOf(text: string): readonly Piece[] {
  return text.split(/^(?=[a-z])/m).map((piece) => ({ text: piece, declares: namesOf({ text: piece }) }));
}

const ONLY_ONE: ReadonlySet<string> = new Set(['policy', 'lead', 'rep', 'route']);

function namesOf({ text }: { readonly text: string }): readonly string[] {
  const [, word = '', name = ''] = /^([a-z]+)(?: +([a-z][a-z0-9_]*))?/.exec(text) ?? [];
  if (ONLY_ONE.has(word)) return [word];
  const reps = word === 'team' ? [...text.matchAll(/\brep ([a-z][a-z0-9_]*) "/g)].map(([, rep = '']) => rep) : [];
  return name === '' ? reps : [name, ...reps];
}

function mentioned(name: string, text: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}
