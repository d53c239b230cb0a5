import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { namedUlid } from '../../../tests/builders/clinic-documents.ts'
import { openDays } from './open-days.ts'
import { openReadModelStore } from './read-model-store.ts'

const TODAY = calendarDate('2026-10-31')

function row(name: string, day: string, status: string) {
  const id = `encounter:${day}:${namedUlid(name)}`
  const clear = { patient: 'patient:1', on: calendarDate(day), unit: 'UMUM', queueCount: null }
  return { id, ...clear, status, sealed: null }
}

const ROWS = [
  row('a', '2026-10-31', 'registered'),
  row('b', '2026-10-31', 'served'),
  row('c', '2026-10-29', 'registered'),
  row('d', '2026-10-29', 'registered'),
  row('e', '2026-10-28', 'cancelled'),
  row('f', '2025-12-30', 'registered'),
  row('g', '2026-11-01', 'registered'),
]
const FOUND = [
  { day: '2026-10-31', visits: 1 },
  { day: '2026-10-29', visits: 2 },
  { day: '2025-12-30', visits: 1 },
]

it('counts what is still only registered by its day, the latest first, up to today', async () => {
  const store = openReadModelStore(`read-model ${crypto.randomUUID()}`)
  expect(await openDays(store, TODAY)).toEqual([])
  await store.visits.bulkAdd(ROWS)
  expect(await openDays(store, TODAY)).toEqual(FOUND)
  await store.delete()
})

it('finds them in a read model that an earlier release has made', async () => {
  const name = `read-model ${crypto.randomUUID()}`
  const before = new Dexie(name)
  before.version(1).stores({ visits: 'id, patient, on' })
  await before.table('visits').bulkAdd(ROWS)
  before.close()
  const store = openReadModelStore(name)
  expect(await openDays(store, TODAY)).toEqual(FOUND)
  await store.delete()
})
