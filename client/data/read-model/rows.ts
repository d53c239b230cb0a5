import type { Condition } from '../../../shared/documents/condition.ts'
import type { Encounter } from '../../../shared/documents/encounter.ts'
import type { RecordTable } from './read-model-store.ts'
import type { HeldDocument } from './shown-record.ts'

type Placing = {
  readonly table: RecordTable
  /** What the row has in clear besides its id. */
  readonly clear: (doc: HeldDocument) => Readonly<Record<string, unknown>>
}

const reference: Placing = { table: 'reference', clear: ({ type }) => ({ type }) }
const ofPatient = (doc: HeldDocument) => ({ patient: doc['patient'] })

/** Where each type of document is shown from, and by what it is looked up. */
const PLACINGS: Readonly<Record<string, Placing>> = {
  patient: { table: 'patients', clear: (doc) => ({ household: doc['household'] }) },
  household: { table: 'households', clear: () => ({}) },
  coverage: { table: 'coverages', clear: ofPatient },
  poverty: { table: 'poverty', clear: (doc) => ({ household: doc['household'] }) },
  encounter: {
    table: 'visits',
    clear(doc) {
      const { patient, on, unit, status, queue } = doc as unknown as Encounter
      return { patient, on, unit, status, queueCount: queue?.count ?? null }
    },
  },
  condition: {
    table: 'conditions',
    clear(doc) {
      const { patient, encounter, on } = doc as unknown as Condition
      return { patient, encounter, on }
    },
  },
  'seen-before': { table: 'evidence', clear: ofPatient },
  'known-condition': { table: 'evidence', clear: ofPatient },
  practitioner: { table: 'practitioners', clear: () => ({}) },
  facility: reference,
  unit: reference,
  'code-list': reference,
  'form-mapping': reference,
  holidays: reference,
  setting: reference,
}

/** The table that shows documents of that type; `undefined` where none does. */
export function tableOf(type: string): RecordTable | undefined {
  return PLACINGS[type]?.table
}

export type PlacedRow = {
  readonly table: RecordTable
  readonly id: string
  readonly clear: Readonly<Record<string, unknown>>
}

/** Where the record's row goes and what it has in clear; `undefined` for types that no screen reads. */
export function placeRow(doc: HeldDocument): PlacedRow | undefined {
  const placing = PLACINGS[doc.type]
  return placing && { table: placing.table, id: doc._id, clear: placing.clear(doc) }
}

/** Where a row's sealed field lies, for the codec. */
export function rowPlace(table: RecordTable, id: string): string {
  return `read-model/${table}/${id}`
}
