import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { Instant, type Zone } from '../../../shared/calendar/instant.ts'
import { month } from '../../../shared/calendar/month.ts'
import type { MatrixCell, ReportMatrix } from '../../../shared/reports/report-answers.ts'
import { byNeed, standingOf, standingOfArrival, sumOf, type Standing } from './standing.ts'

type Clinic = ReportMatrix['facilities'][number]

const ARRIVAL = Instant.parse('2026-11-05T16:59:59.000Z')
const ON_TIME = { arrivedAt: ARRIVAL, onTime: true } as const
const LATE = { arrivedAt: ARRIVAL, onTime: false } as const
const MISSING = { arrivedAt: null, onTime: false } as const
const NOT_DUE = { arrivedAt: null, onTime: null } as const

function aCell(over: Partial<MatrixCell>): MatrixCell {
  return { form: 'visits', revision: 1, provisional: false, complete: null, ...ON_TIME, ...over }
}

function aClinic(name: string, ...reports: readonly Partial<MatrixCell>[]): Clinic {
  return { code: '1031948', name, zone: 'WIB', reports: reports.map(aCell) }
}

function aMatrix(...facilities: readonly Clinic[]): ReportMatrix {
  return { period: month('2026-10'), dueOn: calendarDate('2026-11-05'), facilities }
}

describe('how a report stands', () => {
  it.each([
    [ON_TIME, 'on-time'],
    [LATE, 'late'],
    [MISSING, 'missing'],
    [NOT_DUE, 'not-due'],
  ] as const)('%o is %s', (cell, standing) => {
    expect(standingOf(cell)).toBe(standing)
  })

  it.each<[string, Zone, Standing, string]>([
    ['2026-11-05T16:59:59.000Z', 'WIB', 'on-time', 'the last second of the last day in Madiun'],
    ['2026-11-05T17:00:00.000Z', 'WIB', 'late', 'midnight in Madiun'],
    ['2026-11-05T15:30:00.000Z', 'WIT', 'late', 'past midnight in Jayapura'],
  ])('an arrival at %s in %s is %s: %s', (arrivedAt, zone, standing) => {
    expect(standingOfArrival(Instant.parse(arrivedAt), zone, calendarDate('2026-11-05'))).toBe(standing)
  })

  it('what has not arrived says nothing of lateness by itself', () => {
    expect(standingOfArrival(null, 'WIB', calendarDate('2026-11-05'))).toBe('not-due')
  })
})

describe('order of the clinics', () => {
  it('is missing, late, least complete, then the name', () => {
    const gap = { complete: { numerator: 9, denominator: 10 } }
    const nothingYet = { complete: { numerator: 0, denominator: 0 } }
    const clinics = [
      aClinic('Ngegong', {}, nothingYet),
      aClinic('Banjarejo', {}, {}),
      aClinic('Oro-oro Ombo', gap, {}),
      aClinic('Demangan', LATE, {}),
      aClinic('Patihan', MISSING, {}),
      aClinic('Tawangrejo', MISSING, MISSING),
      aClinic('Manguharjo', LATE, LATE),
    ]
    expect([...clinics].sort(byNeed).map(({ name }) => name)).toEqual([
      'Tawangrejo',
      'Patihan',
      'Manguharjo',
      'Demangan',
      'Oro-oro Ombo',
      'Banjarejo',
      'Ngegong',
    ])
  })
})

describe('sum of the month', () => {
  it('counts arrivals and punctual arrivals of all reports due', () => {
    const matrix = aMatrix(aClinic('A', ON_TIME, LATE, MISSING), aClinic('B', ON_TIME, NOT_DUE, ON_TIME))
    expect(sumOf(matrix)).toEqual({ due: 6, arrived: 4, onTime: 3 })
  })

  it('is none before anything is due or has come', () => {
    expect(sumOf(aMatrix(aClinic('A', NOT_DUE, NOT_DUE)))).toBeNull()
    expect(sumOf(aMatrix())).toBeNull()
  })
})
