import { yearOf } from '../../../../shared/calendar/calendar-date.ts'
import type { Encounter } from '../../../../shared/documents/encounter.ts'
import { dayOfId, type EncounterId } from '../../../../shared/documents/ids.ts'
import { shownRecord, type Leaves } from '../../read-model/shown-record.ts'
import type { Desk } from '../desk.ts'
import type { Saver } from '../saver.ts'

export type HeldVisit = { readonly leaves: Leaves; readonly shown: Encounter }

/** The slice that holds a visit. */
export function visitSlice(saver: Saver, encounter: EncounterId): string {
  return saver.database('visits', yearOf(dayOfId(encounter)))
}

/** A visit as this desk holds it. */
export async function heldVisit(
  desk: Desk,
  saver: Saver,
  encounter: EncounterId,
): Promise<HeldVisit | undefined> {
  const leaves = await desk.replica(visitSlice(saver, encounter)).leaves(encounter)
  return leaves && { leaves, shown: shownRecord(leaves) as unknown as Encounter }
}
