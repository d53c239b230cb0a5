import { describe, expect, it } from 'vitest'
import { instantOf } from '../../shared/calendar/instant.ts'
import { Ulid } from '../../shared/documents/ids.ts'
import { chanceOf } from './chance.ts'
import { ulidAt } from './made-ulid.ts'

const draws = (seed: string, count = 5) => {
  const chance = chanceOf(seed)
  return Array.from({ length: count }, () => chance.whole(0, 999_999))
}

describe('chance', () => {
  it('[DM1] draws these numbers from seed 1 for ever: a change of them changes every demo', () => {
    expect(draws('1')).toMatchInlineSnapshot(`
      [
        502978,
        711291,
        787227,
        181720,
        522639,
      ]
    `)
  })

  it('[DM1] draws the same again, and other numbers from another seed', () => {
    expect(draws('7', 100)).toEqual(draws('7', 100))
    expect(draws('7', 100)).not.toEqual(draws('8', 100))
  })

  it('[DM1] has streams that do not disturb each other', () => {
    const one = chanceOf('1')
    const other = chanceOf('1')
    other.stream('people').fraction()
    other.fraction()
    one.fraction()
    expect(one.stream('visits').whole(0, 1e9)).toBe(other.stream('visits').whole(0, 1e9))
  })

  it('spreads evenly over a range, both ends included', () => {
    const chance = chanceOf('even')
    const counts = new Map<number, number>()
    for (let draw = 0; draw < 60_000; draw += 1) {
      const value = chance.whole(1, 6)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  it('weighs, and never takes what has no weight', () => {
    const chance = chanceOf('weights')
    const items = [
      { name: 'never', weight: 0 },
      { name: 'one', weight: 1 },
      { name: 'three', weight: 3 },
    ]
    const taken = Array.from({ length: 4000 }, () => chance.weighted(items, (item) => item.weight).name)
    expect(taken).not.toContain('never')
    const share = taken.filter((name) => name === 'three').length / taken.length
    expect(share).toBeGreaterThan(0.7)
    expect(share).toBeLessThan(0.8)
  })
})

describe('ids', () => {
  it('are ULIDs that sort by their moment', () => {
    const chance = chanceOf('ids')
    const early = ulidAt(instantOf(Date.UTC(2025, 10, 1)), chance)
    const late = ulidAt(instantOf(Date.UTC(2026, 9, 31)), chance)
    expect(Ulid.safeParse(early).success && Ulid.safeParse(late).success).toBe(true)
    expect(early < late).toBe(true)
    expect(ulidAt(instantOf(0), chance).startsWith('0000000000')).toBe(true)
  })
})
