import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExamination, withControl, withDiagnosis, without, withPrimary } from './diagnoses.ts'

const told = (diagnoses: ReturnType<typeof withDiagnosis>) =>
  diagnoses.map(({ code, rank, control }) => `${code} ${rank}${control ? ' control' : ''}`)
const three = ['J06.9', 'I10', 'E11.9'].reduce(withDiagnosis, [])

describe('the diagnoses of a visit', () => {
  it('begin with the primary one', () => {
    expect(told(three)).toEqual(['J06.9 primary', 'I10 secondary', 'E11.9 secondary'])
  })

  it('give the first place to the one made primary', () => {
    expect(told(withPrimary(three, 2))).toEqual(['E11.9 primary', 'J06.9 secondary', 'I10 secondary'])
  })

  it('pass the first place on when the primary one is taken away', () => {
    expect(told(without(three, 0))).toEqual(['I10 primary', 'E11.9 secondary'])
    expect(told(without(three, 1))).toEqual(['J06.9 primary', 'E11.9 secondary'])
  })

  it('mark a planned check of a known illness', () => {
    expect(told(withControl(three, 1, true))).toContain('I10 secondary control')
  })

  it('have exactly one primary among them, whatever is done to them', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), at: fc.nat(4) }),
      fc.record({ do: fc.constant('take' as const), at: fc.nat(4) }),
      fc.record({ do: fc.constant('first' as const), at: fc.nat(4) }),
    )
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const left = steps.reduce<ReturnType<typeof withDiagnosis>>((list, { do: what, at }) => {
          if (what === 'add') return withDiagnosis(list, `A0${at}`)
          return what === 'take' ? without(list, at) : withPrimary(list, at)
        }, [])
        expect(left.filter(({ rank }) => rank === 'primary')).toHaveLength(left.length === 0 ? 0 : 1)
      }),
    )
  })

  it('come back from a draft, and from nothing else', () => {
    expect(readExamination({ name: 'Siti', diagnoses: three })?.diagnoses).toEqual(three)
    expect(readExamination({ name: 'Siti', diagnoses: three })?.began).toEqual([])
    expect(readExamination({ name: 'Siti' })).toBeNull()
  })
})
