// A policy and a file with a lead, leads or decisions → the one decision that is to be explained, and the plan that made it.
import {
  DECISION_FORMAT,
  type Decision,
  type Entry,
  type FollowUp,
  type History,
  isEntry,
  memoryState,
  type Plan,
  readDecision,
  readEntry,
  readLead,
  routeLead,
  type StateData,
  standingDecision,
} from '@fairlead/runtime';
import { type BindingArgs, boundFiles } from '../bindings/binding-args.ts';
import { askProviders, type Bindings, boundWorld, openBindings } from '../bindings/open-bindings.ts';
import { done, failed, type Result } from '../exit-code.ts';
import { keptPolicy } from '../files/kept-policies.ts';
import { openStateFile } from '../files/state-file.ts';
import { outsideOf } from '../leads/outside.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import { type OpenPolicy, planOf } from '../policy/open-policy.ts';
import { placeOf } from '../rows/place-of.ts';
import { type LeadFile, openLeads } from '../rows/read-rows.ts';
import type { BrokenRow, LeadRow } from '../rows/row.ts';
import type { Shell } from '../shell.ts';
import { otherPolicyWords } from './other-policy.ts';

/** What is to be explained. */
export interface ExplainWish {
  readonly leadName: string;
  /** Which lead, if there are several. */
  readonly lead: string | undefined;
  readonly atMs: number;
  /** As it was written, if it was. */
  readonly at: string | undefined;
  readonly state: string | undefined;
  readonly args: BindingArgs;
}

/** A decision, and the plan that made it. */
export interface Explained {
  readonly plan: Plan;
  readonly decision: Decision;
  /** Of a log: what has happened to the lead, in order. */
  readonly entries?: readonly Entry[];
}

/** Finds the lead or the recorded decision; tells where there is none, or more than one to choose from. */
export async function explainedLead(shell: Shell, policy: OpenPolicy, wish: ExplainWish): Promise<Result<Explained>> {
  const leads = await openLeads(shell, wish.leadName);
  if (!leads.ok) return leads;
  const entries: Entry[] = [];
  const row = await chosenRow(shell, policy.plan, leads.value, wish.lead, entries);
  if (!row.ok) return row;
  if (!isDecision(row.value.raw)) return decided(shell, policy, wish, row.value);
  const explained = await recorded(shell, policy, wish, row.value.raw);
  const own = entries.filter(({ lead }) => explained.ok && lead === explained.value.decision.lead);
  return explained.ok ? done({ ...explained.value, entries: own }) : explained;
}

function isDecision(raw: unknown): raw is { readonly lead: unknown } {
  return typeof raw === 'object' && raw !== null && 'format' in raw && raw.format === DECISION_FORMAT;
}

/** The only lead, or the one with the id; tells where there is none. */
async function chosenRow(
  shell: Shell,
  plan: Plan,
  leads: LeadFile,
  id: string | undefined,
  entries: Entry[],
): Promise<Result<LeadRow>> {
  const { chosen, amount, broken, ids } = await lookThrough(plan, leads, id, entries);
  if (broken !== undefined && (id === undefined || chosen === undefined)) {
    return failed(await shell.problem(`${placeOf(leads.name, broken)} ${broken.what}`));
  }
  if (amount === 0) return failed(await shell.problem(`There is no lead in ${leads.name}.`));
  if (chosen !== undefined && (id !== undefined || amount === 1)) return done(chosen);
  const there = count(amount, 'lead');
  if (id === undefined) {
    const example = quoted(ids[0] ?? '').slice(1, -1);
    return failed(
      await shell.usage(`${leads.name} has ${there}. Say which with --lead ID, such as --lead ${example}.`),
    );
  }
  const { suggest } = await import('@fairlead/dsl');
  const nearest = suggest(id, ids);
  const hint = nearest === undefined ? '' : ` Did you mean ${quoted(nearest)}?`;
  return failed(await shell.usage(`There is no lead ${quoted(id)} among the ${there} of ${leads.name}.${hint}`));
}

interface LookedThrough {
  /** The lead with the id, or the last one if none was asked for. Of a log the last decision with that id: it is the one that stands. */
  readonly chosen: LeadRow | undefined;
  readonly amount: number;
  /** The first row that could not be read. */
  readonly broken: BrokenRow | undefined;
  /** Some ids that there are, in their order. */
  readonly ids: readonly string[];
}

/** `entries` gets what has happened to the lead with the id: it stands in a log too. */
async function lookThrough(
  plan: Plan,
  leads: LeadFile,
  id: string | undefined,
  entries: Entry[],
): Promise<LookedThrough> {
  const outside = outsideOf(plan);
  const idOf = ({ raw, how, row }: LeadRow): string =>
    isDecision(raw) ? String(raw.lead) : readLead(plan, raw, how, outside.reading(`row ${row}`)).id;
  let chosen: LeadRow | undefined;
  let broken: BrokenRow | undefined;
  let amount = 0;
  const ids: string[] = [];
  for await (const batch of leads.rows) {
    for (const row of batch) {
      if (row.kind === 'broken') broken ??= row;
      if (row.kind !== 'lead') continue;
      if (isEntry(row.raw)) {
        const read = readEntry(row.raw);
        if (read.kind === 'ok' && (id === undefined || read.entry.lead === id)) entries.push(read.entry);
        continue;
      }
      amount += 1;
      const own = idOf(row);
      if (ids.length < MAX_IDS) ids.push(own);
      if (id === undefined || (own === id && (chosen === undefined || isDecision(row.raw)))) chosen = row;
    }
  }
  return { chosen, amount, broken, ids };
}

