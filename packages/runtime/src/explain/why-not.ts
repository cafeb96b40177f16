// Turns a decision and a question, "why not this rule, rep or team", into an answer from what was recorded.
import { assertNever } from '@fairlead/ir';
import type { Decision } from '../decision.ts';
import type { Plan } from '../plan/plan.ts';
import { traceOutcome } from './explain.ts';
import { WHY_NOT_FORMAT, type WhyNot, type WhyNotRule, type WhyNotTarget } from './explanation.ts';
import { leadsTo } from './leads-to.ts';
import { waitsBefore } from './match-words.ts';
import { type Revisit, revisit } from './revisit.ts';
import { traceRule } from './rule-trace.ts';
import { showRep, showRule, showTeam } from './show.ts';
import { againWords } from './timeline-words.ts';
import { type Candidate, candidates } from './tried-in-order.ts';
import { peopleWords, type Standing, standingOf } from './why-not-people.ts';
import { whyPeopleNotYet, whyRuleNotYet } from './why-not-yet.ts';

/** Says why the lead did not go by this rule, or to this rep or team; total, also for names the policy does not know. */
export function whyNot(plan: Plan, decision: Decision, target: WhyNotTarget): WhyNot {
  const seen = revisit(plan, decision);
  const { answer, rules } = target.kind === 'rule' ? whyNotRule(seen, target.id) : whyNotPeople(seen, target);
  const outcome = traceOutcome(plan, decision).words;
  return { format: WHY_NOT_FORMAT, lead: decision.lead, at: decision.at, target, outcome, answer, rules };
}

type Answer = Pick<WhyNot, 'answer' | 'rules'>;

function whyNotRule(seen: Revisit, name: string): Answer {
  const candidate = candidates(seen).find((one) => one.name === name);
  if (candidate === undefined)
    return { answer: `There is no rule called ${showRule(name)} in this policy.`, rules: [] };
  const passedOn = passedOnWords(seen);
  if (passedOn !== undefined) return { answer: `No rule was asked again. ${passedOn}`, rules: [] };
  const waits = waitsBefore(seen);
  if (waits !== undefined) return whyRuleNotYet(seen, waits, candidate);
  if (seen.decision.rule === undefined) return { answer: NO_RULE_TRIED, rules: [] };
  const found = ruleFinding(seen, candidate);
  return { answer: found.words, rules: found.failed.length === 0 ? [] : [found] };
}

const NO_RULE_FITS = 'No rule fits, so otherwise took the lead.';
const NO_RULE_TRIED = 'No rule was tried, because the lead is not usable as it is.';

/** How the rule relates to the one that took the lead. */
function ruleFinding(seen: Revisit, { name, index }: Candidate): WhyNotRule {
  const won = seen.decision.rule ?? '';
  const wonIndex = candidates(seen).find((one) => one.name === won)?.index ?? 0;
  const finding = (words: string, failed: WhyNotRule['failed'] = []): WhyNotRule => ({
    rule: name,
    words,
    failed,
    people: [],
  });
  const [quoted, winner] = [showRule(name), showRule(won)];
  if (index === wonIndex) return finding(name === 'otherwise' ? NO_RULE_FITS : `${quoted} took the lead.`);
  if (name === 'otherwise') {
    const fell = seen.decision.attempts.some(({ place }) => place === 'otherwise');
    return finding(
      fell
        ? `${winner} fits and found nobody, so the lead went on to otherwise.`
        : `${winner} fits, and otherwise takes only what no rule fits.`,
    );
  }
  const rule = seen.plan.policy.route.rules[index];
  if (rule === undefined) return finding(`${quoted} was not tried.`);
  const { holds, failed } = traceRule(seen, rule);
  if (index < wonIndex) return finding(`${quoted} does not fit.`, failed);
  const reached = `${winner} comes before it and took the lead`;
  switch (holds) {
    case 'yes':
      return finding(`${quoted} fits too, but ${reached}.`);
    case 'no':
      return finding(`${quoted} does not fit, and ${reached}.`, failed);
    case 'unknown':
      return finding(`${quoted} was not tried: ${reached}.`);
    default:
      return assertNever(holds);
  }
}

function whyNotPeople(seen: Revisit, target: WhyNotTarget): Answer {
  const { plan, decision } = seen;
  const isRep = target.kind === 'rep';
  const name = isRep ? showRep(plan, target.id) : showTeam(plan, target.id);
  const known = isRep ? plan.reps.has(target.id) : plan.teams.has(target.id);
  if (!known)
    return { answer: `There is no ${target.kind} called ${JSON.stringify(target.id)} in this policy.`, rules: [] };
  const passedOn = passedOnWords(seen);
  if (passedOn !== undefined) return whyNotPassedOn(seen, target, name, passedOn);
  const waits = waitsBefore(seen);
  if (waits !== undefined) return whyPeopleNotYet(seen, waits, { target, name });
  if (decision.rule === undefined) return { answer: NO_RULE_TRIED, rules: [] };
  const leading = candidates(seen).filter(({ ending }) => leadsTo(seen, ending, target) !== 'no');
  const standing = standingOf(seen, target);
  const asked = standing.kind === 'got-it' ? leading.filter((one) => one.name === decision.rule) : leading;
  const rules = asked.map((candidate) => personFinding(seen, candidate, target));
  return { answer: answerFor(seen, standing, name, leading), rules };
}

/** Why the lead was passed on to one place, without asking the rules; undefined if it was not. */
function passedOnWords({ plan, decision }: Revisit): string | undefined {
  return decision.again?.to === undefined ? undefined : againWords(plan, decision);
}

/** Only who is at that place was asked. */
function whyNotPassedOn(seen: Revisit, target: WhyNotTarget, name: string, passedOn: string): Answer {
  const standing = standingOf(seen, target);
  switch (standing.kind) {
    case 'got-it':
      return { answer: `${name} has the lead. ${passedOn}`, rules: [] };
    case 'said':
      return { answer: `${name} ${standing.words}. ${passedOn}`, rules: [] };
    case 'not-asked':
      return { answer: `${name} was not asked: the lead went to one place. ${passedOn}`, rules: [] };
    default:
      return assertNever(standing);
  }
}

function personFinding(seen: Revisit, candidate: Candidate, target: WhyNotTarget): WhyNotRule {
  const found = ruleFinding(seen, candidate);
  return { ...found, people: peopleWords(seen, candidate.name, target) };
}

function answerFor({ decision }: Revisit, standing: Standing, name: string, leading: readonly Candidate[]): string {
  const won = decision.rule ?? '';
  switch (standing.kind) {
    case 'got-it':
      return `${name} did get this lead.`;
    case 'said':
      return `${name} could have got it by ${showRule(won)}, but ${standing.words}.`;
    case 'not-asked':
      if (leading.length === 0) return `No rule leads to ${name} for this lead.`;
      if (leading.some((one) => one.name === won)) {
        return `${showRule(won)} leads to ${name}, but the lead was taken before it came to that.`;
      }
      return won === 'otherwise'
        ? `No rule fits, and otherwise does not lead to ${name}.`
        : `${showRule(won)} took the lead, and it does not lead to ${name}.`;
    default:
      return assertNever(standing);
  }
}
