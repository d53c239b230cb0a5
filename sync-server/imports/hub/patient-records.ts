import type { HouseholdId, PatientId } from '../../../shared/documents/ids.ts'
import type { Patient, Relation } from '../../../shared/documents/patient.ts'
import { newRecord, type Authorship } from '../../../shared/sync/edit-record.ts'
import type { DifferingField } from '../persons/fill-entry.ts'
import { birthsAgree } from '../persons/same-person.ts'
import type { Entry } from '../rows/entry.ts'
import { nameKey } from '../values/names.ts'
import { isUnfilled } from './fill-record.ts'

/** What the file says of a patient: the person's fields with family and NIK as the import decided. */
export type PatientSaid = {
  readonly entry: Entry
  readonly nik: string | null
  readonly household: HouseholdId | null
  readonly relation: Relation | null
}

/** A new patient. The system's own RM number is given by the desks' blocks, not by an import. */
export function newPatient(id: PatientId, said: PatientSaid, author: Authorship): Patient {
  const { entry, nik, household, relation } = said
  const content = {
    _id: id,
    type: 'patient' as const,
    schema: 1 as const,
    name: entry.name,
    sex: entry.sex,
    birth: entry.birth,
    ...(entry.birthPlace === null ? {} : { birthPlace: entry.birthPlace }),
    nik,
    noNikReason: nik === null ? entry.noNikReason : null,
    household,
    relation,
    address: entry.address,
    ...(entry.phone === null ? {} : { phone: entry.phone }),
    jkn: entry.jkn,
    rm: null,
    oldRm: entry.oldRm,
    ...(entry.motherName === null ? {} : { motherName: entry.motherName }),
    deceased: null,
    status: 'active' as const,
  }
  return newRecord(content, author)
}

const SIMPLE = ['birthPlace', 'phone', 'jkn', 'oldRm', 'motherName'] as const

function missingNik(patient: Patient, said: PatientSaid): Partial<Patient> {
  if (patient.nik !== null || (patient.replaced?.['nik'] ?? []).length > 0) return {}
  if (said.nik !== null) return { nik: said.nik, noNikReason: null }
  const reason = said.entry.noNikReason
  return reason !== null && isUnfilled(patient, 'noNikReason') ? { noNikReason: reason } : {}
}

function missingFamily(patient: Patient, { household, relation }: PatientSaid): Partial<Patient> {
  const joins = household !== null && isUnfilled(patient, 'household')
  const belongs = joins || patient.household === household
  const takesPlace = belongs && relation !== null && isUnfilled(patient, 'relation')
  return { ...(joins ? { household } : {}), ...(takesPlace ? { relation } : {}) }
}

function missingAddress(patient: Patient, { entry }: PatientSaid): Partial<Patient> {
  const { text, area, outside } = patient.address
  const empty =
    text === '' && area === null && outside === null && (patient.replaced?.['address'] ?? []).length === 0
  const said = entry.address.text !== '' || entry.address.area !== null || entry.address.outside !== null
  return empty && said ? { address: entry.address } : {}
}

/** What the hub's patient lacks and the file says (IM25); nothing that stands there is changed. */
export function missingFields(patient: Patient, said: PatientSaid): Partial<Patient> {
  const simple = SIMPLE.flatMap((field) => {
    const value = said.entry[field]
    return value !== null && isUnfilled(patient, field) ? [[field, value] as const] : []
  })
  return {
    ...(Object.fromEntries(simple) as Partial<Patient>),
    ...missingNik(patient, said),
    ...missingFamily(patient, said),
    ...missingAddress(patient, said),
  }
}

/** What the file says otherwise than the hub, to be told and not written. */
export function differsFromHub(patient: Patient, said: PatientSaid): readonly DifferingField[] {
  const { entry } = said
  const other = (one: string | null, two: string | null) => one !== null && two !== null && one !== two
  const differs: readonly (readonly [DifferingField, boolean])[] = [
    ['name', nameKey(patient.name) !== nameKey(entry.name)],
    ['sex', patient.sex !== entry.sex],
    ['birth', !birthsAgree(patient.birth, entry.birth)],
    ['nik', other(patient.nik, said.nik)],
    ['jkn', other(patient.jkn, entry.jkn)],
    ['oldRm', other(patient.oldRm, entry.oldRm)],
  ]
  return differs.flatMap(([field, is]) => (is ? [field] : []))
}
