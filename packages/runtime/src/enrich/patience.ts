// What became of questions to a provider → whether it is asked again: a small budget, so that one that is down is not hammered.

/** How much a provider is tried. It belongs to the provider, not to a lead. */
export interface Patience {
  /** Takes one retry from the budget; false: there is none left. */
  readonly mayRetry: () => boolean;
  /** Whether the provider is asked at all: not while it rests, but for one question now and then. */
  readonly mayAsk: (nowMs: number) => boolean;
  readonly succeeded: () => void;
  readonly failed: (nowMs: number) => void;
}

/** Ten retries to begin with, and one more for every ten answers, up to ten. */
const FULL = 100;
const RETRY_COST = 10;

/** So many failures in a row, and the provider rests. */
export const RESTS_AFTER = 20;
/** While it rests, one of so many questions is asked, to see whether it is back; after each that failed, one of twice as many. */
const ASKED_OF = 20;
const ASKED_OF_AT_MOST = 2560;
/** It also is asked again after this time. */
const REST_MS = 60_000;

/** The patience with a provider that has not been asked yet. */
export function startPatience(): Patience {
  let budget = FULL;
  let inARow = 0;
  let passedOver = 0;
  let askedOf = ASKED_OF;
  let failedAtMs = 0;
  return {
    mayRetry: () => {
      if (budget < RETRY_COST) return false;
      budget -= RETRY_COST;
      return true;
    },
    mayAsk: (nowMs) => {
      if (inARow < RESTS_AFTER || nowMs - failedAtMs >= REST_MS) return true;
      passedOver += 1;
      if (passedOver < askedOf) return false;
      passedOver = 0;
      askedOf = Math.min(askedOf * 2, ASKED_OF_AT_MOST);
      return true;
    },
    succeeded: () => {
      budget = Math.min(FULL, budget + 1);
      inARow = 0;
      passedOver = 0;
      askedOf = ASKED_OF;
    },
    failed: (nowMs) => {
      inARow += 1;
      failedAtMs = nowMs;
    },
  };
}
