import type { Household } from '../../../shared/documents/household.ts'
import type { Patient } from '../../../shared/documents/patient.ts'
import type { Codec } from '../codec/codec.ts'
import { openRows } from './open-rows.ts'
import type { ReadModelStore } from './read-model-store.ts'

export type Family = { readonly household: Household; readonly members: readonly Patient[] }

function byPlace(a: Patient, b: Patient): number {
  const [left, right] = [a.relation ?? '99', b.relation ?? '99']
  if (left !== right) return left < right ? -1 : 1
  return a.birth.on < b.birth.on ? -1 : 1
}

/** Those members of a family who are active, the head first. */
export function activeMembers(members: readonly Patient[]): readonly Patient[] {
  return members.filter((member) => member.status === 'active').sort(byPlace)
}

/** Families with their members, in the order asked; those not held here are left out. */
export async function familiesById(
  store: ReadModelStore,
  codec: Codec,
  ids: readonly string[],
): Promise<readonly Family[]> {
  const rows = (await store.households.bulkGet([...ids])).filter((row) => row !== undefined)
  const households = await openRows<Household>(codec, 'households', rows)
  return Promise.all(
    households.map(async (household) => {
      const memberRows = await store.patients.where('household').equals(household._id).toArray()
      return { household, members: activeMembers(await openRows<Patient>(codec, 'patients', memberRows)) }
    }),
  )
}
