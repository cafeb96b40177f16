// Turns a state into the same state after some changes of loads and counts, for looking at before they are carried out.
import { addMonthsToDay } from '@fairlead/ir';
import type { Change } from '../decision.ts';
import type { CountPeriod, State } from '../world.ts';

/** The state as it will be. Only changes of open leads and of counts are looked at. */
export function afterChanges(state: State, changes: readonly Change[]): State {
  if (changes.length === 0) return state;
  return {
    ...state,
    standing: (rep, atMs) => {
      const standing = state.standing(rep, atMs);
      const by = changes.reduce((sum, one) => sum + (one.kind === 'open' && one.rep === rep ? one.by : 0), 0);
      return by === 0 ? standing : { ...standing, open: standing.open + by };
    },
    assigned: (rep, period, startDay) => {
      const endDay = END_OF[period](startDay);
      const isIn = (day: number): boolean => startDay <= day && day < endDay;
      const by = changes.reduce(
        (sum, one) => sum + (one.kind === 'count' && one.rep === rep && isIn(one.day) ? one.by : 0),
        0,
      );
      return state.assigned(rep, period, startDay) + by;
    },
  };
}

/** From a period's first day to the first day behind it. */
const END_OF: Readonly<Record<CountPeriod, (startDay: number) => number>> = {
  day: (startDay) => startDay + 1,
  week: (startDay) => startDay + 7,
  month: (startDay) => addMonthsToDay(startDay, 1),
};
