import type { AreaCode } from '../../../shared/documents/address.ts'
import type { Area } from '../../../shared/codes/areas.ts'
import { plainWords } from './cell-text.ts'

/** Finds the official code of a desa or kelurahan by its name. */
export type FindVillage = (name: string) => AreaCode | undefined

function nameKey(name: string): string {
  return plainWords(name)
    .replace(/^(desa|kelurahan|kel|ds|ds kel|desa kelurahan) /, '')
    .replace(/ /g, '')
}

function byName(areas: readonly Area[]): ReadonlyMap<string, readonly Area[]> {
  const groups = new Map<string, Area[]>()
  for (const area of areas) {
    const key = nameKey(area.name)
    groups.set(key, [...(groups.get(key) ?? []), area])
  }
  return groups
}

/**
 * By name among the clinic's own desa first, else in its kabupaten or kota, else in all areas given, and only where
 * the name is the only one of its kind there (IM15): many desa of a province share a name.
 */
export function villageFinder(areas: readonly Area[], workingArea: readonly AreaCode[]): FindVillage {
  const villages = areas.filter((area) => area.code.length === 10)
  const own = new Set(workingArea)
  const regencies = new Set(workingArea.map((code) => code.slice(0, 4)))
  const circles = [
    villages.filter((area) => own.has(area.code)),
    villages.filter((area) => regencies.has(area.code.slice(0, 4))),
    villages,
  ].map(byName)
  return (name) => {
    const key = nameKey(name)
    const found = circles.map((circle) => circle.get(key)).find((matches) => matches !== undefined)
    return found?.length === 1 ? found[0]?.code : undefined
  }
}
