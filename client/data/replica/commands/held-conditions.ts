import { yearOf } from '../../../../shared/calendar/calendar-date.ts'
import type { Condition } from '../../../../shared/documents/condition.ts'
import { dayOfId, keyOf, type EncounterId } from '../../../../shared/documents/ids.ts'
import { shownRecord, type Leaves } from '../../read-model/shown-record.ts'
import type { Desk } from '../desk.ts'
import type { Saver } from '../saver.ts'

export type HeldCondition = { readonly leaves: Leaves; readonly shown: Condition }

/** The slice that holds the diagnoses of a visit. */
export function clinicalSlice(saver: Saver, encounter: EncounterId): string {
  return saver.database('clinical', yearOf(dayOfId(encounter)))
}

/** All diagnoses of a visit that this desk holds, withdrawn ones included. */
export async function heldConditions(
  desk: Desk,
  saver: Saver,
  encounter: EncounterId,
): Promise<readonly HeldCondition[]> {
  const clinical = desk.replica(clinicalSlice(saver, encounter))
  const winners = await clinical.beginningWith(`condition:${keyOf(encounter)}:`)
  const all = await Promise.all(winners.map(({ _id }) => clinical.leaves(_id)))
  return all.flatMap((leaves) =>
    leaves ? [{ leaves, shown: shownRecord(leaves) as unknown as Condition }] : [],
  )
}
