import { asker, type Ask } from './ask.ts'
import { readChanges, readDocument, readLeaves, readRows, writeBulk } from './documents.ts'
import { CouchFailure, type Couch, type ForwardedRequest, type Security } from './couch.ts'
import { ensureDatabase } from './facility-databases.ts'

const LOCK_ID = '_design/lock'

async function createDatabase(ask: Ask, name: string): Promise<boolean> {
  try {
    await ask({ method: 'PUT', db: name })
    return true
  } catch (error) {
    if (error instanceof CouchFailure && error.status === 412) return false
    throw error
  }
}

async function updateSeq(ask: Ask, name: string): Promise<string | undefined> {
  try {
    return String((await ask({ db: name }))['update_seq'])
  } catch (error) {
    if (error instanceof CouchFailure && error.problem === 'no-such-database') return undefined
    throw error
  }
}

const NOBODY = { names: [], roles: [] }

async function readSecurity(ask: Ask, name: string): Promise<Security> {
  const { admins, members } = (await ask({ db: name, path: '_security' })) as Partial<Security>
  return { admins: { ...NOBODY, ...admins }, members: { ...NOBODY, ...members } }
}

async function setSecurity(ask: Ask, name: string, security: Security): Promise<void> {
  const present = await readSecurity(ask, name)
  if (JSON.stringify(present) === JSON.stringify(security)) return
  await ask({ method: 'PUT', db: name, path: '_security', body: security })
}

async function installLock(ask: Ask, name: string, text: string): Promise<void> {
  const present = await readDocument(ask, name, LOCK_ID)
  if (present?.['validate_doc_update'] === text) return
  const body = {
    ...(present ? { _rev: present._rev } : {}),
    language: 'javascript',
    validate_doc_update: text,
  }
  await ask({ method: 'PUT', db: name, path: LOCK_ID, body })
}

async function forward(origin: string, request: ForwardedRequest, token: string): Promise<Response> {
  try {
    return await fetch(origin + request.path, {
      method: request.method,
      headers: { ...request.headers, authorization: `Bearer ${token}` },
      redirect: 'error',
      ...(request.body === undefined ? {} : { body: request.body }),
      ...(request.signal ? { signal: request.signal } : {}),
    })
  } catch (error) {
    if (request.signal?.aborted) throw error
    throw new CouchFailure('couch-unreachable', 0, 'no answer to a forwarded request')
  }
}

/** The address without name and password, without a slash at its end. */
export function plainAddress(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname.replace(/\/+$/, '')
}

/** Opens the databases at `COUCHDB_URL` (with the administrator's name and password). Asks nothing yet. */
export function connectCouch(url: string): Couch {
  const ask = asker(url)
  const origin = plainAddress(url)
  const couch: Couch = {
    url: origin,
    ensureDatabase: (ref) => ensureDatabase(couch, ref),
    createDatabase: (name) => createDatabase(ask, name),
    deleteDatabase: async (name) => {
      await ask({ method: 'DELETE', db: name })
    },
    databaseNames: async () => (await ask({ path: '_all_dbs' })) as unknown as readonly string[],
    security: (name) => readSecurity(ask, name),
    setSecurity: (name, security) => setSecurity(ask, name, security),
    installLock: (name, text) => installLock(ask, name, text),
    get: (name, id) => readDocument(ask, name, id),
    getLeaves: (name, id) => readLeaves(ask, name, id),
    allDocs: (name, query = {}) => readRows(ask, name, query),
    changes: (name, query = {}) => readChanges(ask, name, query),
    updateSeq: (name) => updateSeq(ask, name),
    bulkWrite: (name, docs, options = {}) => writeBulk(ask, name, docs, options.newEdits ?? true),
    forward: (request, token) => forward(origin, request, token),
  }
  return couch
}
