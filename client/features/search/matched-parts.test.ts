import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchedParts } from './matched-parts.ts'

const marked = (name: string, typed: string) =>
  matchedParts(name, typed)
    .map((part) => (part.matched ? `[${part.text}]` : part.text))
    .join('')

describe('the matched part of a name', () => {
  it.each([
    ['Siti Aminah', 'siti', '[Siti] Aminah'],
    ['Siti Aminah', 'ami sit', '[Sit]i [Ami]nah'],
    ['Siti Aminah', 'minah', 'Siti Aminah'],
    ['Siti Aminah', '', 'Siti Aminah'],
    ['Ny. Sri  Rahayu', 'sri', 'Ny. [Sri]  Rahayu'],
  ])('%s, typed %s: %s', (name, typed, expected) => {
    expect(marked(name, typed)).toBe(expected)
  })

  it('loses no letter of the name, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, typed) => {
        expect(
          matchedParts(name, typed)
            .map((part) => part.text)
            .join(''),
        ).toBe(name)
      }),
    )
  })
})
