import type { Facility } from '../../../shared/documents/facility.ts'
import type { Unit } from '../../../shared/documents/unit.ts'
import type { Codec } from '../codec/codec.ts'
import { areaNames, facilityOf, unitsOf } from '../read-model/reference.ts'
import type { ReadModelStore } from '../read-model/read-model-store.ts'

/** What commands need of `reference`, read once and again after it changed. */
export type ReferenceFacts = {
  readonly facility: (code: string) => Promise<Facility | null>
  readonly unit: (facility: string, code: string) => Promise<Unit | undefined>
  /** Names of areas by their code without points. */
  readonly areas: () => Promise<ReadonlyMap<string, string>>
  readonly forget: () => void
}

export function referenceFacts(store: ReadModelStore, codec: Codec): ReferenceFacts {
  const kept = new Map<string, Promise<unknown>>()

  function once<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const before = kept.get(key) as Promise<Value> | undefined
    if (before) return before
    const started = read()
    kept.set(key, started)
    started.catch(() => kept.delete(key))
    return started
  }

  return {
    facility: (code) => once(`facility ${code}`, () => facilityOf(store, codec, code)),
    async unit(facility, code) {
      const units = await once(`units ${facility}`, () => unitsOf(store, codec, facility))
      return units.find((unit) => unit.code === code)
    },
    areas: () => once('areas', () => areaNames(store, codec)),
    forget: () => kept.clear(),
  }
}
