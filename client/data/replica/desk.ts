import type { Codec } from '../codec/codec.ts'
import type { DeskStore } from '../desk/desk-store.ts'
import type { Drafts } from '../desk/drafts.ts'
import type { Ledger } from '../desk/ledger.ts'
import type { Parcels } from '../desk/parcels.ts'
import type { People } from '../desk/people.ts'
import type { QueueNumbers } from '../desk/queue-numbers.ts'
import type { DeskSettings } from '../desk/settings.ts'
import type { ReadModelStore } from '../read-model/read-model-store.ts'
import type { ReferenceFacts } from './reference-facts.ts'
import type { HubClient } from './hub/hub-client.ts'
import type { HubClock } from './hub-clock.ts'
import type { Replica } from './replica.ts'
import type { PatientSearch } from './search/patient-search.ts'
import type { Seats } from './seats.ts'
import type { LoadProgress } from './sync/first-load.ts'

/** All that the worker's commands and its exchange with the hub work on; put together in `worker.ts`. */
export type Desk = {
  readonly codec: Codec
  readonly store: DeskStore
  readonly readModel: ReadModelStore
  readonly settings: DeskSettings
  readonly people: People
  readonly drafts: Drafts
  readonly ledger: Ledger
  readonly parcels: Parcels
  readonly queue: QueueNumbers
  readonly clock: HubClock
  readonly seats: Seats
  readonly load: LoadProgress
  readonly facts: ReferenceFacts
  readonly search: PatientSearch
  readonly replica: (database: string) => Replica
  /** The hub that answered last, of those that the clinic has. */
  readonly hub: () => HubClient
  /** The hub did not answer: the next one is tried from now on. */
  readonly nextHub: () => void
  /**
   * Brings ledger, read model and search up to the replica and tells the screens and the other tabs. Answers when
   * all of it can be read.
   */
  readonly follow: (database: string) => Promise<void>
  /** The same without waiting for it. */
  readonly followSoon: (database: string, then?: () => void) => void
  /** Something that the hub must be told of was saved. */
  readonly wantSync: () => void
  /** Another tab changed who sits here: reads it again. */
  readonly reloadSeats: () => Promise<void>
  /** Who sits here has changed: reads it again and tells everybody. */
  readonly seatsChanged: () => Promise<void>
}
