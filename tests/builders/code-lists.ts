import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { instantAt } from '../../shared/calendar/instant.ts'
import { AREAS } from '../../shared/codes/areas.ts'
import { ICD10 } from '../../shared/codes/icd10.ts'
import { PAYERS } from '../../shared/codes/payers.ts'
import { newFact } from '../../shared/sync/edit-record.ts'
import type { TestHub } from './hub.ts'

const IN_FORCE = calendarDate('2025-01-01')

/** Writes the lists that screens offer from into a test hub's `reference`, as the district publishes them. */
export async function publishCodeLists(hub: TestHub): Promise<void> {
  const now = instantAt(IN_FORCE, '08:00', 'WIB')
  const author = { by: 'hub', device: 'hub', now, writer: 'hub.00', lastStamp: undefined }
  const lists = { icd10: ICD10, areas: AREAS, payers: PAYERS }
  const documents = Object.entries(lists).map(([list, entries]) =>
    newFact(
      { _id: `code-list:${list}:1`, type: 'code-list', schema: 1, list, version: 1, from: IN_FORCE, entries },
      author,
    ),
  )
  const results = await hub.registry().couch.bulkWrite('reference', documents)
  const failed = results.find((result) => !result.ok)
  if (failed) throw new Error(`the lists were refused: ${JSON.stringify(failed)}`)
}
