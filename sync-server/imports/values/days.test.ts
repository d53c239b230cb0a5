import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate, daysBetween } from '../../../shared/calendar/calendar-date.ts'
import type { Cell } from '../spreadsheet/sheet.ts'
import { ageIn, bornFromAge, readAge } from './ages.ts'
import { readBirthCell } from './birth-cells.ts'
import { readDay, readDayText } from './days.ts'

const ON = calendarDate('2026-10-31')

function shown(written: string): string {
  const reading = readDayText(written, ON)
  if (!reading.ok) return reading.problem
  return reading.day.precision === 'day' ? reading.day.on : `${reading.day.on} (${reading.day.precision})`
}

describe('a day', () => {
  it.each([
    ['31/12/1985', '1985-12-31', 'day, month, year'],
    ['1/2/1985', '1985-02-01', 'without noughts the day still comes first'],
    ['31-12-1985', '1985-12-31', 'dashes'],
    ['31.12.1985', '1985-12-31', 'points'],
    ['31 12 1985', '1985-12-31', 'spaces'],
    ['31 - 12 - 1985', '1985-12-31', 'spaces around dashes'],
    ['1985-12-31', '1985-12-31', 'year first'],
    ['1985/12/31', '1985-12-31', 'year first with slashes'],
    ['1985-12-31 00:00:00', '1985-12-31', 'as databases print it'],
    ['1985-12-31T00:00:00.000Z', '1985-12-31', 'as programs print it'],
    ['31 Des 1985', '1985-12-31', 'Indonesian abbreviation'],
    ['31 Desember 1985', '1985-12-31', 'full name'],
    ['31-Des-1985', '1985-12-31', 'as spreadsheets show it'],
    ['31-Dec-85', '1985-12-31', 'English, short year'],
    ['31Des1985', '1985-12-31', 'no spaces'],
    ['17 Agustus 1945', '1945-08-17', 'full name of August'],
    ['17 Agt 1945', '1945-08-17', 'its abbreviation'],
    ['3 Pebruari 1970', '1970-02-03', 'the old spelling of February'],
    ['10 Nopember 1970', '1970-11-10', 'the old spelling of November'],
    ['Dec 31, 1985', '1985-12-31', 'English order'],
    ['Selasa, 31 Des 1985', '1985-12-31', 'with its weekday'],
    ['31121985', '1985-12-31', 'only figures'],
    ['1021985', '1985-02-01', 'only figures, its nought lost'],
    ['19851231', '1985-12-31', 'only figures, year first'],
    ['311285', '1985-12-31', 'six figures'],
    ['31412', '1985-12-31', 'a serial number'],
    ['31/12/85', '1985-12-31', 'a short year'],
    ['31/10/26', '2026-10-31', 'a short year: the latest that is not in the future'],
    ['01/11/26', '1926-11-01', 'tomorrow is in the future'],
    ['29/2/2000', '2000-02-29', 'a leap year'],
    ['1985', '1985-01-01 (year)', 'only the year'],
    ['00/00/1985', '1985-01-01 (year)', 'noughts for what nobody knows'],
    ['??-??-1985', '1985-01-01 (year)', 'question marks'],
    ['00/12/1985', '1985-12-01 (month)', 'only month and year'],
    ['12/1985', '1985-12-01 (month)', 'month and year in figures'],
    ['Des 1985', '1985-12-01 (month)', 'month and year'],
  ])('[IM7] %s is %s: %s', (written, day) => {
    expect(shown(written)).toBe(day)
  })

  it.each([
    ['31/11/1985', 'day-impossible', 'no calendar has it'],
    ['29/2/1985', 'day-impossible', 'not a leap year'],
    ['12/31/1985', 'day-impossible', 'month first is not turned round: 5/6 could not be told'],
    ['32/12/1985', 'day-impossible', 'day 32'],
    ['31/12/1685', 'day-impossible', 'nobody is so old'],
    ['31 Foo 1985', 'day-unreadable', 'no month'],
    ['Madiun', 'day-unreadable', 'a place'],
    ['1500', 'day-unreadable', 'neither a year nor a likely serial number'],
    ['99999', 'day-unreadable', 'a serial number in the future'],
    ['lupa', 'day-unreadable', 'forgotten'],
    ['', 'day-unreadable', 'nothing'],
  ])('[IM7] %j is %s: %s', (written, problem) => {
    expect(shown(written)).toBe(problem)
  })

  it('[IM7] a date cell stays what it is, a number may be a serial number', () => {
    const date: Cell = { kind: 'date', text: '31412', day: calendarDate('1985-12-31') }
    const serial: Cell = { kind: 'number', text: '31412', value: 31412 }
    for (const cell of [date, serial])
      expect(readDay(cell, ON)).toMatchObject({ ok: true, day: { on: '1985-12-31' } })
  })

  it('[IM7] reads back every day in every spelling', () => {
    const day = fc.date({ min: new Date('1920-01-01'), max: new Date('2026-10-30'), noInvalidDate: true })
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']
    fc.assert(
      fc.property(day, (moment) => {
        const iso = moment.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = iso.split('-') as [string, string, string]
        const spellings = [
          iso,
          `${dayOfMonth}/${month}/${year}`,
          `${String(Number(dayOfMonth))}-${String(Number(month))}-${year}`,
          `${dayOfMonth} ${names[Number(month) - 1] ?? ''} ${year}`,
          String(daysBetween(calendarDate('1899-12-30'), calendarDate(iso))),
        ]
        for (const spelling of spellings) expect(shown(spelling)).toBe(iso)
      }),
    )
  })
})

