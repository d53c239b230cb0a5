import type { Grant } from '../../../shared/access/roles.ts'
import type { Instant } from '../../../shared/calendar/instant.ts'
import type { FacilityCode, PractitionerId } from '../../../shared/documents/ids.ts'
import type { Codec } from '../codec/codec.ts'
import type { DeskStore } from './desk-store.ts'

/** The P-256 key of the facility's hub process, to which parcels are sealed. */
export type HubKey = { readonly kid: string; readonly jwk: JsonWebKey }

/** This PC as the hub enrolled it. The credential opens only the heads and the drop box. */
export type Enrolment = {
  readonly device: string
  readonly letter: string
  readonly facility: FacilityCode
  readonly credential: string
  readonly groups: readonly string[]
  readonly hubKey: HubKey | null
}

/** Somebody with a session at the hub. `databases` may be pulled under the token. */
export type Session = {
  readonly username: string
  readonly name: string
  readonly practitioner: PractitionerId | null
  readonly grants: readonly Grant[]
  readonly token: string | null
  readonly databases: readonly string[]
}

/** What was last known about time: the hub's moment, how far this PC's clock was behind it, the last record saved. */
export type ClockAnchor = {
  readonly hubTime: Instant | null
  readonly offsetMs: number
  readonly lastSaved: Instant | null
}

/** Every value the desk keeps under a name. */
type Settings = {
  readonly enrolment: Enrolment
  /** The hub's epoch, which changes when the hub was restored from a backup. */
  readonly epoch: string
  /** Who sits here; stays signed in when the browser dies. */
  readonly seated: { readonly username: string }
  /** A Dinas or admin session on a PC that is no desk. */
  readonly district: Session
  readonly clock: ClockAnchor
  /** When records of this desk last reached the hub, and when others last came from it. */
  readonly exchanged: { readonly lastSent: Instant | null; readonly lastReceived: Instant | null }
  /** Databases whose first load is complete. */
  readonly loaded: readonly string[]
  /** Where the hub is found, tried in order; '' is the page's own origin. */
  readonly hubs: readonly string[]
}

export type DeskSettings = {
  readonly get: <Key extends keyof Settings>(key: Key) => Promise<Settings[Key] | undefined>
  readonly set: <Key extends keyof Settings>(key: Key, value: Settings[Key]) => Promise<void>
  readonly remove: (key: keyof Settings) => Promise<void>
}

export function deskSettings(store: DeskStore, codec: Codec): DeskSettings {
  return {
    async get<Key extends keyof Settings>(key: Key) {
      const row = await store.settings.get(key)
      return row && ((await codec.open(row.sealed, `desk/settings/${key}`)) as Settings[Key])
    },
    async set(key, value) {
      await store.settings.put({ key, sealed: await codec.seal(value, `desk/settings/${key}`) })
    },
    async remove(key) {
      await store.settings.delete(key)
    },
  }
}
