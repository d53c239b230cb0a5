import { Dexie, liveQuery } from 'dexie'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import { connectDataWorker } from '../../../client/data/bridge/connect.ts'
import type { CommandName, DeskState, FirstLoad, SyncStatus } from '../../../client/data/bridge/contract.ts'
import { openDeskStore } from '../../../client/data/desk/desk-store.ts'
import { keptStatesOf } from '../../../client/data/desk/kept-states.ts'
import { dayVisits } from '../../../client/data/read-model/day-visits.ts'
import { patientView } from '../../../client/data/read-model/patients.ts'
import { openReadModelStore } from '../../../client/data/read-model/read-model-store.ts'
import { PouchDB } from '../../../client/data/replica/pouch.ts'
import { openReplica } from '../../../client/data/replica/replica.ts'
import type { PatientView } from '../../../client/data/read-model/views.ts'
import { projectorOf } from '../../../client/data/read-model/projector.ts'
import type { HeldDocument } from '../../../client/data/read-model/shown-record.ts'
import { rowCodec } from '../../../client/data/read-model/row-codec.ts'

if (location.search === '?forget-read-model') await Dexie.delete('read-model')

/** A page with no screens: what the tests drive is the worker behind it, through the same channel as the screens'. */
const worker = connectDataWorker()
const readModel = openReadModelStore()
const kept = keptStatesOf(openDeskStore())
const live = new Map<string, PatientView | null>()
type Told = {
  state: DeskState | null
  status: SyncStatus | null
  ready?: Readonly<Partial<Record<FirstLoad['ready'], number>>>
}
const told: Told = { state: null, status: null }
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
  /** Fills the read model as if these documents had been pulled; the next start finds them in the search. */
  fill: async (page: number, docs: readonly HeldDocument[]) => {
    const documents = docs.map((doc) => ({ id: doc._id, leaves: [{ ...doc, _rev: '1-a' }] }))
    await projectorOf(readModel, await rowCodec()).apply('registry-0000000', page, page + 1, documents)
  },
  /** Asks the same command with each input in turn and says how long each answer took, in milliseconds. */
  timed: async (name: CommandName, inputs: readonly unknown[]) => {
    const times: number[] = []
    const answers: unknown[] = []
    for (const input of inputs) {
      const start = performance.now()
      answers.push(await worker.ask(name, input as never))
      times.push(performance.now() - start)
    }
    return { times, answers }
  },
  /** Pulls databases as PouchDB does by itself, without any of this desk's own work; answers milliseconds for each. */
  plainPull: async (databases: readonly string[], token: string) => {
    const times: [string, number][] = []
    for (const database of databases) {
      const start = performance.now()
      const fetchAs = (url: string, init?: RequestInit) => {
        const headers = new Headers(init?.headers)
        headers.set('authorization', `Bearer ${token}`)
        return fetch(url, { ...init, headers })
      }
      const address = `${location.origin}/db/${database}`
      const remote = new PouchDB(address, { adapter: 'http', skip_setup: true, fetch: fetchAs })
      const own = new PouchDB(`plain-${database}`, {
        adapter: 'idb',
        auto_compaction: false,
        revs_limit: 1000,
      })
      const options = {
        batch_size: 1000,
        batches_limit: 10,
        retry: false,
        timeout: 30_000,
        heartbeat: false,
      } as const
      await PouchDB.replicate(remote, own, options)
      times.push([database, performance.now() - start])
    }
    return times
  },
  /** When, after `begin`, the first load was ready to register and ready with everything, in milliseconds. */
  watchFirstLoad: () => {
    const start = performance.now()
    const ready: Partial<Record<FirstLoad['ready'], number>> = {}
    worker.on('desk.state', (state) => {
      if (state.stage === 'signed-in') ready[state.firstLoad.ready] ??= performance.now() - start
    })
    Object.assign(told, { ready })
  },
  /** How long the calibration loop takes in a worker, in milliseconds. */
  calibrate: async () => {
    const loop = new Worker(new URL('./calibration.ts', import.meta.url), { type: 'module' })
    const answer = new Promise<number>((resolve) => {
      loop.addEventListener('message', (event: MessageEvent<number>) => resolve(event.data))
    })
    loop.postMessage('go')
    const time = await answer
    loop.terminate()
    return time
  },
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
