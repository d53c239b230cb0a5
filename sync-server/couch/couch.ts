import type { DatabaseRef } from '../../shared/access/databases.ts'

/** A document as a hub keeps it. */
export type StoredDocument = {
  readonly _id: string
  readonly _rev: string
  readonly [field: string]: unknown
}

/** A document to write; without `_id` the hub makes one. */
export type WritableDocument = { readonly _id?: string; readonly [field: string]: unknown }

/** The hub's answer about one document of a bulk write, in the order in which they were sent. */
export type WriteResult =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | {
      readonly ok: false
      readonly id: string
      readonly rev?: string
      readonly error: string
      readonly reason: string
    }

export type DocumentRow = {
  readonly id: string
  readonly rev: string
  readonly deleted: boolean
  /** With `includeDocs`; absent for a deleted one. */
  readonly doc?: StoredDocument
}

export type AllDocsQuery = {
  readonly startkey?: string
  readonly endkey?: string
  readonly inclusiveEnd?: boolean
  /** Asks for exactly these; ids that the database does not have are left out of the answer. */
  readonly keys?: readonly string[]
  readonly includeDocs?: boolean
  /** With `includeDocs`: the documents name their other leaves in `_conflicts`. */
  readonly conflicts?: boolean
  readonly limit?: number
  readonly skip?: number
  readonly descending?: boolean
}

export type ChangesQuery = {
  /** An opaque sequence that this database answered before; `'0'` for the beginning, `'now'` for the end. */
  readonly since?: string
  readonly limit?: number
  readonly includeDocs?: boolean
  readonly conflicts?: boolean
  /** Name every leaf of a document in `revs`, not only its winner. */
  readonly allLeaves?: boolean
}

export type Change = {
  readonly id: string
  readonly seq: string
  readonly deleted: boolean
  readonly revs: readonly string[]
  readonly doc?: StoredDocument
}

export type ChangesPage = {
  readonly results: readonly Change[]
  readonly lastSeq: string
  readonly pending: number
}

/** Who may read a database (`members`) and who may change its design (`admins`). */
export type Security = {
  readonly admins: { readonly names: readonly string[]; readonly roles: readonly string[] }
  readonly members: { readonly names: readonly string[]; readonly roles: readonly string[] }
}

/** A request to pass on as it is. `path` begins with `/` and carries its query. */
export type ForwardedRequest = {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
}

/**
 * The databases, as the hub's own code sees them: small questions asked under the administrator's name, and
 * `forward` for what a person asks under that person's token. Answers that a caller can expect are values; what
 * means that the databases cannot be used now is thrown as `CouchFailure`.
 */
export type Couch = {
  /** The address without name and password. */
  readonly url: string
  /** Makes the database with its `_security` and second lock, or brings these up to date; true where it was made. */
  readonly ensureDatabase: (ref: DatabaseRef) => Promise<boolean>
  /** True where it was made, false where it was there. */
  readonly createDatabase: (name: string) => Promise<boolean>
  readonly deleteDatabase: (name: string) => Promise<void>
  readonly databaseNames: () => Promise<readonly string[]>
  readonly security: (name: string) => Promise<Security>
  readonly setSecurity: (name: string, security: Security) => Promise<void>
  /** Stores the second lock as `_design/lock`, unless it already says the same. */
  readonly installLock: (name: string, validateDocUpdate: string) => Promise<void>
  /** `undefined` where there is no such document, or it is deleted. */
  readonly get: (name: string, id: string) => Promise<StoredDocument | undefined>
  /** Every leaf that is not deleted, the winner first; with `_revisions`. */
  readonly getLeaves: (name: string, id: string) => Promise<readonly StoredDocument[]>
  readonly allDocs: (name: string, query?: AllDocsQuery) => Promise<readonly DocumentRow[]>
  readonly changes: (name: string, query?: ChangesQuery) => Promise<ChangesPage>
  /** The opaque sequence of the last change, or `undefined` where the database does not exist. */
  readonly updateSeq: (name: string) => Promise<string | undefined>
  /** `newEdits: false` stores the revisions as they are, as replication does, and answers only for refused ones. */
  readonly bulkWrite: (
    name: string,
    docs: readonly WritableDocument[],
    options?: { readonly newEdits?: boolean },
  ) => Promise<readonly WriteResult[]>
  /** The raw answer to a person's request. */
  readonly forward: (request: ForwardedRequest, token: string) => Promise<Response>
}

/** Why the databases could not answer: they are out of reach, they lack that database, or they refused. */
export class CouchFailure extends Error {
  readonly problem: 'couch-unreachable' | 'no-such-database' | 'couch-refused'
  /** The HTTP status, or 0 where no answer came. */
  readonly status: number

  constructor(problem: CouchFailure['problem'], status: number, reason: string) {
    super(`${problem}: ${reason}`)
    this.problem = problem
    this.status = status
  }
}
