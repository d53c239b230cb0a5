import { addDays, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { dayAt, type Instant, type Zone } from '../../shared/calendar/instant.ts'
import { firstDayOf, lastDayOf, nextMonth, type Month } from '../../shared/calendar/month.ts'
import { settingOn, type Setting } from '../../shared/documents/setting.ts'

/** The last day on which a month's reports are on time, by the setting that holds at the month's end (`domain.md` 5.9). */
export function dueDay(settings: readonly Setting[], period: Month): CalendarDate {
  const day = settingOn(settings, 'report-deadline-day', lastDayOf(period))
  return addDays(firstDayOf(nextMonth(period)), day - 1)
}

/** Whether the first arrival was on time; `null` while nothing has arrived and the deadline has not passed. */
export function isOnTime(
  arrivedAt: Instant | null,
  dueOn: CalendarDate,
  zone: Zone,
  now: Instant,
): boolean | null {
  if (arrivedAt !== null) return dayAt(arrivedAt, zone) <= dueOn
  return dayAt(now, zone) > dueOn ? false : null
}
