import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { timeAt, type Instant, type Zone } from '../../shared/calendar/instant.ts'
import type { Month } from '../../shared/calendar/month.ts'
import { ageOn } from '../../shared/people/age.ts'
import type { Language, Translate } from './translate.ts'

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

/** `2026-10-31` as people here write it: `31-10-2026`. */
export function dateText(day: CalendarDate): string {
  return `${day.slice(8, 10)}-${day.slice(5, 7)}-${day.slice(0, 4)}`
}

/** The clinic's wall clock with a point, as in letters: `08.41`. */
export function timeText(moment: Instant, zone: Zone): string {
  return timeAt(moment, zone).replace(':', '.')
}

/** The wall clock to the second, for the attendance clock: `08.41.07`. */
export function clockText(moment: Instant, zone: Zone): string {
  return `${timeText(moment, zone)}.${moment.slice(17, 19)}`
}

/** Making one is slow beside using it, and a form has thousands of numbers. */
const numberFormats = new Map<string, Intl.NumberFormat>()

/** `1.234,5` in Indonesian. */
export function numberText(value: number, language: Language, decimals?: number): string {
  const key = `${language} ${decimals ?? ''}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], {
      ...(decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    })
    numberFormats.set(key, format)
  }
  return format.format(value)
}

/** `Oktober 2026`. */
export function monthText(month: Month, language: Language): string {
  const first = new Date(`${month}-01T00:00:00Z`)
  return new Intl.DateTimeFormat(LOCALES[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(first)
}

/** `Sabtu`. */
export function weekdayText(day: CalendarDate, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** Age in the unit that says most: `12 hari`, `8 bulan`, `41 tahun`; empty for a day before the birth. */
export function ageText(day: CalendarDate, born: CalendarDate, t: Translate): string {
  if (day < born) return ''
  const age = ageOn(day, born)
  if (age.years >= 5) return t('age.years', { n: age.years })
  if (age.days < 60) return t('age.days', { n: age.days })
  const months = monthsBetween(born, day)
  if (age.years < 2) return t('age.months', { n: months })
  return t('age.years-months', { years: age.years, months: months - age.years * 12 })
}

function monthsBetween(born: CalendarDate, day: CalendarDate): number {
  const [years, months] = [
    Number(day.slice(0, 4)) - Number(born.slice(0, 4)),
    Number(day.slice(5, 7)) - Number(born.slice(5, 7)),
  ]
  return years * 12 + months - (day.slice(8) < born.slice(8) ? 1 : 0)
}

type BirthKnown = { readonly on: CalendarDate; readonly precision: 'day' | 'month' | 'year' | 'age' }

/** A birth date as exactly as it is known: `12-03-1985`, `03-1985`, `1985`, `± 1985`. */
export function birthText(birth: BirthKnown): string {
  if (birth.precision === 'day') return dateText(birth.on)
  if (birth.precision === 'month') return dateText(birth.on).slice(3)
  return birth.precision === 'year' ? birth.on.slice(0, 4) : `± ${birth.on.slice(0, 4)}`
}

/** Digits in groups of four, as they stand on cards: `3577 0112 0385 0001`. */
export function groupedDigits(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}
