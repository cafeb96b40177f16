// The name of a policy's first file → all files that it uses, parsed, in reading order, and the texts that its lists and tables come from.

import type { ListDeclaration, NodeId, PolicyFile, TableBlock, TextLiteral, Use } from '../ast/nodes.ts';
import type { Diagnostic, Staged } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Source, Span } from '../source/source.ts';
import { fileAt, pathProblem, pathTo, plainFile } from './file-paths.ts';
import { suggest } from './suggest.ts';

/** The files of a policy. */
export interface Modules {
  /** A file stands after the files that it uses; the one that was asked for stands last. Empty if that one could not be read. */
  readonly files: readonly PolicyFile[];
  /** Every file that was read as rules, in the order in which they were read: the one that was asked for first. */
  readonly sources: readonly Source[];
  /** The text of the file that a list comes from, by the id of the ListDeclaration. */
  readonly listTexts: ReadonlyMap<NodeId, string>;
  /** The file that a table's rows come from, by the id of the TableBlock. Each file once, however many tables it fills. */
  readonly tableTexts: ReadonlyMap<NodeId, Source>;
}

/** What loading needs from the world. */
export interface Loading {
  /** The text of a file, undefined if there is none. Names are as `entryName`: what `use` says is added to its folder. */
  readonly readFile: (name: string) => string | undefined;
  readonly parse: (source: Source) => Staged<PolicyFile>;
  /** The names of the files there are, for "did you mean"; in the same form as `entryName`. */
  readonly listing?: readonly string[];
}

/** Reads a policy file and all that it uses. Reports what the parser reports, files that are not there, and circles. */
export function load(entryName: string, loading: Loading): Staged<Modules> {
  const work: Work = {
    loading,
    files: [],
    sources: [],
    listTexts: new Map(),
    tableTexts: new Map(),
    diagnostics: [],
    known: new Set(),
  };
  const text = loading.readFile(entryName);
  if (text === undefined) {
    const suggestion = suggest(entryName, loading.listing ?? []);
    work.diagnostics.push(report('FL216', { file: entryName, start: 0, end: 0 }, { path: entryName, suggestion }));
  } else {
    loadFile(entryName, text, [], work);
  }
  const { files, sources, listTexts, tableTexts, diagnostics } = work;
  return { value: { files, sources, listTexts, tableTexts }, diagnostics };
}

interface Work {
  readonly loading: Loading;
  readonly files: PolicyFile[];
  readonly sources: Source[];
  readonly listTexts: Map<NodeId, string>;
  readonly tableTexts: Map<NodeId, Source>;
  readonly diagnostics: Diagnostic[];
  /** The plain names of the files that were read or are being read. */
  readonly known: Set<string>;
}

/** `users` are the plain names of the files that led here, the first one first. */
function loadFile(name: string, text: string, users: readonly string[], work: Work): void {
  const plain = plainFile(name);
  work.known.add(plain);
  const source: Source = { name, text, order: work.sources.length };
  work.sources.push(source);
  const { value: file, diagnostics } = work.loading.parse(source);
  work.diagnostics.push(...diagnostics);
  const here = [...users, plain];
  const used = new Set<string>();
  for (const use of file.uses) follow(use, name, here, used, work);
  for (const declaration of file.declarations) {
    if (declaration.kind === 'list' && declaration.body?.kind === 'list-file') readList(declaration, name, work);
    if (declaration.kind === 'table') readTableFile(declaration, name, work);
  }
  work.files.push(file);
}

function follow(use: Use, from: string, here: readonly string[], used: Set<string>, work: Work): void {
  const { value: path, span } = use.path;
  if (span.start === span.end) return;
  const problem = pathProblem(path) ?? (path.endsWith('.route') ? undefined : 'not-route');
  if (problem !== undefined) {
    work.diagnostics.push(report('FL217', span, { path, reason: problem, sample: 'use "./teams.route"' }));
    return;
  }
  const name = fileAt(from, path);
  const circle = here.indexOf(name);
  if (circle !== -1) {
    work.diagnostics.push(report('FL218', span, { circle: [...here.slice(circle), name] }));
  } else if (used.has(name)) {
    work.diagnostics.push(report('FL234', span, { path }));
  } else if (!work.known.has(name)) {
    const text = work.loading.readFile(name);
    if (text === undefined) {
      const suggestion = nearestPath(from, name, '.route', work.loading);
      work.diagnostics.push(report('FL216', span, { path, suggestion }, replacement(span, suggestion)));
    } else {
      loadFile(name, text, here, work);
    }
  }
  used.add(name);
}

function readList(list: ListDeclaration, from: string, work: Work): void {
  if (list.body?.kind !== 'list-file') return;
  const name = list.name.text;
  const read = readData(list.body.path, from, `list ${name} from "./${name}.csv"`, work);
  if (read?.text === undefined) {
    if (read !== undefined) work.diagnostics.push(report('FL219', read.span, { ...read, list: name }, read.more));
  } else {
    work.listTexts.set(list.id, read.text);
  }
}

function readTableFile(table: TableBlock, from: string, work: Work): void {
  const name = table.name.text;
  const read = readData(table.path, from, `table ${name} from "./${name}.csv"`, work);
  if (read?.text === undefined) {
    if (read !== undefined) work.diagnostics.push(report('FL701', read.span, { ...read, table: name }, read.more));
    return;
  }
  const known = [...work.tableTexts.values()];
  const order = new Set(known).size;
  work.tableTexts.set(
    table.id,
    known.find((source) => source.name === read.name) ?? { name: read.name, text: read.text, order },
  );
}

/** A file of data: its text, or, where there is none, what to say of that. */
interface DataFile {
  readonly name: string;
  readonly text: string | undefined;
  readonly path: string;
  readonly span: Span;
  readonly suggestion: string | undefined;
  readonly more: { readonly fixes?: Diagnostic['fixes'] };
}

/** Reads the file that a path means; undefined where the path means nothing, which is reported. */
function readData({ value: path, span }: TextLiteral, from: string, sample: string, work: Work): DataFile | undefined {
  if (span.start === span.end) return undefined;
  const problem = pathProblem(path);
  if (problem !== undefined) {
    work.diagnostics.push(report('FL217', span, { path, reason: problem, sample }));
    return undefined;
  }
  const name = fileAt(from, path);
  const text = work.loading.readFile(name);
  const suggestion = text === undefined ? nearestPath(from, name, '', work.loading) : undefined;
  return { name, text, path, span, suggestion, more: replacement(span, suggestion) };
}

/** The nearest file that there is, as it would be written in the file `from`. */
function nearestPath(from: string, name: string, ending: string, { listing = [] }: Loading): string | undefined {
  const nearest = suggest(
    name,
    listing.filter((file) => file.endsWith(ending) && file !== from),
  );
  return nearest === undefined ? undefined : pathTo(from, nearest);
}

function replacement(span: Use['span'], suggestion: string | undefined): { fixes?: Diagnostic['fixes'] } {
  if (suggestion === undefined) return {};
  const text = JSON.stringify(suggestion);
  return { fixes: [{ title: `Write ${text}`, edits: [{ span, text }] }] };
}
