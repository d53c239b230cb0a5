import type { FieldFault } from '../../../shared/documents/define-document.ts'
import type { HouseholdId } from '../../../shared/documents/ids.ts'
import { PatientDocument, type Patient, type Relation } from '../../../shared/documents/patient.ts'
import type { Authorship } from '../../../shared/sync/edit-record.ts'
import { gatherFamilies, type Families } from '../persons/families.ts'
import type { Gathered, Person, PlacedNote } from '../persons/gather-persons.ts'
import type { NoteKind } from '../rows/entry.ts'
import type { ImportIds } from './deterministic-ids.ts'
import { stageEvidence, type EvidenceDays } from './evidence.ts'
import { withFields } from './fill-record.ts'
import { familyHouseholds } from './household-records.ts'
import type { HubRecords } from './hub-records.ts'
import { matchPatient, patientIndex, type PatientIndex } from './match-patients.ts'
import { differsFromHub, missingFields, newPatient, type PatientSaid } from './patient-records.ts'
import { stageOf } from './stage.ts'

/** What becomes of a person of the file. */
export type PersonOutcome =
  { readonly kind: 'new' | 'at-hub' } | { readonly kind: 'not-valid'; readonly faults: readonly FieldFault[] }

export type PlannedDocument = {
  readonly _id: string
  readonly type: string
  readonly _rev?: string | undefined
}

/** The documents to write, new or changed, by the database that holds them, and what becomes of each person. */
export type ImportPlan = {
  readonly registry: readonly PlannedDocument[]
  readonly visits: readonly PlannedDocument[]
  readonly clinical: readonly PlannedDocument[]
  readonly outcomes: ReadonlyMap<Person, PersonOutcome>
  readonly notes: readonly PlacedNote[]
}

export type PlanNeeds = EvidenceDays & { readonly ids: ImportIds; readonly author: Authorship }

function relationOf(person: Person, families: Families): Relation | null {
  const { relation } = person.entry
  const told = relation && 'code' in relation ? relation.code : undefined
  return families.relations.get(person.identity) ?? told ?? null
}

function familyByPerson(families: Families): ReadonlyMap<Person, string> {
  return new Map(
    families.families.flatMap(({ members, identity }) =>
      members.map((person) => [person, identity] as const),
    ),
  )
}

function faultsIn(patient: Patient): readonly FieldFault[] {
  const reading = PatientDocument.read(patient)
  if (reading.ok) return []
  return reading.problem === 'not-valid' ? reading.faults : [{ field: 'schema', fault: reading.problem }]
}

type Decision = { readonly outcome: PersonOutcome; readonly patient?: Patient }

/** Decides who each person is and what the import adds to them, noting what it does not write. */
function patientDecider(
  index: PatientIndex,
  unreadable: ReadonlySet<string>,
  idsOfFile: ReadonlySet<string>,
  { ids, author }: PlanNeeds,
) {
  const notes: PlacedNote[] = []

  function note(person: Person, kind: NoteKind, detail = '', column = ''): void {
    notes.push({ place: person.entry.place, note: { kind, column, value: '', detail } })
  }

  function filled(person: Person, patient: Patient, said: PatientSaid): Patient {
    note(person, 'merged-with-hub')
    if (patient.status !== 'active') {
      note(person, 'withdrawn-in-hub')
      return patient
    }
    for (const field of differsFromHub(patient, said)) note(person, 'field-differs', 'data di hub', field)
    return withFields(patient, missingFields(patient, said), author)
  }

  function decide(person: Person, household: HouseholdId | null, relation: Relation | null): Decision {
    const own = ids.patient(person.identity)
    if (unreadable.has(own)) {
      note(person, 'withdrawn-in-hub')
      return { outcome: { kind: 'at-hub' } }
    }
    const { patient, nikOfAnother } = matchPatient(person, own, index, idsOfFile)
    if (nikOfAnother) note(person, 'nik-of-another', 'pasien lain di hub')
    const nik = nikOfAnother ? null : person.entry.nik
    const said = { entry: person.entry, nik, household, relation }
    const after = patient ? filled(person, patient, said) : newPatient(own, said, author)
    const faults = faultsIn(after)
    if (faults.length > 0) return { outcome: { kind: 'not-valid', faults } }
    return { outcome: { kind: patient ? 'at-hub' : 'new' }, patient: after }
  }

  return { decide, notes }
}

/**
 * What an import would write (IM25): persons one after the other, so that what the first fills the next one finds.
 * It changes nothing at the hub and can be made again from what the hub holds then.
 */
export function planImport(gathered: Gathered, hub: HubRecords, needs: PlanNeeds): ImportPlan {
  const { ids, author } = needs
  const families = gatherFamilies(gathered.persons)
  const familyOf = familyByPerson(families)
  const patients = stageOf(hub.patients)
  const households = stageOf(hub.households)
  const evidence = { seenBefore: stageOf(hub.seenBefore), knownConditions: stageOf(hub.knownConditions) }
  const index = patientIndex(patients)
  const homes = familyHouseholds(families.families, households, ids, author)
  const idsOfFile: ReadonlySet<string> = new Set(
    gathered.persons.map((person) => ids.patient(person.identity)),
  )
  const decider = patientDecider(index, hub.unreadable, idsOfFile, needs)
  const outcomes = new Map<Person, PersonOutcome>()

  for (const person of gathered.persons) {
    const family = familyOf.get(person) ?? ''
    const home = homes.idOf(family)
    const { outcome, patient } = decider.decide(person, home, relationOf(person, families))
    outcomes.set(person, outcome)
    if (!patient) continue
    index.put(patient)
    if (home !== null && patient.household === home) homes.join(family)
    if (patient.status === 'active') stageEvidence(patient._id, person.entry, needs, evidence, author)
  }
  const readable = (docs: readonly PlannedDocument[]) => docs.filter((doc) => !hub.unreadable.has(doc._id))
  return {
    registry: readable([...households.changed(), ...patients.changed()]),
    visits: readable(evidence.seenBefore.changed()),
    clinical: readable(evidence.knownConditions.changed()),
    outcomes,
    notes: [...families.notes, ...decider.notes],
  }
}
