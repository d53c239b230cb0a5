import {
  addDays,
  calendarDate,
  daysFrom,
  weekdayOf,
  type CalendarDate,
} from '../../shared/calendar/calendar-date.ts'
import { addMonths, firstDayOf, monthOf } from '../../shared/calendar/month.ts'
import { NATIONAL_HOLIDAYS } from '../../shared/codes/national-holidays.ts'

/** The days that the demo tells of: twelve calendar months, the last of them as far as `until`. */
export type Period = { readonly from: CalendarDate; readonly until: CalendarDate }

/** The fasting months, in which the hours are shorter: the day after the sighting and the last day. */
const FASTING: readonly Period[] = [
  { from: calendarDate('2025-03-01'), until: calendarDate('2025-03-30') },
  { from: calendarDate('2026-02-19'), until: calendarDate('2026-03-20') },
]

/** The first and last day on which a demo can end: its whole year must have known holidays. */
export const EARLIEST_END = calendarDate('2025-12-01')
export const LATEST_END = calendarDate('2026-12-31')

export function periodUntil(until: CalendarDate): Period {
  return { from: firstDayOf(addMonths(monthOf(until), -11)), until }
}

export function isHoliday(day: CalendarDate): boolean {
  return NATIONAL_HOLIDAYS.get(Number(day.slice(0, 4)))?.some((holiday) => holiday.on === day) ?? false
}

/** Whether a clinic with that week is open. */
export function isOpen(day: CalendarDate, sixDays: boolean): boolean {
  const weekday = weekdayOf(day)
  return weekday !== 'sun' && (sixDays || weekday !== 'sat') && !isHoliday(day)
}

export function openDays(period: Period, sixDays: boolean): readonly CalendarDate[] {
  return daysFrom(period.from, period.until).filter((day) => isOpen(day, sixDays))
}

/** The fasting months that touch these days. */
export function fastingIn(period: Period): readonly Period[] {
  return FASTING.filter((fast) => fast.until >= period.from && fast.from <= period.until)
}

export function isFasting(day: CalendarDate): boolean {
  return FASTING.some((fast) => fast.from <= day && day <= fast.until)
}

/** The same day of the month that many years earlier; 29 February becomes the 28th. */
export function yearsBefore(day: CalendarDate, years: number): CalendarDate {
  const moved = `${String(Number(day.slice(0, 4)) - years)}${day.slice(4)}`
  return moved.endsWith('-02-29')
    ? addDays(calendarDate(`${moved.slice(0, 4)}-03-01`), -1)
    : calendarDate(moved)
}
