import { CalendarDate, yearOf } from '../../../shared/calendar/calendar-date.ts'
import type { Birth } from '../../../shared/documents/patient.ts'
import type { Cell } from '../spreadsheet/sheet.ts'
import { dayOfSerial } from '../spreadsheet/serial-days.ts'
import { monthNamed } from './month-names.ts'
import { saidIn } from './cell-text.ts'

/** A day as far as it is known: of a month or year, its first day. */
export type ReadDay = {
  readonly on: CalendarDate
  readonly precision: Exclude<Birth['precision'], 'age'>
  /** The year had two digits; the latest that is not in the future was taken. */
  readonly shortYear: boolean
}

/** `day-impossible`: it has the shape of a day, and no calendar has it. */
export type DayReading =
  | { readonly ok: true; readonly day: ReadDay }
  | { readonly ok: false; readonly problem: 'day-unreadable' | 'day-impossible' }

const UNREADABLE: DayReading = { ok: false, problem: 'day-unreadable' }
const IMPOSSIBLE: DayReading = { ok: false, problem: 'day-impossible' }

/** Serial numbers of days before 1915 are more likely something else. */
const FIRST_SERIAL = 5480
const FIRST_YEAR = 1880

type Parts = { readonly day: number; readonly month: number; readonly year: string }

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** The full year: of two digits the latest that is not after `on`. */
function fullYear(year: string, on: CalendarDate): number {
  if (year.length === 4) return Number(year)
  const recent = Math.floor(yearOf(on) / 100) * 100 + Number(year)
  return recent > yearOf(on) ? recent - 100 : recent
}

function built({ day, month, year }: Parts, on: CalendarDate): DayReading {
  const whole = fullYear(year, on)
  if (month > 12 || day > 31 || whole < FIRST_YEAR || whole > 2200) return IMPOSSIBLE
  const precision = month === 0 ? 'year' : day === 0 ? 'month' : 'day'
  const text = `${String(whole)}-${two(month || 1)}-${two(month === 0 ? 1 : day || 1)}`
  const real = CalendarDate.safeParse(text)
  if (!real.success) return IMPOSSIBLE
  const late = year.length === 2 && real.data > on
  const shifted = late ? CalendarDate.safeParse(`${String(whole - 100)}${text.slice(4)}`) : real
  if (!shifted.success) return IMPOSSIBLE
  return { ok: true, day: { on: shifted.data, precision, shortYear: year.length === 2 } }
}

/** Question marks, dashes and noughts stand for a day or month that nobody knows. */
function known(part: string | undefined): number {
  return Number((part ?? '').replace(/\D/g, '') || '0')
}

const YEAR_FIRST = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/
const DAY_FIRST = /^(\d{1,2}|\?+|-+|x+)\s*[-/. ]\s*(\d{1,2}|\?+|-+|x+)\s*[-/. ]\s*(\d{4}|\d{2})$/i
const NAMED = /^(?:(\d{1,2})\s*[-/. ]?\s*)?([a-z]{3,9})\.?\s*[-/., ]?\s*(\d{4}|\d{2})$/i
const NAME_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})\s*,\s*(\d{4})$/i
const MONTH_AND_YEAR = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/

function fromWords(text: string): Parts | undefined {
  const [, day, name, year] = NAMED.exec(text) ?? []
  const month = name ? monthNamed(name) : undefined
  if (month && year) return { day: known(day), month, year }
  const [, english, englishDay, englishYear] = NAME_FIRST.exec(text) ?? []
  const englishMonth = english ? monthNamed(english) : undefined
  return englishMonth && englishYear
    ? { day: known(englishDay), month: englishMonth, year: englishYear }
    : undefined
}

function fromFigures(text: string): Parts | undefined {
  const [, y, m, d] = YEAR_FIRST.exec(text) ?? []
  if (y) return { day: known(d), month: known(m), year: y }
  const [, day, month, year] = DAY_FIRST.exec(text) ?? []
  if (year) return { day: known(day), month: known(month), year }
  const [, onlyMonth, itsYear] = MONTH_AND_YEAR.exec(text) ?? []
  return itsYear ? { day: 0, month: known(onlyMonth), year: itsYear } : undefined
}

function joinedFigures(digits: string): Parts | undefined {
  if (/^(18|19|20)\d{6}$/.test(digits) && Number(digits.slice(4, 6)) <= 12 && Number(digits.slice(6)) <= 31) {
    return { day: Number(digits.slice(6)), month: Number(digits.slice(4, 6)), year: digits.slice(0, 4) }
  }
  const full = digits.length === 7 || digits.length === 5 ? `0${digits}` : digits
  if (full.length !== 8 && full.length !== 6) return undefined
  return { day: Number(full.slice(0, 2)), month: Number(full.slice(2, 4)), year: full.slice(4) }
}

function fromNumber(digits: string, on: CalendarDate): DayReading {
  const value = Number(digits)
  if (/^\d{4}$/.test(digits) && value >= 1900 && value <= yearOf(on)) {
    return built({ day: 0, month: 0, year: digits }, on)
  }
  const serialDay = value >= FIRST_SERIAL && digits.length <= 5 ? dayOfSerial(value) : undefined
  if (serialDay && serialDay <= on)
    return { ok: true, day: { on: serialDay, precision: 'day', shortYear: false } }
  const parts = digits.length >= 6 ? joinedFigures(digits) : undefined
  return parts ? built(parts, on) : UNREADABLE
}

/** Names of weekdays before a day, and a time of day behind it, say nothing about the day. */
function withoutOrnaments(text: string): string {
  return text
    .replace(/^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s*/i, '')
    .replace(/[T ]+\d{1,2}[:.]\d{2}([:.]\d{2})?([.,]\d+)?Z?$/, '')
    .replace(/^(tgl|tanggal)\.?\s*/i, '')
    .trim()
}

/** Reads a day in the spellings of clinics' registers (IM7, IM8). `on`: the day on which the register is read. */
export function readDayText(written: string, on: CalendarDate): DayReading {
  const text = withoutOrnaments(written)
  if (/^\d+$/.test(text)) return fromNumber(text, on)
  const parts = fromFigures(text) ?? fromWords(text)
  return parts ? built(parts, on) : UNREADABLE
}

/** As `readDayText`, for a cell: a day stays a day, a number may be a serial number. */
export function readDay(cell: Cell, on: CalendarDate): DayReading {
  if (cell.kind === 'date') return { ok: true, day: { on: cell.day, precision: 'day', shortYear: false } }
  const text = cell.kind === 'number' ? String(Math.floor(cell.value)) : saidIn(cell)
  return text === undefined ? UNREADABLE : readDayText(text, on)
}
