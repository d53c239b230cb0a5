import type { Address } from '../../../shared/documents/address.ts'
import type { Entry } from '../rows/entry.ts'
import { nameKey } from '../values/names.ts'
import type { KnownIllness } from '../values/illnesses.ts'
import { birthsAgree, exacterBirth } from './same-person.ts'

/** Fields of a person that a repeated row may say otherwise. */
export type DifferingField = 'name' | 'sex' | 'birth' | 'nik' | 'jkn' | 'kk' | 'oldRm' | 'address' | 'phone'

export type Filled = { readonly entry: Entry; readonly differs: readonly DifferingField[] }

function saysNothing(address: Address): boolean {
  return address.text === '' && address.area === null && address.outside === null
}

function otherText(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}

function differences(first: Entry, again: Entry): readonly DifferingField[] {
  const differs: readonly (readonly [DifferingField, boolean])[] = [
    ['name', nameKey(first.name) !== nameKey(again.name)],
    ['sex', first.sex !== again.sex],
    ['birth', !birthsAgree(first.birth, again.birth)],
    ['jkn', otherText(first.jkn, again.jkn)],
    ['kk', otherText(first.kk, again.kk)],
    ['oldRm', otherText(first.oldRm, again.oldRm)],
    [
      'address',
      !saysNothing(again.address) && !saysNothing(first.address) && first.address.text !== again.address.text,
    ],
    ['phone', otherText(first.phone, again.phone)],
  ]
  return differs.flatMap(([field, is]) => (is ? [field] : []))
}

/** Both lists of illnesses; of one named twice the earlier beginning. */
export function allIllnesses(
  one: readonly KnownIllness[],
  other: readonly KnownIllness[],
): readonly KnownIllness[] {
  const known = new Map<string, KnownIllness>()
  for (const illness of [...one, ...other]) {
    const before = known.get(illness.category)
    const earlier = !before?.since || (illness.since && illness.since < before.since) ? illness : before
    known.set(illness.category, before && !illness.since ? before : earlier)
  }
  return [...known.values()]
}

/**
 * A person's first row with what a later row of the same person adds (IM22): what the first lacks is filled, what it
 * says differently stays and is named; the latest visit and all illnesses count.
 */
export function fillEntry(first: Entry, again: Entry): Filled {
  const differs = differences(first, again)
  const nik = first.nik ?? again.nik
  const entry: Entry = {
    place: first.place,
    name: first.name,
    sex: first.sex,
    birth: differs.includes('birth') ? first.birth : exacterBirth(first.birth, again.birth),
    birthPlace: first.birthPlace ?? again.birthPlace,
    nik,
    noNikReason: nik === null ? (first.noNikReason ?? again.noNikReason) : null,
    jkn: first.jkn ?? again.jkn,
    kk: first.kk ?? again.kk,
    oldRm: first.oldRm ?? again.oldRm,
    headName: first.headName ?? again.headName,
    relation: first.relation ?? again.relation,
    address: saysNothing(first.address) ? again.address : first.address,
    phone: first.phone ?? again.phone,
    motherName: first.motherName ?? again.motherName,
    lastVisit: latest(first.lastVisit, again.lastVisit),
    illnesses: allIllnesses(first.illnesses, again.illnesses),
  }
  return { entry, differs }
}

function latest<Day extends string>(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
