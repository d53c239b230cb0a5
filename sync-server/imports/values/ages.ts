import { addDays, CalendarDate, yearOf } from '../../../shared/calendar/calendar-date.ts'

/** An age as told; all parts together. */
export type ToldAge = { readonly years: number; readonly months: number; readonly days: number }

const OLDEST = 130

const PART = /(\d+(?:[.,]\d+)?)\s*(tahun|thn|th|t|bulan|bln|bl|b|minggu|mgg|mg|hari|hr|h)?(?![a-z])/gi

type Unit = 'years' | 'months' | 'weeks' | 'days'

function unitOf(word: string | undefined): Unit {
  const first = word?.charAt(0).toLowerCase() ?? 't'
  if (first === 'b') return 'months'
  if (first === 'm') return 'weeks'
  return first === 'h' ? 'days' : 'years'
}

function partsOf(text: string): readonly (readonly [number, Unit])[] {
  return [...text.matchAll(PART)].map(([, figure, word]) => [
    Number((figure ?? '').replace(',', '.')),
    unitOf(word),
  ])
}

/** Reads `34`, `34 th`, `1 th 6 bln`, `10 hr`, `1,5 th` (IM9); `undefined` for anything else. */
export function readAge(written: string): ToldAge | undefined {
  const text = written.trim().replace(/^[<>±+]\s*/, '')
  if (!/^\d/.test(text) || text.replace(PART, '').replace(/[\s,.+/]/g, '') !== '') return undefined
  const parts = partsOf(text)
  const sum = (unit: Unit) => parts.reduce((total, [figure, of]) => (of === unit ? total + figure : total), 0)
  const [years, months] = [sum('years'), sum('months')]
  const told = {
    years: Math.floor(years),
    months: Math.floor(months) + Math.round((years % 1) * 12),
    days: Math.round(sum('days') + sum('weeks') * 7),
  }
  return parts.length === 0 || told.years > OLDEST || told.months > 240 || told.days > 1_000
    ? undefined
    : told
}

/** An age of which a column says the unit. */
export function ageIn(unit: 'months' | 'days', written: string): ToldAge | undefined {
  const figure = /^\d{1,3}$/.exec(written.trim())?.[0]
  if (figure === undefined) return readAge(written)
  return { years: 0, months: 0, days: 0, [unit]: Number(figure) }
}

/** The day on which somebody of that age on `on` was born, if exactly so old: an estimate. */
export function bornFromAge(age: ToldAge, on: CalendarDate): CalendarDate {
  const months = yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 - age.years * 12 - age.months
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  for (let day = Number(on.slice(8)); ; day -= 1) {
    const text = [
      String(year).padStart(4, '0'),
      String(month).padStart(2, '0'),
      String(day).padStart(2, '0'),
    ].join('-')
    const real = CalendarDate.safeParse(text)
    if (real.success) return addDays(real.data, -age.days)
  }
}
