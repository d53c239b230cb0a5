import type { History } from './revisions.ts'

/** What the hub holds under an id. */
export type Held = {
  /** The hub has exactly the pushed revision already. */
  readonly revision: boolean
  /** The revision that the hub shows now, a deleted one included; `undefined` where it has none. */
  readonly winner: string | undefined
}

export type HistoryVerdict =
  | { readonly ok: true; readonly meetsAnother: boolean }
  | {
      readonly ok: false
      readonly problem: 'already-written' | 'forged-history' | 'replaced-meanwhile'
      readonly field: '_rev'
      readonly fault: string
    }

function refused(
  problem: 'already-written' | 'forged-history' | 'replaced-meanwhile',
  fault: string,
): HistoryVerdict {
  return { ok: false, problem, field: '_rev', fault }
}

/**
 * Whether a revision may join what the hub holds under its id (rules GW9 to GW11). `meetsAnother`: it stands beside
 * another leaf, so the hub has a conflict to resolve.
 */
export function judgeHistory(
  change: 'added' | 'edited' | 'replaced',
  history: History,
  held: Held,
): HistoryVerdict {
  if (held.revision) return { ok: true, meetsAnother: false }
  if (change === 'added') {
    if (held.winner !== undefined) return refused('already-written', 'this id is written already')
    if (history.generation !== 1) return refused('forged-history', 'a fact has one revision only')
    return { ok: true, meetsAnother: false }
  }
  const meetsAnother = held.winner !== undefined && !history.chain.includes(held.winner)
  if (change === 'replaced' && meetsAnother) {
    return refused('replaced-meanwhile', 'not written on the present revision')
  }
  return { ok: true, meetsAnother }
}
