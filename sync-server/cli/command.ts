import type { AccountStore } from '../accounts/account-store.ts'
import type { Couch } from '../couch/couch.ts'

/** What a command of `npm run hub` works with: the running databases, and where it writes its words. */
export type CommandNeeds = {
  readonly couch: Couch
  readonly accounts: AccountStore
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void
  /** A line about what went wrong. */
  readonly complain: (line: string) => void
  /** The first line of standard input, for a secret that must not stand on the command line. */
  readonly readSecret: () => Promise<string>
}

/** Runs with what stands behind the command's name; answers the exit code: 0 done, 1 refused, 2 asked wrongly. */
export type Command = (args: readonly string[], needs: CommandNeeds) => Promise<number>

export const DONE = 0
export const REFUSED = 1
export const ASKED_WRONGLY = 2
