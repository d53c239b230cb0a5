import {
  attendanceDays,
  type AttendanceDay,
  type AttendanceRules,
  type StaffMember,
} from '../../attendance/attendance-days.ts'
import { standingLeaves } from '../../attendance/leave-on-day.ts'
import {
  absenceYear,
  punctualityMonth,
  sumOfRatios,
  type PunctualityMonth,
} from '../../attendance/punctuality-month.ts'
import { calendarDate, daysFrom } from '../../calendar/calendar-date.ts'
import { lastDayOf } from '../../calendar/month.ts'
import { compiledReport } from '../compiled-report.ts'
import { grouped, unreadableOf, type MonthContext } from '../month-context.ts'
import type { LeaveRecord, PunchRecord, UnreadableRecord } from '../records/record-types.ts'
import type { CompiledReport, Figure } from '../report-content.ts'
import { tabulate, type Placement, type Tabulation } from '../tabulate.ts'

const DEFINITION = 1
/** The one row of what leaves the clinic (rule PT3). */
const CLINIC = [{ id: 'clinic', label: 'Puskesmas' }] as const
/** Cells of working days; the rest are reasons for no working day. */
const WORKING_CODES: ReadonlySet<string> = new Set(['H', 'C', 'S', 'I', 'TB', 'DL', 'TK'])

/** A day of one member of the staff, its id naming both; or a document about the staff that cannot be read. */
type DayFact = { readonly id: string; readonly day: AttendanceDay }
/** A member of the staff with the days from 1 January to the end of the month. */
type StaffYear = {
  readonly id: string
  readonly year: readonly AttendanceDay[]
  readonly month: readonly AttendanceDay[]
}

function rulesOf({ input, settings }: MonthContext): AttendanceRules {
  const { facility, reference, through } = input
  return {
    zone: facility.zone,
    goLive: facility.goLive,
    through,
    isHoliday: reference.isHoliday,
    bracketsOn: (day) => settings.on('lateness-brackets', day),
    toleranceOn: (day) => settings.on('lateness-tolerance-minutes', day),
  }
}

function staffOf({ input }: MonthContext): readonly StaffMember[] {
  const { practitioners, leaves, punches } = input.records
  const leavesOf = grouped<LeaveRecord, LeaveRecord>(
    standingLeavesIn(leaves),
    (one) => one.practitioner,
    (one) => one,
  )
  const punchesOf = grouped<PunchRecord, PunchRecord>(
    punches,
    (one) => one.practitioner,
    (one) => one,
  )
  return [...practitioners]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((who) => ({ ...who, leaves: leavesOf.get(who.id) ?? [], punches: punchesOf.get(who.id) ?? [] }))
}

function standingLeavesIn(leaves: readonly LeaveRecord[]): readonly LeaveRecord[] {
  const standing = new Set(standingLeaves(leaves))
  return leaves.filter((leave) => standing.has(leave))
}

function staffYears(context: MonthContext): readonly StaffYear[] {
  const { period } = context.input
  const days = daysFrom(calendarDate(`${period.slice(0, 4)}-01-01`), lastDayOf(period))
  const rules = rulesOf(context)
  return staffOf(context).map((who) => {
    const year = attendanceDays(who, days, rules)
    return { id: who.id, year, month: year.filter(({ on }) => on.startsWith(period)) }
  })
}

function dayFacts(staff: readonly StaffYear[]): readonly DayFact[] {
  return staff.flatMap(({ id, month }) => month.map((day) => ({ id: `day:${day.on}:${id}`, day })))
}

function dayTable({ input }: MonthContext, facts: readonly DayFact[]): Tabulation {
  return tabulate<DayFact | UnreadableRecord>(
    [...facts, ...unreadableOf(input.records.unreadable, ['practitioner', 'leave'])],
    ({ id }) => id,
    (fact) => {
      if ('problem' in fact) return { tray: fact.problem }
      const { code } = fact.day
      return WORKING_CODES.has(code) ? { row: 'clinic', cell: code } : { excluded: code }
    },
  )
}

