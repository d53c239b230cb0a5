import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childCode, childNumber, isRelation, readRelation } from './relations.ts'

describe('codes of family members', () => {
  it.each<[number, string | undefined, string]>([
    [1, '02', 'the eldest'],
    [2, '03', 'the second'],
    [19, '20', 'the last that has a code'],
    [20, undefined, 'two digits have no place for the twentieth'],
    [0, undefined, 'children are counted from one'],
    [1.5, undefined, 'half a child'],
  ])('[RE1] child %s has code %s: %s', (number, code) => {
    expect(childCode(number)).toBe(code)
  })

  it('[RE1] a code and the number of the child lead to each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (number) => {
        const code = String(number).padStart(2, '0')
        const which = childNumber(code)
        if (which !== undefined) expect(childCode(which)).toBe(code)
      }),
    )
    expect(childNumber('00')).toBeUndefined()
    expect(childNumber('01')).toBeUndefined()
    expect(childNumber('21')).toBeUndefined()
    expect(childNumber('90')).toBeUndefined()
  })

  it.each([
    ['00', true],
    ['01', true],
    ['20', true],
    ['21', false],
    ['89', false],
    ['90', true],
    ['99', true],
    ['100', false],
    ['', false],
  ])('[RE4] %s is a code: %s', (code, is) => {
    expect(isRelation(code)).toBe(is)
  })
})

describe('the words of a register', () => {
  it.each([
    ['Kepala Keluarga', '00'],
    ['KK', '00'],
    ['Kep. Kel.', '00'],
    ['ISTRI', '01'],
    ['Isteri', '01'],
    ['Suami', '01'],
    ['Anak ke-1', '02'],
    ['Anak Ke 2', '03'],
    ['anak III', '04'],
    ['Anak kedua', '03'],
    ['Bapak', '90'],
    ['Ibu', '91'],
    ['Orang tua', undefined],
    ['Cucu', '94'],
    ['Menantu', '95'],
    ['Ibu Mertua', '96'],
    ['Adik', '97'],
    ['Keponakan', '98'],
    ['Santri', '99'],
    ['01', '01'],
    ['55', undefined],
    ['Anak ke-25', undefined],
    ['Famili lain', undefined],
    ['', undefined],
  ])('[RE2] %j is %s', (written, code) => {
    const read = readRelation(written)
    expect(read && 'code' in read ? read.code : undefined).toBe(code)
  })

  it('[RE3] a child without a number is a child of whom nobody says which', () => {
    expect(readRelation('Anak')).toEqual({ child: 'unnumbered' })
    expect(readRelation('Anak kandung')).toEqual({ child: 'unnumbered' })
  })
})
