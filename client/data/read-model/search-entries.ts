import type { Household } from '../../../shared/documents/household.ts'
import type { Birth, Patient, Sex } from '../../../shared/documents/patient.ts'
import type { HeldDocument } from './shown-record.ts'

/** What the search index keeps of a patient. */
export type PatientEntry = {
  readonly kind: 'patient'
  readonly id: string
  readonly name: string
  readonly sex: Sex
  readonly birth: Birth
  readonly household: string | null
  /** Code of the desa, or the name of the regency of people from far away. */
  readonly area: string | null
  readonly outside: string | null
  readonly nik: string | null
  readonly jkn: string | null
  readonly rm: string | null
  readonly oldRm: string | null
  readonly phone: string | null
  readonly deceased: boolean
}

export type HouseholdEntry = {
  readonly kind: 'household'
  readonly id: string
  readonly kk: string | null
  readonly headName: string
}

/** A record that is no longer found: withdrawn, or deleted by the hub. */
export type GoneEntry = { readonly kind: 'gone'; readonly id: string }

export type SearchEntry = PatientEntry | HouseholdEntry | GoneEntry

function patientEntry(patient: Patient): PatientEntry {
  const { name, sex, birth, household, address, nik, jkn, rm, oldRm } = patient
  return {
    kind: 'patient',
    id: patient._id,
    name,
    sex,
    birth,
    household,
    area: address.area,
    outside: address.outside,
    nik,
    jkn,
    rm,
    oldRm,
    phone: patient.phone ?? null,
    deceased: patient.deceased !== null,
  }
}

/** What the index is told when a record changes; `undefined` for records that are not searched for. */
export function searchEntry(doc: HeldDocument): SearchEntry | undefined {
  if (doc.type !== 'patient' && doc.type !== 'household') return undefined
  if (doc['status'] !== 'active') return { kind: 'gone', id: doc._id }
  if (doc.type === 'patient') return patientEntry(doc as unknown as Patient)
  const { kk, headName } = doc as unknown as Household
  return { kind: 'household', id: doc._id, kk, headName }
}

/** Where a blob of entries lies, for the codec. Blobs are merged, so that the place names no single one. */
export const SEARCH_PLACE = 'read-model/search'
