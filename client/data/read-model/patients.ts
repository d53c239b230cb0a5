import type { Condition } from '../../../shared/documents/condition.ts'
import type { Coverage } from '../../../shared/documents/coverage.ts'
import type { Encounter } from '../../../shared/documents/encounter.ts'
import type { Household } from '../../../shared/documents/household.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import type { Patient } from '../../../shared/documents/patient.ts'
import type { Poverty } from '../../../shared/documents/poverty.ts'
import type { Codec } from '../codec/codec.ts'
import { activeMembers } from './families.ts'
import { openRow, openRows, type SealedRow } from './open-rows.ts'
import type { ReadModelStore, RecordTable } from './read-model-store.ts'
import type { Kept, PatientView } from './views.ts'

/** Whether the hub holds each of these records as it stands here. */
export type KeptStates = (ids: readonly string[]) => Promise<ReadonlyMap<string, Kept>>

function byStart(a: { readonly from: string }, b: { readonly from: string }): number {
  return a.from > b.from ? -1 : 1
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

/**
 * Every row that the page of a patient is made of. All are found by what rows have in clear, so that none has to be
 * opened before another is read: a live read notices only rows that were read before it first waited for anything else.
 */
async function rowsOf(store: ReadModelStore, keptStates: KeptStates, id: PatientId) {
  const patient = await store.patients.get(id)
  if (!patient) return undefined
  const family = patient.household ?? ''
  const own = (table: 'coverages' | 'visits' | 'conditions') =>
    store[table].where('patient').equals(id).toArray()
  const [household, members, poverty, coverages, visits, conditions] = await Promise.all([
    store.households.get(family),
    store.patients.where('household').equals(family).toArray(),
    store.poverty.where('household').equals(family).toArray(),
    own('coverages'),
    own('visits'),
    own('conditions'),
  ])
  const kept = await keptStates([id, ...visits.map((visit) => visit.id)])
  return { patient, household, members, poverty, coverages, visits, conditions, kept }
}

/** All that the page of a patient shows; `null` where no such patient is held here. */
export async function patientView(
  store: ReadModelStore,
  codec: Codec,
  keptStates: KeptStates,
  id: PatientId,
): Promise<PatientView | null> {
  const rows = await rowsOf(store, keptStates, id)
  if (!rows) return null
  const open = <Record>(table: RecordTable, sealed: readonly SealedRow[]) =>
    openRows<Record>(codec, table, sealed)
  const [patient, household, members, poverty, coverages, visits, conditions] = await Promise.all([
    openRow<Patient>(codec, 'patients', rows.patient),
    rows.household ? openRow<Household>(codec, 'households', rows.household) : null,
    open<Patient>('patients', rows.members),
    open<Poverty>('poverty', rows.poverty),
    open<Coverage>('coverages', rows.coverages),
    open<Encounter>('visits', rows.visits),
    open<Condition>('conditions', rows.conditions),
  ])
  const made = byVisit(conditions)
  const keptOf = (record: string): Kept => rows.kept.get(record) ?? 'confirmed'
  return {
    patient,
    kept: keptOf(id),
    household,
    members: activeMembers(members),
    coverages: [...coverages].sort(byStart),
    poverty: [...poverty].sort(byStart),
    visits: [...visits]
      .sort((a, b) => (a.arrivedAt > b.arrivedAt ? -1 : 1))
      .map((visit) => ({ visit, kept: keptOf(visit._id), conditions: made.get(visit._id) ?? [] })),
  }
}
