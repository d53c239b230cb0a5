import { describe, expect, it } from 'vitest'
import { calendarDate } from '../calendar/calendar-date.ts'
import { ageOn } from './age.ts'

const age = (day: string, born: string) => ageOn(calendarDate(day), calendarDate(born))

describe('age on a day', () => {
  it.each([
    // day, born, days, years, why this row is here
    ['2026-03-01', '2026-03-01', 0, 0, 'the day of birth is day 0'],
    ['2026-03-29', '2026-03-01', 28, 0, 'days are counted across nothing but days'],
    ['2026-12-31', '2026-01-01', 364, 0, 'a year less a day'],
    ['2027-01-01', '2026-01-01', 365, 1, 'the first birthday'],
    ['2026-06-09', '1956-06-10', 25566, 69, 'the day before the seventieth birthday'],
    ['2026-06-10', '1956-06-10', 25567, 70, 'the seventieth birthday'],
    ['2026-10-31', '1919-01-01', 39385, 107, 'people older than a hundred have an age too'],
  ])('[AG1] on %s, born %s: %i days, %i years: %s', (day, born, days, years) => {
    expect(age(day, born)).toEqual({ days, years })
  })

  it.each([
    ['2025-02-28', 0, 'not one year old yet on 28 February'],
    ['2025-03-01', 1, 'one year old on 1 March'],
    ['2028-02-28', 3, 'in a leap year the birthday is 29 February again'],
    ['2028-02-29', 4, 'and completes the year'],
  ])('[AG2] a child born on 29 February 2024 is on %s %i: %s', (day, years) => {
    expect(age(day, '2024-02-29').years).toBe(years)
  })

  it('[AG3] throws for a day before the birth', () => {
    expect(() => age('2026-03-01', '2026-03-02')).toThrow('before the birth')
  })
})
