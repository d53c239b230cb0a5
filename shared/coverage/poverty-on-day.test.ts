import { describe, expect, it } from 'vitest'
import { calendarDate } from '../calendar/calendar-date.ts'
import { householdCover } from './household-cover.ts'
import { isPoorOn, type PovertyFinding } from './poverty-on-day.ts'

const day = calendarDate

function finding(from: string, over: Partial<PovertyFinding> = {}): PovertyFinding {
  return { id: `poverty:${from}`, poor: true, desil: null, from: day(from), stamp: `${from}T00`, ...over }
}

describe('poverty on a day', () => {
  it('[PV1] the latest finding that had begun holds, in whatever order they came', () => {
    const findings = [finding('2026-06-01', { poor: false }), finding('2025-01-01')]
    expect(isPoorOn(findings, day('2024-12-31'), 5)).toBe(false)
    expect(isPoorOn(findings, day('2025-01-01'), 5)).toBe(true)
    expect(isPoorOn(findings, day('2026-05-31'), 5)).toBe(true)
    expect(isPoorOn(findings, day('2026-06-01'), 5)).toBe(false)
  })

  it('[PV1] of two that began on one day the one written later holds', () => {
    const first = finding('2026-06-01', { stamp: '2026-06-01T08', id: 'poverty:b' })
    const second = finding('2026-06-01', { stamp: '2026-06-01T09', id: 'poverty:a', poor: false })
    expect(isPoorOn([first, second], day('2026-06-02'), 5)).toBe(false)
    expect(isPoorOn([second, first], day('2026-06-02'), 5)).toBe(false)
  })

  it.each<[number | null, number, boolean, string]>([
    [5, 5, true, 'at the limit'],
    [6, 5, false, 'above it, though the finding said poor'],
    [5, 4, false, 'the limit was lowered'],
    [null, 1, true, 'without a decile the finding decides'],
  ])('[PV2] decile %s with limit %s: %s: %s', (desil, limit, poor) => {
    expect(isPoorOn([finding('2026-01-01', { desil })], day('2026-10-31'), limit)).toBe(poor)
  })

  it.each([
    [[true, true], 'full'],
    [[true, false], 'partly'],
    [[false, false], 'none'],
    [[], 'no-members'],
  ])('[HC1] members covered %j: %s', (members, found) => {
    expect(householdCover(members)).toBe(found)
  })
})
