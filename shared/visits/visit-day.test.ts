import { describe, expect, it } from 'vitest'
import { mayWrite, type Role } from '../access/roles.ts'
import { calendarDate } from '../calendar/calendar-date.ts'
import type { Encounter } from '../documents/encounter.ts'
import { enterableYears, mayWithdraw, visitDayProblem } from './visit-day.ts'

const day = calendarDate
const TODAY = day('2026-10-31')

describe('the day of a visit', () => {
  it.each([
    ['2026-10-31', 'none', 'today'],
    ['2026-10-30', 'none', 'yesterday'],
    ['2025-01-01', 'none', 'the first day of last year'],
    ['2026-11-01', 'date-in-future', 'tomorrow'],
    ['2024-12-31', 'year-not-held', 'the day before'],
    ['1990-02-27', 'before-birth', 'before the birth'],
  ])('[VD1] [VD2] on %s: %s (%s)', (on, problem) => {
    expect(visitDayProblem(day(on), TODAY, day('1990-02-28')) ?? 'none').toBe(problem)
  })

  it('[VD1] may be the day of the birth', () => {
    expect(visitDayProblem(day('2026-05-04'), TODAY, day('2026-05-04'))).toBeUndefined()
    expect(visitDayProblem(day('2026-05-03'), TODAY, day('2026-05-04'))).toBe('before-birth')
  })

  it('[VD2] moves on with the new year', () => {
    expect(enterableYears(day('2026-12-31'))).toEqual([2025, 2026])
    expect(enterableYears(day('2027-01-01'))).toEqual([2026, 2027])
  })
})

describe('withdrawing a visit', () => {
  const as = (role: Role) => (type: string) => mayWrite(role, type)
  const visit = (status: Encounter['status'], servedBy: Encounter['servedBy'] = null) => ({
    status,
    servedBy,
  })

  it.each([
    ['loket', visit('registered'), true],
    ['loket', visit('served', 'back-entry'), true],
    ['loket', visit('served', 'day-closed'), true],
    ['loket', visit('served', 'poli'), false],
    ['clinician', visit('served', 'poli'), true],
    ['diagnosis-entry', visit('served', 'poli'), true],
    ['records', visit('cancelled'), false],
    ['head', visit('registered'), false],
  ] as const)('[VD3] %s of %o: %s', (role, which, may) => {
    expect(mayWithdraw(which, as(role))).toBe(may)
  })
})
