import { plainWords } from '../../../../shared/people/name-folding.ts'
import type { HouseholdEntry, PatientEntry, SearchEntry } from '../../read-model/search-entries.ts'
import { bestOf } from './best.ts'
import { readQuery, type TypedQuery } from './typed-query.ts'
import { FIT, wordIndex } from './word-index.ts'

export type Matched = 'name' | 'nik' | 'kk' | 'jkn' | 'rm' | 'phone'
export type Found = {
  readonly patient: PatientEntry
  readonly household: HouseholdEntry | null
  readonly matched: Matched
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

/** What a word adds to the rank when it fits not the person's name but the desa or the head of the family. */
const BESIDE = 20
const DECEASED = 1
/** Results below which slips of the hand are forgiven too. */
const ENOUGH = 5

type NameQuery = Extract<TypedQuery, { kind: 'name' }>
type Slot = { readonly entry: PatientEntry; readonly numbers: string }

const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

function numbersOf({ nik, jkn, rm, oldRm, phone }: PatientEntry): string {
  const plainPhone = phone?.trim().startsWith('+62') ? `0${phone.trim().slice(3)}` : (phone ?? '')
  return [nik, jkn, rm, oldRm, plainPhone].map((number) => bare(number ?? '')).join('|')
}

const NUMBER_FIELDS: readonly Matched[] = ['nik', 'jkn', 'rm', 'rm', 'phone']

/** How well a number fits: whole, its beginning, its last digits; `undefined` for a piece out of its middle. */
function numberFit(number: string, typed: string): number | undefined {
  if (number === typed) return 0
  if (number.startsWith(typed)) return 1
  return number.endsWith(typed) ? 2 : undefined
}

function byName(a: PatientEntry, b: PatientEntry): boolean {
  return a.name === b.name ? a.birth.on < b.birth.on : a.name < b.name
}

export function patientIndex(): PatientIndex {
  const slots: (Slot | null)[] = []
  const slotOf = new Map<string, number>()
  const households = new Map<string, HouseholdEntry>()
  const members = new Map<string, Set<number>>()
  const byNik = new Map<string, Set<number>>()
  const names = wordIndex()
  const heads = wordIndex()
  const headSlots: (string | null)[] = []
  const headSlotOf = new Map<string, number>()
  let areas: ReadonlyMap<string, string> = new Map()

  function note(map: Map<string, Set<number>>, key: string | null, slot: number): void {
    if (key === null) return
    const set = map.get(key) ?? new Set<number>()
    map.set(key, set.add(slot))
  }

  function remove(id: string): void {
    const slot = slotOf.get(id)
    const old = slot === undefined ? null : slots[slot]
    if (slot === undefined || !old) return
    slots[slot] = null
    slotOf.delete(id)
    if (old.entry.household) members.get(old.entry.household)?.delete(slot)
    if (old.entry.nik) byNik.get(old.entry.nik)?.delete(slot)
  }

  function addPatient(entry: PatientEntry): void {
    const before = slotOf.get(entry.id)
    const same = before === undefined ? null : slots[before]
    if (before !== undefined && same?.entry.name === entry.name) {
      members.get(same.entry.household ?? '')?.delete(before)
      byNik.get(same.entry.nik ?? '')?.delete(before)
    } else remove(entry.id)
    const slot = slotOf.get(entry.id) ?? slots.length
    if (slot === slots.length) names.add(slot, entry.name)
    slots[slot] = { entry, numbers: numbersOf(entry) }
    slotOf.set(entry.id, slot)
    note(members, entry.household, slot)
    note(byNik, entry.nik, slot)
  }

  function removeHousehold(id: string): void {
    const slot = headSlotOf.get(id)
    if (slot !== undefined) headSlots[slot] = null
    headSlotOf.delete(id)
    households.delete(id)
  }

  function addHousehold(entry: HouseholdEntry): void {
    if (households.get(entry.id)?.headName !== entry.headName) {
      removeHousehold(entry.id)
      const slot = headSlots.push(entry.id) - 1
      headSlotOf.set(entry.id, slot)
      heads.add(slot, entry.headName)
    }
    households.set(entry.id, entry)
  }

  /** For one typed word: how well it fits each person's name, and whether it fits their head of family or desa. */
  function fitsOf(
    word: string,
    unfinished: boolean,
    withSlips: boolean,
  ): { own: Uint8Array; beside: Uint8Array } {
    const own = new Uint8Array(slots.length).fill(FIT.none)
    names.fit(word, unfinished, withSlips, own)
    const headFits = new Uint8Array(headSlots.length).fill(FIT.none)
    heads.fit(word, unfinished, withSlips, headFits)
    const beside = new Uint8Array(slots.length)
    headFits.forEach((fit, headSlot) => {
      const id = headSlots[headSlot]
      if (fit !== FIT.none && id) for (const slot of members.get(id) ?? []) beside[slot] = 1
    })
    return { own, beside }
  }

  function areasNamed(word: string): ReadonlySet<string> {
    const named = [...areas].filter(([, name]) => plainWords(name).some((part) => part.startsWith(word)))
    return new Set(named.map(([code]) => code))
  }

  function rankOf(
    slot: number,
    entry: PatientEntry,
    words: readonly { own: Uint8Array; beside: Uint8Array; areas: ReadonlySet<string> }[],
  ): number | undefined {
    let rank = entry.deceased ? DECEASED : 0
    let named = false
    for (const word of words) {
      const fit = word.own[slot] ?? FIT.none
      if (fit !== FIT.none) {
        rank += fit
        named = true
      } else if (word.beside[slot] || (entry.area !== null && word.areas.has(entry.area))) rank += BESIDE
      else return undefined
    }
    return named ? rank : undefined
  }

  function searchNames(query: NameQuery, limit: number, withSlips: boolean): readonly Found[] {
    const last = query.words.length - 1
    const words = query.words.map((word, index) => ({
      ...fitsOf(word, query.unfinished && index === last, withSlips),
      areas: query.words.length > 1 ? areasNamed(word) : new Set<string>(),
    }))
    const best = bestOf<PatientEntry>(limit, byName)
    slots.forEach((slot, at) => {
      if (!slot || (query.year && !slot.entry.birth.on.startsWith(query.year))) return
      if (!query.numbers.every((number) => slot.numbers.includes(number))) return
      const rank = rankOf(at, slot.entry, words)
      if (rank !== undefined) best.offer(slot.entry, rank)
    })
    return best.taken().map((patient) => found(patient, 'name'))
  }

  function found(patient: PatientEntry, matched: Matched): Found {
    return { patient, household: households.get(patient.household ?? '') ?? null, matched }
  }

  function searchNumbers(typed: string, limit: number): readonly Found[] {
    const best = bestOf<Found>(limit, (a, b) => byName(a.patient, b.patient))
    for (const slot of slots) {
      if (!slot?.numbers.includes(typed)) continue
      const fits = slot.numbers.split('|').map((number) => numberFit(number, typed) ?? FIT.none)
      const rank = Math.min(...fits)
      const matched = NUMBER_FIELDS[fits.indexOf(rank)]
      if (rank !== FIT.none && matched) best.offer(found(slot.entry, matched), rank)
    }
    for (const household of households.values()) {
      const rank = household.kk === null ? undefined : numberFit(household.kk, typed)
      if (rank === undefined) continue
      for (const at of members.get(household.id) ?? []) {
        const slot = slots[at]
        if (slot) best.offer(found(slot.entry, 'kk'), rank)
      }
    }
    const once = new Map(best.taken().map((hit) => [hit.patient.id, hit]))
    return [...once.values()]
  }

  function familiesByName(query: NameQuery, limit: number): readonly HouseholdEntry[] {
    const people = searchNames(query, limit * 4, false)
    const forgiving = people.length >= ENOUGH ? people : searchNames(query, limit * 4, true)
    const families = forgiving.flatMap(({ household }) => household ?? [])
    const last = query.words.length - 1
    const fits = query.words.map((word, index) => {
      const own = new Uint8Array(headSlots.length).fill(FIT.none)
      heads.fit(word, query.unfinished && index === last, forgiving !== people, own)
      return own
    })
    const headed = headSlots.flatMap((id, slot) => {
      const household = id === null ? undefined : households.get(id)
      return household && fits.every((own) => own[slot] !== FIT.none) ? [household] : []
    })
    return [...new Set([...headed.slice(0, limit), ...families])].slice(0, limit)
  }

  return {
    apply(entries) {
      for (const entry of entries) {
        if (entry.kind === 'patient') addPatient(entry)
        else if (entry.kind === 'household') addHousehold(entry)
        else if (entry.id.startsWith('household:')) removeHousehold(entry.id)
        else remove(entry.id)
      }
    },
    setAreas(given) {
      areas = given
    },
    search(text, limit) {
      const query = readQuery(text)
      if (query.kind === 'nothing') return []
      if (query.kind === 'number') return searchNumbers(query.text, limit)
      const exact = searchNames(query, limit, false)
      return exact.length >= Math.min(limit, ENOUGH) ? exact : searchNames(query, limit, true)
    },
    households(text, limit) {
      const query = readQuery(text)
      if (query.kind === 'name') return familiesByName(query, limit)
      if (query.kind === 'nothing') return []
      const fitting = [...households.values()].filter(({ kk }) => kk?.startsWith(query.text))
      return fitting.slice(0, limit)
    },
    holdersOf: (nik) => [...(byNik.get(nik) ?? [])].flatMap((slot) => slots[slot]?.entry.id ?? []),
    size: () => slotOf.size,
  }
}
