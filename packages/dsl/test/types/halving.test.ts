// A line that halves asks for signals once, in the line or in a define that it names.
import { expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';

const POLICY = `lead {
  id       text
  activity signals
}
define hot = activity includes "demo" at least 2 times
define very_hot = hot and id is "L1"
define broken = activity includes 5
team sales "Sales" { rep ana "Ana" }
queue triage "Triage" { owner ana }
route { otherwise route to triage }
score intent max 60 {
`;

function found(when: string): readonly string[] {
  const text = `${POLICY}  40 halving every 3 days when ${when}\n}\n`;
  const { diagnostics } = compile('p.route', (name) => (name === 'p.route' ? text : undefined));
  return diagnostics.flatMap(({ code, message }) => (code === 'FL360' ? [message] : []));
}

it.each(['hot', 'very_hot', 'very_hot and id is "L2"', 'broken', 'broken and hot', 'unknown_define'])(
  'accepts %s',
  (when) => {
    expect(found(when)).toEqual([]);
  },
);

it.each([
  ['hot and very_hot', 2],
  ['very_hot or activity includes "form"', 2],
])('counts those in defines: %s', (when, times) => {
  expect(found(when)).toEqual([
    `Points halve with the age of one signal, and this line asks ${times} times for signals.`,
  ]);
});
