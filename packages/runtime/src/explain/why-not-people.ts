// Turns the places that were tried into what became of one rep, or of one team, in them.
import { traceAttempts } from './attempt-trace.ts';
import { failedFindings } from './condition-trace.ts';
import type { AttemptTrace, WhyNotTarget } from './explanation.ts';
import { notFewest } from './fewest-words.ts';
import { notLikeliest } from './likelihood-words.ts';
import type { Revisit } from './revisit.ts';
import { personOf, showParts, showPerson } from './show.ts';
import { owedText } from './turn-words.ts';

/** What became of somebody. `said` stands behind "could have got it, but". */
export type Standing =
  | { readonly kind: 'got-it' }
  | { readonly kind: 'said'; readonly words: string }
  /** No place that was tried asked them. */
  | { readonly kind: 'not-asked' };

/** The first thing that was said of them, in the order in which places were tried. */
export function standingOf(seen: Revisit, target: WhyNotTarget): Standing {
  const { outcome } = seen.decision;
  if (outcome.kind === 'assigned' && outcome[target.kind === 'team' ? 'team' : 'rep'] === target.id) {
    return { kind: 'got-it' };
  }
  if (target.kind === 'team') {
    const asked = traceAttempts(seen).some((attempt) => asksTeam(attempt, target.id));
    return asked ? { kind: 'said', words: 'nobody in it could take it' } : { kind: 'not-asked' };
  }
  const [said] = traceAttempts(seen).flatMap((attempt) => repSaid(seen, attempt, target.id) ?? []);
  return said === undefined ? { kind: 'not-asked' } : { kind: 'said', words: said.words };
}

/** What was said of them where this rule, or the ending, was followed; a sentence for each place and person. */
export function peopleWords(seen: Revisit, rule: string, target: WhyNotTarget): readonly string[] {
  const isEnding = rule === 'otherwise';
  const followed = traceAttempts(seen).filter(({ place }) =>
    place === 'otherwise' || place === 'otherwise-fallback' ? isEnding : rule === seen.decision.rule,
  );
  const sentences = followed.flatMap((attempt) => {
    if (target.kind === 'team') return asksTeam(attempt, target.id) ? teamSentences(attempt) : [];
    const said = repSaid(seen, attempt, target.id);
    if (said === undefined) return [];
    return [`${said.ofOther ? '' : `${personOf(seen.plan, target.id).label} `}${said.words}.`];
  });
  return [...new Set(sentences)];
}

function asksTeam({ target }: AttemptTrace, team: string): boolean {
  return target.kind === 'team' && target.id === team;
}

function teamSentences({ setAside, picked }: AttemptTrace): readonly string[] {
  return [...setAside.map((one) => `${showPerson(one)} ${one.words}.`), ...picked];
}

/** What is said stands behind the rep's name; where it is said of the one who got the lead, it stands by itself. */
interface Said {
  readonly words: string;
  readonly ofOther: boolean;
}

/** Undefined where the place did not ask the rep. */
function repSaid({ plan }: Revisit, { setAside, pick }: AttemptTrace, rep: string): Said | undefined {
  const aside = setAside.find((one) => one.rep === rep);
  if (aside !== undefined)
    return own([aside.words, ...failedFindings(aside.failed).map(({ was, words }) => was ?? words)].join('; '));
  if (pick === undefined || pick.kind === 'only') return undefined;
  const winner = personOf(plan, pick.rep).label;
  const rows = pick.kind === 'rotation' ? pick.rows : pick.tie?.rows;
  const [lost, won] = [rows?.find((row) => row.rep === rep), rows?.find((row) => row.rep === pick.rep)];
  if (lost !== undefined && won !== undefined) {
    if (lost === won) return own('got this lead');
    const [less, more] = [lost.before + lost.share, won.before + won.share];
    if (less === more) return ofOther(`${winner} was owed just as much, and comes first in the alphabet`);
    const alike = less >= 0 && more >= 0;
    return own(`was ${owedText(less)}, and ${winner} ${alike ? showParts(more) : `was ${owedText(more)}`}`);
  }
  if (pick.kind === 'rotation') return undefined;
  if (pick.rep === rep) return own('got this lead');
  if (pick.kind === 'fewest' || pick.kind === 'likelihood') {
    const nameOf = (id: string): string => personOf(plan, id).label;
    const words = pick.kind === 'fewest' ? notFewest(pick, rep, nameOf) : notLikeliest(pick, rep, nameOf);
    return words === undefined ? undefined : own(words);
  }
  const [value, best] = [rep, pick.rep].map((id) => pick.rows.find((row) => row.rep === id));
  if (value === undefined) return undefined;
  return ofOther(`${winner} had the ${pick.kind} value, ${best?.value ?? 'none'}, against ${value.value ?? 'none'}`);
}

function own(words: string): Said {
  return { words, ofOther: false };
}

function ofOther(words: string): Said {
  return { words, ofOther: true };
}
