import type { Area } from '../../../shared/codes/areas.ts'
import { areaChain } from '../../data/read-model/area-chain.ts'

/** A place to live that the form offers: a desa or kelurahan, or for people from far away only the regency. */
export type Place = {
  readonly code: string
  readonly name: string
  /** What lies around it, smallest first. */
  readonly around: string
  readonly kind: 'area' | 'regency'
  /** It belongs to this clinic's working area. */
  readonly inside: boolean
  readonly words: readonly string[]
}

function fold(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** The places of the list, made once; the clinic's own desa first. */
export function placesOf(areas: readonly Area[], workingArea: readonly string[]): readonly Place[] {
  const names = new Map(areas.map((area) => [area.code, area.name] as const))
  const own = new Set(workingArea)
  const places = areas.flatMap((area): readonly Place[] => {
    const isDesa = area.code.length === 10
    if (!isDesa && area.code.length !== 4) return []
    const [name = area.name, ...around] = areaChain(area.code, names)
    return [
      {
        code: area.code,
        name,
        around: around.join(', '),
        kind: isDesa ? 'area' : 'regency',
        inside: own.has(area.code),
        words: fold([name, ...around].join(' ')),
      },
    ]
  })
  return [...places].sort((a, b) => rank(a) - rank(b))
}

function rank(place: Place): number {
  if (place.inside) return 0
  return place.kind === 'area' ? 1 : 2
}

/**
 * Places of which each typed word begins a word; those first whose own name begins with what was typed. Nothing
 * typed offers what was `last` chosen and the clinic's own desa.
 */
export function searchPlaces(
  places: readonly Place[],
  typed: string,
  last: readonly string[],
  limit: number,
): readonly Place[] {
  const words = fold(typed)
  if (words.length === 0) {
    const recent = last.flatMap((code) => places.find((place) => place.code === code) ?? [])
    const own = places.filter((place) => place.inside && !last.includes(place.code))
    return [...recent, ...own].slice(0, limit)
  }
  const found = places.filter((place) => words.every((word) => place.words.some((of) => of.startsWith(word))))
  const begins = (place: Place) => fold(place.name).join(' ').startsWith(words.join(' '))
  return [...found].sort((a, b) => Number(begins(b)) - Number(begins(a)) || rank(a) - rank(b)).slice(0, limit)
}
