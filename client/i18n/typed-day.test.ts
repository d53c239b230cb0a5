import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { readDay } from './typed-day.ts'

const today = calendarDate('2026-10-31')

describe('a day that may lie ahead', () => {
  it.each([
    ['31-12-2027', '2027-12-31'],
    ['31 12 27', '2027-12-31'],
    ['311227', '2027-12-31'],
    ['1 mar 2026', '2026-03-01'],
    ['31 2 2026', null],
    ['2026', null],
  ])('%s: %s', (typed, expected) => {
    expect(readDay(typed, today)).toBe(expected)
  })
})
