import { describe, expect, it } from 'vitest'
import { weekdayOf } from '../calendar/calendar-date.ts'
import { AREAS } from './areas.ts'
import { CHRONIC_CATEGORIES, isChronic } from './chronic-categories.ts'
import { ICD10 } from './icd10.ts'
import { NATIONAL_HOLIDAYS } from './national-holidays.ts'
import { NIK_REGIONS } from './nik-regions.ts'
import { PAYERS, PAYER_ROLLUPS } from './payers.ts'
import { USUAL_UNITS } from './units.ts'

const isUnique = (values: readonly string[]) => new Set(values).size === values.length
const isRising = (values: readonly string[]) =>
  values.every((value, at) => at === 0 || (values[at - 1] ?? '') < value)

describe('diagnoses', () => {
  it('stand in code order, each once', () => {
    expect(isRising(ICD10.map(({ code }) => code))).toBe(true)
    expect(ICD10.length).toBeGreaterThan(700)
  })

  it('have names of their own', () => {
    expect(isUnique(ICD10.map(({ nameId }) => nameId.toLowerCase()))).toBe(true)
  })

  it.each([
    ['darah tinggi', 'I10'],
    ['kencing manis', 'E11.9'],
    ['batuk pilek', 'J06.9'],
    ['maag', 'K29.7'],
    ['mencret', 'A09'],
    ['panu', 'B36.0'],
    ['surat sehat', 'Z02.7'],
  ])('are known by what people say: %s', (word, code) => {
    expect(ICD10.find((entry) => entry.code === code)?.also).toContain(word)
  })

  it('have the visits of healthy people', () => {
    const visits = ['Z34.9', 'Z27.1', 'Z30.4', 'Z02.7', 'Z00.0', 'Z39.2']
    expect(visits.filter((code) => !ICD10.some((entry) => entry.code === code))).toEqual([])
  })
})

describe('areas', () => {
  const below = (around: string, digits: number) =>
    AREAS.filter(({ code }) => code.startsWith(around) && code.length === digits)

  it('stand in code order, each inside an area of the list', () => {
    const codes = AREAS.map(({ code }) => code)
    const known = new Set(codes)
    expect(isRising(codes)).toBe(true)
    const around = (code: string) => code.slice(0, code.length === 10 ? 6 : code.length - 2)
    expect(codes.filter((code) => code.length > 2 && !known.has(around(code)))).toEqual([])
  })

  it('have Kota Madiun whole: 3 kecamatan of 9 kelurahan each', () => {
    expect(AREAS.find(({ code }) => code === '3577')?.name).toBe('Kota Madiun')
    expect(below('3577', 6).map(({ name }) => name)).toEqual(['Kartoharjo', 'Manguharjo', 'Taman'])
    expect(['357701', '357702', '357703'].map((code) => below(code, 10).length)).toEqual([9, 9, 9])
  })

  it('have every province and regency, and desa only around Madiun', () => {
    expect(below('', 2)).toHaveLength(38)
    expect(below('', 4)).toHaveLength(514)
    const withDesa = new Set(below('', 10).map(({ code }) => code.slice(0, 4)))
    expect([...withDesa].sort()).toEqual(['3502', '3519', '3520', '3521', '3577'])
  })

  it('agree with the regions of the NIK', () => {
    expect(below('', 6).filter(({ code, name }) => NIK_REGIONS[code] !== name)).toEqual([])
    const regencies = new Set(below('', 4).map(({ code }) => code))
    expect(Object.keys(NIK_REGIONS).filter((code) => !regencies.has(code.slice(0, 4)))).toEqual([])
  })
})

describe('payers', () => {
  it('have a code each, and every roll-up is used', () => {
    expect(isUnique(PAYERS.map(({ code }) => code))).toBe(true)
    expect(new Set(PAYERS.map(({ rollup }) => rollup))).toEqual(new Set(PAYER_ROLLUPS))
  })

  it('mark cover of the poor', () => {
    const poor = PAYERS.filter((payer) => payer.poor).map(({ code }) => code)
    expect(poor).toEqual(['JKN_PBI_APBN', 'JKN_PBI_APBD', 'JAMKESDA', 'SKTM'])
  })
})

describe('units', () => {
  it('have a code and a letter of their own', () => {
    expect(isUnique(USUAL_UNITS.map(({ code }) => code))).toBe(true)
    expect(isUnique(USUAL_UNITS.map(({ letter }) => letter))).toBe(true)
  })

  it('keep the letters that desks know', () => {
    const letters = Object.fromEntries(USUAL_UNITS.map(({ code, letter }) => [code, letter]))
    expect(letters).toMatchObject({ UMUM: 'U', GIGI: 'G', KIA: 'K', LANSIA: 'L' })
  })
})

describe('holidays', () => {
  it.each([
    [2025, 17, 11],
    [2026, 17, 8],
  ])('of %i: %i of the nation, %i of collective leave, in date order', (year, national, leave) => {
    const days = NATIONAL_HOLIDAYS.get(year) ?? []
    expect(isRising(days.map(({ on }) => on))).toBe(true)
    expect(days.every(({ on }) => on.startsWith(`${year}-`))).toBe(true)
    expect(days.filter(({ kind }) => kind === 'national')).toHaveLength(national)
    expect(days.filter(({ kind }) => kind === 'collective-leave')).toHaveLength(leave)
  })

  it('put collective leave on days of work', () => {
    const leave = [...NATIONAL_HOLIDAYS.values()].flat().filter(({ kind }) => kind === 'collective-leave')
    expect(leave.filter(({ on }) => ['sat', 'sun'].includes(weekdayOf(on)))).toEqual([])
  })
})

describe('chronic illness', () => {
  it.each([
    ['I10', true, 'first of its span'],
    ['I15.9', true, 'last of its span'],
    ['I16.0', false, 'after the span'],
    ['E11.9', true, 'inside a span'],
    ['J45.9', true, 'asthma'],
    ['J46', false, 'an attack of asthma is acute'],
    ['F99', true, 'last of the mental disorders'],
    ['C97', true, 'last of the cancers'],
    ['D00.0', false, 'after the cancers'],
    ['A09', false, 'acute'],
  ])('%s: %s (%s)', (code, chronic) => {
    expect(isChronic(code)).toBe(chronic)
  })

  it('follows the list it is given', () => {
    expect(isChronic('A09', [{ from: 'A00', to: 'A09' }])).toBe(true)
    expect(isChronic('I10', [])).toBe(false)
  })

  it('names each category once', () => {
    const spans = [...CHRONIC_CATEGORIES].sort((one, other) => (one.from < other.from ? -1 : 1))
    expect(spans.filter(({ from }, at) => at > 0 && from <= (spans[at - 1]?.to ?? ''))).toEqual([])
  })
})
