// Turns the answer to a "why not" into a document without a medium.
import { type Document, findingItem, sentence } from './document.ts';
import type { WhyNot } from './explanation.ts';
import { showInstantText } from './show.ts';

export function whyNotDocument({ answer, outcome, at, rules }: WhyNot): Document {
  const items = rules.map(({ words, failed, people }) =>
    sentence(words, [...failed.map(findingItem), ...people.map((one) => sentence(one))]),
  );
  return {
    title: answer,
    intro: [outcome, `Decided at ${showInstantText(at)}.`],
    sections: items.length === 0 ? [] : [{ heading: 'Rules that could have led there', items }],
  };
}
