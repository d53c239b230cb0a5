import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../../shared/access/roles.ts'
import { connectCouch } from '../../sync-server/couch/connect-couch.ts'
import { CouchFailure, type Couch } from '../../sync-server/couch/couch.ts'
import { prepareDistrict, prepareFacility } from '../../sync-server/couch/facility-databases.ts'
import { startEmbedded } from '../../sync-server/embedded/start-embedded.ts'

/** The year of the slices that every hub under test has; the documents of the suite are of its October. */
export const YEAR = 2026

/** Somebody without administrator rights. */
export type Person = { readonly username: string; readonly role: Role; readonly facility: string }

/** Databases to hold to the contract: a CouchDB by `COUCHDB_URL`, or the embedded hub. */
export type HubUnderTest = {
  readonly embedded: boolean
  readonly couch: Couch
  readonly couchUrl: string
  readonly jwtKey: string
  /** A random clinic, so that runs against one CouchDB do not meet. */
  readonly clinic: string
  readonly otherClinic: string
  readonly person: (role: Role, facility?: string) => Person
  /** Of the embedded hub's process. */
  readonly pid: (() => number) | undefined
  readonly close: () => Promise<void>
}

type Databases = Pick<HubUnderTest, 'couchUrl' | 'jwtKey' | 'pid'> & { readonly stop: () => Promise<void> }

async function openDatabases(): Promise<Databases> {
  const { COUCHDB_URL: couchUrl, HUB_JWT_KEY: jwtKey } = process.env
  if (couchUrl) {
    if (!jwtKey) throw new Error('COUCHDB_URL needs HUB_JWT_KEY, the text of its hmac:_default')
    return { couchUrl, jwtKey, pid: undefined, stop: () => Promise.resolve() }
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'puskesmas-contract-'))
  const key = 'the-contract-suites-own-key-0123456789'
  const hub = await startEmbedded({ dataFolder, jwtKey: key })
  if (!hub.ok) throw new Error(`${hub.problem}: ${hub.detail}`)
  const stop = async () => {
    await hub.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { couchUrl: hub.url, jwtKey: key, pid: hub.pid, stop }
}

function randomClinic(): string {
  return `9${String(randomInt(1_000_000)).padStart(6, '0')}`
}

async function removeDatabases(couch: Couch, clinics: readonly string[]): Promise<void> {
  const names = await couch.databaseNames()
  for (const name of names.filter((one) => clinics.some((clinic) => one.includes(clinic)))) {
    await couch.deleteDatabase(name).catch((error: unknown) => {
      if (!(error instanceof CouchFailure && error.problem === 'no-such-database')) throw error
    })
  }
  const { admins, members } = await couch.security('reference')
  const roles = members.roles.filter((role) => !clinics.some((clinic) => role.includes(clinic)))
  await couch.setSecurity('reference', { admins, members: { ...members, roles } })
}

/** Opens the databases that the environment names, with one random clinic made in them. */
export async function openHubUnderTest(): Promise<HubUnderTest> {
  const { couchUrl, jwtKey, pid, stop } = await openDatabases()
  const couch = connectCouch(couchUrl)
  const [clinic, otherClinic] = [randomClinic(), randomClinic()]
  await prepareDistrict(couch)
  await prepareFacility(couch, clinic, [YEAR])
  return {
    embedded: pid !== undefined,
    couch,
    couchUrl,
    jwtKey,
    clinic,
    otherClinic,
    person: (role, facility = clinic) => ({ username: `uji.${role}.${facility}`, role, facility }),
    pid,
    close: async () => {
      await removeDatabases(couch, [clinic, otherClinic])
      await stop()
    },
  }
}
