// The links of a source's matches → an index for each, and the records that a line of a match may mean.

import { startEval } from '../plan/eval.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanLink, PlanMatch } from '../plan/plan-stages.ts';
import type { RecordValue } from '../values/runtime-value.ts';
import type { Domains, LinkQuestion, World } from '../world.ts';
import { idIndex } from './id-index.ts';
import { type KeyIndex, type KeyIndexBuilder, keyIndex } from './key-index.ts';
import { type NameIndex, type NameIndexBuilder, nameIndex } from './name-index.ts';

/** What finds records by number. */
export interface RecordIndexes {
  /** Every record for which all of the links may hold; not in order. Without a link: every record. */
  readonly find: (links: readonly LinkQuestion[]) => readonly number[];
  readonly byId: (id: string, idOf: (record: number) => string) => number | undefined;
}

export interface RecordIndexesBuilder {
  /** Numbers ascend by one from 0. `id` as it stands in decisions. */
  readonly add: (value: RecordValue, record: number, id: string) => void;
  /** Whether a record with this id was added. */
  readonly knows: (id: string, idOf: (record: number) => string) => boolean;
  readonly finish: () => RecordIndexes;
}

/** Starts the indexes that these matches, all on one source, find records by. */
export function recordIndexes(
  plan: Plan,
  matches: readonly PlanMatch[],
  { domains }: { readonly domains: Domains },
): RecordIndexesBuilder {
  const e = startEval(plan, { values: [] }, worldOf(domains));
  const byKey = new Map<string, Link<KeyIndexBuilder>>();
  const byName = new Map<string, Link<NameIndexBuilder>>();
  for (const { index: match, lines } of matches) {
    for (const link of lines.flatMap(({ links }) => links)) {
      if (link.kind === 'is' && !byKey.has(link.index)) byKey.set(link.index, { match, link, index: keyIndex() });
      if (link.kind === 'like' && !byName.has(link.index)) byName.set(link.index, { match, link, index: nameIndex() });
    }
  }
  const ids = idIndex();
  let size = 0;
  return {
    knows: (id, idOf) => ids.find(id, idOf) !== undefined,
    add: (value, record, id) => {
      size += 1;
      ids.add(id, record);
      for (const { index } of matches) e.matches[index] = value;
      for (const { link, index } of byKey.values()) {
        const key = link.key(e);
        if (key !== undefined) index.add(key, record);
      }
      for (const { link, index } of byName.values()) {
        const key = link.key(e);
        if (typeof key === 'string') index.add(key, record);
      }
    },
    finish: () => {
      const keys = new Map([...byKey].map(([index, one]): [string, KeyIndex] => [index, one.index.finish()]));
      const names = new Map([...byName].map(([index, one]): [string, NameIndex] => [index, one.index.finish()]));
      const all = (): readonly number[] => Array.from({ length: size }, (_, record) => record);
      return { find: (links) => find(links, keys, names) ?? all(), byId: ids.find };
    },
  };
}

interface Link<Index> {
  /** The place among the plan's matches at which `link.key` reads the record. */
  readonly match: number;
  readonly link: PlanLink;
  readonly index: Index;
}

/** Of several links one is enough to find the candidates: whether the others hold, the engine finds out. The one that gives the fewest is taken. */
function find(
  links: readonly LinkQuestion[],
  keys: ReadonlyMap<string, KeyIndex>,
  names: ReadonlyMap<string, NameIndex>,
): readonly number[] | undefined {
  let fewest: { readonly count: number; readonly find: () => readonly number[] } | undefined;
  for (const link of links) {
    const index = link.kind === 'is' ? keys.get(link.index) : undefined;
    if (link.kind !== 'is' || index === undefined) continue;
    const { key } = link;
    const count = index.count(key);
    if (fewest === undefined || count < fewest.count) fewest = { count, find: () => index.find(key) };
  }
  if (fewest !== undefined && fewest.count <= FEW) return fewest.find();
  for (const link of links) {
    const index = link.kind === 'like' ? names.get(link.index) : undefined;
    if (link.kind !== 'like' || index === undefined) continue;
    const found = index.find(link.text);
    if (fewest === undefined || found.length < fewest.count) fewest = { count: found.length, find: () => found };
  }
  return fewest?.find();
}

/** Up to so many records found by a key no name is looked for: looking at them costs less. */
const FEW = 16;

/** Keys of records stand on the record and the lists of domains alone; what else could be asked is answered with nothing. */
function worldOf(domains: Domains): World {
  return {
    atMs: 0,
    almanac: {
      isOpen: () => false,
      nextOpen: () => undefined,
      addOpenTime: () => undefined,
      localDay: () => 0,
      addMonths: (_zone, atMs) => atMs,
    },
    domains,
    state: {
      ledger: () => ({ seq: 0, balances: {} }),
      standing: () => ({ open: 0, away: false }),
      assigned: () => 0,
      recent: () => [],
      review: () => undefined,
    },
  };
}