describe('place and day of birth in one cell', () => {
  it.each([
    ['Madiun, 31-12-1985', 'Madiun', '1985-12-31'],
    ['Madiun 31 Des 1985', 'Madiun', '1985-12-31'],
    ['MADIUN / 31 Desember 1985', 'MADIUN', '1985-12-31'],
    ['Kab. Madiun, 31/12/1985', 'Kab. Madiun', '1985-12-31'],
    ['Madiun,Desember 1985', 'Madiun', '1985-12-01'],
    ['31-12-1985, Madiun', 'Madiun', '1985-12-31'],
    ['31-12-1985', undefined, '1985-12-31'],
    ['Madiun', 'Madiun', undefined],
    ['Madiun,', 'Madiun', undefined],
    ['-', undefined, undefined],
  ])('[IM8] %j: %s, %s', (written, place, on) => {
    const read = readBirthCell({ kind: 'text', text: written }, ON)
    expect(read.place).toBe(place)
    expect(read.day?.ok ? read.day.day.on : undefined).toBe(on)
  })

  it('[IM8] an age in that cell is an age, and a broken day stays broken', () => {
    expect(readBirthCell({ kind: 'text', text: 'Madiun, 45 th' }, ON)).toMatchObject({
      place: 'Madiun',
      age: { years: 45 },
    })
    expect(readBirthCell({ kind: 'text', text: 'Madiun, 31-13-1985' }, ON)).toMatchObject({
      place: 'Madiun',
      day: { ok: false, problem: 'day-impossible' },
    })
  })
})

describe('an age', () => {
  it.each([
    ['34', 34, 0, 0],
    ['34 th', 34, 0, 0],
    ['34Thn', 34, 0, 0],
    ['34 tahun 5 bulan', 34, 5, 0],
    ['1 Th 06 Bl 10 Hr', 1, 6, 10],
    ['5 bln', 0, 5, 0],
    ['10 hr', 0, 0, 10],
    ['2 minggu', 0, 0, 14],
    ['1,5 th', 1, 6, 0],
    ['± 60', 60, 0, 0],
    ['0', 0, 0, 0],
  ])('[IM9] %j is %i years, %i months, %i days', (written, years, months, days) => {
    expect(readAge(written)).toEqual({ years, months, days })
  })

  it.each(['', 'dewasa', '131', '34 orang', 'th 34', '31/12/1985x'])('[IM9] %j is none', (written) => {
    expect(readAge(written)).toBeUndefined()
  })

  it('[IM9] a column may say the unit', () => {
    expect(ageIn('months', '7')).toEqual({ years: 0, months: 7, days: 0 })
    expect(ageIn('days', '12')).toEqual({ years: 0, months: 0, days: 12 })
    expect(ageIn('months', '2 th')).toEqual({ years: 2, months: 0, days: 0 })
  })

  it.each([
    [{ years: 34, months: 0, days: 0 }, '2026-10-31', '1992-10-31', 'the same day of that year'],
    [{ years: 2, months: 0, days: 0 }, '2024-02-29', '2022-02-28', 'a common year has no 29 February'],
    [{ years: 0, months: 8, days: 0 }, '2026-10-31', '2026-02-28', 'the last day of a shorter month'],
    [{ years: 0, months: 0, days: 31 }, '2026-10-31', '2026-09-30', 'days are counted'],
    [{ years: 0, months: 11, days: 0 }, '2026-10-31', '2025-11-30', 'over the turn of the year'],
  ])('[IM9] %j on %s was born on %s: %s', (age, on, born) => {
    expect(bornFromAge(age, calendarDate(on))).toBe(born)
  })
})
