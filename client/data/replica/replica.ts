import type { Codec } from '../codec/codec.ts'
import { openDocument, sealDocument, type StoredDocument } from '../codec/sealed-document.ts'
import type { FedDocument } from '../read-model/projector.ts'
import type { HeldDocument, Leaves } from '../read-model/shown-record.ts'
import { whileSaving } from './durability.ts'
import { PouchDB, type BulkWrite, type Change, type Pouch } from './pouch.ts'

/** What came of saving one document. */
export type Saved =
  { readonly ok: true; readonly rev: string } | { readonly ok: false; readonly conflict: boolean }

export type FeedPage = {
  readonly until: number
  readonly read: number
  readonly documents: readonly FedDocument[]
}

/** A document with the history that another replica needs to place it in its own. */
export type Revision = StoredDocument & {
  readonly _rev: string
  readonly _revisions: { readonly start: number; readonly ids: readonly string[] }
}

/** One database as this desk keeps it. Bodies are sealed on the way in and opened on the way out. */
export type Replica = {
  readonly name: string
  /** Saves new revisions; answered when they are on the disk. All documents go into one transaction. */
  readonly save: (docs: readonly StoredDocument[]) => Promise<readonly Saved[]>
  /** All revisions that stand, the winner first; `undefined` where there is none or all are deleted. */
  readonly leaves: (id: string) => Promise<Leaves | undefined>
  /** Winners whose ids begin with `prefix`. */
  readonly beginningWith: (prefix: string) => Promise<readonly HeldDocument[]>
  /** The next documents of the local feed after `since`, each with all its leaves. */
  readonly page: (since: number, limit: number) => Promise<FeedPage>
  /** These revisions with their histories; one that was compacted away is left out. */
  readonly revisions: (
    wanted: readonly { readonly id: string; readonly rev: string }[],
  ) => Promise<readonly Revision[]>
  readonly documents: () => Promise<number>
  /** How far the local feed goes. */
  readonly end: () => Promise<number>
  /** The database itself, for PouchDB's replication only. */
  readonly pouch: Pouch
}

const REVISIONS_KEPT = 1000
const LAST = '\ufff0'

function generation(rev: string): number {
  return Number.parseInt(rev, 10)
}

/** CouchDB's order of revisions: the highest generation first, then the highest hash. */
function winnerFirst(a: HeldDocument, b: HeldDocument): number {
  const byGeneration = generation(b._rev) - generation(a._rev)
  if (byGeneration !== 0) return byGeneration
  return a._rev > b._rev ? -1 : 1
}

function standing(docs: readonly StoredDocument[]): readonly HeldDocument[] {
  return (docs.filter((doc) => doc['_deleted'] !== true) as HeldDocument[]).sort(winnerFirst)
}

function absent(error: unknown): [] {
  if (typeof error === 'object' && error !== null && 'status' in error && error.status === 404) return []
  throw error
}

export function openReplica(name: string, codec: Codec): Replica {
  const pouch = new PouchDB(name, { adapter: 'idb', auto_compaction: false, revs_limit: REVISIONS_KEPT })
  const open = (doc: StoredDocument) => openDocument(codec, name, doc)

  const write = pouch.bulkDocs.bind(pouch)
  pouch.bulkDocs = async (request: BulkWrite, options?: object) => {
    const docs = await Promise.all(request.docs.map((doc) => sealDocument(codec, name, doc)))
    return write({ ...request, docs }, options)
  }

  async function bodies(
    wanted: readonly { id: string; rev: string }[],
    revs: boolean,
  ): Promise<StoredDocument[]> {
    if (wanted.length === 0) return []
    const { results } = await pouch.bulkGet({ docs: wanted, revs })
    const found = results.flatMap(({ docs }) => docs.flatMap((doc) => ('ok' in doc ? [doc.ok] : [])))
    return Promise.all(found.map(open))
  }

  /** The feed brings the winner's body along; the other leaves are read beside. */
  async function fed(changes: readonly Change[]): Promise<readonly FedDocument[]> {
    const winners = await Promise.all(changes.map(async ({ doc }) => (doc ? open(doc) : undefined)))
    const others = changes.flatMap(({ id, changes: leaves, doc }) =>
      leaves.filter(({ rev }) => rev !== doc?.['_rev']).map(({ rev }) => ({ id, rev })),
    )
    const beside = new Map<string, StoredDocument[]>()
    for (const doc of await bodies(others, false)) beside.set(doc._id, [...(beside.get(doc._id) ?? []), doc])
    return changes.map(({ id }, index) => {
      const winner = winners[index]
      return { id, leaves: standing([...(winner ? [winner] : []), ...(beside.get(id) ?? [])]) }
    })
  }

  return {
    name,
    pouch,
    async save(docs) {
      const answers = await whileSaving(name, () => pouch.bulkDocs({ docs }))
      return answers.map((answer) =>
        answer.rev ? { ok: true, rev: answer.rev } : { ok: false, conflict: answer.status === 409 },
      )
    },
    async leaves(id) {
      const all = await pouch.get(id, { open_revs: 'all' }).catch(absent)
      const docs = await Promise.all(all.flatMap((one) => ('ok' in one ? [open(one.ok)] : [])))
      const [winner, ...others] = standing(docs)
      return winner && [winner, ...others]
    },
    async beginningWith(prefix) {
      const { rows } = await pouch.allDocs({ startkey: prefix, endkey: prefix + LAST, include_docs: true })
      return standing(await Promise.all(rows.flatMap(({ doc }) => (doc ? [open(doc)] : []))))
    },
    async page(since, limit) {
      const { results, last_seq } = await pouch.changes({
        since,
        limit,
        style: 'all_docs',
        include_docs: true,
      })
      return { until: last_seq, read: results.length, documents: await fed(results) }
    },
    async revisions(wanted) {
      return (await bodies(wanted, true)) as unknown as readonly Revision[]
    },
    async documents() {
      return (await pouch.info()).doc_count
    },
    async end() {
      return Number((await pouch.info()).update_seq)
    },
  }
}
