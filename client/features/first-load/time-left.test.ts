import { describe, expect, it } from 'vitest'
import { timeLeft, type Sample } from './time-left.ts'

describe('time left of a first load', () => {
  const start = { at: 10_000, read: 500 }
  it.each<readonly [Sample, number | null, number | null, string]>([
    [{ at: 20_000, read: 1_500 }, 11_500, 100_000, 'a thousand in ten seconds, ten thousand to go'],
    [{ at: 20_000, read: 1_500 }, 1_500, 0, 'everything is in'],
    [{ at: 20_000, read: 1_500 }, null, null, 'the hub has not said how many there are'],
    [{ at: 12_000, read: 1_500 }, 9_000, null, 'two seconds say little'],
    [{ at: 40_000, read: 500 }, 9_000, null, 'nothing came since: no guess'],
  ])('%j of %j: %j, %s', (last, total, expected) => {
    expect(timeLeft(start, last, total)).toBe(expected)
  })
})
