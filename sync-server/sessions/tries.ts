/** Wrong passwords for one account from one address before its sign-ins there must wait (rule SE6). */
export const WRONG_TRIES = 10
export const WAIT_MS = 10 * 60_000
const REMEMBERED = 10_000

/**
 * Counts wrong passwords by account and address. It is the memory of one process: with several, a guesser has that
 * many times as many tries, which a slow hash makes no better.
 */
export type Tries = {
  /** Milliseconds to wait before the next try; 0: try now. */
  readonly waitMs: (account: string, address: string, nowMs: number) => number
  readonly wrong: (account: string, address: string, nowMs: number) => void
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
    wrong(account, address, nowMs) {
      const key = keyOf(account, address)
      const times = [...recent(key, nowMs), nowMs].slice(-WRONG_TRIES)
      seen.delete(key)
      seen.set(key, times)
      const [oldest] = seen.keys()
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest)
    },
    right(account, address) {
      seen.delete(keyOf(account, address))
    },
  }
}
