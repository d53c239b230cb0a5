import type { Condition } from '../../../shared/documents/condition.ts'
import type { Coverage } from '../../../shared/documents/coverage.ts'
import type { Encounter } from '../../../shared/documents/encounter.ts'
import type { Household } from '../../../shared/documents/household.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import type { Patient } from '../../../shared/documents/patient.ts'
import type { Poverty } from '../../../shared/documents/poverty.ts'
import type { Codec } from '../codec/codec.ts'
import { membersOf } from './families.ts'
import { openRow, openRows } from './open-rows.ts'
import type { ReadModelStore } from './read-model-store.ts'
import type { Kept, PatientView } from './views.ts'

/** Whether the hub holds each of these records as it stands here. */
export type KeptStates = (ids: readonly string[]) => Promise<ReadonlyMap<string, Kept>>

type Family = {
  readonly household: Household | null
  readonly members: readonly Patient[]
  readonly poverty: readonly Poverty[]
}

function byStart(a: { readonly from: string }, b: { readonly from: string }): number {
  return a.from > b.from ? -1 : 1
}

async function familyOf(store: ReadModelStore, codec: Codec, id: string | null): Promise<Family> {
  if (id === null) return { household: null, members: [], poverty: [] }
  const [row, members, findings] = await Promise.all([
    store.households.get(id),
    membersOf(store, codec, id),
    store.poverty.where('household').equals(id).toArray(),
  ])
  const poverty = await openRows<Poverty>(codec, 'poverty', findings)
  const household = row ? await openRow<Household>(codec, 'households', row) : null
  return { household, members, poverty: [...poverty].sort(byStart) }
}

/** Active diagnoses by the visit at which they were made. */
export function byVisit(conditions: readonly Condition[]): ReadonlyMap<string, readonly Condition[]> {
  const grouped = new Map<string, Condition[]>()
  for (const condition of conditions) {
    if (condition.status !== 'active') continue
    grouped.set(condition.encounter, [...(grouped.get(condition.encounter) ?? []), condition])
  }
  return grouped
}

/** All that the page of a patient shows; `null` where no such patient is held here. */
export async function patientView(
  store: ReadModelStore,
  codec: Codec,
  keptStates: KeptStates,
  id: PatientId,
): Promise<PatientView | null> {
  const row = await store.patients.get(id)
  if (!row) return null
  const patient = await openRow<Patient>(codec, 'patients', row)
  const own = (table: 'coverages' | 'visits' | 'conditions') =>
    store[table].where('patient').equals(id).toArray()
  const [family, coverages, visits, conditions] = await Promise.all([
    familyOf(store, codec, patient.household),
    own('coverages').then((rows) => openRows<Coverage>(codec, 'coverages', rows)),
    own('visits').then((rows) => openRows<Encounter>(codec, 'visits', rows)),
    own('conditions').then((rows) => openRows<Condition>(codec, 'conditions', rows)),
  ])
  const kept = await keptStates([id, ...visits.map((visit) => visit._id)])
  const made = byVisit(conditions)
  const newestFirst = [...visits].sort((a, b) => (a.arrivedAt > b.arrivedAt ? -1 : 1))
  return {
    patient,
    kept: kept.get(id) ?? 'confirmed',
    ...family,
    coverages: [...coverages].sort(byStart),
    visits: newestFirst.map((visit) => ({
      visit,
      kept: kept.get(visit._id) ?? 'confirmed',
      conditions: made.get(visit._id) ?? [],
    })),
  }
}
