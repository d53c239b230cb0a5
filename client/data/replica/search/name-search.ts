import { plainWords } from '../../../../shared/people/name-folding.ts'
import type { HouseholdEntry, PatientEntry } from '../../read-model/search-entries.ts'
import { bestOf } from './best.ts'
import { comesFirst } from './order.ts'
import type { PeopleHeld, Slot } from './people-held.ts'
import type { TypedQuery } from './typed-query.ts'
import { FIT, type WordIndex } from './word-index.ts'

type NameQuery = Extract<TypedQuery, { kind: 'name' }>
type Areas = ReadonlyMap<string, string>

/** What a word adds to the rank when it fits not the person's name but the desa or the head of the family. */
const BESIDE = 20
const DECEASED = 1
/** Results below which slips of the hand are forgiven too. */
const ENOUGH = 5

/** For one typed word: how well it fits each person's own name, and whose family's head or desa it fits. */
type WordFits = { readonly own: Uint8Array; readonly beside: Uint8Array; readonly areas: ReadonlySet<string> }

function isUnfinished(query: NameQuery, word: number): boolean {
  return query.unfinished && word === query.words.length - 1
}

function fitsIn(
  index: WordIndex,
  size: number,
  query: NameQuery,
  word: number,
  withSlips: boolean,
): Uint8Array {
  const fits = new Uint8Array(size).fill(FIT.none)
  index.fit(query.words[word] ?? '', isUnfinished(query, word), withSlips, fits)
  return fits
}

function areasNamed(areas: Areas, word: string): ReadonlySet<string> {
  const named = [...areas].filter(([, name]) => plainWords(name).some((part) => part.startsWith(word)))
  return new Set(named.map(([code]) => code))
}

function wordFits(
  held: PeopleHeld,
  areas: Areas,
  query: NameQuery,
  word: number,
  withSlips: boolean,
): WordFits {
  const own = fitsIn(held.names, held.people.length, query, word, withSlips)
  const beside = new Uint8Array(held.people.length)
  if (query.words.length === 1) return { own, beside, areas: new Set() }
  fitsIn(held.heads, held.headed.length, query, word, withSlips).forEach((fit, at) => {
    const household = held.headed[at]
    if (fit !== FIT.none && household) for (const slot of held.memberSlots(household)) beside[slot] = 1
  })
  return { own, beside, areas: areasNamed(areas, query.words[word] ?? '') }
}

/** The sum over all words; `undefined` where a word fits nothing of the person, or none fits the name. */
function rankOf(at: number, { entry }: Slot, words: readonly WordFits[]): number | undefined {
  let rank = entry.deceased ? DECEASED : 0
  let named = false
  for (const word of words) {
    const fit = word.own[at] ?? FIT.none
    if (fit !== FIT.none) {
      rank += fit
      named = true
    } else if (word.beside[at] || (entry.area !== null && word.areas.has(entry.area))) rank += BESIDE
    else return undefined
  }
  return named ? rank : undefined
}

function isMeant({ year, numbers }: NameQuery, { entry, numbers: own }: Slot): boolean {
  if (year !== null && !entry.birth.on.startsWith(year)) return false
  return numbers.every((number) => own.includes(number))
}

function search(held: PeopleHeld, areas: Areas, query: NameQuery, limit: number, withSlips: boolean) {
  const words = query.words.map((_, word) => wordFits(held, areas, query, word, withSlips))
  const best = bestOf<PatientEntry>(limit, comesFirst)
  held.people.forEach((slot, at) => {
    const rank = slot ? rankOf(at, slot, words) : undefined
    if (slot && rank !== undefined && isMeant(query, slot)) best.offer(slot.entry, rank)
  })
  return best.taken()
}

/** People by the words of their names, the best first; slips of the hand are forgiven where little was found. */
export function searchNames(
  held: PeopleHeld,
  areas: Areas,
  query: NameQuery,
  limit: number,
): readonly PatientEntry[] {
  const exact = search(held, areas, query, limit, false)
  return exact.length >= Math.min(limit, ENOUGH) ? exact : search(held, areas, query, limit, true)
}

function familiesHeaded(held: PeopleHeld, query: NameQuery, withSlips: boolean): readonly HouseholdEntry[] {
  const words = query.words.map((_, word) => fitsIn(held.heads, held.headed.length, query, word, withSlips))
  return held.headed.flatMap((id, at) => {
    const household = id !== null && words.every((fits) => fits[at] !== FIT.none) && held.households.get(id)
    return household ? [household] : []
  })
}

/** Families by the name of their head, then by the names of their members. */
export function familiesByName(
  held: PeopleHeld,
  areas: Areas,
  query: NameQuery,
  limit: number,
): readonly HouseholdEntry[] {
  const headed = familiesHeaded(held, query, false)
  const people = searchNames(held, areas, query, limit * 4)
  const ofMembers = people.flatMap(({ household }) => held.households.get(household ?? '') ?? [])
  const found = [...new Set([...headed.slice(0, limit), ...ofMembers])]
  const more = found.length === 0 ? familiesHeaded(held, query, true) : []
  return [...found, ...more].slice(0, limit)
}
