import type { Instant } from '../../../shared/calendar/instant.ts'
import type { DeskStore, LedgerRow } from './desk-store.ts'

/** A document of the local feed as the ledger looks at it: all its revisions that stand, and which are this desk's. */
export type LedgerEntry = {
  readonly id: string
  readonly leaves: readonly string[]
  readonly own: readonly { readonly rev: string; readonly by: string; readonly at: Instant }[]
}

export type Ledger = {
  /** How far the database's feed has been entered. */
  readonly mark: (database: string) => Promise<number>
  /**
   * Enters a page of the feed and moves the mark, both or neither. A page that was entered before changes nothing; a
   * page beyond the mark is not taken.
   */
  readonly enter: (
    database: string,
    since: number,
    until: number,
    entries: readonly LedgerEntry[],
  ) => Promise<void>
  /** Forgets how far the feeds, or this one, were read, so that all that this desk ever wrote is asked about again. */
  readonly startOver: (database?: string) => Promise<void>
  readonly waiting: () => Promise<readonly LedgerRow[]>
  readonly refused: () => Promise<readonly LedgerRow[]>
  readonly counts: () => Promise<{ readonly waiting: number; readonly refused: number }>
  /** The hub holds these revisions. */
  readonly confirm: (rows: readonly LedgerRow[]) => Promise<void>
  /** Sets a revision aside: kept, shown with its reason, no longer in the way of others. */
  readonly setAside: (row: LedgerRow, problem: string, field: string | null, at: Instant) => Promise<void>
  /** Offers again what was set aside. */
  readonly offerAgain: () => Promise<void>
}

const keyOf = (row: LedgerRow): [string, string, string] => [row.database, row.id, row.rev]

function newRows(database: string, entries: readonly LedgerEntry[]): readonly LedgerRow[] {
  return entries.flatMap(({ id, own }) =>
    own.map(({ rev, by, at }) => ({
      database,
      id,
      rev,
      by,
      at,
      state: 'waiting' as const,
      confirmed: null,
      problem: null,
      field: null,
    })),
  )
}

export function ledgerOf(store: DeskStore): Ledger {
  async function mark(database: string): Promise<number> {
    return (await store.ledgerMarks.get(database))?.seq ?? 0
  }

  async function dropSuperseded(database: string, entries: readonly LedgerEntry[]): Promise<void> {
    const leaves = new Map(entries.map((entry) => [entry.id, new Set(entry.leaves)]))
    const ids = entries.map((entry): [string, string] => [database, entry.id])
    const standing = await store.ledger.where('[database+id]').anyOf(ids).toArray()
    await store.ledger.bulkDelete(standing.filter((row) => !leaves.get(row.id)?.has(row.rev)).map(keyOf))
  }

  return {
    mark,
    enter: (database, since, until, entries) =>
      store.transaction('rw', store.ledger, store.ledgerMarks, async () => {
        const entered = await mark(database)
        if (entered < since || entered >= until) return
        await dropSuperseded(database, entries)
        const rows = newRows(database, entries)
        const known = await store.ledger.bulkGet(rows.map(keyOf))
        await store.ledger.bulkAdd(rows.filter((_, index) => known[index] === undefined))
        await store.ledgerMarks.put({ database, seq: until })
      }),
    async startOver(database) {
      await (database === undefined ? store.ledgerMarks.clear() : store.ledgerMarks.delete(database))
    },
    waiting: () => store.ledger.where('state').equals('waiting').toArray(),
    refused: () => store.ledger.where('state').equals('refused').toArray(),
    async counts() {
      const [waiting, refused] = await Promise.all(
        (['waiting', 'refused'] as const).map((state) => store.ledger.where('state').equals(state).count()),
      )
      return { waiting: waiting ?? 0, refused: refused ?? 0 }
    },
    async confirm(rows) {
      await store.ledger.bulkDelete(rows.map(keyOf))
    },
    async setAside(row, problem, field, at) {
      await store.ledger.update(keyOf(row), { state: 'refused', problem, field, at })
    },
    async offerAgain() {
      await store.ledger
        .where('state')
        .equals('refused')
        .modify({ state: 'waiting', problem: null, field: null })
    },
  }
}
