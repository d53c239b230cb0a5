import { daysBetween, yearOf, type CalendarDate } from '../calendar/calendar-date.ts'

/** Whole days since birth and completed calendar years. */
export type Age = { readonly days: number; readonly years: number }

/**
 * Age on a day (rules AG1-AG3 in RULES.md). Throws for a day before the birth: who asks must have sent such a
 * record to the tray already.
 */
export function ageOn(day: CalendarDate, born: CalendarDate): Age {
  if (day < born) throw new RangeError(`age asked for ${day}, before the birth on ${born}`)
  const birthdayStillToCome = day.slice(5) < born.slice(5)
  const years = yearOf(day) - yearOf(born) - (birthdayStillToCome ? 1 : 0)
  return { days: daysBetween(born, day), years }
}
