import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsBehind, figureOf, isProved, tabulate, type Placement } from './tabulate.ts'

type Fact = { readonly id: string; readonly place: Placement }

const placement: fc.Arbitrary<Placement> = fc.oneof(
  fc.record({
    row: fc.constantFrom('A', 'B'),
    cell: fc.constantFrom('x', 'y'),
    once: fc.constantFrom('k1', 'k2', 'k3', 'k4'),
  }),
  fc.record({ row: fc.constantFrom('A', 'B'), cell: fc.constantFrom('x', 'y') }),
  fc.record({ folded: fc.constant('another') }),
  fc.record({ excluded: fc.constantFrom('sehat', 'cancelled') }),
  fc.record({ tray: fc.constantFrom('malformed', 'outside') }),
)

const facts = fc
  .array(placement, { maxLength: 60 })
  .map((places) => places.map((place, index): Fact => ({ id: `f${String(index)}`, place })))

const fold = (given: readonly Fact[]) =>
  tabulate(
    given,
    ({ id }) => id,
    ({ place }) => place,
  )

describe('tabulate', () => {
  it('[TB1] every fact read is in exactly one list, and the counts add up', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { cells, proof, facts: placed } = fold(given)
        const listed = [
          ...Object.values(placed.counted).flatMap((row) => Object.values(row).flat()),
          ...placed.folded.map(([id]) => id),
          ...Object.values(placed.excluded).flat(),
          ...Object.values(placed.tray).flat(),
        ]
        expect([...listed].sort()).toEqual(given.map(({ id }) => id).sort())
        expect(proof.read).toBe(given.length)
        expect(isProved(proof)).toBe(true)
        expect(figureOf(cells, ['A', 'B'], ['x', 'y'])).toBe(proof.counted)
      }),
    )
  })

  it('[TB1] of facts with one key the first counts and the others are folded into it', () => {
    const twice: Placement = { row: 'A', cell: 'x', once: 'visit 1' }
    const { proof, facts: placed } = fold([
      { id: 'first', place: twice },
      { id: 'second', place: { ...twice, cell: 'y' } },
    ])
    expect(placed.counted).toEqual({ A: { x: ['first'] } })
    expect(placed.folded).toEqual([['second', 'first']])
    expect(proof).toEqual({ read: 2, counted: 1, folded: 1, excluded: {}, tray: {} })
  })

  it('[TB2] a figure is as many as the facts behind it', () => {
    fc.assert(
      fc.property(facts, fc.subarray(['A', 'B']), fc.subarray(['x', 'y']), (given, rows, columns) => {
        const { cells, facts: placed } = fold(given)
        expect(factsBehind(placed.counted, rows, columns)).toHaveLength(figureOf(cells, rows, columns))
      }),
    )
  })

  it('[TB1] a proof that does not add up is seen', () => {
    expect(isProved({ read: 3, counted: 1, folded: 0, excluded: { sehat: 1 }, tray: {} })).toBe(false)
  })
})
