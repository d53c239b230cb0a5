import type { Address } from '../../../shared/documents/address.ts'
import type { Relation } from '../../../shared/documents/patient.ts'
import { childCode, HEAD, MOST_CHILDREN } from '../../../shared/households/relations.ts'
import { plainWords } from '../values/cell-text.ts'
import { nameKey } from '../values/names.ts'
import type { Note } from '../rows/entry.ts'
import type { Person, PlacedNote } from './gather-persons.ts'

/** A family of the file: by its card's number, or by the head's name at an address (IM24). */
export type Family = {
  readonly identity: string
  readonly kk: string | null
  readonly headName: string
  readonly address: Address
  readonly members: readonly Person[]
}

export type Families = {
  readonly families: readonly Family[]
  /** The place in the family of each person who has one, by identity. */
  readonly relations: ReadonlyMap<string, Relation>
  readonly notes: readonly PlacedNote[]
}

/** The head's name at an address; `undefined` where there is no address to tell two heads of one name apart. */
export function headKey(headName: string, address: Address): string | undefined {
  const place = [plainWords(address.text), address.rt, address.rw, address.area ?? ''].join('|')
  return /[a-z0-9]/.test(place) ? `${nameKey(headName)}|${place}` : undefined
}

function headKeyOf({ entry }: Person): string | undefined {
  return entry.headName === null ? undefined : headKey(entry.headName, entry.address)
}

/** Families with a card by the head's name and address, where only one card belongs to them. */
function cardsByHead(persons: readonly Person[]): ReadonlyMap<string, string> {
  const cards = new Map<string, Set<string>>()
  for (const person of persons) {
    const key = headKeyOf(person)
    if (person.entry.kk !== null && key !== undefined) {
      cards.set(key, (cards.get(key) ?? new Set()).add(person.entry.kk))
    }
  }
  return new Map([...cards].flatMap(([key, of]) => (of.size === 1 ? [[key, [...of][0] ?? ''] as const] : [])))
}

function familyIdentities(persons: readonly Person[]): ReadonlyMap<Person, string> {
  const cards = cardsByHead(persons)
  const identities = new Map<Person, string>()
  for (const person of persons) {
    const head = headKeyOf(person)
    const kk = person.entry.kk ?? (head === undefined ? undefined : cards.get(head))
    if (kk !== undefined) identities.set(person, `kk|${kk}`)
    else if (head !== undefined) identities.set(person, `head|${head}`)
  }
  return identities
}

function codeOf({ entry }: Person): Relation | undefined {
  return entry.relation && 'code' in entry.relation ? entry.relation.code : undefined
}

function byBirth(a: Person, b: Person): number {
  if (a.entry.birth.on !== b.entry.birth.on) return a.entry.birth.on < b.entry.birth.on ? -1 : 1
  return a.identity < b.identity ? -1 : 1
}

/** Children of whom nobody says which, eldest first, take the children's codes that are free in their family. */
function relationsIn(members: readonly Person[]): readonly (readonly [string, Relation])[] {
  const told = members.flatMap((person) => {
    const code = codeOf(person)
    return code === undefined ? [] : [[person.identity, code] as const]
  })
  const taken = new Set(told.map(([, code]) => code))
  const free = Array.from({ length: MOST_CHILDREN }, (_, index) => childCode(index + 1))
    .filter((code): code is Relation => code !== undefined)
    .filter((code) => !taken.has(code))
  const children = members.filter(({ entry }) => entry.relation && 'child' in entry.relation).sort(byBirth)
  const given = children.flatMap((person, index) => {
    const code = free[index]
    return code === undefined ? [] : [[person.identity, code] as const]
  })
  return [...told, ...given]
}

function note(person: Person, kind: Note['kind'], value: string): PlacedNote {
  const [place = person.entry.place] = person.rows
  return { place, note: { kind, column: '', value } }
}

function familyOf(
  identity: string,
  members: readonly Person[],
): { family: Family; assumed: Person | undefined } {
  const [first] = members
  if (!first) throw new Error('a family has a member')
  const head = members.find((person) => codeOf(person) === HEAD)
  const told = members.find((person) => person.entry.headName !== null)?.entry.headName
  const [kind, kk] = identity.split('|')
  return {
    family: {
      identity,
      kk: kind === 'kk' && kk ? kk : null,
      headName: told ?? head?.entry.name ?? first.entry.name,
      address: (head ?? first).entry.address,
      members,
    },
    assumed: told === undefined && !head ? first : undefined,
  }
}

/** The families of a file's persons, with each member's place in them. */
export function gatherFamilies(persons: readonly Person[]): Families {
  const identities = familyIdentities(persons)
  const groups = new Map<string, Person[]>()
  for (const [person, identity] of identities) groups.set(identity, [...(groups.get(identity) ?? []), person])
  const made = [...groups].map(([identity, members]) => familyOf(identity, members))
  const unclear = persons.filter((person) => person.entry.headName !== null && !identities.has(person))
  return {
    families: made.map(({ family }) => family),
    relations: new Map(made.flatMap(({ family }) => relationsIn(family.members))),
    notes: [
      ...unclear.map((person) => note(person, 'household-unclear', person.entry.headName ?? '')),
      ...made.flatMap(({ assumed }) =>
        assumed ? [note(assumed, 'head-name-assumed', assumed.entry.name)] : [],
      ),
    ],
  }
}
