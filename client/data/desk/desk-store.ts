import { Dexie, type EntityTable, type Table } from 'dexie'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Instant } from '../../../shared/calendar/instant.ts'

/** A value under a fixed name: who this desk is, its clock's anchor, who sits here. Sealed by the codec. */
type SettingRow = { readonly key: string; readonly sealed: unknown }
type PersonRow = { readonly username: string; readonly sealed: unknown }
type DraftRow = { readonly key: string; readonly by: string; readonly at: Instant; readonly sealed: unknown }

/** How far a record has been confirmed; a clinic's own node would confirm at the clinic first. */
export type Degree = 'clinic' | 'district'

/** A revision that this desk wrote and that the hub has not confirmed. */
export type LedgerRow = {
  readonly database: string
  readonly id: string
  readonly rev: string
  readonly by: string
  readonly state: 'waiting' | 'refused'
  readonly confirmed: Degree | null
  /** Why the hub refused it, in its code; `null` while it waits. */
  readonly problem: string | null
  readonly field: string | null
  readonly at: Instant
}

/** How far a database's local feed has been entered in the ledger. */
type LedgerMark = { readonly database: string; readonly seq: number }

/** A punch sealed to the hub's key, kept until the hub has stored it and for a while after: a restored hub needs it again. */
export type ParcelRow = {
  readonly id: string
  readonly kid: string
  readonly sealed: string
  readonly state: 'waiting' | 'refused' | 'confirmed'
  readonly problem: string | null
  readonly field: string | null
  /** When it came into its state. */
  readonly at: Instant
}

/** What this PC shows of its own punches: the desk cannot open its parcels again. */
export type PunchRow = {
  readonly id: string
  readonly on: CalendarDate
  readonly practitioner: string
  readonly kind: 'in' | 'out'
  readonly punchedAt: Instant
}

/** A queue number given at this desk. */
export type QueueRow = {
  readonly encounter: string
  readonly day: CalendarDate
  readonly unit: string
  readonly count: number
}

/** What a database's last complete pull had seen of the hub. */
type PullRow = {
  readonly database: string
  readonly epoch: string
  readonly head: string
  readonly at: Instant
}

/**
 * What is local by nature and cannot be rebuilt from anywhere. No rebuild, update or repair deletes it; each write is
 * on the disk before it counts as done.
 */
export type DeskStore = Dexie & {
  readonly settings: EntityTable<SettingRow, 'key'>
  readonly people: EntityTable<PersonRow, 'username'>
  readonly drafts: EntityTable<DraftRow, 'key'>
  readonly ledger: Table<LedgerRow, [string, string, string]>
  readonly ledgerMarks: EntityTable<LedgerMark, 'database'>
  readonly parcels: EntityTable<ParcelRow, 'id'>
  readonly punches: EntityTable<PunchRow, 'id'>
  readonly queue: EntityTable<QueueRow, 'encounter'>
  readonly pulls: EntityTable<PullRow, 'database'>
}

export function openDeskStore(name = 'desk'): DeskStore {
  const store = new Dexie(name, { chromeTransactionDurability: 'strict' }) as DeskStore
  store.version(1).stores({
    settings: 'key',
    people: 'username',
    drafts: 'key, by',
    ledger: '[database+id+rev], [database+id], id, state',
    ledgerMarks: 'database',
    parcels: 'id, state',
    punches: 'id, on',
    queue: 'encounter, [day+unit], day',
    pulls: 'database',
  })
  return store
}
