import { allDocs } from './all-docs-endpoint.ts'
import { bulkDocs, bulkGet, revsDiff } from './bulk-endpoints.ts'
import { changes } from './changes-endpoint.ts'
import type { DatabaseFolder } from './database-folder.ts'
import type { Database } from './database.ts'
import {
  deleteDocument,
  getDocument,
  localDocument,
  postDocument,
  putDocument,
} from './document-endpoints.ts'
import { objectBody } from './parameters.ts'
import { badRequest, notFound, Refusal, type Answer } from './refusal.ts'
import type { HubRequest } from './request.ts'
import { readSecurity, requireDatabaseAdmin, requireMember, requireServerAdmin } from './security.ts'

/** What the routes need of the process they run in. */
export type Hub = { readonly databases: DatabaseFolder; readonly uuid: string }

function notAllowed(method: string): Refusal {
  return new Refusal(405, 'method_not_allowed', `${method} is not served here`)
}

function session({ user }: HubRequest): Answer {
  const info = { authentication_handlers: ['jwt', 'default'], ...(user.by ? { authenticated: user.by } : {}) }
  return { status: 200, body: { ok: true, userCtx: { name: user.name, roles: user.roles }, info } }
}

function serverRoute(hub: Hub, first: string, request: HubRequest): Answer {
  if (request.method !== 'GET') throw notAllowed(request.method)
  if (first === '') {
    const vendor = { name: 'puskesmas-registry embedded hub' }
    return {
      status: 200,
      body: { couchdb: 'Welcome', version: '3.5.0', uuid: hub.uuid, features: [], vendor },
    }
  }
  if (first === '_up') return { status: 200, body: { status: 'ok', seeds: {} } }
  if (first === '_session') return session(request)
  requireServerAdmin(request.user)
  if (first === '_all_dbs') return { status: 200, body: hub.databases.names() }
  throw notFound('missing')
}

async function databaseInfo(database: Database): Promise<Answer> {
  const { doc_count, update_seq: count } = await database.pouch.info()
  return {
    status: 200,
    body: {
      db_name: database.name,
      doc_count,
      update_seq: database.sequences.write(Number(count)),
      instance_start_time: '0',
      compact_running: false,
    },
  }
}

async function databaseRoute(hub: Hub, name: string, request: HubRequest): Promise<Answer> {
  if (request.method === 'PUT' || request.method === 'DELETE') {
    requireServerAdmin(request.user)
    await (request.method === 'PUT' ? hub.databases.create(name) : hub.databases.remove(name))
    return { status: request.method === 'PUT' ? 201 : 200, body: { ok: true } }
  }
  const database = await hub.databases.open(name)
  requireMember(request.user, database.security())
  if (request.method === 'GET') return databaseInfo(database)
  if (request.method === 'POST') return postDocument(database, request)
  throw notAllowed(request.method)
}

async function security(database: Database, request: HubRequest): Promise<Answer> {
  if (request.method === 'GET') return { status: 200, body: database.security() }
  if (request.method !== 'PUT') throw notAllowed(request.method)
  requireDatabaseAdmin(request.user, database.security())
  await database.setSecurity(readSecurity(objectBody(await request.json())))
  return { status: 200, body: { ok: true } }
}

function compact(database: Database, request: HubRequest): Promise<Answer> {
  requireDatabaseAdmin(request.user, database.security())
  // Runs on after the answer, as CouchDB's does.
  void database.pouch.compact().catch(() => undefined)
  return Promise.resolve({ status: 202, body: { ok: true } })
}

type Endpoint = (database: Database, request: HubRequest) => Promise<Answer>

/** What lies under a database besides documents, and with which methods it is asked. */
const SPECIAL: Readonly<Record<string, { readonly methods: readonly string[]; readonly run: Endpoint }>> = {
  _security: { methods: ['GET', 'PUT'], run: security },
  _all_docs: { methods: ['GET', 'POST'], run: allDocs },
  _changes: { methods: ['GET', 'POST'], run: changes },
  _bulk_docs: { methods: ['POST'], run: bulkDocs },
  _bulk_get: { methods: ['POST'], run: bulkGet },
  _revs_diff: { methods: ['POST'], run: revsDiff },
  _compact: { methods: ['POST'], run: compact },
  _ensure_full_commit: {
    methods: ['POST'],
    run: () => Promise.resolve({ status: 201, body: { ok: true, instance_start_time: '0' } }),
  },
}

function documentRoute(database: Database, id: string, request: HubRequest): Promise<Answer> {
  if (request.method === 'GET') return getDocument(database, id, request)
  if (request.method === 'PUT') return putDocument(database, id, request)
  if (request.method === 'DELETE') return deleteDocument(database, id, request)
  throw notAllowed(request.method)
}

async function insideDatabase(hub: Hub, request: HubRequest): Promise<Answer> {
  const [name = '', first = '', second, ...rest] = request.path
  const database = await hub.databases.open(name)
  requireMember(request.user, database.security())
  const special = Object.hasOwn(SPECIAL, first) ? SPECIAL[first] : undefined
  if (special && second === undefined) {
    if (!special.methods.includes(request.method)) throw notAllowed(request.method)
    return special.run(database, request)
  }
  if (second !== undefined && rest.length === 0 && second !== '') {
    if (first === '_local') return localDocument(database, second, request)
    if (first === '_design') return documentRoute(database, `_design/${second}`, request)
  }
  if (second !== undefined)
    throw request.method === 'GET' ? notFound('missing') : badRequest('attachments are not kept here')
  if (first.startsWith('_') && request.method === 'GET') throw notFound('missing')
  return documentRoute(database, first, request)
}

/** Finds who answers a request. */
export async function route(hub: Hub, request: HubRequest): Promise<Answer> {
  const [first = '', ...rest] = request.path
  if (first === '' || first.startsWith('_')) {
    if (rest.length === 0 && (request.method === 'GET' || first !== '')) {
      if (request.method === 'PUT') return databaseRoute(hub, first, request)
      return serverRoute(hub, first, request)
    }
    requireServerAdmin(request.user)
    throw notFound('missing')
  }
  return rest.length === 0 ? databaseRoute(hub, first, request) : insideDatabase(hub, request)
}
