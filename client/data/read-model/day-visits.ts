import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Condition } from '../../../shared/documents/condition.ts'
import type { Encounter } from '../../../shared/documents/encounter.ts'
import type { Patient } from '../../../shared/documents/patient.ts'
import type { Codec } from '../codec/codec.ts'
import { openRows } from './open-rows.ts'
import { byVisit, type KeptStates } from './patients.ts'
import type { ReadModelStore } from './read-model-store.ts'
import type { DayVisit } from './views.ts'

/** The day's visits in order of arrival, of one unit or of all, cancelled ones included. */
export async function dayVisits(
  store: ReadModelStore,
  codec: Codec,
  keptStates: KeptStates,
  day: CalendarDate,
  unit: string | null,
): Promise<readonly DayVisit[]> {
  const rows = await store.visits.where('on').equals(day).toArray()
  const shown = rows.filter(
    (row) => row.status !== 'entered-in-error' && (unit === null || row.unit === unit),
  )
  const [patientRows, conditionRows, kept] = await Promise.all([
    store.patients.bulkGet([...new Set(shown.map((row) => row.patient))]),
    store.conditions.where('on').equals(day).toArray(),
    keptStates(shown.map((row) => row.id)),
  ])
  const held = patientRows.filter((row) => row !== undefined)
  const [visits, people, conditions] = await Promise.all([
    openRows<Encounter>(codec, 'visits', shown),
    openRows<Patient>(codec, 'patients', held),
    openRows<Condition>(codec, 'conditions', conditionRows),
  ])
  const patients = new Map(people.map((patient) => [patient._id, patient]))
  const made = byVisit(conditions)
  const lines = visits.flatMap((visit) => {
    const patient = patients.get(visit.patient)
    return patient
      ? [line(visit, patient, made.get(visit._id) ?? [], kept.get(visit._id) ?? 'confirmed')]
      : []
  })
  return lines.sort((a, b) => (a.visit.arrivedAt < b.visit.arrivedAt ? -1 : 1))
}

function line(
  visit: Encounter,
  patient: Patient,
  conditions: readonly Condition[],
  kept: DayVisit['kept'],
): DayVisit {
  const { name, sex, birth } = patient
  return { visit, kept, patientName: name, patientSex: sex, birthOn: birth.on, conditions }
}
