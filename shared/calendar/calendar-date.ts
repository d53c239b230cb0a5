import { z } from 'zod'

const DAY_MS = 86_400_000

/** Milliseconds of a day's midnight in UTC: only a number to count days with, never a moment in a clinic. */
function epochOf(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)))
}

function isRealDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(epochOf(text)).toISOString().startsWith(text)
}

/** A day, not a moment: `yyyy-mm-dd`, with no time and no zone. Texts compare in date order. */
export const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, 'not a day of the calendar')
  .brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof CalendarDate>

/** The day that the text names; throws for anything else. For constants and for text already checked. */
export function calendarDate(text: string): CalendarDate {
  if (!isRealDay(text)) throw new RangeError(`not a day of the calendar: ${text}`)
  return text as CalendarDate
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return new Date(epochOf(day) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDate
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (epochOf(to) - epochOf(from)) / DAY_MS
}

export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4))
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export function weekdayOf(day: CalendarDate): Weekday {
  const fromMonday = (new Date(epochOf(day)).getUTCDay() + 6) % 7
  return WEEKDAYS[fromMonday] ?? 'mon'
}

/** All days from `first` to `last`, both included; empty when `last` is earlier. */
export function daysFrom(first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  const count = Math.max(0, daysBetween(first, last) + 1)
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}
