import type { AllDocsQuery, Couch, DocumentRow, WritableDocument, WriteResult } from '../couch/couch.ts'
import type { MadeDocument } from './demo-desks.ts'

/** As a first revision reads; the real one is the hub's to compute. */
const ANY_REVISION = '1-0'
/** "Nothing up to here is missing" of a database that nobody has read: the beginning, at every hub. */
const BEGINNING = '0'

/** What the compiler asks of a hub, answered from documents that are not written yet. */
export type DocumentsInMemory = Pick<
  Couch,
  'allDocs' | 'get' | 'getLeaves' | 'updateSeq' | 'databaseNames' | 'bulkWrite' | 'ensureDatabase'
> & {
  /** What was written since, by database. */
  readonly written: ReadonlyMap<string, readonly MadeDocument[]>
}

function rowOf(made: MadeDocument): DocumentRow {
  return { id: made._id, rev: ANY_REVISION, deleted: false, doc: { ...made, _rev: ANY_REVISION } }
}

function byId(one: DocumentRow, other: DocumentRow): number {
  return one.id < other.id ? -1 : 1
}

/** The place of the first row that is not before `key`. */
function placeOf(rows: readonly DocumentRow[], key: string): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((rows[half]?.id ?? '') < key) low = half + 1
    else high = half
  }
  return low
}

function rowsIn(rows: readonly DocumentRow[], query: AllDocsQuery): readonly DocumentRow[] {
  const { startkey = '', endkey, limit = rows.length } = query
  const found: DocumentRow[] = []
  for (let place = placeOf(rows, startkey); place < rows.length && found.length < limit; place += 1) {
    const row = rows[place]
    if (!row || (endkey !== undefined && row.id > endkey)) break
    found.push(row)
  }
  return found
}

/** Reads see the documents given here; writes are collected and not read again. */
export function documentsInMemory(given: ReadonlyMap<string, readonly MadeDocument[]>): DocumentsInMemory {
  const rows = new Map([...given].map(([name, made]) => [name, made.map(rowOf).sort(byId)]))
  const written = new Map<string, MadeDocument[]>()

  function bulkWrite(name: string, docs: readonly WritableDocument[]): Promise<readonly WriteResult[]> {
    const made = docs as readonly MadeDocument[]
    written.set(name, [...(written.get(name) ?? []), ...made])
    return Promise.resolve(made.map(({ _id: id }) => ({ ok: true, id, rev: ANY_REVISION })))
  }

  return {
    written,
    allDocs: (name, query = {}) => Promise.resolve(rowsIn(rows.get(name) ?? [], query)),
    get: () => Promise.resolve(undefined),
    getLeaves: () => Promise.resolve([]),
    updateSeq: () => Promise.resolve(BEGINNING),
    databaseNames: () => Promise.resolve([...rows.keys()]),
    bulkWrite,
    ensureDatabase: () => Promise.resolve(false),
  }
}
