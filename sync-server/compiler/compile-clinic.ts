import { addDays, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { dayAt, instantOf, type Zone } from '../../shared/calendar/instant.ts'
import { firstDayOf, lastDayOf, type Month } from '../../shared/calendar/month.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import { compileMonth } from '../../shared/reports/compile-month.ts'
import type { ClinicRecords } from '../../shared/reports/records/record-types.ts'
import type { CompiledReport } from '../../shared/reports/report-content.ts'
import { referenceFor, type District } from './read-district.ts'
import { readClinic, type ClinicRead, type ClinicReads } from './read-clinic.ts'

/** A clinic's reports of a month with what they were made of. */
export type CompiledClinic = Pick<ClinicRead, 'sources' | 'desks'> & {
  readonly reports: readonly CompiledReport[]
}

function latestDay(days: Iterable<{ readonly on: CalendarDate }>, last: CalendarDate): CalendarDate {
  let latest = last
  for (const { on } of days) if (on > latest) latest = on
  return latest
}

/**
 * The clinic's day by hub time. A hub whose clock has not even reached the month of which it holds records is behind;
 * then it is the day after the latest record.
 */
export function dayOfClinic(nowMs: number, zone: Zone, records: ClinicRecords, period: Month): CalendarDate {
  const today = dayAt(instantOf(nowMs), zone)
  const before = addDays(firstDayOf(period), -1)
  if (today > before) return today
  const latest = latestDay(records.punches, latestDay(records.visits, before))
  return latest > before ? addDays(latest, 1) : today
}

/** Reads a clinic and counts its month. Publishes nothing. */
export async function compileClinic(
  couch: ClinicReads,
  district: District,
  facility: Facility,
  period: Month,
  nowMs: number,
): Promise<CompiledClinic> {
  const { records, sources, desks } = await readClinic(couch, facility.code, period)
  const today = dayOfClinic(nowMs, facility.zone, records, period)
  const [yesterday, lastDay] = [addDays(today, -1), lastDayOf(period)]
  const reports = compileMonth({
    facility,
    period,
    reference: referenceFor(district, facility, period),
    records,
    through: yesterday < lastDay ? yesterday : lastDay,
    provisional: today <= lastDay,
  })
  return { reports, sources, desks }
}
