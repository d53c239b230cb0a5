import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rev, revisionsOf } from '../../tests/builders/pushed.ts'
import { readHistory } from './revisions.ts'

const [third, second, first] = [rev(3, 'c'), rev(2, 'b'), rev(1, 'a')]

describe('the history of a pushed revision', () => {
  it('[GW8] is read as a chain, newest first', () => {
    expect(readHistory(third, revisionsOf(third, second, first))).toEqual({
      revision: third,
      generation: 3,
      chain: [third, second, first],
    })
  })

  it('[GW8] may be cut short at its old end', () => {
    expect(readHistory(third, revisionsOf(third, second))?.chain).toEqual([third, second])
  })

  it.each([
    ['no history', third, undefined],
    ['another generation', third, { start: 2, ids: ['c'.repeat(32)] }],
    ['another revision first', third, { start: 3, ids: ['b'.repeat(32)] }],
    ['more revisions than generations', first, { start: 1, ids: ['a'.repeat(32), 'b'.repeat(32)] }],
    ['one revision twice', second, { start: 2, ids: ['b'.repeat(32), 'b'.repeat(32)] }],
    ['something else than text', third, { start: 3, ids: ['c'.repeat(32), 7] }],
    ['no ids', third, { start: 3, ids: [] }],
    ['generation 0', rev(0, 'a'), { start: 0, ids: ['a'.repeat(32)] }],
    ['a revision that is no revision', '3-xyz', { start: 3, ids: ['xyz'] }],
    ['no revision', undefined, revisionsOf(third)],
    ['a generation written as text', third, { start: '3', ids: ['c'.repeat(32)] }],
  ])('[GW8] is refused with %s', (_why, revision, revisions) => {
    expect(readHistory(revision, revisions)).toBeUndefined()
  })

  it('[GW8] never reads what does not say the same twice', () => {
    const anyHash = fc.constantFrom('a', 'b', 'c').map((letter) => letter.repeat(32))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        anyHash,
        fc.integer({ min: 0, max: 4 }),
        fc.array(anyHash),
        (generation, hash, start, ids) => {
          const history = readHistory(`${String(generation)}-${hash}`, { start, ids })
          if (!history) return
          expect([start, ids[0]]).toEqual([generation, hash])
          expect(history.chain).toHaveLength(ids.length)
          expect(new Set(history.chain.map((one) => Number.parseInt(one, 10))).size).toBe(ids.length)
        },
      ),
    )
  })
})
