import type { Practitioner } from '../../../shared/documents/practitioner.ts'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Codec } from '../codec/codec.ts'
import { openRow, openRows, type SealedRow } from './open-rows.ts'
import type { DeskStore } from '../desk/desk-store.ts'
import type { ReadModelStore } from './read-model-store.ts'
import type { StaffToday } from './views.ts'

export async function practitionerById(
  store: ReadModelStore,
  codec: Codec,
  id: string,
): Promise<Practitioner | undefined> {
  const row = await store.practitioners.get(id)
  return row && openRow<Practitioner>(codec, 'practitioners', row)
}

/** Staff employed on a day, by name. */
async function staffOn(
  codec: Codec,
  rows: readonly SealedRow[],
  day: CalendarDate,
): Promise<readonly Practitioner[]> {
  const all = await openRows<Practitioner>(codec, 'practitioners', rows)
  const employed = all.filter(
    (one) => one.employedFrom <= day && (one.employedUntil === null || day <= one.employedUntil),
  )
  return employed.sort((a, b) => a.name.localeCompare(b.name, 'id'))
}

/** Staff employed on a day with the punches made on this PC. */
export async function staffToday(
  store: ReadModelStore,
  desk: DeskStore,
  codec: Codec,
  day: CalendarDate,
): Promise<readonly StaffToday[]> {
  const [rows, punches] = await Promise.all([
    store.practitioners.toArray(),
    desk.punches.where('on').equals(day).toArray(),
  ])
  const parcels = await desk.parcels.bulkGet(punches.map(({ id }) => id))
  const kept = new Map(parcels.flatMap((parcel) => (parcel ? [[parcel.id, parcel.state] as const] : [])))
  const staff = await staffOn(codec, rows, day)
  return staff.map((practitioner) => ({
    practitioner,
    punches: punches
      .filter((punch) => punch.practitioner === practitioner._id)
      .sort((a, b) => (a.punchedAt < b.punchedAt ? -1 : 1))
      .map(({ id, kind, punchedAt }) => ({ kind, punchedAt, kept: kept.get(id) ?? 'confirmed' })),
  }))
}
