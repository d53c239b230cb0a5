import { addDays, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { epochMsOf, type Instant } from '../../shared/calendar/instant.ts'
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  nextMonth,
  type Month,
} from '../../shared/calendar/month.ts'
import { compileClinic } from '../compiler/compile-clinic.ts'
import { publishReport } from '../compiler/publish-report.ts'
import type { District } from '../compiler/read-district.ts'
import type { Chance } from './chance.ts'
import type { Period } from './demo-calendar.ts'
import { atTime, type MadeDocument } from './demo-desks.ts'
import { documentsInMemory } from './documents-in-memory.ts'

/** One month in so many is sent after the deadline; of one clinic one in three. */
const LATE = 0.08
const LATE_CLINIC = '9357704'
const LATE_CLINIC_SHARE = 0.35

export function monthsOf({ from, until }: Period): readonly Month[] {
  const months: Month[] = []
  for (let period = monthOf(from); period <= monthOf(until); period = addMonths(period, 1))
    months.push(period)
  return months
}

/**
 * When a month's reports were made: on the first days of the next month, sometimes after the deadline; a month that is
 * not over when the demo ends, on the morning after its last day, for looking only.
 */
function madeAt(period: Month, facility: string, until: CalendarDate, chance: Chance): Instant {
  const late = chance.happens(facility === LATE_CLINIC ? LATE_CLINIC_SHARE : LATE)
  const days = late ? chance.whole(5, 12) : chance.whole(1, 3)
  const time = `0${String(chance.whole(8, 9))}:${String(chance.whole(10, 59))}:00`
  if (until < lastDayOf(period)) return atTime(addDays(until, 1), '02:37:00')
  return atTime(addDays(firstDayOf(nextMonth(period)), days), time)
}

/**
 * The reports of each month of a clinic, as the hub's own compiler makes them of these documents: each month once, in
 * its turn, by the database that holds it. Made before anything is written, so that they depend on nothing but the
 * documents.
 */
export async function madeReports(
  documents: ReadonlyMap<string, readonly MadeDocument[]>,
  district: District,
  code: string,
  period: Period,
  chance: Chance,
): Promise<ReadonlyMap<string, readonly MadeDocument[]>> {
  const facility = district.facilities.find((one) => one.code === code)
  if (!facility) throw new Error(`the district has no clinic ${code}`)
  const couch = documentsInMemory(documents)
  for (const month of monthsOf(period)) {
    const nowMs = epochMsOf(madeAt(month, code, period.until, chance))
    const clinic = await compileClinic(couch, district, facility, month, nowMs)
    for (const report of clinic.reports) await publishReport({ couch, now: () => nowMs }, clinic, report)
  }
  return couch.written
}
