import type { EventEmitter } from 'node:events'
import PouchDB from 'pouchdb-core'
import LevelPouch from 'pouchdb-adapter-leveldb-core'
import type { RevisionTree } from './revision-tree.ts'
import { SyncedLevelDown } from './synced-leveldown.ts'

/** PouchDB's own number of revisions kept in a history, which is CouchDB's too. */
const REVISIONS_KEPT = 1000

/** A PouchDB with the one inner question that its adapters answer and its types do not name. */
export type Pouch = PouchDB.Database & {
  readonly _getRevisionTree: (id: string, done: (error: unknown, tree?: RevisionTree) => void) => void
  readonly id: () => Promise<string>
}

function LevelAdapter(this: unknown, options: object, callback: (error: unknown) => void): void {
  LevelPouch.call(this, { db: SyncedLevelDown, ...options }, callback)
}
LevelAdapter.valid = () => true
LevelAdapter.use_prefix = false

// Each waiting feed listens; there may be as many as there are desks.
const anyNumber = (emitter: unknown) => (emitter as EventEmitter).setMaxListeners(0)
anyNumber(PouchDB)

type Plugin = { readonly adapter: (name: string, adapter: unknown, preferred: boolean) => void }
PouchDB.plugin((pouch: Plugin) => pouch.adapter('leveldb', LevelAdapter, true))

/** Opens the PouchDB in that folder, or makes it. */
export function openPouch(folder: string): Pouch {
  const options = { adapter: 'leveldb', auto_compaction: false, revs_limit: REVISIONS_KEPT }
  const pouch = new PouchDB(folder, options) as Pouch
  anyNumber(pouch)
  return pouch
}
