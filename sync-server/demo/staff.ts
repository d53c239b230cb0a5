import type { FacilityRole } from '../../shared/access/roles.ts'
import { addDays, calendarDate, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { Schedule } from '../../shared/documents/practitioner.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import { fastingIn, type Period } from './demo-calendar.ts'
import { atTime } from './demo-desks.ts'
import { ulidAt } from './made-ulid.ts'
import { madeName, type Sex } from './person-names.ts'

export type StaffMember = {
  readonly id: `practitioner:${string}`
  readonly name: string
  readonly profession: string
  readonly username: string | null
  readonly role: FacilityRole | null
  readonly employedFrom: CalendarDate
  readonly employedUntil: CalendarDate | null
  readonly schedules: readonly Schedule[]
  /** How late this person tends to be: 0 never, 1 as most, 3 often. */
  readonly tardiness: number
}

type Post = {
  readonly profession: string
  readonly sex?: Sex
  readonly title?: string
  /** Ends the sign-in name: `kenanga.loket1`. */
  readonly account?: string
  readonly role?: FacilityRole
}

/** The posts of every clinic, and those that only the first one of the demo fills, so that each role has a sign-in. */
const POSTS: readonly Post[] = [
  { profession: 'Dokter, Kepala Puskesmas', title: 'dr. ', account: 'kepala', role: 'head' },
  { profession: 'Dokter', title: 'dr. ', account: 'dokter', role: 'clinician' },
  { profession: 'Perekam Medis', account: 'loket1', role: 'loket' },
]
const FIRST_CLINIC_POSTS: readonly Post[] = [
  { profession: 'Petugas Loket', account: 'loket2', role: 'loket' },
  { profession: 'Petugas Entri Data', account: 'entri', role: 'diagnosis-entry' },
  { profession: 'Perekam Medis', account: 'rm', role: 'records' },
  { profession: 'Kepala Tata Usaha', account: 'tu', role: 'tu' },
  { profession: 'Kesehatan Masyarakat', account: 'pelapor', role: 'reporter' },
]
const OTHER_POSTS: readonly Post[] = [
  { profession: 'Bidan', sex: 'P' },
  { profession: 'Perawat' },
  { profession: 'Dokter Gigi', title: 'drg. ' },
  { profession: 'Asisten Apoteker' },
  { profession: 'Perawat' },
  { profession: 'Bidan', sex: 'P' },
  { profession: 'Tenaga Gizi' },
  { profession: 'ATLM' },
  { profession: 'Sanitarian' },
]

type Hours = Schedule['hours']

const FIVE_DAYS: Hours = week('07:30', '16:00', { start: '07:30', end: '16:30' }, null)
const FIVE_DAYS_FASTING: Hours = week('08:00', '15:00', { start: '08:00', end: '15:30' }, null)
const SIX_DAYS: Hours = week(
  '07:00',
  '14:00',
  { start: '07:00', end: '11:00' },
  { start: '07:00', end: '12:30' },
)
const SIX_DAYS_FASTING: Hours = week(
  '08:00',
  '14:00',
  { start: '08:00', end: '11:00' },
  { start: '08:00', end: '13:30' },
)

function week(start: string, end: string, friday: Hours['fri'], saturday: Hours['sat']): Hours {
  const usual = { start, end }
  return { mon: usual, tue: usual, wed: usual, thu: usual, fri: friday, sat: saturday, sun: null }
}

/** 37.5 hours a week without breaks, 32.5 in the fasting month (`domain.md` 4.2), from `from` on. */
function schedulesOf(sixDays: boolean, attendance: Period): readonly Schedule[] {
  const usual = sixDays ? SIX_DAYS : FIVE_DAYS
  const fasting = sixDays ? SIX_DAYS_FASTING : FIVE_DAYS_FASTING
  const changes = fastingIn(attendance).flatMap((fast) => [
    { from: fast.from < attendance.from ? attendance.from : fast.from, hours: fasting },
    { from: addDays(fast.until, 1), hours: usual },
  ])
  const [first] = changes
  return first?.from === attendance.from ? changes : [{ from: attendance.from, hours: usual }, ...changes]
}

function memberFor(
  post: Post,
  clinic: Clinic,
  goLive: CalendarDate,
  attendance: Period,
  chance: Chance,
): StaffMember {
  const sex = post.sex ?? (chance.happens(0.4) ? 'L' : 'P')
  const employedFrom = addDays(calendarDate('2008-01-02'), chance.whole(0, 6000))
  const leaves = post.account === undefined && chance.happens(0.04)
  return {
    id: `practitioner:${ulidAt(atTime(goLive, '06:30:00'), chance)}`,
    name: (post.title ?? '') + madeName(sex, chance.whole(1972, 1998), chance).replace(/^Hj?\. /, ''),
    profession: post.profession,
    username: post.account ? `${clinic.short}.${post.account}` : null,
    role: post.role ?? null,
    employedFrom,
    employedUntil: leaves ? addDays(attendance.until, -chance.whole(20, 120)) : null,
    schedules: schedulesOf(clinic.sixDays, attendance),
    tardiness: chance.weighted([0.2, 0.7, 1.3, 3], (habit) => (habit === 3 ? 1 : 3)),
  }
}

/**
 * The staff of a clinic. `attendance` are the days since which it records hours; `others` is how many people without
 * a sign-in it has.
 */
export function madeStaff(
  clinic: Clinic,
  isFirst: boolean,
  goLive: CalendarDate,
  attendance: Period,
  others: number,
  chance: Chance,
): readonly StaffMember[] {
  const posts = [...POSTS, ...(isFirst ? FIRST_CLINIC_POSTS : []), ...OTHER_POSTS.slice(0, others)]
  return posts.map((post) => memberFor(post, clinic, goLive, attendance, chance))
}
