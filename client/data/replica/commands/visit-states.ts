import { EncounterId } from '../../../../shared/documents/ids.ts'
import { mayWithdraw } from '../../../../shared/visits/visit-day.ts'
import type { CommandTable } from '../../bridge/channel.ts'
import type { Commands } from '../../bridge/contract.ts'
import type { StoredDocument } from '../../codec/sealed-document.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import type { Saver } from '../saver.ts'
import { heldVisit, visitSlice } from './held-visits.ts'

type StateCommands = Pick<CommandTable, 'visits.cancel' | 'visits.close-day' | 'visits.withdraw'>

/** What becomes of a visit after it was registered, besides being examined. */
export function visitStateCommands(desk: Desk, saver: Saver): StateCommands {
  async function cancel(input: Commands['visits.cancel']['in']): Promise<Commands['visits.cancel']['out']> {
    const { encounter, reason } = input
    const held = await heldVisit(desk, saver, encounter)
    if (!held) return refuse('not-found')
    if (held.shown.status === 'served') return refuse('served')
    if (held.shown.status === 'entered-in-error') return refuse('withdrawn')
    const edited = saver.edit(held.leaves, { status: 'cancelled', cancelReason: reason.trim() })
    if (!edited) return done(null)
    if (!edited.ok) return refuse('not-valid', edited.fields)
    return (await saver.commit(visitSlice(saver, encounter), [edited.doc])) ? done(null) : cancel(input)
  }

  /** Of these visits those that are still only registered, as served, by the slice that holds them. */
  async function servedDocuments(
    encounters: readonly EncounterId[],
  ): Promise<ReadonlyMap<string, readonly StoredDocument[]> | 'not-found'> {
    const bySlice = new Map<string, StoredDocument[]>()
    for (const encounter of new Set(encounters)) {
      const held = await heldVisit(desk, saver, encounter)
      if (!held) return 'not-found'
      if (held.shown.status !== 'registered') continue
      const edited = saver.edit(held.leaves, { status: 'served', servedBy: 'day-closed' })
      const slice = visitSlice(saver, encounter)
      if (edited?.ok) bySlice.set(slice, [...(bySlice.get(slice) ?? []), edited.doc])
    }
    return bySlice
  }

  async function closeDay(
    encounters: readonly EncounterId[],
    before = 0,
  ): Promise<Commands['visits.close-day']['out']> {
    const bySlice = await servedDocuments(encounters)
    if (bySlice === 'not-found') return refuse('not-found')
    let served = before
    for (const [slice, docs] of bySlice) {
      if (!(await saver.commit(slice, docs))) return closeDay(encounters, served)
      served += docs.length
    }
    return done({ served })
  }

  async function withdraw(encounter: EncounterId): Promise<Commands['visits.withdraw']['out']> {
    const held = await heldVisit(desk, saver, encounter)
    if (!held) return refuse('not-found')
    if (held.shown.status === 'cancelled') return refuse('cancelled')
    if (!mayWithdraw(held.shown, desk.seats.mayWrite)) return refuse('examined')
    const edited = saver.edit(held.leaves, { status: 'entered-in-error' })
    if (!edited) return done(null)
    if (!edited.ok) return refuse('not-valid', edited.fields)
    return (await saver.commit(visitSlice(saver, encounter), [edited.doc])) ? done(null) : withdraw(encounter)
  }

  return {
    async 'visits.cancel'(input) {
      return desk.seats.mayWrite('encounter') ? cancel(input) : refuse('not-allowed')
    },
    async 'visits.close-day'({ encounters }) {
      if (!desk.seats.mayWrite('encounter')) return refuse('not-allowed')
      return EncounterId.array().safeParse(encounters).success
        ? closeDay(encounters)
        : refuse('not-valid', ['encounters'])
    },
    async 'visits.withdraw'({ encounter }) {
      if (!desk.seats.mayWrite('encounter')) return refuse('not-allowed')
      return EncounterId.safeParse(encounter).success
        ? withdraw(encounter)
        : refuse('not-valid', ['encounter'])
    },
  }
}
