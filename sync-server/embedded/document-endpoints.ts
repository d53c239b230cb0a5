import type { Database } from './database.ts'
import { readIncoming } from './incoming-document.ts'
import { isObject, objectBody, parseJson, readRev } from './parameters.ts'
import { notFound, Refusal, type Answer } from './refusal.ts'
import type { HubRequest } from './request.ts'
import { revisionsIn } from './revision-tree.ts'
import { writeDocuments, type WriteAnswer } from './write-documents.ts'

type Leaf = { readonly ok: object } | { readonly missing: string }

/** Those revisions of a document, or every leaf of it; with `latest` the leaves that grew from them. */
export async function openRevisions(
  database: Database,
  id: string,
  wanted: 'all' | readonly string[],
  options: { readonly revs: boolean; readonly latest: boolean },
): Promise<readonly Leaf[]> {
  const known = revisionsIn(await database.treeOf(id))
  const leaves = known.filter((one) => one.leaf).map((one) => one.rev)
  const asked = wanted === 'all' ? leaves : wanted
  const found = await Promise.all(
    asked.map(async (rev): Promise<Leaf> => {
      if (!known.some((one) => one.rev === rev)) return { missing: rev }
      try {
        return { ok: await database.pouch.get(id, { rev, revs: options.revs, latest: options.latest }) }
      } catch {
        return { missing: rev }
      }
    }),
  )
  const byRev = new Map(
    found.map((leaf) => ['ok' in leaf ? (leaf.ok as { _rev: string })._rev : leaf.missing, leaf]),
  )
  return [...byRev.values()]
}

async function getOpenRevisions(database: Database, id: string, request: HubRequest): Promise<Answer> {
  const text = request.parameters.text('open_revs') ?? 'all'
  const list = text === 'all' ? text : parseJson(text)
  if (list !== 'all' && !Array.isArray(list)) throw new Refusal(400, 'bad_request', 'open_revs is no list')
  const options = { revs: request.parameters.flag('revs'), latest: request.parameters.flag('latest') }
  const leaves = await openRevisions(database, id, list === 'all' ? list : list.map(readRev), options)
  if (leaves.length === 0) throw notFound('missing')
  return { status: 200, body: leaves }
}

export async function getDocument(database: Database, id: string, request: HubRequest): Promise<Answer> {
  const { parameters } = request
  if (parameters.text('open_revs') !== undefined) return getOpenRevisions(database, id, request)
  const rev = parameters.text('rev')
  const options = {
    ...(rev === undefined ? {} : { rev: readRev(rev) }),
    revs: parameters.flag('revs'),
    conflicts: parameters.flag('conflicts'),
    latest: parameters.flag('latest'),
  }
  return { status: 200, body: await database.pouch.get(id, options) }
}

const STATUS_OF_ERROR: Readonly<Record<string, number>> = {
  conflict: 409,
  forbidden: 403,
  unauthorized: 401,
  not_found: 404,
}

function singleAnswer(result: WriteAnswer | undefined, status: number): Answer {
  if (!result) throw new TypeError('a write of one document answered nothing')
  if (!('error' in result)) return { status, body: result }
  throw new Refusal(STATUS_OF_ERROR[result.error] ?? 400, result.error, result.reason)
}

function givenRev(request: HubRequest): string | undefined {
  return request.parameters.text('rev') ?? request.ifMatch?.replaceAll('"', '')
}

export async function putDocument(database: Database, id: string, request: HubRequest): Promise<Answer> {
  const body = await request.json()
  const newEdits = request.parameters.text('new_edits') !== 'false'
  const rev = givenRev(request)
  const raw = isObject(body) ? { ...body, _id: id, ...(rev === undefined ? {} : { _rev: rev }) } : body
  const [result] = await writeDocuments(database, request.user, [readIncoming(raw, newEdits)], newEdits)
  return singleAnswer(result, 201)
}

export async function postDocument(database: Database, request: HubRequest): Promise<Answer> {
  const doc = readIncoming(await request.json(), true)
  const [result] = await writeDocuments(database, request.user, [doc], true)
  return singleAnswer(result, 201)
}

export async function deleteDocument(database: Database, id: string, request: HubRequest): Promise<Answer> {
  const rev = givenRev(request)
  const doc = readIncoming({ _id: id, ...(rev === undefined ? {} : { _rev: rev }), _deleted: true }, true)
  const [result] = await writeDocuments(database, request.user, [doc], true)
  return singleAnswer(result, 200)
}

/** A local document, as replication keeps its checkpoints in; like CouchDB we do not compare its revision. */
export async function localDocument(database: Database, name: string, request: HubRequest): Promise<Answer> {
  const id = `_local/${name}`
  if (request.method === 'GET') return { status: 200, body: await database.pouch.get(id) }
  const content = request.method === 'PUT' ? objectBody(await request.json()) : {}
  return database.inTurn(async () => {
    const present = await database.pouch.get(id).catch(() => undefined)
    if (request.method === 'DELETE') {
      if (!present) throw notFound('missing')
      await database.pouch.remove(present)
      return { status: 200, body: { ok: true, id, rev: '0-0' } }
    }
    const { rev } = await database.pouch.put({
      ...content,
      _id: id,
      _rev: present?._rev,
    })
    return { status: 201, body: { ok: true, id, rev } }
  })
}
