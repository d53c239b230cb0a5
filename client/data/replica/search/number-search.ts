import type { HouseholdEntry } from '../../read-model/search-entries.ts'
import { fieldOf, type NumberField } from './numbers-of.ts'
import { comesFirst } from './order.ts'
import type { PeopleHeld, Slot } from './people-held.ts'

export type NumberHit = { readonly slot: Slot; readonly matched: NumberField | 'kk' }

/** Fewer last digits than that are shared by half the clinic. */
const LAST_DIGITS = 4

/**
 * People by a number: a whole record number first, then numbers that begin so, then numbers that end so (rule PS3).
 * Looking stops when there are enough, because the first digits of a NIK are everybody's.
 */
export function searchNumbers(held: PeopleHeld, typed: string, limit: number): readonly NumberHit[] {
  const hits: NumberHit[] = []
  const known = new Set<string>()

  /** Takes what a step finds until there are enough in all, and puts it in order. */
  function take(found: Iterable<NumberHit>): void {
    if (known.size >= limit) return
    const step: NumberHit[] = []
    for (const hit of found) {
      if (known.has(hit.slot.entry.id)) continue
      if (known.size >= limit) break
      known.add(hit.slot.entry.id)
      step.push(hit)
    }
    hits.push(...step.sort((a, b) => (comesFirst(a.slot.entry, b.slot.entry) ? -1 : 1)))
  }

  function* own(piece: string): Iterable<NumberHit> {
    for (const slot of held.people) {
      if (slot?.numbers.includes(piece)) yield { slot, matched: fieldOf(slot.numbers, typed) }
    }
  }

  function* ofFamilies(fits: (kk: string) => boolean): Iterable<NumberHit> {
    for (const { id, kk } of held.households.values()) {
      if (kk !== null && fits(kk)) for (const slot of held.membersOf(id)) yield { slot, matched: 'kk' }
    }
  }

  take(held.withRecordNumber(typed).map((slot) => ({ slot, matched: 'rm' })))
  take(own(`|${typed}`))
  take(ofFamilies((kk) => kk.startsWith(typed)))
  if (typed.length >= LAST_DIGITS) {
    take(own(`${typed}|`))
    take(ofFamilies((kk) => kk.endsWith(typed)))
  }
  return hits
}

/** Families whose No. KK begins so. */
export function familiesByNumber(held: PeopleHeld, typed: string, limit: number): readonly HouseholdEntry[] {
  const found: HouseholdEntry[] = []
  for (const household of held.households.values()) {
    if (found.length >= limit) break
    if (household.kk?.startsWith(typed)) found.push(household)
  }
  return found
}
