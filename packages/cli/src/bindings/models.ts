// Files of models, by their names → the counts that `by likelihood` goes by.
import type { IrIssue } from '@fairlead/ir';
import { bindModels, type Model, type Models, type Plan, readModel } from '@fairlead/runtime';
import { done, failed, type Result } from '../exit-code.ts';
import { readJson } from '../files/read-json.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import type { Shell } from '../shell.ts';
import type { FileArg } from './file-args.ts';

/**
 * Opens the files. Names are those of models that the policy uses: that has been seen to. Tells what is wrong with a file, and what in it does not
 * fit the policy; what can be lived with is noted.
 */
export async function openModels(shell: Shell, plan: Plan, args: readonly FileArg[]): Promise<Result<Models>> {
  const models = new Map<string, Model>();
  for (const { name, file } of args) {
    const model = await openModel(shell, file);
    if (!model.ok) return model;
    models.set(name, model.value);
  }
  const bound = bindModels(plan, models);
  const said = ({ model, words }: (typeof bound.issues)[number]): string =>
    `${quoted(args.find(({ name }) => name === model)?.file ?? model)}, the model ${model}: ${clean(words)}`;
  const errors = bound.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return failed(await shell.problem(errors.map(said).join('\n')));
  for (const issue of bound.issues) await shell.note(said(issue));
  return done(bound.models);
}

async function openModel(shell: Shell, file: string): Promise<Result<Model>> {
  const json = await readJson(shell, file);
  if (!json.ok) return json;
  const read = readModel(json.value);
  if (read.ok) return done(read.model);
  return failed(await shell.problem(`${quoted(file)} is not a model of win rates.\n${issueLines(read.issues)}`));
}

function issueLines(issues: readonly IrIssue[]): string {
  const shown = issues.slice(0, MAX_ISSUES).map(({ path, message }) => {
    return `  ${clean(path === '' ? 'the whole file' : path)}: ${clean(message)}`;
  });
  const more = issues.length - shown.length;
  return [...shown, ...(more > 0 ? [`  … and ${count(more, 'more problem')}`] : [])].join('\n');
}

const MAX_ISSUES = 10;
