import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../calendar/instant.ts'
import { momentOf, nextStamp, Stamp } from './stamp.ts'

const anyMoment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }).map(instantOf)
const anyWriter = fc.constantFrom('1031948-A.k3', '1031948-B.p0', 'hub.00')

describe('stamps', () => {
  it('[ST1] sort by wall clock, then counter, then writer', () => {
    const early = nextStamp(instantOf(1_000), 'b', [])
    const late = nextStamp(instantOf(2_000), 'a', [])
    const sameMoment = nextStamp(instantOf(1_000), 'a', [early])
    expect([late, sameMoment, early].sort()).toEqual([early, sameMoment, late])
    expect(nextStamp(instantOf(1_000), 'a', []) < early).toBe(true)
  })

  it('[ST2] are later than every stamp they are made after, even from a clock a year ahead', () => {
    fc.assert(
      fc.property(anyMoment, anyWriter, fc.array(fc.tuple(anyMoment, anyWriter)), (now, writer, others) => {
        const seen = others.map(([moment, by]) => nextStamp(moment, by, []))
        const stamp = nextStamp(now, writer, seen)
        expect(Stamp.safeParse(stamp).success).toBe(true)
        for (const one of seen) expect(stamp > one).toBe(true)
      }),
    )
  })

  it('[ST3] of one writer are never equal, though its clock stands still or runs back', () => {
    fc.assert(
      fc.property(fc.array(anyMoment, { minLength: 2, maxLength: 40 }), (moments) => {
        const made: Stamp[] = []
        for (const now of moments) made.push(nextStamp(now, 'w', made.slice(-1)))
        expect(new Set(made).size).toBe(made.length)
        expect([...made].sort()).toEqual(made)
      }),
    )
  })

  it('[ST3] pass into the next millisecond when one holds too many', () => {
    const full = `${instantOf(5)}/ffff/w` as Stamp
    expect(momentOf(nextStamp(instantOf(5), 'w', [full]))).toBe(instantOf(6))
  })
})
