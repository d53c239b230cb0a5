import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { readVisitDay } from './typed-visit-day.ts'

const today = calendarDate('2026-10-31')
const born = calendarDate('2025-03-05')

describe('the day of a visit as clerks type it', () => {
  it.each([
    ['', '2026-10-31', 'nothing typed is today'],
    ['31-10-2026', '2026-10-31', 'today'],
    ['30 10 26', '2026-10-30', 'yesterday'],
    ['301026', '2026-10-30', 'six digits'],
    ['30 okt 2026', '2026-10-30', 'the month as a word'],
    ['30 10', '2026-10-30', 'without the year'],
    ['30/10', '2026-10-30', 'without the year, with a stroke'],
    ['30 okt', '2026-10-30', 'without the year, the month as a word'],
    ['24 12', '2025-12-24', 'without the year, and not yet this year'],
    ['5-3-2025', '2025-03-05', 'the day of the birth'],
    ['1 11 2026', 'date-in-future', 'tomorrow'],
    ['4-3-2025', 'before-birth', 'before the birth'],
    ['31 2 2026', 'unreadable', 'no calendar has it'],
    ['kemarin', 'unreadable', 'no date'],
  ])('%s: %s (%s)', (typed, expected) => {
    const reading = readVisitDay(typed, today, born)
    expect(reading.ok ? reading.day : reading.problem).toBe(expected)
  })

  it('[VD2] is refused for a year that the desk does not hold', () => {
    const longAgo = calendarDate('1985-03-12')
    expect(readVisitDay('31-12-2024', today, longAgo)).toEqual({ ok: false, problem: 'year-not-held' })
    expect(readVisitDay('1-1-2025', today, longAgo)).toEqual({ ok: true, day: '2025-01-01' })
  })

  it('is not the day on which the visit was entered by mistake', () => {
    expect(readVisitDay('30 10', today, born, calendarDate('2026-10-30'))).toEqual({
      ok: false,
      problem: 'same-day',
    })
  })
})
