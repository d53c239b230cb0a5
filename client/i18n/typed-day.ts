import { CalendarDate, yearOf } from '../../shared/calendar/calendar-date.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'],
  ['feb', 'peb', 'februari', 'pebruari', 'february'],
  ['mar', 'mrt', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'ags', 'agt', 'agust', 'agustus', 'aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oct', 'oktober', 'october'],
  ['nov', 'nop', 'november', 'nopember'],
  ['des', 'dec', 'desember', 'december'],
]

/** The month that a number or a word of either language names; 13 and more are for the caller to refuse. */
export function monthNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const index = MONTHS.findIndex((names) => names.includes(text))
  return index < 0 ? undefined : index + 1
}

/** The day of the calendar; `undefined` for one that it does not have. */
export function dayOf(year: number, month: number, day: number): CalendarDate | undefined {
  const text = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-')
  const parsed = CalendarDate.safeParse(text)
  return parsed.success ? parsed.data : undefined
}

/** A whole date, such as the day from which a card holds; in the past or the future. */
export function readDay(typed: string, today: CalendarDate): CalendarDate | null {
  const digits = typed.trim()
  const parts = /^\d{6}$|^\d{8}$/.test(digits)
    ? [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
    : digits.toLowerCase().split(/[\s.,/\-–]+/)
  const [day = '', monthText = '', year = ''] = parts
  const month = monthNumber(monthText)
  if (parts.length !== 3 || month === undefined || !/^\d{1,2}$/.test(day) || !/^(\d{2}|\d{4})$/.test(year))
    return null
  const century = Math.floor(yearOf(today) / 100) * 100
  return dayOf(year.length === 4 ? Number(year) : century + Number(year), month, Number(day)) ?? null
}
