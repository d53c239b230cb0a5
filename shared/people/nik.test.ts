import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../calendar/calendar-date.ts'
import type { Birth } from '../documents/patient.ts'
import { maskedNik, nikWarnings, parseNik, suggestedBirths, type Nik } from './nik.ts'

const TODAY = calendarDate('2026-10-31')
const everyRegion = () => true

function nikOf(text: string): Nik {
  const reading = parseNik(text)
  if (!reading.ok) throw new Error(`${text}: ${reading.problem}`)
  return reading.nik
}

function birth(on: string, precision: Birth['precision'] = 'day'): Birth {
  return { on: calendarDate(on), precision }
}

describe('reading a NIK', () => {
  it.each([
    ['3577013112850001', 'as it stands on the card'],
    [' 3577 0131 1285 0001 ', 'written in groups'],
    ['357701.311285.0001', 'with points'],
    ['357701-311285-0001', 'with dashes'],
    ["'3577013112850001", 'with the apostrophe that keeps a spreadsheet from counting'],
  ])('[NK1] takes %j: %s', (typed) => {
    expect(parseNik(typed)).toMatchObject({ ok: true, nik: { text: '3577013112850001' } })
  })

  it.each([
    ['357701311285000', 'nik-not-16-digits', 'one digit is missing'],
    ['35770131128500011', 'nik-not-16-digits', 'one digit too many'],
    ['3577013112850O01', 'nik-not-16-digits', 'a letter O for a nought'],
    ['3,57701E+15', 'nik-not-16-digits', 'what a spreadsheet leaves of it'],
    ['', 'nik-not-16-digits', 'nothing'],
    ['3577010012850001', 'nik-day-wrong', 'day 00'],
    ['3577013212850001', 'nik-day-wrong', 'day 32 is neither a man nor a woman'],
    ['3577014012850001', 'nik-day-wrong', 'day 40 would be a woman born on day 0'],
    ['3577017212850001', 'nik-day-wrong', 'day 72 would be a woman born on day 32'],
    ['3577013100850001', 'nik-month-wrong', 'month 00'],
    ['3577013113850001', 'nik-month-wrong', 'month 13'],
    ['3577013111850001', 'nik-date-impossible', '31 November'],
    ['3577012902850001', 'nik-date-impossible', '29 February of a common year'],
    ['3577013112850000', 'nik-serial-zero', 'serials begin with 0001'],
    ['1111111111111111', 'nik-filler', 'a real date by chance, and nobody has it'],
    ['0000000000000000', 'nik-filler', 'noughts to fill the field'],
  ])('[NK2] refuses %s as %s: %s', (typed, problem) => {
    expect(parseNik(typed)).toEqual({ ok: false, problem })
  })

  it.each([
    ['3577010102850001', 'L', 1, 'the first day of a month'],
    ['3577013112850001', 'L', 31, 'the last'],
    ['3577014102850001', 'P', 1, 'a woman born on the first'],
    ['3577017112850001', 'P', 31, 'a woman born on the last'],
  ])('[NK3] %s is %s, born on day %i: %s', (text, sex, day) => {
    expect(nikOf(text)).toMatchObject({ sex, day })
  })

  it('[NK3] takes 29 February where either century has one', () => {
    expect(parseNik('3577012902000001').ok).toBe(true)
    expect(parseNik('3577012902840001').ok).toBe(true)
  })

  it('[NK2] answers for every text, and gives back sixteen digits where it takes one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{14,18}$/)), (typed) => {
        const reading = parseNik(typed)
        if (reading.ok) expect(reading.nik.text).toMatch(/^\d{16}$/)
      }),
    )
  })
})

describe('what a NIK suggests', () => {
  it.each([
    ['3577013112850001', ['1985-12-31'], 'the only century that is not in the future'],
    ['3577013110260001', ['2026-10-31', '1926-10-31'], 'born today, or a hundred years ago'],
    ['3577010111260001', ['1926-11-01'], 'tomorrow is in the future'],
    [
      '3577013110100001',
      ['2010-10-31', '1910-10-31'],
      'sixteen: a card in the hand means the earlier century',
    ],
    ['3577013110090001', ['2009-10-31'], 'seventeen today has a KTP'],
    ['3577012902000001', ['2000-02-29'], '1900 had no such day'],
  ])('[NK4] %s suggests %j: %s', (text, days) => {
    expect(suggestedBirths(nikOf(text), TODAY)).toEqual(days)
  })
})

describe('where a NIK differs from what was told', () => {
  it.each([
    [birth('1985-12-31'), [], 'the same day'],
    [birth('1985-12-30'), ['nik-birth-differs'], 'a day off'],
    [birth('2085-12-31'), [], 'the digits do not tell the century'],
    [birth('1985-12-01', 'month'), [], 'only the month is known'],
    [birth('1985-11-01', 'month'), ['nik-birth-differs'], 'another month'],
    [birth('1985-01-01', 'year'), [], 'only the year is known'],
    [birth('1986-01-01', 'year'), ['nik-birth-differs'], 'another year'],
    [birth('1987-03-01', 'age'), [], 'an age is told roundly'],
    [birth('1988-03-01', 'age'), ['nik-birth-differs'], 'three years off is no rounding'],
  ])('[NK5] told %j: %j, %s', (told, warnings) => {
    expect(nikWarnings(nikOf('3577013112850001'), { birth: told }, everyRegion)).toEqual(warnings)
  })

  it('[NK5] names another sex, and says nothing of what was not told', () => {
    expect(nikWarnings(nikOf('3577017112850001'), { sex: 'L' }, everyRegion)).toEqual(['nik-sex-differs'])
    expect(nikWarnings(nikOf('3577017112850001'), {}, everyRegion)).toEqual([])
  })

  it('[NK6] an unknown region is a warning', () => {
    const unknown = nikWarnings(nikOf('9977013112850001'), {}, (region) => region === '357701')
    expect(unknown).toEqual(['nik-region-unknown'])
  })
})

describe('a NIK on a list', () => {
  it('[NK7] shows its ends only', () => {
    expect(maskedNik('3577013112850001')).toBe('3577********0001')
  })
})
