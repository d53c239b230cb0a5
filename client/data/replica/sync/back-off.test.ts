import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOff } from './back-off.ts'

const share = fc.double({ min: 0, max: 0.999, noNaN: true })

describe('the next try', () => {
  it('[EX4] comes later after each failure, up to half a minute, and at once sooner after success', () => {
    const pace = backOff(() => 0.5)
    const waits = Array.from({ length: 8 }, () => pace.afterFailure())
    expect(waits).toEqual([750, 1500, 3000, 6000, 12_000, 22_500, 22_500, 22_500])
    expect(pace.failures()).toBe(8)
    pace.afterSuccess()
    expect([pace.failures(), pace.afterFailure()]).toEqual([0, 750])
  })

  it('[EX4] is spread by chance, never sooner than half of the longest wait', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 20 }), (drawn, before) => {
        const pace = backOff(() => drawn)
        for (let n = 0; n < before; n += 1) pace.afterFailure()
        const longest = Math.min(30_000, 1000 * 2 ** before)
        const wait = pace.afterFailure()
        expect(wait).toBeGreaterThanOrEqual(longest / 2)
        expect(wait).toBeLessThanOrEqual(longest)
      }),
    )
  })
})
