// A list from a file within a list: as long as the file is.
import { expect, test } from 'vitest';
import { compile } from '../src/index.ts';

test('a list from a file may be longer than a call takes arguments', () => {
  const policy = `policy p "P" { language 1 }
lead { id text  c text optional }
list big from "big.csv"
list wider = [big, "x"]
team t "T" { rep ana "Ana" }
queue q "Q" { owner ana }
route {
  rule "r" when c in wider route to t fallback { q }
  otherwise route to q
}`;
  const values = Array.from({ length: 200_000 }, (_, index) => `v${index}`).join('\n');
  const { policy: compiled, diagnostics } = compile('p.route', (name) => (name === 'p.route' ? policy : values));
  expect(diagnostics).toEqual([]);
  const when = compiled?.route.rules[0]?.when;
  expect(when?.kind === 'in-list' ? when.members.length : 0).toBe(200_001);
});
