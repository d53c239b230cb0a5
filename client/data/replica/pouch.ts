import core from 'pouchdb-core'
import http from 'pouchdb-adapter-http'
import idb from 'pouchdb-adapter-idb'
import replication from 'pouchdb-replication'
import type { StoredDocument } from '../codec/sealed-document.ts'

/** What PouchDB answers for each document of a bulk write. */
export type WriteAnswer = {
  readonly id?: string
  readonly rev?: string
  readonly ok?: boolean
  readonly status?: number
  readonly name?: string
  readonly message?: string
}

export type BulkWrite = { readonly docs: readonly StoredDocument[]; readonly new_edits?: boolean }

export type Change = {
  readonly id: string
  readonly seq: number
  readonly changes: readonly { readonly rev: string }[]
  readonly deleted?: boolean
  readonly doc?: StoredDocument
}

type BulkGetAnswer = {
  readonly results: readonly {
    readonly id: string
    readonly docs: readonly ({ readonly ok: StoredDocument } | { readonly error: unknown })[]
  }[]
}

export type BulkGet = (options: {
  readonly docs: readonly { readonly id: string; readonly rev: string }[]
  readonly revs?: boolean
}) => Promise<BulkGetAnswer>

/** The part of a PouchDB database that the replica uses. */
export type Pouch = {
  bulkDocs: (write: BulkWrite, options?: object) => Promise<readonly WriteAnswer[]>
  readonly changes: (options: {
    readonly since: number
    readonly limit: number
    readonly style: 'all_docs'
    readonly include_docs: true
  }) => Promise<{ readonly results: readonly Change[]; readonly last_seq: number }>
  bulkGet: BulkGet
  readonly get: (
    id: string,
    options: { readonly open_revs: 'all' },
  ) => Promise<readonly ({ readonly ok: StoredDocument } | { readonly missing: string })[]>
  readonly allDocs: (options: {
    readonly startkey: string
    readonly endkey: string
    readonly include_docs: true
  }) => Promise<{ readonly rows: readonly { readonly doc?: StoredDocument | null }[] }>
  readonly info: () => Promise<{ readonly doc_count: number; readonly update_seq: number | string }>
  readonly close: () => Promise<void>
  readonly destroy: () => Promise<void>
  id: () => Promise<string>
}

export type PullProgress = {
  readonly docs_written: number
  readonly docs_read: number
  readonly pending?: number
}

export type Replication = Promise<PullProgress> & {
  readonly on: (event: 'change', hear: (progress: PullProgress) => void) => Replication
  readonly cancel: () => void
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>

type PouchConstructor = {
  new (
    name: string,
    options:
      | { readonly adapter: 'idb'; readonly auto_compaction: false; readonly revs_limit: number }
      | { readonly adapter: 'http'; readonly skip_setup: true; readonly fetch: Fetch },
  ): Pouch
  readonly plugin: (plugin: (core: unknown) => void) => PouchConstructor
  readonly replicate: (
    source: Pouch,
    target: Pouch,
    options: {
      readonly batch_size: number
      readonly batches_limit: number
      readonly retry: false
      readonly timeout: number | false
      readonly heartbeat: number | false
    },
  ) => Replication
}

/** PouchDB with the parts that this desk uses: a local store, the protocol over HTTP, and one-shot replication. */
export const PouchDB = (core as unknown as PouchConstructor).plugin(idb).plugin(http).plugin(replication)
