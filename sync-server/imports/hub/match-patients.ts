import type { Patient } from '../../../shared/documents/patient.ts'
import type { Person } from '../persons/gather-persons.ts'
import { birthsAgree, mayShareNik, paperKey } from '../persons/same-person.ts'
import type { Stage } from './stage.ts'

/** The clinic's patients as an import looks for them; follows what the import changes. */
export type PatientIndex = {
  readonly get: (id: string) => Patient | undefined
  /** The active patient who carries that NIK. */
  readonly ownerOf: (nik: string) => Patient | undefined
  /** Active patients by old RM number and name, in the order of their ids. */
  readonly onPaper: (oldRm: string, name: string) => readonly Patient[]
  readonly put: (patient: Patient) => void
}

export function patientIndex(stage: Stage<Patient>): PatientIndex {
  const byNik = new Map<string, string>()
  const byPaper = new Map<string, Set<string>>()

  function index(patient: Patient): void {
    if (patient.status !== 'active') return
    if (patient.nik !== null && !byNik.has(patient.nik)) byNik.set(patient.nik, patient._id)
    if (patient.oldRm === null) return
    const key = paperKey(patient.oldRm, patient.name)
    byPaper.set(key, (byPaper.get(key) ?? new Set()).add(patient._id))
  }

  for (const patient of stage.all()) index(patient)
  return {
    get: stage.get,
    ownerOf: (nik) => {
      const id = byNik.get(nik)
      return id === undefined ? undefined : stage.get(id)
    },
    onPaper: (oldRm, name) =>
      [...(byPaper.get(paperKey(oldRm, name)) ?? [])].sort().flatMap((id) => stage.get(id) ?? []),
    put: (patient) => {
      stage.put(patient)
      index(patient)
    },
  }
}

export type PatientMatch = {
  /** The patient at the hub who is this person. */
  readonly patient: Patient | undefined
  /** The person's NIK belongs to somebody else at the hub, and is not written. */
  readonly nikOfAnother: boolean
}

/**
 * Who of the hub's patients a person of the file is (IM25): the record that an earlier import made of the same
 * identity; else who carries the NIK; else who has the old RM number, name and birth, unless that record is another
 * person of this file.
 */
export function matchPatient(
  person: Person,
  ownId: string,
  index: PatientIndex,
  idsOfFile: ReadonlySet<string>,
): PatientMatch {
  const { nik, oldRm, name, birth } = person.entry
  const made = index.get(ownId)
  const owner = nik === null ? undefined : index.ownerOf(nik)
  if (made) return { patient: made, nikOfAnother: owner !== undefined && owner._id !== ownId }
  if (owner && mayShareNik(owner, person.entry)) return { patient: owner, nikOfAnother: false }
  const ownNik = owner ? null : nik
  const onPaper = oldRm === null ? [] : index.onPaper(oldRm, name)
  const patient = onPaper.find(
    (one) =>
      !idsOfFile.has(one._id) &&
      birthsAgree(one.birth, birth) &&
      (one.nik === null || ownNik === null || one.nik === ownNik),
  )
  return { patient, nikOfAnother: owner !== undefined }
}
