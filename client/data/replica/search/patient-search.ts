import type { PatientId } from '../../../../shared/documents/ids.ts'
import type { Codec } from '../../codec/codec.ts'
import type { SearchHit } from '../../bridge/contract.ts'
import type { ReadModelStore } from '../../read-model/read-model-store.ts'
import { searchEntriesAfter } from '../../read-model/search-blobs.ts'
import type { HouseholdEntry } from '../../read-model/search-entries.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import type { ReferenceFacts } from '../reference-facts.ts'
import { patientIndex, type Found } from './patient-index.ts'

export type PatientSearch = {
  /** Takes in what was projected since, by any tab. The first call loads the whole index. */
  readonly refresh: () => Promise<void>
  readonly find: (text: string, limit: number) => Promise<readonly SearchHit[]>
  readonly families: (text: string, limit: number) => Promise<readonly HouseholdEntry[]>
  /** Active patients with that NIK. */
  readonly holdersOf: (nik: string) => Promise<readonly string[]>
  /** Forgets everything, because the read model is projected again from nothing. */
  readonly startOver: () => void
}

/** `3577********1234`, for lists. */
function masked(nik: string): string {
  return `${nik.slice(0, 4)}********${nik.slice(-4)}`
}

function hit({ patient, household, matched }: Found, areas: ReadonlyMap<string, string>): SearchHit {
  const { id, name, sex, birth, rm, oldRm, deceased, area, outside, nik } = patient
  return {
    id: id as PatientId,
    name,
    sex,
    birth,
    areaName: (area === null ? outside : (areas.get(area) ?? outside)) ?? '',
    headName: household?.headName ?? null,
    nikMasked: nik && masked(nik),
    rm,
    oldRm,
    deceased,
    matched,
  }
}

export function patientSearch(
  store: ReadModelStore,
  codec: Codec,
  facts: Pick<ReferenceFacts, 'areas'>,
): PatientSearch {
  let index = patientIndex()
  let last = 0

  const refresh = oneAtATime(async () => {
    const { n, entries } = await searchEntriesAfter(store, codec, last)
    index.apply(entries)
    last = n
  })

  async function ready(): Promise<ReadonlyMap<string, string>> {
    if (last === 0) await refresh()
    const areas = await facts.areas()
    index.setAreas(areas)
    return areas
  }

  return {
    refresh,
    async find(text, limit) {
      const areas = await ready()
      return index.search(text, limit).map((found) => hit(found, areas))
    },
    async families(text, limit) {
      await ready()
      return index.households(text, limit)
    },
    async holdersOf(nik) {
      await refresh()
      return index.holdersOf(nik)
    },
    startOver() {
      index = patientIndex()
      last = 0
    },
  }
}
