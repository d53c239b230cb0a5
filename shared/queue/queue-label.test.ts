import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QueueNumber } from '../documents/encounter.ts'
import { queueLabel } from './queue-label.ts'

const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split(''))
const desk = fc.oneof(
  letter,
  fc.tuple(letter, letter).map(([one, other]) => one + other),
)
const count = fc.integer({ min: 1, max: 999 })

describe('a queue number', () => {
  it.each([
    ['U', 'A', 12, 'UA012', 'the twelfth of the desk'],
    ['G', 'A', 1, 'GA001', 'QN2: each unit begins at 1'],
    ['U', 'AB', 999, 'UAB999', 'a desk with two letters, the last number'],
  ])('[QN1] [QN2] unit %s, desk %s, count %i is %s: %s', (unit, at, number, label) => {
    expect(queueLabel(unit, at, number)).toEqual({ label, count: number })
  })

  it('[QN1] differs between two desks, whatever unit and count', () => {
    fc.assert(
      fc.property(
        letter,
        fc.uniqueArray(desk, { minLength: 2, maxLength: 2 }),
        count,
        count,
        (unit, at, one, two) => {
          expect(queueLabel(unit, at[0] ?? '', one)?.label).not.toBe(
            queueLabel(unit, at[1] ?? '', two)?.label,
          )
        },
      ),
    )
  })

  it('[QN1] is one that a visit may carry', () => {
    fc.assert(
      fc.property(letter, desk, count, (unit, at, number) => {
        expect(QueueNumber.safeParse(queueLabel(unit, at, number)).success).toBe(true)
      }),
    )
  })

  it.each([0, -1, 1000])('[QN3] has no label for count %i', (number) => {
    expect(queueLabel('U', 'A', number)).toBeUndefined()
  })
})
