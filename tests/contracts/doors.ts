import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { couchRole, DistrictRole, FacilityRole, type Grant } from '../../shared/access/roles.ts'
import { instantOf } from '../../shared/calendar/instant.ts'
import { createAccount } from '../../sync-server/accounts/create-account.ts'
import { tokenSigner } from '../../sync-server/couch/jwt.ts'
import { createEnrolmentCode } from '../../sync-server/devices/create-enrolment-code.ts'
import { startRegistry, type Registry } from '../../sync-server/start-registry.ts'
import type { HubUnderTest, Person } from './hub-under-test.ts'

export type Told = {
  readonly status: number
  /** The parsed JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not used
  readonly body: any
}

export type Pass = { readonly base: string; readonly authorization: string; readonly device: string }

/** A way to the databases for people: the hub's own port under their token, or the gateway under their session. */
export type Door = {
  readonly name: 'hub' | 'gateway'
  /** Where that person sends to, with what, and from which desk. */
  readonly passFor: (person: Person) => Promise<Pass>
  /** Returns when the hub's own writes that follow from earlier ones are done. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Sends a request as it is; a text is sent as it stands, anything else as JSON. */
export async function send(
  base: string,
  authorization: string | undefined,
  method: string,
  path: string,
  body?: unknown,
): Promise<Told> {
  const response = await fetch(base + path, {
    method,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(authorization ? { authorization } : {}),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

export async function ask(
  door: Door,
  person: Person,
  method: string,
  path: string,
  body?: unknown,
): Promise<Told> {
  const { base, authorization } = await door.passFor(person)
  return send(base, authorization, method, path, body)
}

export function grantOf({ role, facility }: Person): Grant {
  const ofClinic = FacilityRole.safeParse(role)
  return ofClinic.success ? { role: ofClinic.data, facility } : { role: DistrictRole.parse(role) }
}

/** The hub's own port, where only the second lock and `_security` stand. */
export function directDoor(hub: HubUnderTest): Door {
  const sign = tokenSigner(hub.jwtKey)
  return {
    name: 'hub',
    passFor: (person) => {
      const token = sign(person.username, [couchRole(grantOf(person))], Date.now())
      return Promise.resolve({
        base: hub.couch.url,
        authorization: `Bearer ${token}`,
        device: `${person.facility}-A`,
      })
    },
    settled: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

const PASSWORD = 'kata sandi uji'

async function signIn(registry: Registry, code: string, person: Person): Promise<Pass> {
  const needsDesk = FacilityRole.safeParse(person.role).success
  const desk = needsDesk ? await send(registry.url, undefined, 'POST', '/api/desks', { code }) : undefined
  const authorization = desk ? `Desk ${String(desk.body.device)}:${String(desk.body.credential)}` : undefined
  const account = { username: person.username, password: PASSWORD }
  const session = await send(registry.url, authorization, 'POST', '/api/sessions', account)
  if (session.status !== 201) throw new Error(`sign-in: ${JSON.stringify(session.body)}`)
  return {
    base: `${registry.url}/db`,
    authorization: `Bearer ${String(session.body.token)}`,
    device: String(session.body.device),
  }
}

/** Removes what a run wrote into `accounts`, so that a hub that was there before is as it was. */
async function removeAccounts(hub: HubUnderTest): Promise<void> {
  const rows = await hub.couch.allDocs('accounts', { includeDocs: true })
  const own = rows.filter(({ doc }) => JSON.stringify(doc).includes(hub.clinic))
  const closed = own.map(({ id, rev }) => ({ _id: id, _rev: rev, _deleted: true }))
  await hub.couch.bulkWrite('accounts', closed)
}

/** The gateway in front of the same databases. */
export async function gatewayDoor(hub: HubUnderTest): Promise<Door> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'puskesmas-gateway-'))
  const couch = { url: hub.couchUrl, jwtKey: hub.jwtKey }
  const started = await startRegistry(
    {
      port: 0,
      host: '127.0.0.1',
      dataFolder,
      clientFolder: 'dist',
      trustedProxies: [],
      logLevel: 'silent',
      couch,
    },
    { log: pino({ level: 'silent' }), now: Date.now, machineNow: Date.now },
  )
  if (!started.ok) throw new Error(started.problem.en)
  const registry: Registry = started
  const code = await createEnrolmentCode(
    registry.accounts,
    { facility: hub.clinic, uses: 100 },
    instantOf(Date.now()),
  )
  const passes = new Map<string, Promise<Pass>>()

  async function admit(person: Person): Promise<Pass> {
    const account = { username: person.username, name: 'Petugas Uji', password: PASSWORD, practitioner: null }
    const made = await createAccount(registry.accounts, { ...account, grants: [grantOf(person)] })
    if (!made.ok) throw new Error(made.problem)
    return signIn(registry, code, person)
  }

  return {
    name: 'gateway',
    passFor: (person) => {
      const pass = passes.get(person.username) ?? admit(person)
      passes.set(person.username, pass)
      return pass
    },
    settled: () => registry.resolver.idle(),
    close: async () => {
      await registry.stop()
      await removeAccounts(hub)
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
