import type { Ask, Question } from './ask.ts'
import {
  CouchFailure,
  type AllDocsQuery,
  type Change,
  type ChangesPage,
  type ChangesQuery,
  type DocumentRow,
  type StoredDocument,
  type WritableDocument,
  type WriteResult,
} from './couch.ts'

/** `_design/lock` and `_local/x` keep their slash; every other id is one segment of the path. */
function pathOf(id: string): string {
  const [, special, name] = /^(_design|_local)\/(.+)$/s.exec(id) ?? []
  return special && name ? `${special}/${encodeURIComponent(name)}` : encodeURIComponent(id)
}

function listIn(list: unknown): readonly unknown[] {
  if (!Array.isArray(list)) throw new CouchFailure('couch-unreachable', 0, 'not an answer of a CouchDB')
  return list
}

async function foundOr(answer: Promise<unknown>, other: unknown): Promise<unknown> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof CouchFailure && error.status === 404 && error.problem === 'couch-refused')
      return other
    throw error
  }
}

export async function readDocument(ask: Ask, db: string, id: string): Promise<StoredDocument | undefined> {
  return (await foundOr(ask({ db, path: pathOf(id) }), undefined)) as StoredDocument | undefined
}

function generationOf(rev: string): number {
  return Number.parseInt(rev, 10)
}

/** CouchDB's own order of leaves that are not deleted: the longest history wins, then the higher text. */
function winnerFirst(a: StoredDocument, b: StoredDocument): number {
  return generationOf(b._rev) - generationOf(a._rev) || (a._rev < b._rev ? 1 : -1)
}

export async function readLeaves(ask: Ask, db: string, id: string): Promise<readonly StoredDocument[]> {
  const query = { open_revs: 'all', revs: true }
  const answer = await foundOr(ask({ db, path: pathOf(id), query }), [])
  const leaves = listIn(answer) as readonly { readonly ok?: StoredDocument }[]
  const present = leaves.flatMap((leaf) => (leaf.ok && leaf.ok['_deleted'] !== true ? [leaf.ok] : []))
  return present.sort(winnerFirst)
}

type RawRow = {
  readonly id?: string
  readonly value?: { readonly rev: string; readonly deleted?: boolean }
  readonly doc?: StoredDocument | null
}

function rowQuery(query: AllDocsQuery): NonNullable<Question['query']> {
  return {
    ...(query.startkey === undefined ? {} : { startkey: query.startkey }),
    ...(query.endkey === undefined ? {} : { endkey: query.endkey }),
    ...(query.inclusiveEnd === undefined ? {} : { inclusive_end: query.inclusiveEnd }),
    ...(query.includeDocs ? { include_docs: true } : {}),
    ...(query.conflicts ? { conflicts: true } : {}),
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.skip === undefined ? {} : { skip: query.skip }),
    ...(query.descending ? { descending: true } : {}),
  }
}

export async function readRows(ask: Ask, db: string, query: AllDocsQuery): Promise<readonly DocumentRow[]> {
  const keys = query.keys
  const answer = await ask({
    db,
    path: '_all_docs',
    query: rowQuery(query),
    ...(keys ? { method: 'POST' as const, body: { keys } } : {}),
  })
  const rows = listIn(answer['rows']) as readonly RawRow[]
  return rows.flatMap((row) => {
    if (row.id === undefined || !row.value) return []
    const { id, value, doc } = row
    return [{ id, rev: value.rev, deleted: value.deleted === true, ...(doc ? { doc } : {}) }]
  })
}

type RawChange = {
  readonly id: string
  readonly seq: unknown
  readonly deleted?: boolean
  readonly changes: readonly { readonly rev: string }[]
  readonly doc?: StoredDocument
}

function changeOf(raw: RawChange): Change {
  return {
    id: raw.id,
    seq: String(raw.seq),
    deleted: raw.deleted === true,
    revs: raw.changes.map((change) => change.rev),
    ...(raw.doc ? { doc: raw.doc } : {}),
  }
}

export async function readChanges(ask: Ask, db: string, query: ChangesQuery): Promise<ChangesPage> {
  const answer = await ask({
    db,
    path: '_changes',
    query: {
      since: query.since ?? '0',
      ...(query.limit === undefined ? {} : { limit: query.limit }),
      ...(query.includeDocs ? { include_docs: true } : {}),
      ...(query.conflicts ? { conflicts: true } : {}),
      ...(query.allLeaves ? { style: 'all_docs' } : {}),
    },
  })
  const results = (listIn(answer['results']) as readonly RawChange[]).map(changeOf)
  return { results, lastSeq: String(answer['last_seq']), pending: Number(answer['pending'] ?? 0) }
}

type RawResult = {
  readonly id: string
  readonly rev?: string
  readonly error?: string
  readonly reason?: string
}

function resultOf({ id, rev, error, reason }: RawResult): WriteResult {
  if (error === undefined && rev !== undefined) return { ok: true, id, rev }
  return { ok: false, id, ...(rev ? { rev } : {}), error: error ?? 'unknown_error', reason: reason ?? '' }
}

export async function writeBulk(
  ask: Ask,
  db: string,
  docs: readonly WritableDocument[],
  newEdits: boolean,
): Promise<readonly WriteResult[]> {
  const body = newEdits ? { docs } : { docs, new_edits: false }
  const answer = await ask({ method: 'POST', db, path: '_bulk_docs', body })
  return (listIn(answer) as readonly RawResult[]).map(resultOf)
}
