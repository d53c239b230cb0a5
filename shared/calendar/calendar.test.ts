import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, CalendarDate, calendarDate, daysBetween, daysFrom, weekdayOf } from './calendar-date.ts'
import { dayAt, Instant, instantAt, timeAt, ZONE_HOURS, type Zone } from './instant.ts'
import { addMonths, firstDayOf, lastDayOf, month, monthOf } from './month.ts'

const anyDay = fc
  .integer({ min: -30_000, max: 40_000 })
  .map((days) => addDays(calendarDate('2000-01-01'), days))

describe('days', () => {
  it.each([
    ['2026-02-28', true, 'an ordinary last day of February'],
    ['2026-02-29', false, 'no leap year'],
    ['2024-02-29', true, 'a leap year'],
    ['2100-02-29', false, 'a century is no leap year'],
    ['2000-02-29', true, 'every fourth century is'],
    ['2026-11-31', false, 'November has 30 days'],
    ['2026-13-01', false, 'there is no thirteenth month'],
    ['2026-1-01', false, 'the month has two digits'],
    ['31-12-2026', false, 'the year comes first'],
  ])('[CA1] %s is a day: %s (%s)', (text, real) => {
    expect(CalendarDate.safeParse(text).success).toBe(real)
  })

  it('[CA2] adding and counting agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('[CA2] each weekday follows the one before', () => {
    expect(daysFrom(calendarDate('2026-11-16'), calendarDate('2026-11-22')).map(weekdayOf)).toEqual([
      'mon',
      'tue',
      'wed',
      'thu',
      'fri',
      'sat',
      'sun',
    ])
  })
})

describe('months', () => {
  it.each([
    ['2026-10', '2026-10-31'],
    ['2026-02', '2026-02-28'],
    ['2024-02', '2024-02-29'],
    ['2026-12', '2026-12-31'],
  ])('[CA3] %s ends on %s', (period, last) => {
    expect(lastDayOf(month(period))).toBe(last)
  })

  it('[CA3] hold every day from the first to the last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const period = monthOf(day)
        expect(firstDayOf(period) <= day && day <= lastDayOf(period)).toBe(true)
        expect(addMonths(addMonths(period, months), -months)).toBe(period)
      }),
    )
  })
})

describe('moments', () => {
  it.each([
    ['2026-10-31T16:59:59.999Z', 'WIB', '2026-10-31', '23:59'],
    ['2026-10-31T17:00:00.000Z', 'WIB', '2026-11-01', '00:00'],
    ['2026-10-31T16:00:00.000Z', 'WITA', '2026-11-01', '00:00'],
    ['2026-12-31T15:00:00.000Z', 'WIT', '2027-01-01', '00:00'],
  ] as const)('[CA4] %s in %s is %s %s', (text, zone, day, time) => {
    const instant = Instant.parse(text)
    expect([dayAt(instant, zone), timeAt(instant, zone)]).toEqual([day, time])
  })

  it('[CA4] made from a wall clock show that wall clock', () => {
    const anyTime = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const anyZone = fc.constantFrom(...(Object.keys(ZONE_HOURS) as Zone[]))
    fc.assert(
      fc.property(anyDay, anyTime, anyZone, (day, time, zone) => {
        const instant = instantAt(day, time, zone)
        expect([dayAt(instant, zone), timeAt(instant, zone)]).toEqual([day, time])
      }),
    )
  })
})