const MAX_IDS = 10_000;

/** A decision from a log, with the policy that made it. */
async function recorded(
  shell: Shell,
  { plan, name }: OpenPolicy,
  { leadName, at, state, args }: ExplainWish,
  raw: unknown,
): Promise<Result<Explained>> {
  const read = readDecision(raw);
  if (read.kind === 'bad') {
    const held = read.held === undefined ? 'is not there' : `is ${clean(read.held)}`;
    const place = read.place.replace(/^\./, '');
    return failed(
      await shell.problem(`This decision is damaged: ${clean(place)} ${held} and should be ${read.expected}.`),
    );
  }
  const { decision } = read;
  if (at !== undefined || state !== undefined) {
    await shell.note('The log says when and in which state this was decided: --at and --state are not used.');
  }
  if (boundFiles(args).length > 0) {
    await shell.note('The log says what was read when this was decided: the files that were bound here are not used.');
  }
  if (decision.policy.hash === plan.hash) return done({ plan, decision });
  const kept = leadName === '-' ? undefined : keptPolicy(shell.path(leadName), decision.policy.hash);
  if (kept !== undefined) {
    const earlier = await planOf(shell, `the policy kept beside ${leadName}`, kept);
    if (!earlier.ok) return earlier;
    if (earlier.value.hash === decision.policy.hash) {
      const why = otherPolicyWords(name, plan.policy, earlier.value.policy);
      await shell.note(`${why} This goes by the policy that decided, kept beside the log.`);
      return done({ plan: earlier.value, decision });
    }
  }
  await shell.note(
    `Another version of the policy decided this (hash ${clean(decision.policy.hash.slice(0, 12))}…), and it is not at hand. What ${name} says may not fit.`,
  );
  return done({ plan, decision });
}

/** A lead decided now, as `route` would. Where the state has a decision that stands, it is that one. */
async function decided(shell: Shell, policy: OpenPolicy, wish: ExplainWish, row: LeadRow): Promise<Result<Explained>> {
  const bindings = await openBindings(shell, policy.plan, wish.args);
  if (!bindings.ok) return bindings;
  try {
    return await decidedWith(shell, policy, wish, row, bindings.value);
  } finally {
    await bindings.value.providers?.close();
  }
}

async function decidedWith(
  shell: Shell,
  policy: OpenPolicy,
  { atMs, state }: ExplainWish,
  row: LeadRow,
  bindings: Bindings,
): Promise<Result<Explained>> {
  const { plan } = policy;
  const outside = outsideOf(plan);
  const reading = readLead(plan, row.raw, row.how, outside.reading(`row ${row.row}`));
  const before = await stateBefore(shell, state, reading.id);
  if (!before.ok) return before;
  const { data, last, followUp } = before.value;
  const history: History = { last: () => last, followUp: () => followUp, remember: () => {} };
  const base = { atMs, almanac: outside.almanac, domains: outside.domains, state: memoryState(data) };
  const stands = standingDecision(plan, reading, boundWorld(base, bindings, undefined), history) !== undefined;
  const enrichment = stands ? undefined : await askProviders(bindings, reading, atMs);
  const world = boundWorld(base, bindings, enrichment);
  const { decision, repeated } = routeLead(plan, reading, world, history);
  if (!repeated || state === undefined) return done({ plan, decision });
  await shell.note(`Lead ${clean(decision.lead)} came before, and its decision stands: this is that one.`);
  if (decision.policy.hash === plan.hash) return done({ plan, decision });
  const kept = keptPolicy(shell.path(state), decision.policy.hash);
  const earlier = kept === undefined ? undefined : await planOf(shell, `the policy kept beside ${state}`, kept);
  return done({ plan: earlier?.ok === true ? earlier.value : plan, decision });
}

interface Before {
  readonly data: StateData;
  /** The last decision of the lead. */
  readonly last: Decision | undefined;
  /** Where it stands, if something has happened to it since. */
  readonly followUp: FollowUp | undefined;
}

async function stateBefore(shell: Shell, name: string | undefined, lead: string): Promise<Result<Before>> {
  if (name === undefined)
    return done({ data: { pools: [], reps: [], decisions: [] }, last: undefined, followUp: undefined });
  const file = openStateFile(shell.path(name));
  try {
    let last: Decision | undefined;
    let stands: FollowUp | undefined;
    const read = file.read(
      (one) => {
        if (one.lead === lead) last = one.decision;
      },
      ({ followUp }) => {
        if (followUp.lead === lead) stands = followUp;
      },
    );
    if (read.kind === 'bad') {
      const problem = clean(read.problems[0] ?? '');
      return failed(
        await shell.problem(`${quoted(name)} is not a state that Fairlead wrote, or it is damaged. ${problem}`),
      );
    }
    return done({ data: read.data, last, followUp: stands });
  } finally {
    file.close();
  }
}
