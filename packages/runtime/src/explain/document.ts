// Turns an explanation into a document without a medium: a title, and sections of marked lines. Renderers do the rest.
import type {
  AttemptTrace,
  ConditionTrace,
  EnrichTrace,
  Explanation,
  FailedPart,
  Finding,
  Holds,
  MatchTrace,
  RuleTrace,
  ScoreTrace,
  SetAsideTrace,
  TableTrace,
} from './explanation.ts';
import { enumerated, showInstantText, showPerson, showRule } from './show.ts';
import { saidOnce } from './what-it-was.ts';

/** Plain text throughout, not escaped. */
export interface Document {
  /** One sentence. */
  readonly title: string;
  /** What stands under it, sentence by sentence. */
  readonly intro: readonly string[];
  /** None is empty. */
  readonly sections: readonly Section[];
}

/** Lines under a heading. */
export interface Section {
  readonly heading: string;
  readonly items: readonly Item[];
}

/** One line, and the lines that belong to it. At least one of `words` and `code` is given; `code` stands first. */
export interface Item {
  readonly mark?: Holds;
  /** Something as the policy writes it. */
  readonly code?: string;
  /** What was seen, behind the code: `employees was 950`. */
  readonly was?: string;
  readonly words?: string;
  readonly items: readonly Item[];
}

/** What a reader is told, most wanted first. */
export function documentOf(explanation: Explanation): Document {
  const { scores, attempts, ladder, issues, outcome } = explanation;
  const noticed = { heading: 'Noticed in the lead', items: issues.map(({ words }) => sentence(words)) };
  const isInvalid = outcome.kind === 'invalid';
  const sections: readonly Section[] = [
    { heading: 'Why', items: why(explanation) },
    ...(isInvalid ? [noticed] : []),
    {
      heading: 'What was looked up',
      items: [
        ...explanation.enriched.map(enrichItem),
        ...explanation.matches.map(matchItem),
        ...explanation.tables.map(tableItem),
      ],
    },
    { heading: 'Who', items: attempts.flatMap(attemptItems) },
    { heading: 'What comes next', items: next(explanation) },
    {
      heading: 'What has happened',
      items: (explanation.happened ?? []).map(({ when, words }) => sentence(`${when}: ${words}`)),
    },
    { heading: 'Earlier rules that do not fit', items: ladderItems(ladder) },
    { heading: 'Scores', items: scores.map(scoreItem) },
    ...(isInvalid ? [] : [noticed]),
  ];
  return {
    title: outcome.words,
    intro: [
      `Decided at ${showInstantText(explanation.at)} by the policy ${JSON.stringify(explanation.policy.label)}.`,
      ...(explanation.again === undefined ? [] : [explanation.again]),
    ],
    sections: sections.filter(({ items }) => items.length > 0),
  };
}

/** A finding as a line: `✗ employees >= 1000 — employees was 950`. */
function findingItem({ words, holds, was }: Finding): Item {
  return { mark: holds, code: words, ...(was === undefined ? {} : { was }), items: [] };
}

/** What failed as lines. Alternatives stand below `none of:`, so that nobody thinks each of them was needed. */
export function failedItems(parts: readonly FailedPart[]): readonly Item[] {
  return parts.map((part) => {
    if (part.noneOf !== undefined) return sentence('none of:', failedItems(part.noneOf));
    return part.allOf === undefined ? findingItem(part) : sentence('all of:', failedItems(part.allOf));
  });
}

/** A line that is a sentence. */
export function sentence(words: string, items: readonly Item[] = []): Item {
  return { words, items };
}

function why({ rule, because, outcome, issues }: Explanation): readonly Item[] {
  if (outcome.kind === 'invalid') {
    const fatal = issues.filter((issue) => issue.fatal).map(({ field }) => field);
    return [sentence(`No rule was tried: ${enumerated(fatal)} ${fatal.length === 1 ? 'is' : 'are'} needed.`)];
  }
  if (rule === undefined) return [];
  const { condition } = rule;
  const tree = condition === undefined ? [] : condition.kind === 'and' ? condition.parts : [condition];
  const reason = because === undefined ? [] : [sentence(`Because: ${because}`)];
  return [sentence(rule.words, tree.map(conditionItem)), ...reason];
}

/** What has one atom in it takes one line, with what a define stands for; whatever is larger has its parts below it. */
function conditionItem(trace: ConditionTrace): Item {
  const [atom, ...others] = leaves(trace);
  const [part] = trace.parts;
  if (part === undefined || atom === undefined) return findingItem(trace);
  if (others.length === 0) {
    const words = trace.kind === 'define' && part === atom ? `${trace.words}: ${atom.words}` : trace.words;
    return findingItem({ words, holds: trace.holds, ...(atom.was === undefined ? {} : { was: atom.was }) });
  }
  const inner = trace.kind === 'define' && part.kind === 'and' ? part.parts : trace.parts;
  const items = inner.map(conditionItem);
  if (trace.kind === 'and') return { mark: trace.holds, words: 'all of', items };
  if (trace.kind === 'or') return { mark: trace.holds, words: 'one of', items };
  return { mark: trace.holds, code: trace.words, items };
}

