// Turns a lead in review and a question, "why not this rule, rep or team", into an answer: what does not fit, what is next, what was not tried.
import { type Target, walkValue } from '@fairlead/ir';
import type { WhyNot, WhyNotRule, WhyNotTarget } from './explanation.ts';
import { leadsTo } from './leads-to.ts';
import type { Waits } from './match-words.ts';
import type { Revisit } from './revisit.ts';
import { traceRule } from './rule-trace.ts';
import { showRule } from './show.ts';
import { type Candidate, candidates } from './tried-in-order.ts';

/** Why not by this rule. */
export function whyRuleNotYet(seen: Revisit, waits: Waits, candidate: Candidate): Pick<WhyNot, 'answer' | 'rules'> {
  if (candidate.index === waits.index) return { answer: waits.rule.words, rules: [] };
  const found = finding(seen, waits, candidate);
  const answer = candidate.index < waits.index ? found.words : `${found.words} ${waits.rule.words}`;
  return { answer, rules: found.failed.length === 0 ? [] : [found] };
}

/** Why not to this rep or team, called `name`. */
export function whyPeopleNotYet(
  seen: Revisit,
  waits: Waits,
  { target, name }: { readonly target: WhyNotTarget; readonly name: string },
): Pick<WhyNot, 'answer' | 'rules'> {
  const leading = candidates(seen).filter((one) => mayLeadTo(seen, one, target));
  const answer =
    leading.length === 0
      ? `Nobody has it yet, and no rule leads to ${name} for this lead.`
      : `Nobody has it yet. ${waits.rule.words}`;
  return { answer, rules: leading.map((one) => finding(seen, waits, one)) };
}

/** How the rule relates to the one that is next. What goes by a match that waits too cannot be said yet. */
function finding(seen: Revisit, waits: Waits, { name, index }: Candidate): WhyNotRule {
  const found = (words: string, failed: WhyNotRule['failed'] = []): WhyNotRule => ({
    rule: name,
    words,
    failed,
    people: [],
  });
  const [quoted, next] = [name === 'otherwise' ? 'Otherwise' : showRule(name), showRule(waits.rule.rule)];
  if (index === waits.index) return found(`${quoted} is next.`);
  const rule = seen.plan.policy.route.rules[index];
  const isOpen = index > waits.index && readsOpenMatch(seen, index);
  if (rule === undefined || isOpen) return found(`${quoted} was not tried: ${next} comes before it.`);
  const { holds, failed } = traceRule(seen, rule);
  if (holds === 'no') return found(`${quoted} does not fit.`, failed);
  return found(
    holds === 'yes'
      ? `${quoted} fits, but ${next} comes before it.`
      : `${quoted} was not tried: ${next} comes before it.`,
  );
}

/** Whether the rule, or the ending, could send the lead there now or after a review. */
function mayLeadTo(seen: Revisit, { ending, index }: Candidate, target: WhyNotTarget): boolean {
  if (leadsTo(seen, ending, target) !== 'no') return true;
  if (ending.action.kind !== 'route' || !readsOpenMatch(seen, index)) return false;
  const { to, fallback } = ending.action;
  const first = to.kind === 'split' ? to.arms.map((arm) => arm.to) : [to];
  return [...first, ...fallback.map((entry) => entry.to)].some((to) => comesFromRecord(to, target));
}

/** A value of a record, or of a row that may have been looked up by one; that of a rep leads to no team. */
function comesFromRecord(target: Target, { kind: wanted }: WhyNotTarget): boolean {
  if (target.kind !== 'value' || (wanted === 'team' && target.as !== 'team')) return false;
  let comes = false;
  walkValue(target.value, {
    value: ({ kind }) => {
      if (kind === 'match' || kind === 'table') comes = true;
    },
  });
  return comes;
}

function readsOpenMatch({ plan, decision }: Revisit, index: number): boolean {
  const { reads } = plan.rules[index] ?? plan.otherwise;
  const open = new Set(decision.matches.filter(({ kind }) => kind === 'review').map(({ match }) => match));
  return reads.some((one) => open.has(plan.matches[one]?.match.name ?? ''));
}
