import type { Kept } from '../read-model/views.ts'
import type { DeskStore } from './desk-store.ts'

/** Whether the hub holds each of these records as it stands here; what the ledger does not name is confirmed. */
export function keptStatesOf(
  store: DeskStore,
): (ids: readonly string[]) => Promise<ReadonlyMap<string, Kept>> {
  return async (ids) => {
    const rows = await store.ledger.where('id').anyOf(ids).toArray()
    const states = new Map<string, Kept>()
    for (const { id, state } of rows) if (states.get(id) !== 'refused') states.set(id, state)
    return states
  }
}
