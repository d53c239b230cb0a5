import { describe, expect, it } from 'vitest'
import { addDays, calendarDate } from '../calendar/calendar-date.ts'
import type { AttendanceDay } from './attendance-days.ts'
import { disciplineFlag } from './discipline.ts'
import { absenceYear, punctualityMonth, sumOfRatios } from './punctuality-month.ts'

type Code = AttendanceDay['code']

function days(codes: readonly Code[], late = 0, early = 0): readonly AttendanceDay[] {
  return codes.map((code, index) => {
    const atWork = code === 'H'
    return {
      on: addDays(calendarDate('2026-10-01'), index),
      code,
      late: atWork ? { minutes: late, bracket: late > 0 ? '1' : null } : null,
      early: atWork ? { minutes: early, bracket: early > 0 ? '1' : null } : null,
      arrival: null,
      departure: null,
      repeated: [],
    }
  })
}

describe('a month of punctuality', () => {
  const codes: readonly Code[] = ['H', 'H', 'H', 'DL', 'C', 'S', 'TK', 'OFF', 'L', 'not-over']

  it('[PM1] takes leave out of the days due', () => {
    const found = punctualityMonth(days(codes))
    expect(found).toMatchObject({
      workingDays: 7,
      present: 3,
      absent: 1,
      attendance: { numerator: 4, denominator: 5 },
    })
    expect(found.leave).toEqual({ C: 1, S: 1, I: 0, TB: 0, DL: 1 })
  })

  it('[PM2] counts a day without arrival as not on time', () => {
    expect(punctualityMonth(days(codes)).onTime).toEqual({ numerator: 3, denominator: 4 })
    const late = punctualityMonth(days(codes, 5))
    expect(late.onTime).toEqual({ numerator: 0, denominator: 4 })
    expect(late.late).toEqual({ days: 3, minutes: 15, missing: 0, brackets: { '1': 3 } })
  })

  it('[PM3] sums numerators and denominators', () => {
    const ratios = [
      { numerator: 1, denominator: 1 },
      { numerator: 0, denominator: 9 },
    ]
    expect(sumOfRatios(ratios)).toEqual({ numerator: 1, denominator: 10 })
  })

  it.each([
    [2, 0, 2, null],
    [3, 0, 3, 'teguran-lisan'],
    [2, 449, 2, null],
    [2, 450, 2, 'teguran-lisan'],
    [6, 0, 6, 'teguran-tertulis'],
    [7, 0, 7, 'pernyataan-tidak-puas'],
    [27, 0, 3, 'bebas-jabatan'],
    [28, 0, 3, 'berhenti'],
    [10, 0, 10, 'sepuluh-hari-berturut'],
  ])(
    '[PM4] %i days absent and %i minutes short, %i in a row: %s',
    (daysAbsent, minutesShort, longestRun, flag) => {
      expect(disciplineFlag({ daysAbsent, minutesShort, longestRun })).toBe(flag)
    },
  )

  it('[PM4] free days do not break a run of absence, leave does', () => {
    const absent = (count: number) => Array.from({ length: count }, (): Code => 'TK')
    expect(absenceYear(days([...absent(5), 'OFF', 'L', ...absent(5)]))).toMatchObject({
      daysAbsent: 10,
      longestRun: 10,
      flag: 'sepuluh-hari-berturut',
    })
    expect(absenceYear(days([...absent(5), 'S', ...absent(5)]))).toMatchObject({
      longestRun: 5,
      flag: 'pernyataan-tidak-puas',
    })
    expect(absenceYear(days(['H', 'H'], 200, 25))).toMatchObject({
      minutesShort: 450,
      daysFromMinutes: 1,
      flag: null,
    })
  })
})
