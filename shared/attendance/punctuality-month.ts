import { disciplineFlag, MINUTES_OF_A_DAY, type DisciplineFlag } from './discipline.ts'
import type { AttendanceDay, Shortfall } from './attendance-days.ts'
import type { LeaveCode } from './leave-on-day.ts'

export type Ratio = { readonly numerator: number; readonly denominator: number }

/** Days and minutes of lateness, or of leaving early, with the days in each bracket. */
export type ShortfallSum = {
  readonly days: number
  readonly minutes: number
  readonly missing: number
  readonly brackets: Readonly<Record<string, number>>
}

/** The columns of the monthly recap for one member of the staff (`domain.md` 4.6), as far as records give them. */
export type PunctualityMonth = {
  readonly workingDays: number
  readonly present: number
  readonly late: ShortfallSum
  readonly early: ShortfallSum
  readonly leave: Readonly<Record<LeaveCode, number>>
  readonly absent: number
  readonly attendance: Ratio
  readonly onTime: Ratio
}

const WORKING_CODES: ReadonlySet<string> = new Set(['H', 'TK', 'C', 'S', 'I', 'TB', 'DL'])

function sumOf(shortfalls: readonly Shortfall[]): ShortfallSum {
  const brackets: Record<string, number> = {}
  for (const { bracket } of shortfalls) if (bracket !== null) brackets[bracket] = (brackets[bracket] ?? 0) + 1
  return {
    days: shortfalls.filter((one) => one.bracket !== null).length,
    minutes: shortfalls.reduce((sum, one) => sum + (one.minutes ?? 0), 0),
    missing: shortfalls.filter((one) => one.minutes === null).length,
    brackets,
  }
}

/** One person's month from that person's days (rules PM1, PM2). */
export function punctualityMonth(days: readonly AttendanceDay[]): PunctualityMonth {
  const count = (code: string) => days.filter((day) => day.code === code).length
  const lates = days.flatMap((day) => (day.late ? [day.late] : []))
  const earlies = days.flatMap((day) => (day.early ? [day.early] : []))
  const [present, absent, elsewhere] = [count('H'), count('TK'), count('DL')]
  return {
    workingDays: days.filter((day) => WORKING_CODES.has(day.code)).length,
    present,
    late: sumOf(lates),
    early: sumOf(earlies),
    leave: { C: count('C'), S: count('S'), I: count('I'), TB: count('TB'), DL: elsewhere },
    absent,
    attendance: { numerator: present + elsewhere, denominator: present + elsewhere + absent },
    onTime: { numerator: lates.filter((late) => late.minutes === 0).length, denominator: present + absent },
  }
}

export function sumOfRatios(ratios: readonly Ratio[]): Ratio {
  return {
    numerator: ratios.reduce((sum, one) => sum + one.numerator, 0),
    denominator: ratios.reduce((sum, one) => sum + one.denominator, 0),
  }
}

function longestRunOfAbsence(days: readonly AttendanceDay[]): number {
  let [run, longest] = [0, 0]
  for (const day of days) {
    if (!WORKING_CODES.has(day.code)) continue
    run = day.code === 'TK' ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

/** Absence since 1 January and what it reaches (rule PM4). */
export type AbsenceYear = {
  readonly daysAbsent: number
  readonly minutesShort: number
  readonly daysFromMinutes: number
  readonly longestRun: number
  readonly flag: DisciplineFlag | null
}

/** `days` are that person's from 1 January to the end of the month, in order. */
export function absenceYear(days: readonly AttendanceDay[]): AbsenceYear {
  const daysAbsent = days.filter((day) => day.code === 'TK').length
  const minutesShort = days.reduce(
    (sum, day) => sum + (day.late?.minutes ?? 0) + (day.early?.minutes ?? 0),
    0,
  )
  const longestRun = longestRunOfAbsence(days)
  return {
    daysAbsent,
    minutesShort,
    daysFromMinutes: Math.floor(minutesShort / MINUTES_OF_A_DAY),
    longestRun,
    flag: disciplineFlag({ daysAbsent, minutesShort, longestRun }),
  }
}
