import { typeOfId } from '../../../shared/documents/ids.ts'
import type { Codec } from '../codec/codec.ts'
import { RECORD_TABLES, ROWS_VERSION, type ReadModelStore, type RecordTable } from './read-model-store.ts'
import { placeRow, rowPlace, tableOf } from './rows.ts'
import { mergeTail } from './search-blobs.ts'
import { SEARCH_PLACE, searchEntry, type SearchEntry } from './search-entries.ts'
import { shownRecord, type HeldDocument, type Leaves } from './shown-record.ts'

/** A document of a replica's feed: its leaves that are not deleted, the winner first; none where all are. */
export type FedDocument = { readonly id: string; readonly leaves: readonly HeldDocument[] }

type SealedRow = {
  readonly table: RecordTable
  readonly row: { readonly id: string; readonly sealed: unknown }
}
type Gone = { readonly table: RecordTable; readonly id: string }

export type Projector = {
  /** How far the database is projected; 0 where its rows have an older shape. */
  readonly checkpoint: (database: string) => Promise<number>
  /**
   * Puts a page of the feed and its checkpoint into the read model, both or neither. A page that is projected already
   * changes nothing; a page beyond the checkpoint is not taken. Answers whether it was put in.
   */
  readonly apply: (
    database: string,
    since: number,
    until: number,
    page: readonly FedDocument[],
  ) => Promise<boolean>
  /** Forgets how far the database is projected; its rows stay until they are put in again. */
  readonly startOver: (database: string) => Promise<void>
  /** Empties the read model, to be projected again from nothing. */
  readonly clear: () => Promise<void>
}

export function projectorOf(store: ReadModelStore, codec: Codec): Projector {
  async function checkpoint(database: string): Promise<number> {
    const mark = await store.checkpoints.get(database)
    return mark?.rows === ROWS_VERSION ? mark.seq : 0
  }

  async function sealedRow(record: HeldDocument): Promise<readonly SealedRow[]> {
    const placed = placeRow(record)
    if (!placed) return []
    const { table, id, clear } = placed
    return [{ table, row: { ...clear, id, sealed: await codec.seal(record, rowPlace(table, id)) } }]
  }

  async function write(rows: readonly SealedRow[], gone: readonly Gone[]): Promise<void> {
    for (const table of RECORD_TABLES) {
      const own = rows.filter((one) => one.table === table).map((one) => one.row)
      if (own.length > 0) await store.table(table).bulkPut(own)
      const lost = gone.filter((one) => one.table === table).map((one) => one.id)
      if (lost.length > 0) await store.table(table).bulkDelete(lost)
    }
  }

  return {
    checkpoint,
    async apply(database, since, until, page) {
      const held = page.filter((fed) => fed.leaves.length > 0)
      const records = held.map((fed) => shownRecord(fed.leaves as unknown as Leaves))
      const gone = page.flatMap(({ id, leaves }) => {
        const table = leaves.length === 0 ? tableOf(typeOfId(id)) : undefined
        return table ? [{ table, id }] : []
      })
      const entries: readonly SearchEntry[] = [
        ...records.map(searchEntry).filter((entry) => entry !== undefined),
        ...gone.map(({ id }) => ({ kind: 'gone' as const, id })),
      ]
      const rows = (await Promise.all(records.map(sealedRow))).flat()
      const blob = entries.length > 0 ? await codec.seal(JSON.stringify(entries), SEARCH_PLACE) : undefined
      const done = await store.transaction('rw', store.tables, async () => {
        const shown = await checkpoint(database)
        if (shown < since || shown >= until) return false
        await write(rows, gone)
        if (blob !== undefined) await store.search.add({ entries: entries.length, sealed: blob })
        await store.checkpoints.put({ database, seq: until, rows: ROWS_VERSION })
        return true
      })
      if (done && blob !== undefined) await mergeTail(store, codec)
      return done
    },
    async startOver(database) {
      await store.checkpoints.delete(database)
    },
    async clear() {
      await store.transaction('rw', store.tables, () =>
        Promise.all(store.tables.map((table) => table.clear())),
      )
    },
  }
}
