import { z } from 'zod'
import { addDays, calendarDate, type CalendarDate } from './calendar-date.ts'

/** A calendar month, `yyyy-mm`: the reporting period of every monthly form. Texts compare in time order. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .brand<'Month'>()
export type Month = z.infer<typeof Month>

export function monthOf(day: CalendarDate): Month {
  return day.slice(0, 7) as Month
}

/** The month that the text names; throws for anything else. */
export function month(text: string): Month {
  return Month.parse(text)
}

export function firstDayOf(period: Month): CalendarDate {
  return calendarDate(`${period}-01`)
}

export function lastDayOf(period: Month): CalendarDate {
  return addDays(firstDayOf(nextMonth(period)), -1)
}

export function addMonths(period: Month, months: number): Month {
  const count = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + months
  const year = String(Math.floor(count / 12)).padStart(4, '0')
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}` as Month
}

export function nextMonth(period: Month): Month {
  return addMonths(period, 1)
}
