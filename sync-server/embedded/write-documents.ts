import { isDatabaseAdmin } from './security.ts'
import type { UserContext } from './authentication.ts'
import type { Database } from './database.ts'
import { historyOf, type IncomingDocument } from './incoming-document.ts'
import { compileLock, type LockCase } from './lock-runner.ts'
import { Refusal } from './refusal.ts'
import { revisionsIn, type RevisionTree } from './revision-tree.ts'

/** CouchDB's answer about one document of a write. */
export type WriteAnswer =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | { readonly id: string; readonly rev?: string; readonly error: string; readonly reason: string }

type Fault = { readonly error: string; readonly reason: string }

/** The revision whose content a lock sees as the old document: the nearest ancestor that is kept here. */
function predecessor(doc: IncomingDocument, tree: RevisionTree, newEdits: boolean): string | undefined {
  const known = revisionsIn(tree).filter((one) => one.available)
  const ancestors = newEdits ? historyOf(doc) : historyOf(doc).slice(1)
  const nearest = ancestors.find((rev) => known.some((one) => one.rev === rev))
  if (nearest !== undefined || !newEdits) return nearest
  const leaves = known.filter((one) => one.leaf)
  return leaves.reduce<(typeof leaves)[number] | undefined>(
    (max, one) => (max && max.generation >= one.generation ? max : one),
    undefined,
  )?.rev
}

type Candidate = { readonly doc: IncomingDocument; readonly oldDoc: object | null; readonly stored: boolean }

async function candidate(database: Database, doc: IncomingDocument, newEdits: boolean): Promise<Candidate> {
  const tree = await database.treeOf(doc._id)
  if (tree.length === 0) return { doc, oldDoc: null, stored: false }
  const stored = !newEdits && revisionsIn(tree).some((one) => one.available && one.rev === historyOf(doc)[0])
  const rev = predecessor(doc, tree, newEdits)
  const oldDoc = stored || rev === undefined ? null : await database.pouch.get(doc._id, { rev })
  return { doc, oldDoc, stored }
}

function designFault(database: Database, user: UserContext, doc: IncomingDocument): Fault | undefined {
  if (!isDatabaseAdmin(user, database.security())) {
    return { error: 'forbidden', reason: 'You are not a db or server admin.' }
  }
  const text = doc['validate_doc_update']
  if (typeof text !== 'string' || doc['_deleted'] === true) return undefined
  try {
    compileLock(database.name, text)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { error: error.error, reason: error.reason }
  }
}

/** For each document the fault for which it is refused. As in CouchDB the locks judge no design document. */
async function faultsOf(
  database: Database,
  user: UserContext,
  docs: readonly IncomingDocument[],
  newEdits: boolean,
): Promise<readonly (Fault | undefined)[]> {
  const faults = docs.map((doc): Fault | undefined => {
    if (doc['_attachments'] !== undefined)
      return { error: 'forbidden', reason: 'attachments are not kept here' }
    return doc._id.startsWith('_design/') ? designFault(database, user, doc) : undefined
  })
  if (!database.locked()) return faults
  const judged = docs.filter((doc, index) => !faults[index] && !doc._id.startsWith('_design/'))
  const candidates = await Promise.all(judged.map((doc) => candidate(database, doc, newEdits)))
  const news = candidates.filter((one) => !one.stored)
  const verdicts = database.judge(
    news.map((one): LockCase => ({ newDoc: one.doc, oldDoc: one.oldDoc })),
    user,
  )
  const refused = new Map(news.map((one, index) => [one.doc, verdicts[index] ?? undefined]))
  return docs.map((doc, index) => faults[index] ?? refused.get(doc))
}

type PouchResult = {
  readonly id?: string
  readonly rev?: string
  readonly status?: number
  readonly reason?: string
}

function answerOfPouch(id: string, result: PouchResult | undefined): WriteAnswer {
  if (result?.rev !== undefined) return { ok: true, id, rev: result.rev }
  if (result?.status === 409) return { id, error: 'conflict', reason: 'Document update conflict.' }
  return { id, error: 'not_found', reason: result?.reason ?? 'missing' }
}

/**
 * Writes documents as `_bulk_docs` does, each accepted or refused for itself, in the order in which they came. With
 * `newEdits: false` an accepted document is answered with the revision that it brought.
 */
export function writeDocuments(
  database: Database,
  user: UserContext,
  docs: readonly IncomingDocument[],
  newEdits: boolean,
): Promise<readonly WriteAnswer[]> {
  return database.inTurn(async () => {
    const faults = await faultsOf(database, user, docs, newEdits)
    const accepted = docs.filter((_, index) => !faults[index])
    // PouchDB sorts and changes what it is given.
    const copies = accepted.map((doc) => ({ ...doc }))
    const stored = accepted.length > 0 ? await database.pouch.bulkDocs(copies, { new_edits: newEdits }) : []
    if (accepted.some((doc) => doc._id.startsWith('_design/'))) await database.learnLocks()
    if (accepted.length > 0) database.wrote()
    let next = 0
    return docs.map((doc, index): WriteAnswer => {
      const fault = faults[index]
      const rev = newEdits ? undefined : historyOf(doc)[0]
      if (fault) return { id: doc._id, ...(rev === undefined ? {} : { rev }), ...fault }
      if (rev !== undefined) return { ok: true, id: doc._id, rev }
      return answerOfPouch(doc._id, stored[next++] as PouchResult | undefined)
    })
  })
}
