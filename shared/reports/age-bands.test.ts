import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { ageOn } from '../people/age.ts'
import { CLASSIC_AGE_BANDS, classicAgeBand, FORM_11_AGE_BANDS } from './age-bands.ts'

const columnFor = (born: string, seen: string) =>
  classicAgeBand(ageOn(calendarDate(seen), calendarDate(born)))
const placeOf = (born: CalendarDate, seen: CalendarDate) =>
  CLASSIC_AGE_BANDS.findIndex((band) => band.id === classicAgeBand(ageOn(seen, born)))

const anyDay = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays(calendarDate('1910-01-01'), days))

describe('age columns', () => {
  it.each([
    // born, seen, column, why this row is here
    ['2026-03-01', '2026-03-01', '0-7d', 'day 0 is a newborn day'],
    ['2026-03-01', '2026-03-08', '0-7d', 'day 7 is the last newborn day'],
    ['2026-03-01', '2026-03-09', '8-28d', 'day 8 is not'],
    ['2026-03-01', '2026-03-29', '8-28d', 'day 28 is its last day'],
    ['2026-02-01', '2026-03-01', '8-28d', 'a calendar month of 28 days: the day rule wins'],
    ['2026-03-01', '2026-03-30', '29d-1y', 'day 29'],
    ['2025-03-01', '2026-02-28', '29d-1y', 'the day before the first birthday'],
    ['2024-02-29', '2025-02-28', '29d-1y', 'a leap-day child is not one yet on 28 February'],
    ['2024-02-29', '2025-03-01', '1-4y', 'it is one on 1 March'],
    ['2021-10-15', '2026-10-14', '1-4y', 'the day before the fifth birthday'],
    ['2021-10-15', '2026-10-15', '5-9y', 'the fifth birthday'],
    ['1981-10-15', '2026-10-15', '45-54y', 'age 45'],
    ['1971-10-15', '2026-10-15', '55-59y', 'age 55'],
    ['1966-10-15', '2026-10-15', '60-69y', 'age 60'],
    ['1956-06-10', '2026-06-09', '60-69y', 'age 69 has a column'],
    ['1956-06-10', '2026-06-10', '70y+', 'age 70 has a column of its own'],
    ['1915-06-10', '2026-06-10', '70y+', 'and so have people older than a hundred'],
  ])('[AB1] born %s, seen %s → %s: %s', (born, seen, column) => {
    expect(columnFor(born, seen)).toBe(column)
  })

  it('[AB2] never moves a person to a younger column as time passes', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (...days) => {
        const [born, earlier, later] = [...days].sort() as [CalendarDate, CalendarDate, CalendarDate]
        expect(placeOf(born, earlier)).toBeLessThanOrEqual(placeOf(born, later))
      }),
    )
  })

  it('[AB3] the ten columns of Form 11 join all twelve, each once and in order', () => {
    expect(FORM_11_AGE_BANDS.flatMap((band) => [...band.joins])).toEqual(
      CLASSIC_AGE_BANDS.map((band) => band.id),
    )
    expect(FORM_11_AGE_BANDS).toHaveLength(10)
  })
})
