import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dayOfId } from '../../../shared/documents/ids.ts'
import type { ReadModelStore } from './read-model-store.ts'
import type { OpenDay } from './views.ts'

/** Before every day, as texts compare. */
const BEGINNING = ''

/** The days up to `until` with visits that are still only registered, the latest first. Opens no row. */
export async function openDays(store: ReadModelStore, until: CalendarDate): Promise<readonly OpenDay[]> {
  const ids = await store.visits
    .where('[status+on]')
    .between(['registered', BEGINNING], ['registered', until], true, true)
    .primaryKeys()
  const counts = new Map<CalendarDate, number>()
  for (const id of ids) {
    const day = dayOfId(id)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return [...counts].map(([day, visits]) => ({ day, visits })).sort((a, b) => (a.day > b.day ? -1 : 1))
}
