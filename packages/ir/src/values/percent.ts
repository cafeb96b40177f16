// A percent of a policy (a share, a confidence) → whole hundredths of a percent, which is what engines compute in.

/** `33.33` as 3333. Exact for what a valid policy holds: at most two decimal places, from 0 to 100. */
export function toHundredths(percent: number): number {
  return Math.round(percent * 100);
}
