import { yearOf, type CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { visitDayProblem, type VisitDayProblem as DayProblem } from '../../../shared/visits/visit-day.ts'
import { readDay } from '../../i18n/typed-day.ts'

/** `same-day`: what was typed is the wrong day that is to be put right. */
export type VisitDayProblem = DayProblem | 'unreadable' | 'same-day'
export type VisitDayReading =
  | { readonly ok: true; readonly day: CalendarDate }
  | { readonly ok: false; readonly problem: VisitDayProblem }

const WITHOUT_YEAR = /^\d{1,2}[\s.,/\-–]+(\d{1,2}|[a-z]+)$/i

/** A day typed without its year is the latest of that name that is not in the future. */
function latestOf(typed: string, today: CalendarDate): CalendarDate | null {
  const now = readDay(`${typed} ${String(yearOf(today))}`, today)
  return now && now <= today ? now : readDay(`${typed} ${String(yearOf(today) - 1)}`, today)
}

/**
 * The day of a visit as clerks type it: `30 10 26`, `301026`, `30/10/2026`, `30 okt`, `30 10`; nothing typed is today.
 * `born` is the first day that the birth can have been, `wrong` the day on which the visit was entered by mistake.
 */
export function readVisitDay(
  typed: string,
  today: CalendarDate,
  born: CalendarDate,
  wrong: CalendarDate | null = null,
): VisitDayReading {
  const text = typed.trim()
  if (text === '') return { ok: true, day: today }
  const day = WITHOUT_YEAR.test(text) ? latestOf(text, today) : readDay(text, today)
  if (day === null) return { ok: false, problem: 'unreadable' }
  if (day === wrong) return { ok: false, problem: 'same-day' }
  const problem = visitDayProblem(day, today, born)
  return problem ? { ok: false, problem } : { ok: true, day }
}
