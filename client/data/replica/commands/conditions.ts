import { yearOf } from '../../../../shared/calendar/calendar-date.ts'
import type { Condition } from '../../../../shared/documents/condition.ts'
import type { Encounter } from '../../../../shared/documents/encounter.ts'
import { dayOfId, keyOf, type EncounterId } from '../../../../shared/documents/ids.ts'
import { newConditionId } from '../../../platform/ids.ts'
import type { CommandTable } from '../../bridge/channel.ts'
import type { Commands, NewDiagnosis } from '../../bridge/contract.ts'
import type { StoredDocument } from '../../codec/sealed-document.ts'
import { shownRecord, type Leaves } from '../../read-model/shown-record.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import type { Built, Saver } from '../saver.ts'
import { discardDraft } from './drafts.ts'

type Recording = Commands['conditions.record']['in']
type Held = { readonly leaves: Leaves; readonly shown: Condition }

function content({ code, rank, control, courseOverride }: NewDiagnosis) {
  return { code, rank, control, courseOverride, status: 'active' as const }
}

/** The record that a diagnosis of the form means: the one it names, or one already there with the same code. */
function meant(diagnosis: NewDiagnosis, held: readonly Held[], taken: ReadonlySet<string>): Held | undefined {
  if (diagnosis.id !== null) return held.find(({ shown }) => shown._id === diagnosis.id)
  return held.find(
    ({ shown }) => shown.status === 'active' && shown.code === diagnosis.code && !taken.has(shown._id),
  )
}

export function conditionCommands(desk: Desk, saver: Saver): Pick<CommandTable, 'conditions.record'> {
  const slice = (kind: 'visits' | 'clinical', encounter: EncounterId) =>
    saver.database(kind, yearOf(dayOfId(encounter)))

  async function heldFor(encounter: EncounterId): Promise<readonly Held[]> {
    const clinical = desk.replica(slice('clinical', encounter))
    const winners = await clinical.beginningWith(`condition:${keyOf(encounter)}:`)
    const all = await Promise.all(winners.map(({ _id }) => clinical.leaves(_id)))
    return all.flatMap((leaves) =>
      leaves ? [{ leaves, shown: shownRecord(leaves) as unknown as Condition }] : [],
    )
  }

  /** The documents that make what is held say what the form says; none for what says it already. */
  function written(input: Recording, visit: Encounter, held: readonly Held[]): readonly Built[] {
    const taken = new Set(input.diagnoses.flatMap(({ id }) => id ?? []))
    const built: (Built | undefined)[] = input.diagnoses.map((diagnosis) => {
      const before = meant(diagnosis, held, taken)
      if (before) {
        taken.add(before.shown._id)
        return saver.edit(before.leaves, content(diagnosis))
      }
      const _id = diagnosis.id ?? newConditionId(input.encounter)
      const of = { encounter: input.encounter, patient: visit.patient, on: visit.on }
      return saver.record({ _id, type: 'condition', schema: 1, ...of, ...content(diagnosis) })
    })
    const leftOut = held.filter(({ shown }) => shown.status === 'active' && !taken.has(shown._id))
    built.push(...leftOut.map(({ leaves }) => saver.edit(leaves, { status: 'entered-in-error' })))
    return built.filter((one) => one !== undefined)
  }

  /** Served by its first entry at the poli; what is cancelled or withdrawn stays so. */
  function served(leaves: Leaves, visit: Encounter): Built | undefined {
    if (visit.status !== 'registered') return undefined
    return saver.edit(leaves, { status: 'served', servedBy: 'poli' })
  }

  async function record(input: Recording): Promise<Commands['conditions.record']['out']> {
    const { encounter, draftKey } = input
    const visits = slice('visits', encounter)
    const leaves = await desk.replica(visits).leaves(encounter)
    if (!leaves) return refuse('not-found')
    const visit = shownRecord(leaves) as unknown as Encounter
    const built = written(input, visit, await heldFor(encounter))
    const state = served(leaves, visit)
    const faults = [...built, ...(state ? [state] : [])].flatMap((one) => (one.ok ? [] : one.fields))
    if (faults.length > 0) return refuse('not-valid', faults)

    const docs: readonly StoredDocument[] = built.flatMap((one) => (one.ok ? [one.doc] : []))
    if (docs.length > 0 && !(await saver.commit(slice('clinical', encounter), docs))) return record(input)
    if (state?.ok && !(await saver.commit(visits, [state.doc]))) return record(input)
    await discardDraft(desk, draftKey)
    return done(null)
  }

  return {
    async 'conditions.record'(input) {
      return desk.seats.mayWrite('condition') ? record(input) : refuse('not-allowed')
    },
  }
}
