import { addDays, yearOf, type CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Birth } from '../../../shared/documents/patient.ts'
import { dayOf, monthNumber } from '../../i18n/typed-day.ts'

/** Why a typed birth could not be taken. */
export type BirthProblem = 'missing' | 'unreadable' | 'impossible' | 'future' | 'too-old'
export type BirthReading =
  { readonly ok: true; readonly birth: Birth } | { readonly ok: false; readonly problem: BirthProblem }

/** Nobody has been older; a typed year before that is a slip. */
const OLDEST_YEARS = 130

/** A day written with two digits of the year: the latest that is not in the future. */
function dayOfTyped(year: string, month: number, day: number, today: CalendarDate): CalendarDate | undefined {
  if (year.length === 4) return dayOf(Number(year), month, day)
  const century = Math.floor(yearOf(today) / 100) * 100
  const latest = dayOf(century + Number(year), month, day)
  return latest && latest <= today ? latest : dayOf(century - 100 + Number(year), month, day)
}

function checked(
  day: CalendarDate | undefined,
  precision: Birth['precision'],
  today: CalendarDate,
): BirthReading {
  if (!day) return { ok: false, problem: 'impossible' }
  if (day > today) return { ok: false, problem: 'future' }
  if (yearOf(today) - yearOf(day) > OLDEST_YEARS) return { ok: false, problem: 'too-old' }
  const birth: Birth =
    precision === 'age' ? { on: day, precision, estimatedOn: today } : { on: day, precision }
  return { ok: true, birth }
}

function monthsBefore(day: CalendarDate, months: number): CalendarDate | undefined {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 - months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  // The 31st of a shorter month is its last day.
  return [0, 1, 2, 3].map((less) => dayOf(year, month, Number(day.slice(8)) - less)).find((found) => found)
}

const AGE =
  /^(?:u|umur|usia)?\s*(?:(\d{1,3})\s*(?:th|thn|tahun|t|y))?\s*(?:(\d{1,2})\s*(?:bl|bln|bulan|b))?\s*(?:(\d{1,3})\s*(?:hr|hari|h))?$/
const YEARS_ALONE = /^(?:u|umur|usia)?\s*(\d{1,3})$/
const AGE_MARK = /^(?:u|umur|usia)|[a-z]$/

function readAge(text: string, today: CalendarDate): BirthReading | undefined {
  const alone = YEARS_ALONE.exec(text)
  if (!alone && !AGE_MARK.test(text)) return undefined
  const [, years, months, days] = alone ?? AGE.exec(text) ?? []
  if ((years ?? months ?? days) === undefined) return undefined
  if (Number(years ?? 0) > OLDEST_YEARS) return { ok: false, problem: 'too-old' }
  const month = monthsBefore(today, Number(years ?? 0) * 12 + Number(months ?? 0))
  return checked(month && addDays(month, -Number(days ?? 0)), 'age', today)
}

function readRunTogether(digits: string, today: CalendarDate): BirthReading | undefined {
  if (!/^(\d{6}|\d{8})$/.test(digits)) return undefined
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  return checked(dayOfTyped(year, Number(month), Number(day), today), 'day', today)
}

function readParts(parts: readonly string[], today: CalendarDate): BirthReading | undefined {
  const year = parts.at(-1) ?? ''
  if (!/^(\d{2}|\d{4})$/.test(year)) return undefined
  if (parts.length === 1) return checked(dayOf(Number(year), 1, 1), 'year', today)
  const month = monthNumber(parts.at(-2) ?? '')
  if (month === undefined) return undefined
  if (parts.length === 2) {
    if (year.length === 2) return undefined
    return checked(dayOf(Number(year), month, 1), 'month', today)
  }
  const day = parts[0] ?? ''
  if (parts.length !== 3 || !/^\d{1,2}$/.test(day)) return undefined
  return checked(dayOfTyped(year, month, Number(day), today), 'day', today)
}

/**
 * Reads a birth as clerks type it: `12 3 85`, `120385`, `12/03/1985`, `12 mar 1985`, `3-1985`, `1985`, or an age:
 * `41`, `41 th`, `u 41`, `8 bl`, `2 th 3 bl`, `10 hr`. What is not known exactly says so in its precision.
 */
export function readBirth(typed: string, today: CalendarDate): BirthReading {
  const text = typed
    .toLowerCase()
    .replace(/[.,/\-–]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return { ok: false, problem: 'missing' }
  return (
    readAge(text, today) ??
    readRunTogether(text, today) ??
    readParts(
      text
        .replace(/(\d)([a-z])/g, '$1 $2')
        .replace(/([a-z])(\d)/g, '$1 $2')
        .split(' '),
      today,
    ) ?? {
      ok: false,
      problem: 'unreadable',
    }
  )
}
