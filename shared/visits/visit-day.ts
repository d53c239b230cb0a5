import { yearOf, type CalendarDate } from '../calendar/calendar-date.ts'
import type { Encounter } from '../documents/encounter.ts'

export type VisitDayProblem = 'date-in-future' | 'before-birth' | 'year-not-held'

/** The calendar years of which a desk keeps the visits, and so the years for which visits may be entered. */
export function enterableYears(today: CalendarDate): readonly [last: number, now: number] {
  return [yearOf(today) - 1, yearOf(today)]
}

/**
 * Why no visit can be entered for that day; `undefined` where one can. `today` is the clinic's day by hub time, `born`
 * the first day that the birth can have been.
 */
export function visitDayProblem(
  day: CalendarDate,
  today: CalendarDate,
  born: CalendarDate,
): VisitDayProblem | undefined {
  if (day > today) return 'date-in-future'
  if (day < born) return 'before-birth'
  return enterableYears(today).includes(yearOf(day)) ? undefined : 'year-not-held'
}

/**
 * Whether somebody may withdraw a visit as entered in error. What was examined at the poli has diagnoses, which only
 * their writers may take along.
 */
export function mayWithdraw(
  visit: Pick<Encounter, 'status' | 'servedBy'>,
  mayWrite: (type: 'encounter' | 'condition') => boolean,
): boolean {
  if (visit.status === 'cancelled' || !mayWrite('encounter')) return false
  return visit.servedBy !== 'poli' || mayWrite('condition')
}
