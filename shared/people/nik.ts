import { calendarDate, CalendarDate, yearOf } from '../calendar/calendar-date.ts'
import type { Birth, Sex } from '../documents/patient.ts'
import { ageOn } from './age.ts'

/** Why a text is not a NIK: none of these may be saved (`domain.md` 1.1 rule 2). */
export const NIK_PROBLEMS = [
  'nik-not-16-digits',
  'nik-day-wrong',
  'nik-month-wrong',
  'nik-date-impossible',
  'nik-serial-zero',
  'nik-filler',
] as const
export type NikProblem = (typeof NIK_PROBLEMS)[number]

/** What a NIK says of a person. It is never changed by law, so it may be wrong about birth and sex. */
export type Nik = {
  /** The sixteen digits. */
  readonly text: string
  /** Province, regency and kecamatan where the person was first registered, 6 digits. */
  readonly region: string
  readonly sex: Sex
  readonly day: number
  readonly month: number
  /** The last two digits of the year of birth. */
  readonly shortYear: number
}

export type NikReading =
  { readonly ok: true; readonly nik: Nik } | { readonly ok: false; readonly problem: NikProblem }

/** Added to the day of birth of women. */
const WOMEN = 40

/** What a clerk types or a spreadsheet shows, without the spaces, points and dashes that make long numbers readable. */
export function bareNumber(text: string): string {
  return text.replace(/[\s.\-\u2010-\u2015'`\u2019]/g, '')
}

function realDay(year: number, month: number, day: number): CalendarDate | undefined {
  const text = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
  return CalendarDate.safeParse(text).success ? calendarDate(text) : undefined
}

/** The days that day, month and two-digit year can mean, the later century first. */
function daysOf(nik: Pick<Nik, 'day' | 'month' | 'shortYear'>): readonly CalendarDate[] {
  return [2000, 1900].flatMap((century) => realDay(century + nik.shortYear, nik.month, nik.day) ?? [])
}

/** Reads a NIK by the hard rules (NK1-NK3 in RULES.md). */
export function parseNik(typed: string): NikReading {
  const text = bareNumber(typed)
  if (!/^\d{16}$/.test(text)) return { ok: false, problem: 'nik-not-16-digits' }
  if (/^(\d)\1{15}$/.test(text)) return { ok: false, problem: 'nik-filler' }
  const dayPart = Number(text.slice(6, 8))
  const month = Number(text.slice(8, 10))
  const day = dayPart > WOMEN ? dayPart - WOMEN : dayPart
  if (day < 1 || day > 31) return { ok: false, problem: 'nik-day-wrong' }
  if (month < 1 || month > 12) return { ok: false, problem: 'nik-month-wrong' }
  const birth = { day, month, shortYear: Number(text.slice(10, 12)) }
  if (daysOf(birth).length === 0) return { ok: false, problem: 'nik-date-impossible' }
  if (text.endsWith('0000')) return { ok: false, problem: 'nik-serial-zero' }
  return { ok: true, nik: { text, region: text.slice(0, 6), sex: dayPart > WOMEN ? 'P' : 'L', ...birth } }
}

/** Below this age a person has no KTP, so that a card in the hand may mean a century earlier. */
const CARD_AGE = 17

/**
 * Birth days to suggest, most likely first: the latest that is not in the future; and where that is somebody too
 * young for a KTP, the one a century earlier too (NK4). A suggestion, never written over what was told.
 */
export function suggestedBirths(nik: Nik, today: CalendarDate): readonly CalendarDate[] {
  const [latest, ...earlier] = daysOf(nik).filter((day) => day <= today)
  if (!latest) return []
  return ageOn(today, latest).years < CARD_AGE ? [latest, ...earlier] : [latest]
}

/** Differences that may be saved, with a reason (`domain.md` 1.1 rules 3 and 5). */
export type NikWarning = 'nik-birth-differs' | 'nik-sex-differs' | 'nik-region-unknown'

/** Years by which a birth told as an age may be away from the true one. */
const AGE_SLACK = 2

function agrees(nik: Nik, birth: Birth): boolean {
  const days = daysOf(nik)
  if (birth.precision === 'day') return days.includes(birth.on)
  if (birth.precision === 'month') return days.some((day) => day.slice(0, 7) === birth.on.slice(0, 7))
  const slack = birth.precision === 'year' ? 0 : AGE_SLACK
  return days.some((day) => Math.abs(yearOf(day) - yearOf(birth.on)) <= slack)
}

/** What the NIK says otherwise than was told (NK5, NK6). `knowsRegion` looks the first six digits up in a list. */
export function nikWarnings(
  nik: Nik,
  told: { readonly birth?: Birth | undefined; readonly sex?: Sex | undefined },
  knowsRegion: (region: string) => boolean,
): readonly NikWarning[] {
  return [
    ...(told.birth && !agrees(nik, told.birth) ? (['nik-birth-differs'] as const) : []),
    ...(told.sex && told.sex !== nik.sex ? (['nik-sex-differs'] as const) : []),
    ...(knowsRegion(nik.region) ? [] : (['nik-region-unknown'] as const)),
  ]
}

/** For lists and prints: `3577********0001`, only the ends readable (NK7). */
export function maskedNik(text: string): string {
  return (
    text.slice(0, 4) + '*'.repeat(Math.max(0, text.length - 8)) + text.slice(Math.max(4, text.length - 4))
  )
}
