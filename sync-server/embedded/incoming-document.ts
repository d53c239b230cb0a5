import { randomUUID } from 'node:crypto'
import { isObject, readRev, type JsonObject } from './parameters.ts'
import { badRequest, Refusal } from './refusal.ts'

/** A document as a request brings it, checked as far as CouchDB checks the form of any document. */
export type IncomingDocument = JsonObject & {
  readonly _id: string
  readonly _rev?: string
  readonly _revisions?: { readonly start: number; readonly ids: readonly string[] }
}

const STORED_MEMBERS: ReadonlySet<string> = new Set(['_id', '_rev', '_deleted', '_revisions', '_attachments'])
/** What reading a document adds to it, and writing it back ignores. */
const ANSWERED_MEMBERS: ReadonlySet<string> = new Set([
  '_conflicts',
  '_deleted_conflicts',
  '_local_seq',
  '_revs_info',
])

/** Far beyond any document of ours, and far below what breaks the readers of JSON on its way. */
const DEEPEST = 100

function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((inner) => isDeeper(inner, left - 1))
}

function illegalId(reason: string): Refusal {
  return new Refusal(400, 'illegal_docid', reason)
}

function checkId(id: unknown): asserts id is string {
  if (typeof id !== 'string') throw illegalId('Document id must be a string')
  if (id === '') throw illegalId('Document id must not be empty')
  if (id.startsWith('_') && !/^_design\/./s.test(id)) {
    throw illegalId('Only reserved document ids may start with underscore.')
  }
}

function checkRevisions(revisions: unknown): void {
  const { start, ids } = isObject(revisions) ? revisions : {}
  if (!Number.isSafeInteger(start)) throw badRequest("RevId isn't a number.")
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > Number(start))
    throw badRequest('Invalid _revisions')
  for (const id of ids) readRev(`1-${String(id)}`)
}

function withoutAnswered(raw: JsonObject): JsonObject {
  const names = Object.keys(raw).filter((name) => name.startsWith('_') && !STORED_MEMBERS.has(name))
  const bad = names.find((name) => !ANSWERED_MEMBERS.has(name))
  if (bad !== undefined) throw new Refusal(400, 'doc_validation', `Bad special document member: ${bad}`)
  return names.length === 0
    ? raw
    : Object.fromEntries(Object.entries(raw).filter(([name]) => !names.includes(name)))
}

/** Throws CouchDB's refusal of the whole request for a document that is none. */
export function readIncoming(raw: unknown, newEdits: boolean): IncomingDocument {
  if (!isObject(raw)) throw badRequest('Document must be a JSON object')
  if (isDeeper(raw, DEEPEST)) throw badRequest('Document is nested too deeply')
  const { _revisions: revisions, ...doc } = withoutAnswered(raw)
  const id = newEdits ? (doc['_id'] ?? randomUUID().replaceAll('-', '')) : doc['_id']
  checkId(id)
  if (doc['_deleted'] !== undefined && typeof doc['_deleted'] !== 'boolean') {
    throw new Refusal(400, 'doc_validation', '_deleted must be true or false')
  }
  if (doc['_rev'] !== undefined) readRev(doc['_rev'])
  if (newEdits) return { ...doc, _id: id }
  if (revisions !== undefined) checkRevisions(revisions)
  else if (doc['_rev'] === undefined) {
    throw badRequest('When `new_edits: false`, the document needs `_rev` or `_revisions` specified')
  }
  return {
    ...doc,
    _id: id,
    ...(revisions === undefined ? {} : { _revisions: revisions }),
  } as IncomingDocument
}

/** The revision that a document has, or with `newEdits` the one it follows, and before it its known ancestors. */
export function historyOf(doc: IncomingDocument): readonly string[] {
  if (!doc._revisions) return doc._rev === undefined ? [] : [doc._rev]
  const { start, ids } = doc._revisions
  return ids.map((hash, index) => `${String(start - index)}-${hash}`)
}
