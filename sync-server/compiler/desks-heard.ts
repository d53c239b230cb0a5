import type { Instant } from '../../shared/calendar/instant.ts'
import type { Month } from '../../shared/calendar/month.ts'
import type { StoredDocument } from '../couch/couch.ts'

/** The last record that has arrived from a desk, and how many of the month's visits and diagnoses it wrote. */
export type DeskHeard = {
  readonly device: string
  readonly lastRecordAt: Instant
  readonly recordsInMonth: number
}

const DESK = /^\d{7}-[A-Z]{1,2}$/
const DATED = /^(?:encounter|condition):/

/** Notes from whom records have come, so that a report can say how complete it is. */
export function deskLog(period: Month) {
  const heard = new Map<string, { lastRecordAt: Instant; recordsInMonth: number }>()

  function note(doc: StoredDocument): void {
    const { _id: id, device, at } = doc
    if (typeof device !== 'string' || typeof at !== 'string') return
    let desk = heard.get(device)
    if (!desk) {
      if (!DESK.test(device)) return
      desk = { lastRecordAt: at as Instant, recordsInMonth: 0 }
      heard.set(device, desk)
    }
    if (at > desk.lastRecordAt) desk.lastRecordAt = at as Instant
    if (DATED.test(id) && id.startsWith(period, id.indexOf(':') + 1)) desk.recordsInMonth += 1
  }

  return {
    note,
    heard: (): readonly DeskHeard[] =>
      [...heard]
        .map(([device, desk]) => ({ device, ...desk }))
        .sort((a, b) => (a.device < b.device ? -1 : 1)),
  }
}
