import type { HouseholdEntry, PatientEntry, SearchEntry } from '../../read-model/search-entries.ts'
import { familiesByName, searchNames } from './name-search.ts'
import { familiesByNumber, searchNumbers, type NumberHit } from './number-search.ts'
import { peopleHeld } from './people-held.ts'
import { readQuery } from './typed-query.ts'

export type Found = {
  readonly patient: PatientEntry
  readonly household: HouseholdEntry | null
  readonly matched: 'name' | NumberHit['matched']
}

/** All people and families of the clinic in the worker's memory, folded for search. */
export type PatientIndex = {
  readonly apply: (entries: readonly SearchEntry[]) => void
  readonly setAreas: (names: ReadonlyMap<string, string>) => void
  readonly search: (text: string, limit: number) => readonly Found[]
  readonly households: (text: string, limit: number) => readonly HouseholdEntry[]
  /** Active patients with that NIK. */
  readonly holdersOf: (nik: string) => readonly string[]
  readonly size: () => number
}

export function patientIndex(): PatientIndex {
  const held = peopleHeld()
  let areas: ReadonlyMap<string, string> = new Map()

  function found(patient: PatientEntry, matched: Found['matched']): Found {
    return { patient, household: held.households.get(patient.household ?? '') ?? null, matched }
  }

  return {
    apply: held.apply,
    setAreas(given) {
      areas = given
    },
    search(text, limit) {
      const query = readQuery(text)
      if (query.kind === 'nothing') return []
      if (query.kind === 'name') {
        return searchNames(held, areas, query, limit).map((patient) => found(patient, 'name'))
      }
      return searchNumbers(held, query.text, limit).map(({ slot, matched }) => found(slot.entry, matched))
    },
    households(text, limit) {
      const query = readQuery(text)
      if (query.kind === 'nothing') return []
      if (query.kind === 'name') return familiesByName(held, areas, query, limit)
      return familiesByNumber(held, query.text, limit)
    },
    holdersOf: (nik) => held.withNik(nik).map(({ entry }) => entry.id),
    size: held.size,
  }
}
