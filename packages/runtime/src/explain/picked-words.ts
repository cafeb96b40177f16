// Turns the numbers of a pick into sentences a salesperson understands at first reading.
import { assertNever, formatDecimal, type Pick } from '@fairlead/ir';
import type { PickNumbers, Tie } from '../decision.ts';
import type { Plan } from '../plan/plan.ts';
import { fewestWords } from './fewest-words.ts';
import { likelihoodWords } from './likelihood-words.ts';
import { phraseValue } from './phrase.ts';
import { enumerated, personOf } from './show.ts';
import { MAX_OTHERS, type PickWords, turnWords } from './turn-words.ts';

type ByTurn = PickNumbers & { readonly kind: 'rotation' };
type ByValue = PickNumbers & { readonly kind: 'highest' | 'lowest' };

/** How somebody was wanted, and whether for a time only: then no ledger moved. */
export interface Wanted {
  readonly pick: Pick;
  readonly isTemporary: boolean;
}

/** Why this rep and nobody else of those who could take the lead; sentence by sentence. `pick`: how the policy wants it done. */
export function pickedWords(plan: Plan, numbers: PickNumbers, { pick, isTemporary }: Wanted): readonly string[] {
  const nameOf = (rep: string): string => personOf(plan, rep).label;
  const anyone = `anyone ${pick.evenOffDuty || pick.availableWithin !== undefined ? 'available' : 'on duty'}`;
  const tied = (tie: Tie | undefined, winner: string): readonly string[] =>
    tie === undefined
      ? []
      : ['Equals take turns.', ...turnWords(nameOf, winner, tie.rows, { anyone: 'them', isTemporary })];
  const words = { nameOf, anyone, tied };
  switch (numbers.kind) {
    case 'only':
      return [`${nameOf(numbers.rep)} could take it.`];
    case 'rotation':
      return [
        ...turnWords(nameOf, numbers.rep, numbers.rows, { anyone, isTemporary }),
        ...reserveWords(numbers, nameOf),
      ];
    case 'highest':
    case 'lowest':
      return valueWords(numbers, pick, words);
    case 'fewest':
      return fewestWords(numbers, words);
    case 'likelihood':
      return likelihoodWords(numbers, words);
    default:
      return assertNever(numbers);
  }
}

/** Nothing where the reserve changed nothing because everybody is in the group. */
function reserveWords({ reserve, rows }: ByTurn, nameOf: PickWords['nameOf']): readonly string[] {
  if (reserve === undefined || reserve.group.length === rows.length) return [];
  const share = `${formatDecimal(reserve.share)}%`;
  if (reserve.group.length === 0)
    return [`Nobody for whom ${share} is reserved could take it: the others share it all.`];
  const some = reserve.group.slice(0, MAX_NAMED).map(nameOf);
  const more = reserve.group.length - some.length;
  return [
    `At least ${share} of each lead is reserved for ${enumerated(more === 0 ? some : [...some, `${more} more`])}.`,
  ];
}

const MAX_NAMED = 5;

function valueWords(numbers: ByValue, pick: Pick, { nameOf, anyone, tied }: PickWords): readonly string[] {
  const { strategy } = pick;
  const what = 'value' in strategy ? phraseValue(strategy.value) : 'value';
  const won = numbers.rows.find(({ rep }) => rep === numbers.rep)?.value;
  const among = new Set(numbers.tie?.among ?? [numbers.rep]);
  const others = numbers.rows.filter(({ rep }) => !among.has(rep));
  const named = others.slice(0, MAX_OTHERS).map(({ rep, value }) => `${nameOf(rep)} ${value ?? 'none'}`);
  const more = others.length > named.length ? ` and ${others.length - named.length} more` : '';
  const rest = others.length === 0 ? '' : ` (${named.join(', ')}${more})`;
  const best = `the ${numbers.kind} ${what}`;
  if (numbers.tie === undefined) {
    if (others.length === 0) return [`${nameOf(numbers.rep)} was the only one who could take it.`];
    return [`${nameOf(numbers.rep)} had ${best} of ${anyone}: ${won ?? 'none'}${rest}.`];
  }
  const names = enumerated(numbers.tie.among.map(nameOf));
  const equals =
    won === undefined
      ? `${names} had no ${what}, and nobody else did.`
      : `${names} had ${best} of ${anyone}: ${won}${rest}.`;
  return [equals, ...tied(numbers.tie, numbers.rep)];
}
