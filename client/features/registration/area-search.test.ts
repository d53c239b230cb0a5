import { describe, expect, it } from 'vitest'
import { placesOf, searchPlaces } from './area-search.ts'

const areas = [
  { code: '35', name: 'Jawa Timur' },
  { code: '3519', name: 'Kabupaten Madiun' },
  { code: '351908', name: 'Dagangan' },
  { code: '3519082001', name: 'Sukorejo' },
  { code: '3577', name: 'Kota Madiun' },
  { code: '357701', name: 'Kartoharjo' },
  { code: '3577011001', name: 'Kartoharjo' },
  { code: '3577011002', name: 'Oro-oro Ombo' },
]
const places = placesOf(areas, ['3577011001', '3577011002'])
const found = (typed: string, last: readonly string[] = []) =>
  searchPlaces(places, typed, last, 5).map((place) => place.code)

describe('finding where somebody lives', () => {
  it.each([
    ['sukorejo', ['3519082001'], 'a desa outside the working area'],
    ['karto', ['3577011001', '3577011002'], 'its own name before that of the kecamatan'],
    ['oro ombo', ['3577011002'], 'a part of the name'],
    ['madiun', ['3577011001', '3577011002', '3519082001', '3519', '3577'], 'the regency too, last'],
    ['suko dagangan', ['3519082001'], 'desa and kecamatan'],
    ['xyz', [], 'nothing'],
  ])('%s', (typed, codes) => {
    expect(found(typed)).toEqual(codes)
  })

  it('offers the last desa first, then the working area, before anything is typed', () => {
    expect(found('', ['3519082001'])).toEqual(['3519082001', '3577011001', '3577011002'])
  })

  it('says what lies around a place', () => {
    expect(places.find((place) => place.code === '3519082001')?.around).toBe(
      'Kec. Dagangan, Kabupaten Madiun',
    )
  })
})
