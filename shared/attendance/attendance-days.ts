import type { CalendarDate } from '../calendar/calendar-date.ts'
import { epochMsOf, type Zone } from '../calendar/instant.ts'
import type { Schedule } from '../documents/practitioner.ts'
import type { LatenessBracket } from '../documents/setting.ts'
import { beyondTolerance, bracketOf, minutesAfter, topBracket } from './lateness.ts'
import { leaveOn, type LeaveCode, type LeaveGiven } from './leave-on-day.ts'
import { dateOfPunch, shiftOn, type PunchMade, type Shift } from './shifts.ts'

/** A member of the staff with what decides the days. */
export type StaffMember = {
  readonly id: string
  readonly employedFrom: CalendarDate
  readonly employedUntil: CalendarDate | null
  readonly schedules: readonly Schedule[]
  readonly leaves: readonly LeaveGiven[]
  readonly punches: readonly PunchMade[]
}

/** What holds for the whole clinic. */
export type AttendanceRules = {
  readonly zone: Zone
  readonly goLive: CalendarDate
  /** The last day that is over; later ones are not due yet. */
  readonly through: CalendarDate
  readonly isHoliday: (day: CalendarDate) => boolean
  readonly bracketsOn: (day: CalendarDate) => readonly LatenessBracket[]
  readonly toleranceOn: (day: CalendarDate) => number
}

/** Day codes of working days (`domain.md` 4.3). */
export type WorkingDayCode = LeaveCode | 'H' | 'TK'
/** Why a day is not one of the working days due. */
export type NoWorkReason = 'OFF' | 'L' | 'not-employed' | 'before-go-live' | 'not-over'

/** Lateness or leaving early of a day at work. `minutes` is `null` where the punch is missing. */
export type Shortfall = { readonly minutes: number | null; readonly bracket: string | null }

export type AttendanceDay = {
  readonly on: CalendarDate
  readonly code: WorkingDayCode | NoWorkReason
  /** Only with code `H`. */
  readonly late: Shortfall | null
  readonly early: Shortfall | null
  readonly arrival: string | null
  readonly departure: string | null
  /** Further punches of the same day and kind, each with the punch that holds. */
  readonly repeated: readonly (readonly [punch: string, holds: string])[]
}

type DayPunches = { readonly ins: PunchMade[]; readonly outs: PunchMade[] }

function noWorkReason(
  day: CalendarDate,
  shift: () => Shift | undefined,
  who: StaffMember,
  rules: AttendanceRules,
) {
  if (day < who.employedFrom || (who.employedUntil !== null && day > who.employedUntil)) return 'not-employed'
  if (day < rules.goLive) return 'before-go-live'
  if (!shift()) return 'OFF'
  if (rules.isHoliday(day)) return 'L'
  return day > rules.through ? 'not-over' : undefined
}

function byMoment(a: PunchMade, b: PunchMade): number {
  if (a.punchedAt !== b.punchedAt) return a.punchedAt < b.punchedAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function shortfall(minutes: number, day: CalendarDate, rules: AttendanceRules): Shortfall {
  const counted = beyondTolerance(minutes, rules.toleranceOn(day))
  return { minutes: counted, bracket: bracketOf(counted, rules.bracketsOn(day)) }
}

function dayAtWork(
  shift: Shift,
  arrival: PunchMade | undefined,
  departure: PunchMade | undefined,
  rules: AttendanceRules,
) {
  const missing: Shortfall = { minutes: null, bracket: topBracket(rules.bracketsOn(shift.on)) }
  const late = arrival && shortfall(minutesAfter(shift.start, epochMsOf(arrival.punchedAt)), shift.on, rules)
  const early =
    departure && shortfall(minutesAfter(epochMsOf(departure.punchedAt), shift.end), shift.on, rules)
  return { late: late ?? missing, early: early ?? missing }
}

function heldBy(
  holds: PunchMade | undefined,
  others: readonly PunchMade[],
): readonly (readonly [string, string])[] {
  return holds ? others.map((punch) => [punch.id, holds.id]) : []
}

function attendanceDay(
  day: CalendarDate,
  shiftOfDay: () => Shift | undefined,
  punches: DayPunches | undefined,
  who: StaffMember,
  rules: AttendanceRules,
): AttendanceDay {
  const [arrival, ...laterIns] = [...(punches?.ins ?? [])].sort(byMoment)
  const [departure, ...earlierOuts] = [...(punches?.outs ?? [])].sort((a, b) => byMoment(b, a))
  const base = {
    on: day,
    arrival: arrival?.id ?? null,
    departure: departure?.id ?? null,
    repeated: [...heldBy(arrival, laterIns), ...heldBy(departure, earlierOuts)],
  }
  const code =
    noWorkReason(day, shiftOfDay, who, rules) ??
    leaveOn(who.leaves, day) ??
    ((arrival ?? departure) ? 'H' : 'TK')
  const shift = code === 'H' ? shiftOfDay() : undefined
  if (code !== 'H' || !shift) return { ...base, code, late: null, early: null }
  return { ...base, code, ...dayAtWork(shift, arrival, departure, rules) }
}

function punchesByDate(who: StaffMember, shiftOf: (day: CalendarDate) => Shift | undefined) {
  const found = new Map<CalendarDate, DayPunches>()
  for (const punch of who.punches) {
    const date = dateOfPunch(punch, shiftOf)
    const held = found.get(date) ?? { ins: [], outs: [] }
    held[punch.kind === 'in' ? 'ins' : 'outs'].push(punch)
    found.set(date, held)
  }
  return found
}

/** Every one of the days for one member of the staff (rules AT1-AT6). `leaves` are the standing ones. */
export function attendanceDays(
  who: StaffMember,
  days: readonly CalendarDate[],
  rules: AttendanceRules,
): readonly AttendanceDay[] {
  const known = new Map<CalendarDate, Shift | undefined>()
  const shiftOf = (day: CalendarDate) => {
    if (!known.has(day)) known.set(day, shiftOn(day, who.schedules, rules.zone))
    return known.get(day)
  }
  const punches = punchesByDate(who, shiftOf)
  return days.map((day) => attendanceDay(day, () => shiftOf(day), punches.get(day), who, rules))
}
