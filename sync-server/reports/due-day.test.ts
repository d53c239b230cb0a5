import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { instantOf } from '../../shared/calendar/instant.ts'
import { month } from '../../shared/calendar/month.ts'
import { aSetting } from '../../tests/recount/month-of.ts'
import { dueDay, isOnTime } from './due-day.ts'

const due = calendarDate('2026-11-05')
const at = (day: number, hour: number) => instantOf(Date.UTC(2026, 10, day, hour))

describe('the deadline', () => {
  it('[RF6] is the day of the setting in the next month', () => {
    expect(dueDay([], month('2026-10'))).toBe('2026-11-05')
    expect(dueDay([], month('2026-12'))).toBe('2027-01-05')
    expect(dueDay([aSetting('report-deadline-day', '2026-01-01', 10)], month('2026-10'))).toBe('2026-11-10')
  })

  it.each([
    [at(5, 16), true, 'the evening of the day itself, in the clinic'],
    [at(5, 17), false, 'past midnight in the clinic'],
    [at(1, 0), true, 'days before'],
  ])('[RF6] arrived %s: %s: %s', (arrivedAt, onTime) => {
    expect(isOnTime(arrivedAt, due, 'WIB', at(20, 0))).toBe(onTime)
  })

  it('[RF6] nothing arrived is late only after the deadline', () => {
    expect(isOnTime(null, due, 'WIB', at(5, 16))).toBeNull()
    expect(isOnTime(null, due, 'WIB', at(5, 17))).toBe(false)
  })
})
