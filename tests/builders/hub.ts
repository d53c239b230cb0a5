import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { DISTRICT_ROLES, FACILITY_ROLES, type Grant, type Role } from '../../shared/access/roles.ts'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { instantOf, type Instant } from '../../shared/calendar/instant.ts'
import { newFact, newRecord, type Authorship } from '../../shared/sync/edit-record.ts'
import { createAccount } from '../../sync-server/accounts/create-account.ts'
import type { Config } from '../../sync-server/config.ts'
import { prepareFacility } from '../../sync-server/couch/facility-databases.ts'
import { createEnrolmentCode } from '../../sync-server/devices/create-enrolment-code.ts'
import { yearsAt } from '../../sync-server/prepare-databases.ts'
import { startRegistry, type Registry } from '../../sync-server/start-registry.ts'

/** The clinic that a test hub has, and a second one whose people must see nothing of the first. */
export const FACILITY = '1031948'
export const OTHER_FACILITY = '1031949'
/** The password of every account of a test hub. */
export const PASSWORD = 'kata sandi uji'
export const CODE = 'UJI1-0319-48AA'
export const OTHER_CODE = 'UJI2-0319-49AA'
/** A Saturday morning in Madiun, the hub time at which a test hub begins. */
export const BEGINNING = Date.UTC(2026, 9, 31, 1, 0, 0)

export type TestDesk = {
  readonly device: string
  readonly facility: string
  readonly letter: string
  readonly credential: string
  readonly groups: readonly string[]
  readonly epoch: string
  readonly hubKey: { readonly kid: string; readonly jwk: JsonWebKey }
}

export type TestSession = {
  readonly token: string
  readonly username: string
  readonly name: string
  readonly practitioner: string | null
  readonly grants: readonly Grant[]
  readonly device: string
  readonly databases: readonly string[]
  readonly expiresAt: Instant
  readonly hubTime: Instant
}

export type TestHub = {
  /** The gateway's address; the same after `restartHub`. */
  readonly url: string
  readonly dataFolder: string
  readonly facility: string
  readonly code: string
  readonly password: string
  /** Hub time. JWTs go by the machine's clock, so a test may set any time. */
  readonly clock: {
    readonly now: () => number
    readonly set: (ms: number) => void
    readonly advance: (ms: number) => void
  }
  readonly usernameOf: (role: Role, facility?: string) => string
  readonly practitionerOf: (role: Role, facility?: string) => string | null
  /** Enrols a computer of the clinic as a desk does. */
  readonly enrol: (code?: string) => Promise<TestDesk>
  /** Signs in as a desk does; without a desk as the district's people do. */
  readonly signIn: (role: Role, desk?: TestDesk, facility?: string) => Promise<TestSession>
  readonly registry: () => Registry
  /** Stops the gateway and the embedded hub's process; the data stay. */
  readonly stopHub: () => Promise<void>
  /** Starts both again on the same port with the same data. */
  readonly restartHub: () => Promise<void>
  /** Stops everything and removes the data. */
  readonly stop: () => Promise<void>
}

function usernameOf(role: Role, facility = FACILITY): string {
  const district = DISTRICT_ROLES.some((one) => one === role)
  return district || facility === FACILITY ? role : `${role}.lain`
}

/** A practitioner for each role of a clinic: `practitioner:` and 26 characters that name the role's place. */
function practitionerOf(role: Role, facility = FACILITY): string | null {
  const place = FACILITY_ROLES.findIndex((one) => one === role)
  return place < 0
    ? null
    : `practitioner:01J0000000000000000${facility.slice(-4)}${String(place).padStart(3, '0')}`
}

function authorAt(ms: number): Authorship {
  return { by: 'hub', device: 'hub', now: instantOf(ms), writer: 'hub.00', lastStamp: undefined }
}

function facilityDocument(code: string, author: Authorship) {
  const content = {
    _id: `facility:${code}`,
    type: 'facility',
    schema: 1,
    code,
    name: code === FACILITY ? 'Puskesmas Uji' : 'Puskesmas Lain',
    address: 'Jl. Uji 1, Madiun',
    zone: 'WIB',
    workingArea: ['3577011001', '3577011002'],
    goLive: '2026-01-01',
    head: { name: 'Kepala Uji', nip: '197001011990011001' },
    authority: 'hub',
    hubs: ['/'],
  }
  return newFact(content, author)
}

const UNITS = [
  { code: 'UMUM', name: 'Poli Umum', letter: 'U', usualKind: 'sakit' },
  { code: 'GIGI', name: 'Poli Gigi', letter: 'G', usualKind: 'sakit' },
  { code: 'KIA', name: 'KIA', letter: 'K', usualKind: 'sehat' },
] as const

function unitDocuments(facility: string, author: Authorship) {
  return UNITS.map((unit) =>
    newFact(
      {
        _id: `unit:${facility}:${unit.code}`,
        type: 'unit',
        schema: 1,
        facility,
        ...unit,
        klaster: null,
        active: true,
      },
      author,
    ),
  )
}

const WORKDAYS = { mon: true, tue: true, wed: true, thu: true, fri: true, sat: true, sun: false }

