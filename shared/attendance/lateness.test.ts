import { describe, expect, it } from 'vitest'
import { beyondTolerance, bracketOf, minutesAfter, topBracket } from './lateness.ts'

const BRACKETS = [
  { code: '1', fromMinutes: 1 },
  { code: '2', fromMinutes: 31 },
  { code: '3', fromMinutes: 61 },
  { code: '4', fromMinutes: 91 },
]

describe('minutes and brackets', () => {
  it.each([
    [59_999, 0, 'less than a whole minute'],
    [60_000, 1, 'one minute'],
    [119_999, 1, 'not yet two'],
    [-600_000, 0, 'before the time is not negative'],
  ])('[LT1] %i ms after: %i: %s', (ms, minutes) => {
    expect(minutesAfter(1_000_000, 1_000_000 + ms)).toBe(minutes)
  })

  it.each<[number, string | null, string]>([
    [0, null, 'nothing'],
    [1, '1', 'the first minute'],
    [30, '1', 'the last of the first bracket'],
    [31, '2', 'the first of the second'],
    [60, '2', 'its last'],
    [61, '3', 'the third'],
    [90, '3', 'its last'],
    [91, '4', 'minute 91 has a bracket'],
    [600, '4', 'and everything after it'],
  ])('[LT2] %i minutes are %s: %s', (minutes, bracket) => {
    expect(bracketOf(minutes, BRACKETS)).toBe(bracket)
    expect(topBracket(BRACKETS)).toBe('4')
  })

  it('[LT3] what is beyond the tolerance counts whole', () => {
    expect([4, 5, 6].map((minutes) => beyondTolerance(minutes, 5))).toEqual([0, 0, 6])
  })
})
