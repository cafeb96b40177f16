// Turns the answer to a "why not" into a document without a medium.
import { type Document, failedItems, type Section, sentence } from './document.ts';
import type { WhyNot } from './explanation.ts';
import { showInstantText } from './show.ts';

/** The answer is the title; what became of the lead instead stands under it. */
export function whyNotDocument({ answer, outcome, at, rules, target }: WhyNot): Document {
  const section: Section =
    target.kind === 'rule'
      ? { heading: 'What does not fit', items: rules.flatMap(({ failed }) => failedItems(failed)) }
      : {
          heading: 'Rules that lead there',
          items: rules.map(({ words, failed, people }) =>
            sentence(words, [...failedItems(failed), ...people.map((one) => sentence(one))]),
          ),
        };
  return {
    title: answer,
    intro: [outcome, `Decided at ${showInstantText(at)}.`],
    sections: section.items.length === 0 ? [] : [section],
  };
}
