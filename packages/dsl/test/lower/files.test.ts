// Lists that come from files, and places in more files than one.
import { expect, test } from 'vitest';
import { compileOk, ruleOf, textAt } from './support.ts';

const rest = `lead { id code country text }
team t "T" { rep r "R" }
queue q "Q" { owner r }
`;
const main = `use "./parts/people.route"
policy p "P" { language 1 }
list europe from "lists/europe.csv"
list wide   = ["US", europe]
route {
  rule "x" when country in wide nurture "x"
  otherwise route to q
}
`;

test('a list from a file is laid flat where it is used, and changes the hash', () => {
  const files = { 'main.route': main, 'parts/people.route': rest };
  const compiled = compileOk({ ...files, 'lists/europe.csv': 'DE\nFR\n\nde\n' });
  expect(ruleOf(compiled.policy, 'x').when).toEqual({
    id: 1,
    kind: 'in-list',
    as: 'text',
    value: { kind: 'lead', path: ['country'] },
    list: 'wide',
    members: ['US', 'DE', 'FR'].map((text) => ({ kind: 'text', text })),
    negated: false,
  });
  expect(compileOk({ ...files, 'lists/europe.csv': 'DE\nFR\nIT\n' }).hash).not.toBe(compiled.hash);
});

test('places name the file they stand in', () => {
  const compiled = compileOk({ 'main.route': main, 'parts/people.route': rest, 'lists/europe.csv': 'DE' });
  const { sourceMap } = compiled;
  const place = (key: string): string => {
    const span = sourceMap[key];
    return span === undefined ? 'nowhere' : `${span.file}: ${textAt(compiled, span)}`;
  };
  expect(place('rep:r')).toBe('parts/people.route: rep r "R"');
  expect(place('condition:1')).toBe('main.route: country in wide');
  expect(compiled.files.map(({ name }) => name)).toEqual(['main.route', 'parts/people.route']);
});
