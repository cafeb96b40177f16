// What every name of a policy means: the facts that `resolve` finds, beside the tree and keyed by node ids.

import type {
  CalendarBlock,
  DefineDeclaration,
  EnrichBlock,
  Field,
  LeadBlock,
  ListDeclaration,
  MatchBlock,
  NodeId,
  PolicyBlock,
  PolicyFile,
  QueueBlock,
  RecordBlock,
  RepFieldsBlock,
  RepMember,
  RouteBlock,
  ScoreBlock,
  TableBlock,
  TeamBlock,
  TestBlock,
} from '../ast/nodes.ts';

/**
 * The declarations of a policy and what each name refers to. Every map runs in the policy's text order: files in the order of
 * `files`, each from top to bottom. Of a name that is declared twice (reported) the first declaration counts.
 */
export interface Bindings {
  /** A file stands after the files that it uses; the one that was asked for stands last. */
  readonly files: readonly PolicyFile[];
  readonly policy?: PolicyBlock;
  readonly lead?: LeadBlock;
  readonly repFields?: RepFieldsBlock;
  readonly route?: RouteBlock;
  /** By name. Records have a name space of their own: a record is named only where a type stands. */
  readonly records: ReadonlyMap<string, RecordBlock>;
  /** By source: `record account from accounts` is found under `accounts`. */
  readonly recordsBySource: ReadonlyMap<string, RecordBlock>;
  readonly lists: ReadonlyMap<string, ListDeclaration>;
  /** The same lists, each after those in it. */
  readonly listOrder: readonly ListDeclaration[];
  readonly defines: ReadonlyMap<string, DefineDeclaration>;
  /** The same defines, each after those that it refers to. */
  readonly defineOrder: readonly DefineDeclaration[];
  readonly calendars: ReadonlyMap<string, CalendarBlock>;
  readonly teams: ReadonlyMap<string, TeamBlock>;
  readonly reps: ReadonlyMap<string, RepDeclaration>;
  readonly queues: ReadonlyMap<string, QueueBlock>;
  readonly enrichers: ReadonlyMap<string, EnrichBlock>;
  readonly matches: ReadonlyMap<string, MatchBlock>;
  readonly scores: ReadonlyMap<string, ScoreBlock>;
  readonly tables: ReadonlyMap<string, TableBlock>;
  readonly tests: readonly TestBlock[];
  /** The lead's fields and the rep's, by name. */
  readonly leadFieldsByName: ReadonlyMap<string, Field>;
  readonly repFieldsByName: ReadonlyMap<string, Field>;
  /**
   * From each Name and Path that refers to something to what it means. A Path is keyed by its own id (not by its Reading's nor by those of
   * its names). Absent where the name is unknown (reported), and for the head of `domain of x`, `backup of x`, `team of x`,
   * `manager of x`, which is a word of the language.
   */
  readonly references: ReadonlyMap<NodeId, Referent>;
}

/** A rep: where it is declared, with a label, and where else it is mentioned. */
export interface RepDeclaration {
  readonly name: string;
  readonly member: RepMember;
  /** The team that declares the rep: what `team of` and `manager of` mean. */
  readonly home: TeamBlock;
  /** The other teams that name the rep as a member, in text order. */
  readonly mentions: readonly { readonly team: TeamBlock; readonly member: RepMember }[];
}

/** What a name or path refers to. */
export type Referent =
  /** `industry`, or `parent.industry` where the lead's field `parent` holds a record: the fields that the path walks, one or more. */
  | { readonly kind: 'lead-field'; readonly path: readonly Field[] }
  /** `rep.hired` of the rep that is looked at; in a rep's block the field that is given a value. */
  | { readonly kind: 'rep-field'; readonly field: Field }
  /** `rep.open`, `rep.load` */
  | { readonly kind: 'rep-built-in'; readonly name: 'open' | 'load' }
  /** `account`, of a match, in `account is matched` */
  | { readonly kind: 'match'; readonly match: MatchBlock }
  /** `account.owner`: one or more fields after the match's name. */
  | { readonly kind: 'match-field'; readonly match: MatchBlock; readonly path: readonly Field[] }
  | { readonly kind: 'table'; readonly table: TableBlock }
  | { readonly kind: 'table-field'; readonly table: TableBlock; readonly path: readonly Field[] }
  | { readonly kind: 'score'; readonly score: ScoreBlock }
  | { readonly kind: 'define'; readonly define: DefineDeclaration }
  | { readonly kind: 'list'; readonly list: ListDeclaration }
  | { readonly kind: 'calendar'; readonly calendar: CalendarBlock }
  | { readonly kind: 'team'; readonly team: TeamBlock }
  | { readonly kind: 'rep'; readonly rep: RepDeclaration }
  | { readonly kind: 'queue'; readonly queue: QueueBlock }
  /** A record in the place of a type, as the source of a match, in `given account is { … }`, and in such values the record's field. */
  | { readonly kind: 'record'; readonly record: RecordBlock }
  | { readonly kind: 'record-field'; readonly record: RecordBlock; readonly field: Field }
  | { readonly kind: 'enricher'; readonly enricher: EnrichBlock };
