const QUIET_MS = 20_000
const FIRST_MS = 1_000
const LONGEST_MS = 30_000

/** When to try next. `chance` gives a share of one, so that desks that lost the same hub do not return together. */
export type BackOff = {
  readonly afterSuccess: () => number
  readonly afterFailure: () => number
  /** Failures since the last success. */
  readonly failures: () => number
}

export function backOff(chance: () => number): BackOff {
  let failures = 0
  return {
    afterSuccess() {
      failures = 0
      return QUIET_MS * (0.75 + chance() / 2)
    },
    afterFailure() {
      const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures)
      failures += 1
      return longest * (0.5 + chance() / 2)
    },
    failures: () => failures,
  }
}
