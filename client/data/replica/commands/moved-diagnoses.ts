import type { Condition } from '../../../../shared/documents/condition.ts'
import { dayOfId, keyOf, ulidOf, type EncounterId } from '../../../../shared/documents/ids.ts'
import type { StoredDocument } from '../../codec/sealed-document.ts'
import type { Desk } from '../desk.ts'
import type { Built, Saver } from '../saver.ts'
import { clinicalSlice, heldConditions } from './held-conditions.ts'

/** The diagnoses of a visit on a wrong day, on their way to the visit that replaces it. */
export type MovedDiagnoses = {
  /** Writes them for the new visit; written again, they are the same records. */
  readonly arrive: () => Promise<void>
  /** Withdraws them from the old one, once the new visit is there. */
  readonly leave: () => Promise<void>
}

function documents(built: readonly (Built | undefined)[]): readonly StoredDocument[] {
  return built.flatMap((one) => (one?.ok ? [one.doc] : []))
}

export async function movedDiagnoses(
  desk: Desk,
  saver: Saver,
  from: EncounterId,
  to: EncounterId,
): Promise<MovedDiagnoses> {
  const held = await heldConditions(desk, saver, from)
  const active = held.filter(({ shown }) => shown.status === 'active')

  /** The id is that of the diagnosis on the wrong day with the new visit's key, so that none arrives twice. */
  function moved({ _id, patient, code, rank, control, courseOverride }: Condition): Built {
    const of = { encounter: to, patient, on: dayOfId(to) }
    const found = { code, rank, control, courseOverride, status: 'active' }
    return saver.record({
      _id: `condition:${keyOf(to)}:${ulidOf(_id)}`,
      type: 'condition',
      schema: 1,
      ...of,
      ...found,
    })
  }

  return {
    async arrive() {
      const there = new Set((await heldConditions(desk, saver, to)).map(({ shown }) => String(shown._id)))
      const docs = documents(active.map(({ shown }) => moved(shown))).filter(({ _id }) => !there.has(_id))
      if (docs.length > 0) await saver.commit(clinicalSlice(saver, to), docs)
    },
    async leave() {
      const docs = documents(active.map(({ leaves }) => saver.edit(leaves, { status: 'entered-in-error' })))
      if (docs.length > 0) await saver.commit(clinicalSlice(saver, from), docs)
    },
  }
}
