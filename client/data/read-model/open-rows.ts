import type { Codec } from '../codec/codec.ts'
import type { RecordTable } from './read-model-store.ts'
import { rowPlace } from './rows.ts'

export type SealedRow = { readonly id: string; readonly sealed: unknown }

/** The record in a row. The type is that of the table's documents, which were checked before they were stored. */
export async function openRow<Record>(codec: Codec, table: RecordTable, row: SealedRow): Promise<Record> {
  return (await codec.open(row.sealed, rowPlace(table, row.id))) as Record
}

export function openRows<Record>(
  codec: Codec,
  table: RecordTable,
  rows: readonly SealedRow[],
): Promise<readonly Record[]> {
  return Promise.all(rows.map((row) => openRow<Record>(codec, table, row)))
}
