import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { Instant } from '../../shared/calendar/instant.ts'
import { month } from '../../shared/calendar/month.ts'
import {
  ageText,
  birthText,
  clockText,
  dateText,
  groupedDigits,
  monthText,
  numberText,
  timeText,
  weekdayText,
} from './format.ts'
import { messages } from './messages.id.ts'
import { translator } from './translate.ts'

const t = translator(messages)
const day = calendarDate('2026-10-31')
const moment = Instant.parse('2026-10-31T01:41:07.000Z')

describe('dates, times and numbers on a screen', () => {
  it('are written as people here write them', () => {
    expect(dateText(day)).toBe('31-10-2026')
    expect(timeText(moment, 'WIB')).toBe('08.41')
    expect(timeText(moment, 'WIT')).toBe('10.41')
    expect(clockText(moment, 'WIB')).toBe('08.41.07')
    expect(numberText(1234.5, 'id')).toBe('1.234,5')
    expect(numberText(87, 'id', 1)).toBe('87,0')
    expect(monthText(month('2026-10'), 'id')).toBe('Oktober 2026')
    expect(weekdayText(day, 'id')).toBe('Sabtu')
    expect(groupedDigits('3577035203850001')).toBe('3577 0352 0385 0001')
  })

  it.each([
    ['2026-10-31', '0 hari', 'born today'],
    ['2026-09-10', '51 hari', 'in days up to two months'],
    ['2026-08-31', '2 bulan', 'in months after that'],
    ['2025-11-01', '11 bulan', 'the day before the first birthday'],
    ['2024-10-31', '2 tahun 0 bulan', 'in years and months up to five'],
    ['2022-01-15', '4 tahun 9 bulan', 'the month is not full yet'],
    ['1985-03-12', '41 tahun', 'in years'],
    ['2026-11-01', '', 'not born yet'],
  ])('an age of somebody born %s is %s (%s)', (born, expected) => {
    expect(ageText(day, calendarDate(born), t)).toBe(expected)
  })

  it('say of a birth only what is known', () => {
    const on = calendarDate('1985-03-12')
    expect(
      (['day', 'month', 'year', 'age'] as const).map((precision) => birthText({ on, precision })),
    ).toEqual(['12-03-1985', '03-1985', '1985', '± 1985'])
  })
})
