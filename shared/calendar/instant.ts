import { z } from 'zod'
import { calendarDate, type CalendarDate } from './calendar-date.ts'

/** A moment in UTC with milliseconds, `2026-10-31T00:15:03.123Z`. Texts compare in time order. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)), 'not a moment')
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** The moment of a count of milliseconds since 1970, as clocks give it. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant
}

export function epochMsOf(instant: Instant): number {
  return Date.parse(instant)
}

/** Indonesia's three zones. Their offsets have been fixed since 1964, so an offset in hours is the whole rule. */
export const ZONE_HOURS = { WIB: 7, WITA: 8, WIT: 9 } as const
export const Zone = z.enum(['WIB', 'WITA', 'WIT'])
export type Zone = z.infer<typeof Zone>

function localText(instant: Instant, zone: Zone): string {
  return new Date(epochMsOf(instant) + ZONE_HOURS[zone] * 3_600_000).toISOString()
}

/** The clinic's calendar day at that moment. */
export function dayAt(instant: Instant, zone: Zone): CalendarDate {
  return calendarDate(localText(instant, zone).slice(0, 10))
}

/** The clinic's wall clock at that moment, `07:30`. */
export function timeAt(instant: Instant, zone: Zone): string {
  return localText(instant, zone).slice(11, 16)
}

/** The moment at which the clinic's wall clock shows `time` (`07:30` or `07:30:15`) on that day. */
export function instantAt(day: CalendarDate, time: string, zone: Zone): Instant {
  const full = time.length === 5 ? `${time}:00` : time
  return instantOf(Date.parse(`${day}T${full}.000Z`) - ZONE_HOURS[zone] * 3_600_000)
}