function practitionerDocument(role: Role, facility: string, author: Authorship) {
  const hours = Object.fromEntries(
    Object.entries(WORKDAYS).map(([day, works]) => [day, works ? { start: '07:30', end: '14:00' } : null]),
  )
  return newRecord(
    {
      _id: practitionerOf(role, facility),
      type: 'practitioner',
      schema: 1,
      name: `Petugas ${role}`,
      profession: 'perawat',
      username: usernameOf(role, facility),
      employedFrom: calendarDate('2020-01-01'),
      employedUntil: null,
      schedules: [{ from: calendarDate('2020-01-01'), hours }],
    },
    author,
  )
}

/** Writes the documents or throws with what the hub said. */
async function write(registry: Registry, database: string, docs: readonly object[]): Promise<void> {
  const results = await registry.couch.bulkWrite(database, docs as never)
  const failed = results.find((result) => !result.ok)
  if (failed) throw new Error(`${database}: ${JSON.stringify(failed)}`)
}

async function makeClinic(registry: Registry, facility: string, code: string, nowMs: number): Promise<void> {
  const author = authorAt(nowMs)
  await prepareFacility(registry.couch, facility, yearsAt(instantOf(nowMs)))
  await write(registry, 'reference', [facilityDocument(facility, author), ...unitDocuments(facility, author)])
  await write(
    registry,
    `roster-${facility}`,
    FACILITY_ROLES.map((role) => practitionerDocument(role, facility, author)),
  )
  await createEnrolmentCode(registry.accounts, { facility, code, uses: 100, days: 3650 }, instantOf(nowMs))
}

async function makeAccounts(registry: Registry, facilities: readonly string[]): Promise<void> {
  const ofClinics = facilities.flatMap((facility) =>
    FACILITY_ROLES.map((role) => ({ role, facility, grants: [{ role, facility }] })),
  )
  const ofDistrict = DISTRICT_ROLES.map((role) => ({ role, facility: FACILITY, grants: [{ role }] }))
  for (const { role, facility, grants } of [...ofClinics, ...ofDistrict]) {
    const account = {
      username: usernameOf(role, facility),
      name: `Petugas ${role}`,
      password: PASSWORD,
      grants,
      practitioner: practitionerOf(role, facility),
    }
    const made = await createAccount(registry.accounts, account)
    if (!made.ok) throw new Error(`${account.username}: ${made.problem}`)
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const body = (await response.json()) as Answer
  if (!response.ok) throw new Error(`${String(response.status)} ${JSON.stringify(body)}`)
  return body
}

export type TestHubOptions = {
  readonly clientFolder?: string
  /** Also make the second clinic. */
  readonly two?: boolean
  /** Hub time at the start, in milliseconds. */
  readonly nowMs?: number
  /** Where the log goes; nowhere by default. */
  readonly log?: Logger
}

/**
 * A whole hub for a test: embedded databases in their own process and the gateway on a random port, with one clinic,
 * an account for each role (`PASSWORD`), an enrolment code (`CODE`) and a clock that the test sets.
 */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'puskesmas-hub-'))
  let ms = options.nowMs ?? BEGINNING
  let config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    clientFolder: options.clientFolder ?? 'dist',
    trustedProxies: [],
    logLevel: 'silent',
    couch: undefined,
  }

  async function start(): Promise<Registry> {
    const needs = {
      log: options.log ?? pino({ level: config.logLevel }),
      now: () => ms,
      machineNow: Date.now,
    }
    const started = await startRegistry(config, needs)
    if (!started.ok) throw new Error(started.problem.en)
    config = { ...config, port: Number(new URL(started.url).port) }
    return started
  }

  let running: Registry | undefined = await start()
  const registry = (): Registry => {
    if (!running) throw new Error('the hub is stopped')
    return running
  }
  const { url } = running
  await makeClinic(running, FACILITY, CODE, ms)
  if (options.two) await makeClinic(running, OTHER_FACILITY, OTHER_CODE, ms)
  await makeAccounts(running, options.two ? [FACILITY, OTHER_FACILITY] : [FACILITY])

  function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }

  async function stopHub(): Promise<void> {
    const stopped = running
    running = undefined
    await stopped?.stop()
  }

  return {
    url,
    dataFolder,
    facility: FACILITY,
    code: CODE,
    password: PASSWORD,
    clock: {
      now: () => ms,
      set: (to) => void (ms = to),
      advance: (by) => void (ms += by),
    },
    usernameOf,
    practitionerOf,
    enrol: async (code = CODE) => answerOf<TestDesk>(await post('/api/desks', { code })),
    signIn: async (role, desk, facility = desk?.facility ?? FACILITY) => {
      const headers = desk ? { authorization: `Desk ${desk.device}:${desk.credential}` } : {}
      const body = { username: usernameOf(role, facility), password: PASSWORD }
      return answerOf<TestSession>(await post('/api/sessions', body, headers))
    },
    registry,
    stopHub,
    restartHub: async () => {
      await stopHub()
      running = await start()
    },
    stop: async () => {
      await stopHub()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
