import { addDays, weekdayOf, type CalendarDate } from '../calendar/calendar-date.ts'
import { epochMsOf, ZONE_HOURS, type Instant, type Zone } from '../calendar/instant.ts'
import type { Schedule } from '../documents/practitioner.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const MINUTES_A_DAY = 24 * 60
/** How long before its start or after its end a punch may still belong to a shift. */
const REACH_MS = 6 * HOUR_MS

/** A shift by the date it starts; `start` and `end` in milliseconds since 1970. */
export type Shift = {
  readonly on: CalendarDate
  readonly start: number
  readonly end: number
  readonly night: boolean
}

/** A punch as far as shifts look at it. */
export type PunchMade = {
  readonly id: string
  readonly on: CalendarDate
  readonly kind: 'in' | 'out'
  readonly punchedAt: Instant
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The shift that the schedule gives for a date, or `undefined` on a day off (rules AT1, AT2). */
export function shiftOn(day: CalendarDate, schedules: readonly Schedule[], zone: Zone): Shift | undefined {
  const held = schedules.reduce<Schedule | undefined>(
    (latest, next) => (next.from <= day && (!latest || next.from >= latest.from) ? next : latest),
    undefined,
  )
  const hours = held?.hours[weekdayOf(day)]
  if (!hours) return undefined
  const night = hours.end <= hours.start
  const midnight = Date.parse(day) - ZONE_HOURS[zone] * HOUR_MS
  const [start, end] = [minutesOf(hours.start), minutesOf(hours.end) + (night ? MINUTES_A_DAY : 0)]
  return { on: day, start: midnight + start * MINUTE_MS, end: midnight + end * MINUTE_MS, night }
}

function isOfNightBefore(punch: PunchMade, night: Shift | undefined, own: Shift | undefined): boolean {
  if (!night?.night) return false
  const at = epochMsOf(punch.punchedAt)
  if (punch.kind === 'in') return at < night.end && (!own || at < own.start - REACH_MS)
  return at <= night.end + REACH_MS && (!own || at < (own.start + own.end) / 2)
}

/** The date whose shift a punch belongs to (rule AT2). `shiftOf` answers for any date of that person. */
export function dateOfPunch(
  punch: PunchMade,
  shiftOf: (day: CalendarDate) => Shift | undefined,
): CalendarDate {
  const before = addDays(punch.on, -1)
  return isOfNightBefore(punch, shiftOf(before), shiftOf(punch.on)) ? before : punch.on
}