function shortfallTable(facts: readonly DayFact[], side: 'late' | 'early', prefix: string): Tabulation {
  return tabulate(
    facts.filter(({ day }) => day[side] !== null),
    ({ id }) => id,
    ({ day }) => ({ row: 'clinic', cell: day[side]?.bracket ? `${prefix}${day[side].bracket}` : 'none' }),
  )
}

function punchPlaces(staff: readonly StaffYear[]): ReadonlyMap<string, Placement> {
  const places = new Map<string, Placement>()
  for (const { month } of staff) {
    for (const { code, arrival, departure, repeated } of month) {
      const place = (id: string | null, cell: string) => {
        if (id !== null) places.set(id, code === 'H' ? { row: 'clinic', cell } : { excluded: `day-${code}` })
      }
      place(arrival, 'in')
      place(departure, 'out')
      for (const [id, holds] of repeated)
        places.set(id, code === 'H' ? { folded: holds } : { excluded: `day-${code}` })
    }
  }
  return places
}

function punchTable({ input }: MonthContext, staff: readonly StaffYear[]): Tabulation {
  const places = punchPlaces(staff)
  const known = new Set(input.records.practitioners.map(({ id }) => id))
  const { punches, unreadable } = input.records
  const facts: readonly (PunchRecord | UnreadableRecord)[] = [
    ...punches
      .filter(({ id, on }) => on.startsWith(input.period) || places.has(id))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...unreadable.filter(({ id }) => id.startsWith(`punch:${input.period}`)),
  ]
  return tabulate(
    facts,
    ({ id }) => id,
    (fact) => {
      if ('problem' in fact) return { tray: fact.problem }
      if (!known.has(fact.practitioner)) return { tray: 'staff-unknown' }
      return places.get(fact.id) ?? { excluded: 'another-month' }
    },
  )
}

function figuresOf(months: readonly PunctualityMonth[]): readonly Figure[] {
  const total = (of: (month: PunctualityMonth) => number) => months.reduce((sum, month) => sum + of(month), 0)
  const plain = (id: string, of: (month: PunctualityMonth) => number) => ({
    id,
    numerator: total(of),
    denominator: null,
  })
  return [
    { id: 'attendance', ...sumOfRatios(months.map((month) => month.attendance)) },
    { id: 'on-time', ...sumOfRatios(months.map((month) => month.onTime)) },
    plain('working-days', (month) => month.workingDays),
    plain('minutes-late', (month) => month.late.minutes),
    plain('minutes-early', (month) => month.early.minutes),
    plain('missing-punches', (month) => month.late.missing + month.early.missing),
  ]
}

/** Staff punctuality of the month (rules PT1-PT3). */
export function compilePunctuality(context: MonthContext): CompiledReport {
  const staff = staffYears(context).filter(({ month }) => month.some(({ code }) => code !== 'not-employed'))
  const facts = dayFacts(staff)
  const months = staff.map(({ id, month, year }) => ({
    practitioner: id,
    ...punctualityMonth(month),
    year: absenceYear(year),
  }))
  const due = months.filter(({ workingDays }) => workingDays > 0)
  return compiledReport(context.input, {
    form: 'punctuality',
    definition: DEFINITION,
    settings: ['lateness-brackets', 'lateness-tolerance-minutes'],
    tables: [
      { id: 'days', rows: CLINIC, counted: dayTable(context, facts) },
      { id: 'late', rows: CLINIC, counted: shortfallTable(facts, 'late', 'TL') },
      { id: 'early', rows: CLINIC, counted: shortfallTable(facts, 'early', 'PSW') },
      { id: 'punches', rows: CLINIC, counted: punchTable(context, staff) },
    ],
    figures: [{ id: 'staff', numerator: due.length, denominator: null }, ...figuresOf(months)],
    lists: { people: months },
  })
}
