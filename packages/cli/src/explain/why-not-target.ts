// A name behind --why-not → the rule, rep or team that is meant.
import type { Plan, WhyNotTarget } from '@fairlead/runtime';
import { done, failed, type Result } from '../exit-code.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { listed } from '../output/words.ts';
import type { Shell } from '../shell.ts';

/**
 * Finds what is meant: a rule by its name, a rep or team by id or label, whatever the case; `rule:`, `rep:` or `team:` in front says which kind. Tells what
 * is near where nothing has the name.
 */
export async function whyNotTarget(shell: Shell, plan: Plan, name: string): Promise<Result<WhyNotTarget>> {
  const all = namedIn(plan).flatMap((one) => [one, { ...one, name: `${one.target.kind}:${one.name}` }]);
  const exact = all.filter((one) => one.name === name);
  const found = exact.length > 0 ? exact : all.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const targets = [...new Map(found.map(({ target }) => [`${target.kind} ${target.id}`, target])).values()];
  const [target, ...others] = targets;
  if (target !== undefined && others.length === 0) return done(target);
  if (target !== undefined) {
    const words = targets.map(({ kind, id }) => `the ${kind} ${clean(id)}`);
    const ways = targets.map(({ kind, id }) => quoted(`${kind}:${id}`));
    return failed(await shell.usage(`${quoted(name)} is the name of ${listed(words)}. Write ${ways.join(' or ')}.`));
  }
  if (isQueue(plan, name)) {
    const words = `${quoted(name)} is a queue, and a queue takes every lead that comes to it. Ask about a rule that leads there, by its name.`;
    return failed(await shell.usage(words));
  }
  const { suggest } = await import('@fairlead/dsl');
  const nearest = suggest(
    name,
    all.filter(({ name: known, target: { kind } }) => !known.startsWith(`${kind}:`)).map((one) => one.name),
  );
  const hint = nearest === undefined ? '' : ` Did you mean ${quoted(nearest)}?`;
  return failed(await shell.usage(`${quoted(name)} is no rule, rep or team of this policy.${hint}`));
}

interface Named {
  readonly name: string;
  readonly target: WhyNotTarget;
}

function namedIn({ rules, reps, teams }: Plan): readonly Named[] {
  const named = (kind: WhyNotTarget['kind'], id: string, name: string): Named => ({ name, target: { kind, id } });
  return [
    ...rules.map(({ name }) => named('rule', name, name)),
    named('rule', 'otherwise', 'otherwise'),
    ...[...reps.values()].flatMap(({ id, label }) => [named('rep', id, id), named('rep', id, label)]),
    ...[...teams.values()].flatMap(({ id, label }) => [named('team', id, id), named('team', id, label)]),
  ];
}

function isQueue({ queues }: Plan, name: string): boolean {
  const wanted = name.trim().toLowerCase();
  return [...queues.values()].some(({ id, label }) => [id, label].some((one) => one.toLowerCase() === wanted));
}
