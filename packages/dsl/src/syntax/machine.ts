// The parser's own grammar → a machine of states that can be asked, after any tokens, what may come next.
// Repairs are tried on it: the parser itself only says that it stopped. It has no depth limit: its stack is a list.

import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';

/** What leads from a state to the next token: the token's type, where it leads, and which rules are entered on the way. */
export interface Edge {
  readonly type: TokenType;
  readonly to: number;
  /** The states to go back to when the rules entered have ended, outermost first. */
  readonly returns: readonly number[];
  /** The outermost rule that is entered; undefined where the token is the rule's own. */
  readonly opens: string | undefined;
}

/** A step of one rule: past a token, through another rule, or past nothing. */
export type Move =
  | { readonly kind: 'token'; readonly type: TokenType; readonly to: number }
  | { readonly kind: 'rule'; readonly rule: string; readonly start: number; readonly to: number }
  | { readonly kind: 'free'; readonly to: number };

/** The grammar as states and the ways between them, so that a reader can ask what may come next. */
export interface Machine {
  /** Where the file begins. */
  readonly start: number;
  /** Every way to a next token within the state's rule and the rules it enters. */
  readonly edges: (state: number) => readonly Edge[];
  /** The ways whose token type takes a token of this type. */
  readonly edgesFor: (state: number, type: TokenType) => readonly Edge[];
  /** Whether the state's rule can end here. */
  readonly canEnd: (state: number) => boolean;
  /** The rule that the state belongs to. */
  readonly ruleOf: (state: number) => string;
  /** The cheapest move towards the rule's end; undefined at its end. */
  readonly wayOut: (state: number) => Move | undefined;
}

/** Whether a token of the type `found` can stand where `needed` is asked for: the same type, or one of its categories. */
export function fits(found: TokenType, needed: TokenType): boolean {
  return found === needed || (found.CATEGORIES?.includes(needed) ?? false);
}

/** Builds the machine from the grammar's rules, by name. */
export function buildMachine(rules: Readonly<Record<string, Rule>>, startRule: string): Machine {
  const moves: Move[][] = [];
  const owner: string[] = [];
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  const newState = (rule: string): number => {
    moves.push([]);
    owner.push(rule);
    return moves.length - 1;
  };
  for (const name of Object.keys(rules)) {
    starts.set(name, newState(name));
    ends.set(name, newState(name));
  }
  const stateOf = (table: ReadonlyMap<string, number>, rule: string): number => table.get(rule) ?? 0;
  const add = (from: number, move: Move): void => void moves[from]?.push(move);

  const sequence = (items: readonly IProduction[], from: number, to: number, rule: string): void => {
    let at = from;
    for (const [index, item] of items.entries()) {
      const next = index === items.length - 1 ? to : newState(rule);
      single(item, at, next, rule);
      at = next;
    }
    if (items.length === 0) add(from, { kind: 'free', to });
  };
  const single = (item: IProduction, from: number, to: number, rule: string): void => {
    if (item instanceof Alternation) {
      for (const choice of item.definition)
        if (choice instanceof Alternative) sequence(choice.definition, from, to, rule);
    } else if (item instanceof Terminal) {
      add(from, { kind: 'token', type: item.terminalType, to });
    } else if (item instanceof NonTerminal) {
      add(from, { kind: 'rule', rule: item.nonTerminalName, start: stateOf(starts, item.nonTerminalName), to });
    } else if (item instanceof Option) {
      sequence(item.definition, from, to, rule);
      add(from, { kind: 'free', to });
    } else if (item instanceof Repetition) {
      const loop = newState(rule);
      add(from, { kind: 'free', to: loop });
      sequence(item.definition, loop, loop, rule);
      add(loop, { kind: 'free', to });
    } else throw new Error('The grammar uses a construct that the machine does not know');
  };
  for (const [name, rule] of Object.entries(rules)) {
    sequence(rule.definition, stateOf(starts, name), stateOf(ends, name), name);
  }
  return machineOf(moves, owner, stateOf(starts, startRule), starts, ends);
}

function machineOf(
  moves: readonly (readonly Move[])[],
  owner: readonly string[],
  start: number,
  starts: ReadonlyMap<string, number>,
  ends: ReadonlyMap<string, number>,
): Machine {
  const movesOf = (state: number): readonly Move[] => moves[state] ?? [];
  const ruleOf = (state: number): string => owner[state] ?? '';
  const isEnd = (state: number): boolean => ends.get(ruleOf(state)) === state;
  const edgeTable = new Map<number, readonly Edge[]>();
  const typeTable = new Map<number, (readonly Edge[] | undefined)[]>();
  const endTable = new Map<number, boolean>();
  const out = waysOut(moves, ruleOf, starts, ends);

  const edges = (state: number): readonly Edge[] => {
    const known = edgeTable.get(state);
    if (known !== undefined) return known;
    const found: Edge[] = [];
    for (const reached of freely(state, movesOf)) {
      for (const move of movesOf(reached)) {
        if (move.kind === 'token') found.push({ type: move.type, to: move.to, returns: [], opens: undefined });
        if (move.kind !== 'rule') continue;
        for (const inner of edges(move.start)) {
          found.push({ type: inner.type, to: inner.to, returns: [move.to, ...inner.returns], opens: move.rule });
        }
      }
    }
    edgeTable.set(state, found);
    return found;
  };
  const edgesFor = (state: number, type: TokenType): readonly Edge[] => {
    const index = type.tokenTypeIdx ?? 0;
    let row = typeTable.get(state);
    if (row === undefined) {
      row = [];
      typeTable.set(state, row);
    }
    let found = row[index];
    if (found === undefined) {
      found = edges(state).filter((edge) => fits(type, edge.type));
      row[index] = found;
    }
    return found;
  };
  const canEnd = (state: number): boolean => {
    const known = endTable.get(state);
    if (known !== undefined) return known;
    const can = [...freely(state, movesOf)].some(isEnd);
    endTable.set(state, can);
    return can;
  };
  return { start, edges, edgesFor, canEnd, ruleOf, wayOut: (state) => out.get(state) };
}

/** The states reached without a token, itself first. */
function freely(state: number, movesOf: (state: number) => readonly Move[]): ReadonlySet<number> {
  const reached = new Set([state]);
  for (const at of reached) {
    for (const move of movesOf(at)) if (move.kind === 'free') reached.add(move.to);
  }
  return reached;
}

/** For each state the move that leads to its rule's end over the fewest tokens. */
function waysOut(
  moves: readonly (readonly Move[])[],
  ruleOf: (state: number) => string,
  starts: ReadonlyMap<string, number>,
  ends: ReadonlyMap<string, number>,
): ReadonlyMap<number, Move> {
  const cost = new Map<number, number>([...ends.values()].map((end) => [end, 0]));
  const best = new Map<number, Move>();
  const costOf = (state: number | undefined): number => cost.get(state ?? -1) ?? Number.POSITIVE_INFINITY;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [state, choices] of moves.entries()) {
      if (ends.get(ruleOf(state)) === state) continue;
      for (const move of choices) {
        const own = move.kind === 'token' ? 1 : move.kind === 'rule' ? costOf(starts.get(move.rule)) : 0;
        const whole = own + costOf(move.to);
        if (whole >= costOf(state)) continue;
        cost.set(state, whole);
        best.set(state, move);
        changed = true;
      }
    }
  }
  return best;
}
