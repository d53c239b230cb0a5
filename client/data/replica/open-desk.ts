import { yearOf } from '../../../shared/calendar/calendar-date.ts'
import { dayAt } from '../../../shared/calendar/instant.ts'
import { systemNow } from '../../platform/clock.ts'
import type { Codec } from '../codec/codec.ts'
import { openDeskStore } from '../desk/desk-store.ts'
import { draftsOf } from '../desk/drafts.ts'
import { ledgerOf } from '../desk/ledger.ts'
import { parcelsOf } from '../desk/parcels.ts'
import { peopleOf } from '../desk/people.ts'
import { queueNumbers } from '../desk/queue-numbers.ts'
import { deskSettings } from '../desk/settings.ts'
import { projectorOf } from '../read-model/projector.ts'
import { openReadModelStore } from '../read-model/read-model-store.ts'
import type { Desk } from './desk.ts'
import { followerOf } from './follower.ts'
import { hubClock } from './hub-clock.ts'
import { hubClient } from './hub/hub-client.ts'
import { referenceFacts } from './reference-facts.ts'
import { localDatabases } from './local-databases.ts'
import { openReplica, type Replica } from './replica.ts'
import { patientSearch } from './search/patient-search.ts'
import { seatsOf } from './seats.ts'
import { deskDatabases } from './sync/desk-databases.ts'
import { loadProgress } from './sync/first-load.ts'

/** What the desk tells whoever listens: the page of this tab, the other tabs, the loop that sends. */
export type DeskNews = {
  readonly followed: (databases: readonly string[]) => void
  readonly seats: () => void
  readonly wantSync: () => void
}

/** The addresses where hubs of the clinic answer; the page's own origin where nothing else was told. */
function hubsAt(addresses: readonly string[], own: string) {
  const origins = [...new Set([...addresses.map((address) => new URL(address, own).origin), own])]
  return origins.map(hubClient)
}

/** Opens the stores and puts together what works on them. */
export async function openDesk(codec: Codec, own: string, news: DeskNews): Promise<Desk> {
  const [store, readModel] = [openDeskStore(), openReadModelStore()]
  const [settings, people, ledger] = [deskSettings(store, codec), peopleOf(store, codec), ledgerOf(store)]
  const [seats, load] = [seatsOf(settings, people), loadProgress(settings)]
  const facts = referenceFacts(readModel, codec)
  const search = patientSearch(readModel, codec, facts)
  const clock = hubClock(systemNow, await settings.get('clock'))
  const hubs = hubsAt((await settings.get('hubs')) ?? [], own)
  const replicas = new Map<string, Replica>()
  let hub = 0

  function replica(name: string): Replica {
    const known = replicas.get(name)
    if (known) return known
    const opened = openReplica(name, codec)
    replicas.set(name, opened)
    return opened
  }

  const projector = projectorOf(readModel, codec)
  const follower = followerOf({
    ...{ replica, projector, ledger, device: () => seats.enrolment()?.device ?? null },
    async lost(database) {
      await store.pulls.delete(database)
      await load.lost(database)
    },
  })

  async function follow(database: string): Promise<void> {
    if (!(await follower.follow(database))) return
    if (database === 'reference') facts.forget()
    if (database.startsWith('registry-')) await search.refresh()
    news.followed([database])
  }

  function followSoon(database: string, then?: () => void): void {
    follow(database).then(then, (error: unknown) => console.error(error))
  }

  /** The person's databases are shown as loaded or not before the hub has been asked. */
  function planLoad(): void {
    const person = seats.person()
    const year = yearOf(dayAt(clock.now(), 'WIB'))
    load.plan(person ? deskDatabases(person.databases, person.grants, year) : [])
  }

  async function reloadSeats(): Promise<void> {
    await seats.reload()
    await load.reload()
    planLoad()
  }

  async function seatsChanged(): Promise<void> {
    await reloadSeats()
    news.seats()
  }

  await reloadSeats()
  search.refresh().catch((error: unknown) => console.error(error))
  void localDatabases().then((names) => names.forEach((name) => followSoon(name)))

  return {
    ...{ codec, store, readModel, settings, people, ledger, clock, seats, load, facts, search },
    drafts: draftsOf(store, codec),
    parcels: parcelsOf(store),
    queue: queueNumbers(store),
    replica,
    follow,
    reloadSeats,
    seatsChanged,
    hub: () => hubs[hub] ?? hubClient(own),
    nextHub: () => (hub = (hub + 1) % hubs.length),
    wantSync: news.wantSync,
    followSoon,
  }
}
