// Turns a match and a lead into what is asked of the records, line by line.
import type { Eval } from '../plan/evaluation.ts';
import type { PlanMatch, PlanMatchLine } from '../plan/plan-stages.ts';
import type { LineQuestion, LinkQuestion } from '../world.ts';

/** In text order; lines of which the lead does not say what they ask by are left out. */
export function questionsOf({ lines }: PlanMatch, e: Eval): readonly LineQuestion[] {
  return lines.flatMap((line, index) => questionOf(line, index, e) ?? []);
}

function questionOf({ links: asked }: PlanMatchLine, line: number, e: Eval): LineQuestion | undefined {
  const links: LinkQuestion[] = [];
  for (const link of asked) {
    const question = link.ask(e);
    if (question === undefined) return undefined;
    links.push(question);
  }
  return { line, links };
}
