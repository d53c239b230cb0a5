import type { Database } from './database.ts'
import { openRevisions } from './document-endpoints.ts'
import { readIncoming } from './incoming-document.ts'
import { isObject, objectBody, readRev } from './parameters.ts'
import { badRequest, Refusal, type Answer } from './refusal.ts'
import type { HubRequest } from './request.ts'
import { missingFrom } from './revision-tree.ts'
import { writeDocuments } from './write-documents.ts'

export async function bulkDocs(database: Database, request: HubRequest): Promise<Answer> {
  const { docs, new_edits: newEditsGiven = true } = objectBody(await request.json())
  if (docs === undefined) throw badRequest('POST body must include `docs` parameter.')
  if (!Array.isArray(docs)) throw badRequest('`docs` parameter must be an array.')
  if (typeof newEditsGiven !== 'boolean') throw badRequest('`new_edits` parameter must be a boolean.')
  const read = docs.map((raw) => readIncoming(raw, newEditsGiven))
  const results = await writeDocuments(database, request.user, read, newEditsGiven)
  return { status: 201, body: newEditsGiven ? results : results.filter((result) => 'error' in result) }
}

type Got = { readonly id: string | null; readonly docs: readonly object[] }

function bulkGetFault(id: string | null, rev: string | null, error: string, reason: string): Got {
  return { id, docs: [{ error: { id, rev, error, reason } }] }
}

async function bulkGetOne(
  database: Database,
  wanted: unknown,
  options: { readonly revs: boolean; readonly latest: boolean },
): Promise<Got> {
  if (!isObject(wanted)) return bulkGetFault(null, null, 'bad_request', 'document must be a JSON object')
  const { id, rev } = wanted
  if (typeof id !== 'string' || id === '')
    return bulkGetFault(null, null, 'bad_request', 'document id missed')
  try {
    const asked = rev === undefined ? 'all' : [readRev(rev)]
    const leaves = await openRevisions(database, id, asked, options)
    if (leaves.length === 0) return bulkGetFault(id, 'undefined', 'not_found', 'missing')
    const docs = leaves.map((leaf) =>
      'ok' in leaf ? leaf : { error: { id, rev: leaf.missing, error: 'not_found', reason: 'missing' } },
    )
    return { id, docs }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return bulkGetFault(id, String(rev), error.error, error.reason)
  }
}

export async function bulkGet(database: Database, request: HubRequest): Promise<Answer> {
  const { docs } = objectBody(await request.json())
  if (!Array.isArray(docs)) throw badRequest("Missing JSON list of 'docs'.")
  const options = { revs: request.parameters.flag('revs'), latest: request.parameters.flag('latest') }
  const results = await Promise.all(docs.map((wanted) => bulkGetOne(database, wanted, options)))
  return { status: 200, body: { results } }
}

export async function revsDiff(database: Database, request: HubRequest): Promise<Answer> {
  const asked = Object.entries(objectBody(await request.json())).map(([id, revs]) => {
    if (!Array.isArray(revs)) throw badRequest('Revisions must be a list')
    return { id, revs: revs.map(readRev) }
  })
  const found = await Promise.all(
    asked.map(async ({ id, revs }) => [id, missingFrom(await database.treeOf(id), revs)] as const),
  )
  return { status: 200, body: Object.fromEntries(found.filter(([, missing]) => missing)) }
}
