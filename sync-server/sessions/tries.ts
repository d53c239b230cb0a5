/** Wrong passwords for one account from one address before its sign-ins there must wait (rule SE6). */
export const WRONG_TRIES = 10
export const WAIT_MS = 10 * 60_000
const REMEMBERED = 10_000

/**
 * Counts wrong passwords by account and address, a try that is being checked as a wrong one. It is the memory of one process: with several, a guesser has that
 * many times as many tries, which a slow hash makes no better.
 */
export type Tries = {
  /** Milliseconds to wait before the next try; 0: try now. */
  readonly waitMs: (account: string, address: string, nowMs: number) => number
  readonly begun: (account: string, address: string, nowMs: number) => void
  /** Takes back a try begun at that moment: the password was right, and the sign-in failed for something else. */
  readonly notWrong: (account: string, address: string, begunMs: number) => void
  readonly right: (account: string, address: string) => void
}

export function countTries(): Tries {
  const seen = new Map<string, readonly number[]>()
  const keyOf = (account: string, address: string) => `${account} ${address}`
  const recent = (key: string, nowMs: number) => (seen.get(key) ?? []).filter((at) => nowMs - at < WAIT_MS)

  return {
    waitMs(account, address, nowMs) {
      const times = recent(keyOf(account, address), nowMs)
      const oldest = times.at(-WRONG_TRIES)
      return oldest === undefined ? 0 : oldest + WAIT_MS - nowMs
    },
    begun(account, address, nowMs) {
      const key = keyOf(account, address)
      const times = [...recent(key, nowMs), nowMs].slice(-WRONG_TRIES)
      seen.delete(key)
      seen.set(key, times)
      const [oldest] = seen.keys()
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest)
    },
    notWrong(account, address, begunMs) {
      const key = keyOf(account, address)
      const times = seen.get(key) ?? []
      const index = times.lastIndexOf(begunMs)
      if (index >= 0) seen.set(key, [...times.slice(0, index), ...times.slice(index + 1)])
    },
    right(account, address) {
      seen.delete(keyOf(account, address))
    },
  }
}
