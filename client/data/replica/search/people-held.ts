import type { HouseholdEntry, PatientEntry, SearchEntry } from '../../read-model/search-entries.ts'
import { numbersOf } from './numbers-of.ts'
import { wordIndex, type WordIndex } from './word-index.ts'

/** A person in the index. Records have numbers (*slots*), so that what fits can be kept in flat arrays. */
export type Slot = { readonly entry: PatientEntry; readonly numbers: string }

/** All people and families in memory, and the words of their names. */
export type PeopleHeld = {
  readonly apply: (entries: readonly SearchEntry[]) => void
  /** By slot; `null` where a record has left or moved. */
  readonly people: readonly (Slot | null)[]
  readonly names: WordIndex
  readonly households: ReadonlyMap<string, HouseholdEntry>
  /** Families by the slot of their head's name. */
  readonly headed: readonly (string | null)[]
  readonly heads: WordIndex
  readonly membersOf: (household: string) => readonly Slot[]
  readonly memberSlots: (household: string) => readonly number[]
  readonly withNik: (nik: string) => readonly Slot[]
  readonly withRecordNumber: (number: string) => readonly Slot[]
  readonly size: () => number
}

/** Slots by a key that mostly has one or a few. */
function slotLists() {
  const lists = new Map<string, readonly number[]>()
  return {
    of: (key: string): readonly number[] => lists.get(key) ?? [],
    add(key: string | null, slot: number): void {
      if (key) lists.set(key, [...(lists.get(key) ?? []), slot])
    },
    remove(key: string | null, slot: number): void {
      const rest = key ? (lists.get(key) ?? []).filter((one) => one !== slot) : []
      if (key && rest.length > 0) lists.set(key, rest)
      else if (key) lists.delete(key)
    },
  }
}

export function peopleHeld(): PeopleHeld {
  const people: (Slot | null)[] = []
  const slotOf = new Map<string, number>()
  const names = wordIndex()
  const [members, byNik, byRecordNumber] = [slotLists(), slotLists(), slotLists()]
  const households = new Map<string, HouseholdEntry>()
  const headed: (string | null)[] = []
  const headSlotOf = new Map<string, number>()
  const heads = wordIndex()

  const filled = (slots: readonly number[]) => slots.flatMap((slot) => people[slot] ?? [])

  function recordNumbers({ numbers }: Slot): readonly string[] {
    const [, , , rm = '', oldRm = ''] = numbers.split('|')
    return [...new Set([rm, oldRm])].filter((number) => number !== '')
  }

  function leave(slot: number): PatientEntry | undefined {
    const old = people[slot]
    if (!old) return undefined
    people[slot] = null
    slotOf.delete(old.entry.id)
    members.remove(old.entry.household, slot)
    byNik.remove(old.entry.nik, slot)
    for (const number of recordNumbers(old)) byRecordNumber.remove(number, slot)
    return old.entry
  }

  /** Somebody whose name stays keeps the slot under which the words of the name are noted. */
  function addPatient(entry: PatientEntry): void {
    const before = slotOf.get(entry.id)
    const old = before === undefined ? undefined : leave(before)
    const slot = before !== undefined && old?.name === entry.name ? before : people.length
    if (slot === people.length) names.add(slot, entry.name)
    const held = { entry, numbers: numbersOf(entry) }
    people[slot] = held
    slotOf.set(entry.id, slot)
    members.add(entry.household, slot)
    byNik.add(entry.nik, slot)
    for (const number of recordNumbers(held)) byRecordNumber.add(number, slot)
  }

  function removeHousehold(id: string): void {
    const slot = headSlotOf.get(id)
    if (slot !== undefined) headed[slot] = null
    headSlotOf.delete(id)
    households.delete(id)
  }

  function addHousehold(entry: HouseholdEntry): void {
    if (households.get(entry.id)?.headName !== entry.headName) {
      removeHousehold(entry.id)
      const slot = headed.push(entry.id) - 1
      headSlotOf.set(entry.id, slot)
      heads.add(slot, entry.headName)
    }
    households.set(entry.id, entry)
  }

  function gone(id: string): void {
    if (id.startsWith('household:')) {
      removeHousehold(id)
      return
    }
    const slot = slotOf.get(id)
    if (slot !== undefined) leave(slot)
  }

  return {
    ...{ people, names, households, headed, heads },
    apply(entries) {
      for (const entry of entries) {
        if (entry.kind === 'patient') addPatient(entry)
        else if (entry.kind === 'household') addHousehold(entry)
        else gone(entry.id)
      }
    },
    memberSlots: (household) => members.of(household),
    membersOf: (household) => filled(members.of(household)),
    withNik: (nik) => filled(byNik.of(nik)),
    withRecordNumber: (number) => filled(byRecordNumber.of(number)),
    size: () => slotOf.size,
  }
}
