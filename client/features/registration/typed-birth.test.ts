import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate, daysBetween } from '../../../shared/calendar/calendar-date.ts'
import { readBirth } from './typed-birth.ts'

const today = calendarDate('2026-10-31')
const shown = (typed: string) => {
  const reading = readBirth(typed, today)
  return reading.ok ? `${reading.birth.on} ${reading.birth.precision}` : reading.problem
}

describe('a birth as clerks type it', () => {
  it.each([
    ['12 3 85', '1985-03-12 day', 'spaces, short year'],
    ['120385', '1985-03-12 day', 'six digits'],
    ['12031985', '1985-03-12 day', 'eight digits'],
    ['12/03/1985', '1985-03-12 day', 'slashes'],
    ['12-3-1985', '1985-03-12 day', 'dashes'],
    ['12.03.85', '1985-03-12 day', 'points'],
    ['12 mar 1985', '1985-03-12 day', 'the month as a word'],
    ['12mar85', '1985-03-12 day', 'without spaces'],
    ['31 Agustus 1990', '1990-08-31 day', 'a whole Indonesian month'],
    ['2 Nop 1971', '1971-11-02 day', 'the old spelling of November'],
    ['31 10 26', '2026-10-31 day', 'born today'],
    ['1 11 26', '1926-11-01 day', 'tomorrow cannot be: a century earlier'],
    ['3 1985', '1985-03-01 month', 'only the month'],
    ['mar 1985', '1985-03-01 month', 'only the month, as a word'],
    ['1985', '1985-01-01 year', 'only the year'],
    ['2026', '2026-01-01 year', 'this year'],
    ['41', '1985-10-31 age', 'a bare small number is an age'],
    ['41 th', '1985-10-31 age', 'an age'],
    ['41t', '1985-10-31 age', 'an age, short'],
    ['u 41', '1985-10-31 age', 'an age, by the key U'],
    ['umur 41 tahun', '1985-10-31 age', 'an age in words'],
    ['8 bl', '2026-02-28 age', 'the 31st of a shorter month is its last day'],
    ['2 th 3 bl', '2024-07-31 age', 'years and months'],
    ['10 hr', '2026-10-21 age', 'days'],
    ['', 'missing', 'nothing'],
    ['kemarin', 'unreadable', 'no date'],
    ['12 3', 'unreadable', 'a year is missing'],
    ['31 2 1990', 'impossible', 'no calendar has it'],
    ['29 2 2023', 'impossible', 'not a leap year'],
    ['1 11 2026', 'future', 'tomorrow'],
    ['2027', 'future', 'next year'],
    ['1 1 1890', 'too-old', 'a slip of the year'],
    ['140', 'too-old', 'a slip of the age'],
  ])('%s: %s (%s)', (typed, expected) => {
    expect(shown(typed)).toBe(expected)
  })

  it('reads every day back that is written in any of the usual ways', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 36_000 }),
        fc.constantFrom('/', '-', ' ', '.'),
        (days, between) => {
          const born = addDays(today, -days)
          const [year, month, day] = born.split('-') as [string, string, string]
          const reading = readBirth([Number(day), Number(month), year].join(between), today)
          expect(reading).toEqual({ ok: true, birth: { on: born, precision: 'day' } })
        },
      ),
    )
  })

  it('takes two digits of a year for somebody younger than a hundred years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const born = addDays(today, -days)
        const [year, month, day] = born.split('-') as [string, string, string]
        const reading = readBirth(`${day} ${month} ${year.slice(2)}`, today)
        expect(reading.ok && daysBetween(reading.birth.on, today)).toBe(days)
      }),
    )
  })
})