function attemptItems({ words, chosen, setAside, picked }: AttemptTrace): readonly Item[] {
  const aside = groupsOf(setAside).map(asideItem);
  const opening = picked.length === 0 ? 'Nobody there could take it:' : 'Set aside:';
  const people = aside.length === 0 ? [] : [sentence(opening, aside)];
  return [sentence(words, [...[...chosen, ...picked].map((one) => sentence(one)), ...people])];
}

/** Those of whom the same is said, together; in the order of the first of each group. */
function groupsOf(setAside: readonly SetAsideTrace[]): readonly (readonly SetAsideTrace[])[] {
  const groups = new Map<string, SetAsideTrace[]>();
  for (const one of setAside) {
    const said = JSON.stringify([one.words, one.failed]);
    const group = groups.get(said);
    if (group === undefined) groups.set(said, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** So many of a group are named. */
const MAX_NAMED = 8;

function asideItem(group: readonly SetAsideTrace[]): Item {
  const [first] = group;
  if (first === undefined) return sentence('');
  const items = failedItems(first.failed);
  if (group.length === 1) return sentence(`${showPerson(first)} ${first.words}.`, items);
  const named = group.slice(0, MAX_NAMED).map(showPerson);
  const more = group.length - named.length;
  const names = enumerated(more === 0 ? named : [...named, `${more} more`]);
  return sentence(`${names} ${first.words.replace(/^is /, 'are ').replace(/^has /, 'have ')}.`, items);
}

/** `country DE|AT — country was "DE"`, key by key, and what the row gives. */
/** The candidates with the lines that say something; the second always, the others as far as three, then their names. */
function matchItem({ words, tie, candidates, others }: MatchTrace): Item {
  const shown = candidates.slice(0, MOST_CANDIDATES).map((candidate) => {
    const lines = candidate.lines.filter(({ holds, alike }) => holds === 'yes' || alike !== undefined);
    return sentence(
      candidate.words,
      lines.map((line) => ({ ...findingItem(line), items: failedItems(line.failed) })),
    );
  });
  const rest = candidates.slice(MOST_CANDIDATES).map((candidate) => sentence(candidate.words));
  const only = candidates.length === 1 ? [sentence('No other record fits.')] : [];
  const more = others === 0 ? only : [sentence(`and ${others} more`)];
  return sentence(words, [...(tie === undefined ? [] : [sentence(tie.words)]), ...shown, ...rest, ...more]);
}

/** So many are told with what the lines of the match said. */
const MOST_CANDIDATES = 3;

function tableItem({ words, keys, gives }: TableTrace): Item {
  const items = keys.map(({ key, cell, was }): Item => {
    return cell === undefined ? sentence(was) : { mark: 'yes', code: `${key}: ${cell}`, was, items: [] };
  });
  return sentence(words, [...items, ...gives.map((one) => sentence(one.words))]);
}

function enrichItem({ words, filled, refused }: EnrichTrace): Item {
  return sentence(
    words,
    [...filled, ...refused].map((one) => sentence(one.words)),
  );
}

function next({ clocks, effects }: Explanation): readonly Item[] {
  return [
    ...clocks.map(({ words, steps }) =>
      sentence(
        words,
        steps.map((step) => sentence(step.words)),
      ),
    ),
    ...effects.map(({ words }): Item => ({ code: words, items: [] })),
  ];
}

/** So many earlier rules are listed; of a policy with thousands nobody would read more. The data has them all. */
const MAX_LADDER = 30;

function ladderItems(ladder: readonly RuleTrace[]): readonly Item[] {
  const listed = ladder.slice(0, MAX_LADDER).map(({ rule, holds, failed }): Item => {
    const items = failedItems(failed);
    return holds === 'no' ? sentence(showRule(rule), items) : { mark: holds, words: showRule(rule), items };
  });
  const more = ladder.length - listed.length;
  return more === 0 ? listed : [...listed, sentence(`… and ${more} more, none of which fits.`)];
}

function scoreItem({ score, points, max, sum, lines }: ScoreTrace): Item {
  const cut = sum === points ? '' : `; the lines add up to ${signed(sum)}`;
  const items = lines.map((line): Item => {
    const { words, was } = oneLine(line);
    const decay = line.halving === undefined ? '' : ` ${line.halving}`;
    const code = `${signed(line.points)}${line.points === line.of ? '' : ` of ${signed(line.of)}`}${decay} when ${words}`;
    return { mark: line.holds, code, ...(was === undefined ? {} : { was }), items: [] };
  });
  return sentence(`${score}: ${points} of at most ${max}${cut}`, items);
}

function oneLine(trace: ConditionTrace): Pick<Finding, 'words' | 'was'> {
  const was = leaves(trace).flatMap((leaf) => leaf.was ?? []);
  return was.length === 0 ? { words: trace.words } : { words: trace.words, was: saidOnce(was) };
}

function leaves(trace: ConditionTrace): readonly ConditionTrace[] {
  return trace.parts.length === 0 ? [trace] : trace.parts.flatMap(leaves);
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}
