import type { Encounter } from '../../../../shared/documents/encounter.ts'
import { newConditionId } from '../../../platform/ids.ts'
import type { CommandTable } from '../../bridge/channel.ts'
import type { Commands, NewDiagnosis } from '../../bridge/contract.ts'
import type { StoredDocument } from '../../codec/sealed-document.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import type { Built, Saver } from '../saver.ts'
import { discardDraft } from './drafts.ts'
import { clinicalSlice, heldConditions, type HeldCondition } from './held-conditions.ts'
import { heldVisit, visitSlice, type HeldVisit } from './held-visits.ts'

type Recording = Commands['conditions.record']['in']

function content({ code, rank, control, courseOverride }: NewDiagnosis) {
  return { code, rank, control, courseOverride, status: 'active' as const }
}

/** What the form says, but only where it was changed since the form began: the rest may have changed elsewhere. */
function changed(diagnosis: NewDiagnosis, began: readonly NewDiagnosis[]) {
  const before = diagnosis.id === null ? undefined : began.find(({ id }) => id === diagnosis.id)
  if (!before) return content(diagnosis)
  const [was, is] = [Object.entries(content(before)), Object.entries(content(diagnosis))]
  return Object.fromEntries(
    is.filter(([, value], index) => JSON.stringify(value) !== JSON.stringify(was[index]?.[1])),
  )
}

/** The record that a diagnosis of the form means: the one it names, or one already there with the same code. */
function meant(
  diagnosis: NewDiagnosis,
  held: readonly HeldCondition[],
  taken: ReadonlySet<string>,
): HeldCondition | undefined {
  if (diagnosis.id !== null) return held.find(({ shown }) => shown._id === diagnosis.id)
  return held.find(
    ({ shown }) => shown.status === 'active' && shown.code === diagnosis.code && !taken.has(shown._id),
  )
}

export function conditionCommands(desk: Desk, saver: Saver): Pick<CommandTable, 'conditions.record'> {
  /** The documents that make what is held say what the form says; none for what says it already. */
  function written(input: Recording, visit: Encounter, held: readonly HeldCondition[]): readonly Built[] {
    const taken = new Set(input.diagnoses.flatMap(({ id }) => id ?? []))
    const built: (Built | undefined)[] = input.diagnoses.map((diagnosis) => {
      const before = meant(diagnosis, held, taken)
      if (before) {
        taken.add(before.shown._id)
        return saver.edit(before.leaves, changed(diagnosis, input.began))
      }
      const _id = diagnosis.id ?? newConditionId(input.encounter)
      const of = { encounter: input.encounter, patient: visit.patient, on: visit.on }
      return saver.record({ _id, type: 'condition', schema: 1, ...of, ...content(diagnosis) })
    })
    const began = new Set(input.began.map(({ id }) => id))
    const leftOut = held.filter(
      ({ shown }) => shown.status === 'active' && began.has(shown._id) && !taken.has(shown._id),
    )
    built.push(...leftOut.map(({ leaves }) => saver.edit(leaves, { status: 'entered-in-error' })))
    return built.filter((one) => one !== undefined)
  }

  /** Served by its first entry at the poli. */
  function served({ leaves, shown }: HeldVisit): Built | undefined {
    if (shown.status !== 'registered') return undefined
    return saver.edit(leaves, { status: 'served', servedBy: 'poli' })
  }

  async function record(input: Recording): Promise<Commands['conditions.record']['out']> {
    const { encounter, draftKey } = input
    const visit = await heldVisit(desk, saver, encounter)
    if (!visit) return refuse('not-found')
    if (visit.shown.status === 'cancelled') return refuse('cancelled')
    if (visit.shown.status === 'entered-in-error') return refuse('withdrawn')
    const built = written(input, visit.shown, await heldConditions(desk, saver, encounter))
    const state = served(visit)
    const faults = [...built, ...(state ? [state] : [])].flatMap((one) => (one.ok ? [] : one.fields))
    if (faults.length > 0) return refuse('not-valid', faults)

    const docs: readonly StoredDocument[] = built.flatMap((one) => (one.ok ? [one.doc] : []))
    if (docs.length > 0 && !(await saver.commit(clinicalSlice(saver, encounter), docs))) return record(input)
    if (state?.ok && !(await saver.commit(visitSlice(saver, encounter), [state.doc]))) return record(input)
    await discardDraft(desk, draftKey)
    return done(null)
  }

  return {
    async 'conditions.record'(input) {
      return desk.seats.mayWrite('condition') ? record(input) : refuse('not-allowed')
    },
  }
}
