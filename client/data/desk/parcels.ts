import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Instant } from '../../../shared/calendar/instant.ts'
import type { DeskStore, ParcelRow, PunchRow } from './desk-store.ts'

export type SealedParcel = Pick<ParcelRow, 'id' | 'kid' | 'sealed'>

export type Parcels = {
  /** Keeps a sealed punch and what this PC shows of it, both or neither. */
  readonly add: (parcel: SealedParcel, shown: PunchRow) => Promise<void>
  readonly waiting: () => Promise<readonly ParcelRow[]>
  readonly refused: () => Promise<readonly ParcelRow[]>
  /** The hub has opened and stored them. */
  readonly confirm: (ids: readonly string[]) => Promise<void>
  readonly setAside: (id: string, problem: string, field: string | null, at: Instant) => Promise<void>
  readonly offerAgain: () => Promise<void>
  readonly punchesOf: (practitioner: string, day: CalendarDate) => Promise<readonly PunchRow[]>
  readonly forgetPunchesBefore: (day: CalendarDate) => Promise<void>
}

/** Punches on their way to the drop box. */
export function parcelsOf(store: DeskStore): Parcels {
  return {
    add: (parcel, shown) =>
      store.transaction('rw', store.parcels, store.punches, async () => {
        const row = { ...parcel, state: 'waiting', problem: null, field: null, at: shown.punchedAt } as const
        await store.parcels.add(row)
        await store.punches.add(shown)
      }),
    waiting: () => store.parcels.where('state').equals('waiting').toArray(),
    refused: () => store.parcels.where('state').equals('refused').toArray(),
    async confirm(ids) {
      await store.parcels.bulkDelete([...ids])
    },
    async setAside(id, problem, field, at) {
      await store.parcels.update(id, { state: 'refused', problem, field, at })
    },
    async offerAgain() {
      await store.parcels
        .where('state')
        .equals('refused')
        .modify({ state: 'waiting', problem: null, field: null })
    },
    async punchesOf(practitioner, day) {
      const rows = await store.punches.where('on').equals(day).toArray()
      return rows.filter((row) => row.practitioner === practitioner)
    },
    async forgetPunchesBefore(day) {
      const sent = await store.punches.where('on').below(day).primaryKeys()
      await store.punches.bulkDelete(sent)
    },
  }
}
