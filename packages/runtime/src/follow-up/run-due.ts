// Turns a book of leads and an instant into everything that was due until then, carried out in order.
import { advance } from './advance.ts';
import { compareDue, type DueEvent, nextDue } from './due.ts';
import type { Advanced } from './entry.ts';
import type { Book, FollowHost } from './host.ts';

/**
 * Carries out what is due up to an instant, each at its own time, and hands each to `book.keep`. What follows from it (a queue's clock that begins) and is
 * due by then too comes in its turn. So one call after a long sleep gives the same as many calls in between. `until`: with what is due at that very instant,
 * or only what was before it (so that an event of that instant comes first). Gives how many there were.
 */
export function runDue(host: FollowHost, book: Book, atMs: number, until: 'with' | 'before' = 'with'): number {
  const isDue = ({ dueMs }: DueEvent): boolean => dueMs < atMs || (until === 'with' && dueMs === atMs);
  const heap: DueEvent[] = [];
  for (const followUp of book.waiting()) {
    const next = nextDue(followUp);
    if (next !== undefined && isDue(next)) heap.push(next);
  }
  // In order already, which every heap is.
  heap.sort(compareDue);
  let count = 0;
  for (let event = pop(heap); event !== undefined; event = pop(heap)) {
    const tracked = book.get(event.lead);
    const advanced: Advanced | undefined = tracked === undefined ? undefined : advance(host, tracked, event);
    if (advanced === undefined) continue;
    book.keep(advanced);
    count += 1;
    const next = nextDue(advanced.next);
    if (next !== undefined && isDue(next)) push(heap, next);
  }
  return count;
}

/** A binary heap: the first is the least by `compareDue`. */
function push(heap: DueEvent[], event: DueEvent): void {
  let at = heap.push(event) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const above = heap[up];
    if (above === undefined || compareDue(above, event) <= 0) break;
    heap[at] = above;
    at = up;
  }
  heap[at] = event;
}

function pop(heap: DueEvent[]): DueEvent | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    const left = heap[down];
    const right = heap[down + 1];
    if (left === undefined) break;
    if (right !== undefined && compareDue(right, left) < 0) down += 1;
    const below = heap[down];
    if (below === undefined || compareDue(below, last) >= 0) break;
    heap[at] = below;
    at = down;
  }
  heap[at] = last;
  return first;
}
