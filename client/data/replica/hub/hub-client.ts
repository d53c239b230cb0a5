import type { Grant } from '../../../../shared/access/roles.ts'
import type { Instant } from '../../../../shared/calendar/instant.ts'
import type { FacilityCode, PractitionerId } from '../../../../shared/documents/ids.ts'
import type { HubKey } from '../../desk/settings.ts'
import type { SealedParcel } from '../../desk/parcels.ts'
import type { Revision } from '../replica.ts'
import { hubFetch, type TimeLimits } from './hub-fetch.ts'
import { HubTrouble } from './hub-trouble.ts'

/** The name by which the hub says that it is one. */
const SERVICE = 'puskesmas-registry'

/** The first answer to a person waiting at the screen must come soon, or this PC decides by itself. */
const SOON: TimeLimits = { answer: 8000, stall: 8000 }

export type Credential = { readonly device: string; readonly credential: string }

export type EnrolAnswer = {
  readonly device: string
  readonly letter: string
  readonly facility: FacilityCode
  readonly credential: string
  readonly groups: readonly string[]
  readonly epoch: string
  readonly hubKey: HubKey | null
}

export type SessionAnswer = {
  readonly token: string
  readonly username: string
  readonly name: string
  readonly practitioner: PractitionerId | null
  readonly grants: readonly Grant[]
  readonly databases: readonly string[]
  readonly expiresAt: string
  readonly hubTime: Instant
}

/** The hub's epoch and moment, and how far each database of this desk's clinic has come. */
export type Heads = {
  readonly epoch: string
  readonly time: Instant
  readonly heads: Readonly<Record<string, string>>
}

export type DropAnswer = {
  readonly stored: readonly string[]
  readonly kept: readonly { readonly id: string; readonly problem: string }[]
  readonly refused: readonly {
    readonly id: string
    readonly problem: string
    readonly field?: string | null
  }[]
}

type BulkAnswer = readonly {
  readonly id?: string
  readonly rev?: string
  readonly error?: string
  readonly reason?: string
}[]

export type HubClient = {
  readonly enrol: (code: string) => Promise<EnrolAnswer>
  readonly signIn: (desk: Credential | null, username: string, password: string) => Promise<SessionAnswer>
  readonly signOut: (token: string) => Promise<void>
  readonly heads: (who: Credential | { readonly token: string }) => Promise<Heads>
  /** Whether a hub answers at all. */
  readonly alive: () => Promise<boolean>
  readonly drop: (desk: Credential, parcels: readonly SealedParcel[]) => Promise<DropAnswer>
  /** Which of these revisions the hub lacks, by document. */
  readonly missing: (
    token: string,
    database: string,
    revisions: Readonly<Record<string, readonly string[]>>,
  ) => Promise<Readonly<Record<string, { readonly missing: readonly string[] }>>>
  readonly write: (token: string, database: string, docs: readonly Revision[]) => Promise<BulkAnswer>
  readonly documents: (token: string, database: string) => Promise<number>
  /** A file or report as the hub sends it; the caller judges status and kind. */
  readonly file: (token: string, path: string) => Promise<Response>
  /** The address and the `fetch` with which PouchDB reads a database under a token. */
  readonly database: (
    token: string,
    database: string,
    stop: AbortSignal,
  ) => { readonly url: string; readonly fetch: (url: string, init?: RequestInit) => Promise<Response> }
}

function authorization(who: Credential | { readonly token: string }): string {
  return 'token' in who ? `Bearer ${who.token}` : `Desk ${who.device}:${who.credential}`
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new HubTrouble('not-the-hub')
  return value as Readonly<Record<string, unknown>>
}

/** A refusal, as the gateway or CouchDB says it. */
type Said = { readonly problem?: string; readonly error?: string; readonly field?: string }

async function accepted(response: Response): Promise<unknown> {
  const body = (await response.json().catch(() => null)) as unknown
  if (response.ok) return body
  const { problem, error, field } = typeof body === 'object' && body !== null ? (body as Said) : {}
  const code = problem ?? error ?? null
  if (response.status >= 500) throw new HubTrouble('hub-failed', response.status, code)
  if (code === null) throw new HubTrouble('not-the-hub', response.status)
  throw new HubTrouble('refused', response.status, code, field ?? null)
}

function headsOf(body: unknown): Heads {
  const { epoch, time, heads } = record(body)
  if (typeof epoch !== 'string' || typeof time !== 'string' || Number.isNaN(Date.parse(time))) {
    throw new HubTrouble('not-the-hub', 200)
  }
  return { epoch, time: time as Instant, heads: record(heads) as Heads['heads'] }
}

/** The hub's endpoints. `origin` is where the gateway answers, without a slash at its end. */
export function hubClient(origin: string): HubClient {
  async function call(
    method: string,
    path: string,
    request: { readonly auth?: string; readonly body?: unknown; readonly limits?: TimeLimits },
  ): Promise<unknown> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (request.auth) headers['authorization'] = request.auth
    if (request.body !== undefined) headers['content-type'] = 'application/json'
    const body = request.body === undefined ? null : JSON.stringify(request.body)
    return accepted(await hubFetch(origin + path, { method, headers, body }, request.limits))
  }

  const post = (token: string, database: string, path: string, body: unknown) =>
    call('POST', `/db/${database}/${path}`, { auth: authorization({ token }), body })

  return {
    async enrol(code) {
      return (await call('POST', '/api/desks', { body: { code }, limits: SOON })) as EnrolAnswer
    },
    async signIn(desk, username, password) {
      const auth = desk ? { auth: authorization(desk) } : {}
      const answer = await call('POST', '/api/sessions', {
        ...auth,
        body: { username, password },
        limits: SOON,
      })
      return answer as SessionAnswer
    },
    async signOut(token) {
      await call('DELETE', '/api/sessions/current', { auth: authorization({ token }), limits: SOON })
    },
    async heads(who) {
      return headsOf(await call('GET', '/api/heads', { auth: authorization(who) }))
    },
    async alive() {
      try {
        return record(await call('GET', '/api/health', { limits: SOON }))['service'] === SERVICE
      } catch {
        return false
      }
    },
    async drop(desk, parcels) {
      return (await call('POST', '/api/drop', { auth: authorization(desk), body: { parcels } })) as DropAnswer
    },
    async missing(token, database, revisions) {
      return record(await post(token, database, '_revs_diff', revisions)) as Awaited<
        ReturnType<HubClient['missing']>
      >
    },
    async write(token, database, docs) {
      const answer = await post(token, database, '_bulk_docs', { docs, new_edits: false })
      return Array.isArray(answer) ? (answer as BulkAnswer) : []
    },
    async documents(token, database) {
      const info = record(await call('GET', `/db/${database}`, { auth: authorization({ token }) }))
      return typeof info['doc_count'] === 'number' ? info['doc_count'] : 0
    },
    file: (token, path) =>
      hubFetch(origin + path, { headers: { authorization: authorization({ token }) }, json: false }),
    database: (token, database, stop) => ({
      url: `${origin}/db/${database}`,
      fetch(url, init) {
        const headers = new Headers(init?.headers)
        headers.set('authorization', authorization({ token }))
        return hubFetch(url, { ...init, headers, signal: init?.signal ?? stop })
      },
    }),
  }
}
