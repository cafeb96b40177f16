// Where a reader of the file stands: the machine's states with their stacks, step by step over tokens.

import type { TokenType } from 'chevrotain';
import type { Edge, Machine } from './machine.ts';

/** The rules that are open, innermost first. Equal stacks are the same object. */
export interface Stack {
  /** The state to go back to; -1 at the bottom. */
  readonly back: number;
  readonly below: Stack | undefined;
  readonly above: Map<number, Stack>;
}

/** One way to read the text so far. */
export interface Place {
  readonly state: number;
  readonly stack: Stack;
}

/** All ways to read the text so far; two at most in practice. Empty: it cannot be read. */
export type Places = readonly Place[];

/** The place before the first token. */
export function startOf(machine: Machine): Places {
  return [{ state: machine.start, stack: { back: -1, below: undefined, above: new Map() } }];
}

/**
 * One token further; empty where it cannot come next. What the innermost rule can take, it takes, as the parser does: in `fallback { ana for … }`
 * the `for` is never the name of the next entry. `exactly`: only as the word it is, not as a name.
 */
export function step(machine: Machine, places: Places, type: TokenType, exactly = false): Places {
  const next: Place[] = [];
  for (const place of places) {
    let at: Place | undefined = place;
    while (at !== undefined) {
      const edges = machine.edgesFor(at.state, type);
      for (const edge of edges) {
        if (!exactly || edge.type === type) addPlace(next, { state: edge.to, stack: push(at.stack, edge) });
      }
      at = edges.length === 0 ? ended(machine, at) : undefined;
    }
  }
  return next;
}

/** After the innermost rule has ended; undefined where it cannot end. */
function ended(machine: Machine, { state, stack }: Place): Place | undefined {
  if (stack.below === undefined || !machine.canEnd(state)) return undefined;
  return { state: stack.back, stack: stack.below };
}

/** Whether a token can come next. */
export function accepts(machine: Machine, places: Places, type: TokenType): boolean {
  return places.some((place) => levels(machine, place).some((level) => machine.edgesFor(level.state, type).length > 0));
}

/** Whether the file can end here. */
export function acceptsEnd(machine: Machine, places: Places): boolean {
  return places.some((place) =>
    levels(machine, place).some(({ state, stack }) => stack.below === undefined && machine.canEnd(state)),
  );
}

/** Everything that can come next, innermost rule first. */
export function expected(machine: Machine, places: Places): readonly { readonly edge: Edge; readonly place: Place }[] {
  return places.flatMap((place) =>
    levels(machine, place).flatMap((level) => machine.edges(level.state).map((edge) => ({ edge, place: level }))),
  );
}

/** The place itself, and those that are reached as the open rules end one after the other without another token. */
export function levels(machine: Machine, place: Place): readonly Place[] {
  const found = [place];
  let at = place;
  while (at.stack.below !== undefined && machine.canEnd(at.state)) {
    at = { state: at.stack.back, stack: at.stack.below };
    found.push(at);
  }
  return found;
}

/** The rules that are open, innermost first. */
export function openRules(machine: Machine, place: Place): readonly string[] {
  const rules = [machine.ruleOf(place.state)];
  for (let stack = place.stack; stack.below !== undefined; stack = stack.below) rules.push(machine.ruleOf(stack.back));
  return rules;
}

/** The stack after the rules of an edge were entered. */
export function push(stack: Stack, edge: Pick<Edge, 'returns'>): Stack {
  let top = stack;
  for (const back of edge.returns) {
    let next = top.above.get(back);
    if (next === undefined) {
      next = { back, below: top, above: new Map() };
      top.above.set(back, next);
    }
    top = next;
  }
  return top;
}

function addPlace(places: Place[], place: Place): void {
  if (!places.some(({ state, stack }) => state === place.state && stack === place.stack)) places.push(place);
}
