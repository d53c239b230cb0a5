import { Dexie, type EntityTable } from 'dexie'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'

/**
 * Raise it when rows are shaped differently: a read model of another version is emptied and projected again.
 */
export const ROWS_VERSION = 1

/** A row has in clear only what is looked up; the record itself is one sealed field. */
type Row = { readonly id: string; readonly sealed: unknown }
export type PatientRow = Row & { readonly household: string | null }
export type MemberRow = Row & { readonly patient: string }
export type PovertyRow = Row & { readonly household: string }
export type VisitRow = Row & {
  readonly patient: string
  readonly on: CalendarDate
  readonly unit: string
  readonly status: string
  readonly queueCount: number | null
}
export type ConditionRow = Row & {
  readonly patient: string
  readonly encounter: string
  readonly on: CalendarDate
}
export type ReferenceRow = Row & { readonly type: string }

/** How far a database's feed is projected. `rows` is the version of the rows' shape. */
type Checkpoint = { readonly database: string; readonly seq: number; readonly rows: number }

/** Entries of the search index in the order they changed; a later entry of the same id holds. */
export type SearchBlob = { readonly n: number; readonly entries: number; readonly sealed: unknown }

export type ReadModelStore = Dexie & {
  readonly checkpoints: EntityTable<Checkpoint, 'database'>
  readonly patients: EntityTable<PatientRow, 'id'>
  readonly households: EntityTable<Row, 'id'>
  readonly coverages: EntityTable<MemberRow, 'id'>
  readonly poverty: EntityTable<PovertyRow, 'id'>
  readonly visits: EntityTable<VisitRow, 'id'>
  readonly conditions: EntityTable<ConditionRow, 'id'>
  readonly evidence: EntityTable<MemberRow, 'id'>
  readonly practitioners: EntityTable<Row, 'id'>
  readonly reference: EntityTable<ReferenceRow, 'id'>
  readonly search: EntityTable<SearchBlob, 'n'>
}

export const RECORD_TABLES = [
  'patients',
  'households',
  'coverages',
  'poverty',
  'visits',
  'conditions',
  'evidence',
  'practitioners',
  'reference',
] as const
export type RecordTable = (typeof RECORD_TABLES)[number]

/** What screens read, projected from the replicas; may be deleted at any time. */
export function openReadModelStore(name = 'read-model'): ReadModelStore {
  const store = new Dexie(name) as ReadModelStore
  store.version(1).stores({
    checkpoints: 'database',
    patients: 'id, household',
    households: 'id',
    coverages: 'id, patient',
    poverty: 'id, household',
    visits: 'id, patient, on, [status+on]',
    conditions: 'id, patient, encounter, on',
    evidence: 'id, patient',
    practitioners: 'id',
    reference: 'id, type',
    search: '++n, [n+entries]',
  })
  return store
}
