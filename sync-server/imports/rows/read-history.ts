import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { readDay } from '../values/days.ts'
import type { KnownIllness, ReadIllnessesOf } from '../values/illnesses.ts'
import type { RowReader } from './row-reader.ts'

export type RowHistory = {
  readonly lastVisit: CalendarDate | null
  readonly illnesses: readonly KnownIllness[]
}

function readLastVisit(row: RowReader, born: CalendarDate, on: CalendarDate): CalendarDate | null {
  const cell = row.cell('lastVisit')
  if (!cell || row.said('lastVisit') === undefined) return null
  const reading = readDay(cell, on)
  if (!reading.ok) {
    row.note('last-visit-unreadable', 'lastVisit')
    return null
  }
  const day = reading.day.on
  if (day >= born && day <= on) return day
  row.note('last-visit-impossible', 'lastVisit')
  return null
}

/** What the register knows of the time before: evidence, never a flag (`design.md` 6). */
export function readHistory(
  row: RowReader,
  born: CalendarDate,
  on: CalendarDate,
  readIllnesses: ReadIllnessesOf,
): RowHistory {
  const written = row.said('illness')
  const read = written === undefined ? undefined : readIllnesses(written, on)
  for (const word of read?.unknown ?? []) row.note('illness-unknown', 'illness', word)
  for (const word of read?.passing ?? []) row.note('illness-passing', 'illness', word)
  return { lastVisit: readLastVisit(row, born, on), illnesses: read?.known ?? [] }
}
