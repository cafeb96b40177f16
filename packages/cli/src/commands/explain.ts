// `fairlead explain`: a policy and a lead, or a decision from a log → why the lead goes where it goes.
import { explain, renderMarkdown, renderText, renderWhyNotMarkdown, renderWhyNotText, whyNot } from '@fairlead/runtime';
import { type BindingOptions, readBindingArgs } from '../bindings/binding-args.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { explainedLead } from '../explain/explained-lead.ts';
import { paintExplanation } from '../explain/paint-explanation.ts';
import { whyNotTarget } from '../explain/why-not-target.ts';
import { instantOf } from '../leads/parse-at.ts';
import { openPolicy } from '../policy/open-policy.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface ExplainOptions extends BindingOptions {
  readonly at?: string;
  readonly state?: string;
  readonly lead?: string;
  readonly whyNot?: string;
  readonly format: 'text' | 'markdown' | 'json';
}

/** Explains one decision: of a lead as it would be made now, or of a log as it was made. Changes nothing. */
export async function runExplain(
  shell: Shell,
  policyName: string,
  leadName: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  const args = await readBindingArgs(shell, options);
  if (!args.ok) return args.exit;
  const atMs = await instantOf(shell, options.at);
  if (!atMs.ok) return atMs.exit;
  const policy = await openPolicy(shell, policyName, args.value);
  if (!policy.ok) return policy.exit;
  const { lead, at, state } = options;
  const wish = { leadName, lead, atMs: atMs.value, at, state, args: args.value };
  const found = await explainedLead(shell, policy.value, wish);
  if (!found.ok) return found.exit;
  const { plan, decision, entries } = found.value;
  if (options.whyNot === undefined) {
    const explanation = explain(plan, decision, entries);
    const text = { text: renderText, markdown: renderMarkdown, json: asJson }[options.format](explanation);
    await shell.out.write(options.format === 'text' ? paintExplanation(text, shell.out.paint) : text);
    return EXIT.ok;
  }
  const target = await whyNotTarget(shell, plan, options.whyNot);
  if (!target.ok) return target.exit;
  const answer = whyNot(plan, decision, target.value);
  const text = { text: renderWhyNotText, markdown: renderWhyNotMarkdown, json: asJson }[options.format](answer);
  await shell.out.write(options.format === 'text' ? paintExplanation(text, shell.out.paint) : text);
  return EXIT.ok;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
