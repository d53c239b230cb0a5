import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import type { Zone } from '../../shared/calendar/instant.ts'
import { month } from '../../shared/calendar/month.ts'
import { aVisit } from '../../tests/builders/clinic-documents.ts'
import { inputFor } from '../../tests/recount/month-of.ts'
import { dayOfClinic } from './compile-clinic.ts'

const PERIOD = month('2026-10')
const at = (year: number, monthIndex: number, day: number, hour = 3) => Date.UTC(year, monthIndex, day, hour)

describe('the day of a clinic', () => {
  const { records } = inputFor([aVisit('v', '2026-10-30', '08:00', 'siti')])
  const { records: empty } = inputFor([])

  it.each<[number, Zone, string, string]>([
    [at(2026, 9, 15), 'WIB', '2026-10-15', 'hub time, in the middle of the month'],
    [at(2026, 9, 31, 16), 'WITA', '2026-11-01', 'the clinic is past midnight when the hub is not'],
    [at(2027, 3, 1), 'WIB', '2027-04-01', 'long after'],
    [at(2025, 3, 1), 'WIB', '2026-10-31', 'a clock behind: the day after the latest record'],
  ])('at %i in %s it is %s: %s', (now, zone, day) => {
    expect(dayOfClinic(now, zone, records, PERIOD)).toBe(day)
  })

  it('is hub time where the month is still to come and nothing is recorded', () => {
    expect(dayOfClinic(at(2026, 8, 30), 'WIB', empty, PERIOD)).toBe(calendarDate('2026-09-30'))
  })
})
