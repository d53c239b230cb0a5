import {
  addDays,
  daysBetween,
  daysFrom,
  weekdayOf,
  type CalendarDate,
} from '../../shared/calendar/calendar-date.ts'
import type { LEAVE_CODES } from '../../shared/documents/leave.ts'
import type { Chance } from './chance.ts'
import { isHoliday, type Period } from './demo-calendar.ts'
import type { StaffMember } from './staff.ts'

export type MadeLeave = {
  readonly member: StaffMember
  readonly code: (typeof LEAVE_CODES)[number]
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly reason: string
  /** Approved by mistake: a second one takes it back, and the person came to work. */
  readonly withdrawn: boolean
}

export type MadePunch = {
  readonly member: StaffMember
  readonly on: CalendarDate
  readonly kind: 'in' | 'out'
  /** Wall clock, `07:24:31`. */
  readonly time: string
  readonly clockCompared: boolean
}

export type Attendance = { readonly leave: readonly MadeLeave[]; readonly punches: readonly MadePunch[] }

const LEAVE_KINDS = [
  { code: 'C', days: [2, 5], share: 40, reason: 'Cuti tahunan' },
  { code: 'S', days: [1, 3], share: 28, reason: 'Sakit, surat dokter' },
  { code: 'DL', days: [1, 2], share: 20, reason: 'Rapat di Dinas Kesehatan' },
  { code: 'I', days: [1, 1], share: 8, reason: 'Keperluan keluarga' },
  { code: 'TB', days: [3, 5], share: 4, reason: 'Pelatihan' },
] as const

function scheduledHours(member: StaffMember, day: CalendarDate) {
  if (day < member.employedFrom || (member.employedUntil !== null && day > member.employedUntil)) return null
  const schedule = [...member.schedules].reverse().find((one) => one.from <= day)
  return isHoliday(day) ? null : (schedule?.hours[weekdayOf(day)] ?? null)
}

function madeLeave(member: StaffMember, attendance: Period, chance: Chance): readonly MadeLeave[] {
  const days = daysBetween(attendance.from, attendance.until)
  const stretches = Math.max(1, Math.round((chance.whole(2, 6) * days) / 365))
  return Array.from({ length: stretches }, () => {
    const kind = chance.weighted(LEAVE_KINDS, (one) => one.share)
    const from = addDays(attendance.from, chance.whole(0, days))
    const length = chance.whole(kind.days[0], kind.days[1])
    const until = addDays(from, length - 1)
    const withdrawn = chance.happens(0.04)
    return { member, code: kind.code, from, until, reason: kind.reason, withdrawn }
  }).filter(({ until }) => until <= attendance.until)
}

/** Minutes late, in the spread of the four brackets: mostly none, some under half an hour, a few beyond 90. */
function minutesLate(tardiness: number, chance: Chance): number {
  const draw = chance.fraction()
  if (draw < 0.006 * tardiness) return chance.whole(91, 170)
  if (draw < 0.016 * tardiness) return chance.whole(61, 90)
  if (draw < 0.045 * tardiness) return chance.whole(31, 60)
  if (draw < 0.17 * tardiness) return chance.whole(1, 30)
  return -chance.whole(0, 25)
}

/** Minutes before the end of the day's hours; negative when the person stayed on. */
function minutesEarly(chance: Chance): number {
  const draw = chance.fraction()
  if (draw < 0.004) return chance.whole(91, 180)
  if (draw < 0.011) return chance.whole(61, 90)
  if (draw < 0.025) return chance.whole(31, 60)
  if (draw < 0.07) return chance.whole(1, 30)
  return -chance.whole(0, 35)
}

function timeOf(wall: string, minutes: number, chance: Chance): string {
  const total = Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5)) + minutes
  const parts = [Math.floor(total / 60), total % 60, chance.whole(0, 59)]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

function punchesOn(member: StaffMember, on: CalendarDate, chance: Chance): readonly MadePunch[] {
  const hours = scheduledHours(member, on)
  // No punch at all and no paper: absent without reason.
  if (!hours || chance.happens(0.004 * (1 + member.tardiness))) return []
  const base = { member, on, clockCompared: chance.happens(0.97) }
  const arrived: MadePunch = {
    ...base,
    kind: 'in',
    time: timeOf(hours.start, minutesLate(member.tardiness, chance), chance),
  }
  const left: MadePunch = { ...base, kind: 'out', time: timeOf(hours.end, -minutesEarly(chance), chance) }
  const missing = chance.fraction()
  if (missing < 0.008) return [left]
  if (missing < 0.025 || left.time <= arrived.time) return [arrived]
  return [arrived, left]
}

/** Leave and punches of one member of the staff over the days on which hours are recorded. */
export function madeAttendance(member: StaffMember, attendance: Period, chance: Chance): Attendance {
  const leave = madeLeave(member, attendance, chance)
  const isAway = (day: CalendarDate) =>
    leave.some((one) => !one.withdrawn && one.from <= day && day <= one.until)
  const punches = daysFrom(attendance.from, attendance.until)
    .filter((day) => !isAway(day))
    .flatMap((day) => punchesOn(member, day, chance))
  return { leave, punches }
}
