import { Dexie, liveQuery } from 'dexie'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import { connectDataWorker } from '../../../client/data/bridge/connect.ts'
import type { DeskState, SyncStatus } from '../../../client/data/bridge/contract.ts'
import { openDeskStore } from '../../../client/data/desk/desk-store.ts'
import { keptStatesOf } from '../../../client/data/desk/kept-states.ts'
import { dayVisits } from '../../../client/data/read-model/day-visits.ts'
import { patientView } from '../../../client/data/read-model/patients.ts'
import { openReadModelStore } from '../../../client/data/read-model/read-model-store.ts'
import { openReplica } from '../../../client/data/replica/replica.ts'
import type { PatientView } from '../../../client/data/read-model/views.ts'
import { rowCodec } from '../../../client/data/read-model/row-codec.ts'

if (location.search === '?forget-read-model') await Dexie.delete('read-model')

/** A page with no screens: what the tests drive is the worker behind it, through the same channel as the screens'. */
const worker = connectDataWorker()
const readModel = openReadModelStore()
const kept = keptStatesOf(openDeskStore())
const live = new Map<string, PatientView | null>()
const told: { state: DeskState | null; status: SyncStatus | null } = { state: null, status: null }
worker.on('desk.state', (state) => (told.state = state))
worker.on('sync.status', (status) => (told.status = status))

const desk = {
  ask: worker.ask,
  /** All revisions of a record that stand on this desk, in text order. */
  leafRevisions: async (database: string, id: string) => {
    const leaves = await openReplica(database, await rowCodec()).leaves(id)
    return (leaves ?? []).map((leaf) => leaf._rev).sort()
  },
  told,
  /** Puts a document past the worker's checks, as a faulty program on this PC would. */
  saveUnchecked: async (database: string, doc: { readonly _id: string }) => {
    await openReplica(database, await rowCodec()).save([doc])
  },
  patient: async (id: PatientId) => patientView(readModel, await rowCodec(), kept, id),
  /** What a screen with a live read of that patient was last given; begins to look at the first call. */
  livePatient: async (id: PatientId) => {
    const codec = await rowCodec()
    if (!live.has(id)) {
      live.set(id, null)
      liveQuery(() => patientView(readModel, codec, kept, id)).subscribe((view) => live.set(id, view))
    }
    return live.get(id) ?? null
  },
  dayVisits: async (day: CalendarDate, unit: string | null) =>
    dayVisits(readModel, await rowCodec(), kept, day, unit),
}

export type BarePage = typeof desk
await navigator.serviceWorker.register('/offline.js')
await navigator.serviceWorker.ready
Object.assign(globalThis, { desk })
