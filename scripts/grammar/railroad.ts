// The description of the grammar → grammar/railroad.html: every rule as a diagram, on one page that needs nothing else.
import type { GrammarDescription, GrammarRule } from '../../packages/dsl/src/syntax/describe.ts';
import { printRule } from './ebnf.ts';
import { type Drawing, draw, type Shape } from './railroad-layout.ts';
import { sections } from './sections.ts';
import { texts } from './words.ts';

export function printRailroad(grammar: GrammarDescription): string {
  const rules = new Map(grammar.rules.map((rule) => [rule.name, rule]));
  const body = sections.map(({ title, note, rules: names }) => {
    const shown = names.map((name) => rules.get(name)).filter((rule) => rule !== undefined);
    const told = note === undefined ? '' : `\n<p>${withCode(note)}</p>`;
    return `<h2 id="${anchor(title)}">${escaped(title)}</h2>${told}\n${shown.map((rule) => figure(rule, grammar)).join('\n')}`;
  });
  const contents = sections.map(({ title }) => `<li><a href="#${anchor(title)}">${escaped(title)}</a></li>`).join('');
  return page(
    `<ul class="contents">${contents}<li><a href="#classes">Words, names and values</a></li></ul>\n${body.join('\n')}\n${classList(grammar)}`,
  );
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The grammar of Fairlead, as diagrams</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>The grammar of Fairlead</h1>
<p>Follow a line from the left to the right: what it runs through is written one after the other. Round boxes hold words and signs as they are written, square ones lead to
another diagram, dotted ones stand for names and values. Line ends never matter. Made from the parser by <code>scripts/grammar/generate.ts</code>.</p>
${body}
</main>
</body>
</html>
`;
}

const STYLE = `:root { --paper: #fff; --ink: #1c2430; --line: #6b7686; --word: #e4f0e6; --rule: #e6ecf7; --class: #f7f1dc; --soft: #5a6472; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181f; --ink: #e6e9ee; --line: #8b95a5; --word: #1f3a2a; --rule: #22304a; --class: #3b3520; --soft: #a4adba; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.75rem 0 .25rem; font-size: 1rem; }
a { color: inherit; }
code, pre, svg text { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
pre { margin: .25rem 0 0; color: var(--soft); font-size: .8rem; white-space: pre-wrap; }
.contents { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
.scroll { overflow-x: auto; }
.used { color: var(--soft); font-size: .85rem; margin: .25rem 0 0; }
svg { display: block; }
svg path { fill: none; stroke: var(--line); stroke-width: 1.5; }
svg rect { stroke: var(--line); stroke-width: 1; }
svg .word rect { fill: var(--word); }
svg .rule rect { fill: var(--rule); }
svg .class rect { fill: var(--class); stroke-dasharray: 3 3; }
svg text { fill: var(--ink); font-size: 12.5px; text-anchor: middle; dominant-baseline: central; }
dt { font-weight: 600; font-family: ui-monospace, monospace; }
dd { margin: 0 0 .5rem 1.5rem; }`;

function figure(rule: GrammarRule, grammar: GrammarDescription): string {
  const users = grammar.rules
    .filter(({ body }) => texts(body, 'rule').includes(rule.name))
    .map(({ name }) => `<a href="#${name}">${name}</a>`);
  const used = users.length === 0 ? '' : `\n<p class="used">in ${users.join(', ')}</p>`;
  return `<h3 id="${rule.name}">${rule.name}</h3>
<div class="scroll">${svg(draw(rule.body), rule.name)}</div>
<pre>${escaped(printRule(rule))}</pre>${used}`;
}

const MARGIN = 6;
const TAIL = 14;

function svg(drawing: Drawing, name: string): string {
  const width = Math.ceil(drawing.width + 2 * TAIL + 2 * MARGIN);
  const height = Math.ceil(drawing.up + drawing.down + 2 * MARGIN);
  const [x, y] = [MARGIN + TAIL, MARGIN + drawing.up];
  const ends = `M${-TAIL} -5V5M${-TAIL} 0H0M${drawing.width} 0H${drawing.width + TAIL}M${drawing.width + TAIL} -5V5`;
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}"><g transform="translate(${x} ${y})"><path d="${ends}"/>${drawing.shapes.map(shape).join('')}</g></svg>`;
}

function shape(one: Shape): string {
  if (one.kind === 'line') return `<path d="${one.path}"/>`;
  const { x, y, width, text, of } = one;
  const round = of === 'word' ? 12 : 0;
  const drawn = `<rect x="${x}" y="${y - 12}" width="${width}" height="24" rx="${round}"/><text x="${x + width / 2}" y="${y}">${escaped(text)}</text>`;
  const group = `<g class="${of}">${drawn}</g>`;
  if (of === 'word') return group;
  return `<a href="#${of === 'rule' ? text : 'classes'}">${group}</a>`;
}

function classList({ classes, reserved, placeWords }: GrammarDescription): string {
  const items = classes.map(
    ({ name, meaning, pattern }) =>
      `<dt>${name}</dt><dd>${withCode(meaning)}${pattern === undefined ? '' : `<br><code>${escaped(pattern)}</code>`}</dd>`,
  );
  const words = (list: readonly string[]): string => list.map((word) => `<code>${word}</code>`).join(' ');
  return `<h2 id="classes">Words, names and values</h2>
<dl>
${items.join('\n')}
<dt>Reserved words</dt><dd>${words(reserved)}</dd>
<dt>Words of one place</dt><dd>${words(placeWords)}</dd>
</dl>`;
}

function anchor(title: string): string {
  return title.toLowerCase().replace(/[^a-z]+/g, '-');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function withCode(text: string): string {
  return escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}
