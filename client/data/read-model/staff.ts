import type { Practitioner } from '../../../shared/documents/practitioner.ts'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Codec } from '../codec/codec.ts'
import { openRow, openRows } from './open-rows.ts'
import type { ReadModelStore } from './read-model-store.ts'

export async function practitionerById(
  store: ReadModelStore,
  codec: Codec,
  id: string,
): Promise<Practitioner | undefined> {
  const row = await store.practitioners.get(id)
  return row && openRow<Practitioner>(codec, 'practitioners', row)
}

/** Staff employed on a day, by name. */
export async function staffOn(
  store: ReadModelStore,
  codec: Codec,
  day: CalendarDate,
): Promise<readonly Practitioner[]> {
  const all = await openRows<Practitioner>(codec, 'practitioners', await store.practitioners.toArray())
  const employed = all.filter(
    (one) => one.employedFrom <= day && (one.employedUntil === null || day <= one.employedUntil),
  )
  return employed.sort((a, b) => a.name.localeCompare(b.name, 'id'))
}
