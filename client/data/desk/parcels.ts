import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dayAt, epochMsOf, instantOf, type Instant } from '../../../shared/calendar/instant.ts'
import type { DeskStore, ParcelRow, PunchRow } from './desk-store.ts'

const DAY_MS = 86_400_000
/** A backup is younger than that when it is restored. */
const KEPT_DAYS = 60

export type SealedParcel = Pick<ParcelRow, 'id' | 'kid' | 'sealed'>

export type Parcels = {
  /** Keeps a sealed punch and what this PC shows of it, both or neither. */
  readonly add: (parcel: SealedParcel, shown: PunchRow) => Promise<void>
  readonly waiting: () => Promise<readonly ParcelRow[]>
  readonly refused: () => Promise<readonly ParcelRow[]>
  /** The hub has opened and stored them; they are kept 60 days longer. */
  readonly confirm: (ids: readonly string[], at: Instant) => Promise<void>
  /** The hub was restored from a backup: what it had confirmed waits again. */
  readonly startOver: () => Promise<void>
  readonly setAside: (id: string, problem: string, field: string | null, at: Instant) => Promise<void>
  readonly offerAgain: () => Promise<void>
  readonly punchesOf: (practitioner: string, day: CalendarDate) => Promise<readonly PunchRow[]>
  readonly forgetPunchesBefore: (day: CalendarDate) => Promise<void>
}

/** Deletes what was confirmed long ago. Punches begin with their day in their ids, so only old ones are read. */
async function forgetConfirmed(store: DeskStore, now: Instant): Promise<void> {
  const limit = instantOf(epochMsOf(now) - KEPT_DAYS * DAY_MS)
  await store.parcels
    .where('id')
    .between('punch:', `punch:${dayAt(limit, 'WIT')}`)
    .and(({ state, at }) => state === 'confirmed' && at < limit)
    .delete()
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
    async confirm(ids, at) {
      const confirmed = { state: 'confirmed', problem: null, field: null, at } as const
      await store.parcels.where('id').anyOf(ids).modify(confirmed)
      await forgetConfirmed(store, at)
    },
    async startOver() {
      await store.parcels.where('state').equals('confirmed').modify({ state: 'waiting' })
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
