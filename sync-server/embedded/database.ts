import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { UserContext } from './authentication.ts'
import { writeDurably } from './durable-file.ts'
import { compileLock, type LockCase, type LockRefusal, type LockRunner } from './lock-runner.ts'
import { openPouch, type Pouch } from './pouch-on-leveldb.ts'
import type { RevisionTree } from './revision-tree.ts'
import type { SecurityObject } from './security.ts'
import { sequencesOf, type Sequences } from './sequences.ts'

/** One database: its documents, who may use it, and the locks that each write passes. */
export type Database = {
  readonly name: string
  readonly pouch: Pouch
  readonly sequences: Sequences
  readonly security: () => SecurityObject
  readonly setSecurity: (security: SecurityObject) => Promise<void>
  /** Runs one write after the other, so that no other write comes between a lock's look and the store. */
  readonly inTurn: <Result>(write: () => Promise<Result>) => Promise<Result>
  readonly locked: () => boolean
  readonly judge: (cases: readonly LockCase[], user: UserContext) => readonly (LockRefusal | null)[]
  /** Reads the locks again, after a design document was written. */
  readonly learnLocks: () => Promise<void>
  readonly treeOf: (id: string) => Promise<RevisionTree>
  /** Tells those that wait for a change. */
  readonly wrote: () => void
  readonly onWrite: (listener: () => void) => () => void
}

/** The file without which a folder is no database. */
export function securityFile(folder: string): string {
  return join(folder, 'security.json')
}

export function saveSecurity(folder: string, security: SecurityObject): Promise<void> {
  return writeDurably(securityFile(folder), JSON.stringify(security))
}

async function loadSecurity(folder: string): Promise<SecurityObject> {
  return JSON.parse(await readFile(securityFile(folder), 'utf8')) as SecurityObject
}

async function loadLocks(name: string, pouch: Pouch): Promise<readonly LockRunner[]> {
  const range = { startkey: '_design/', endkey: '_design0', include_docs: true }
  const { rows } = await pouch.allDocs<{ validate_doc_update?: unknown }>(range)
  return rows.flatMap(({ doc }) =>
    typeof doc?.validate_doc_update === 'string' ? [compileLock(name, doc.validate_doc_update)] : [],
  )
}

function treeIn(pouch: Pouch, id: string): Promise<RevisionTree> {
  return new Promise((resolve, reject) => {
    pouch._getRevisionTree(id, (error, tree) => {
      if (!error) resolve(tree ?? [])
      else if ((error as { status?: number }).status === 404) resolve([])
      else reject(new Error('the history could not be read', { cause: error }))
    })
  })
}

/** Opens the database in that folder; a new one needs its `_security` saved there before. */
export async function openDatabase(name: string, folder: string): Promise<Database> {
  const pouch = openPouch(join(folder, 'leveldb'))
  let security = await loadSecurity(folder)
  let locks = await loadLocks(name, pouch)
  let last: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  function inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
    const turn = last.then(write)
    last = turn.catch(() => undefined)
    return turn
  }

  function judge(cases: readonly LockCase[], user: UserContext): readonly (LockRefusal | null)[] {
    const verdicts = locks.map((lock) => lock(cases, user, security))
    return cases.map(
      (_, index) => verdicts.map((verdict) => verdict[index] ?? null).find((one) => one) ?? null,
    )
  }

  return {
    name,
    pouch,
    sequences: sequencesOf(await pouch.id()),
    security: () => security,
    setSecurity: async (next) => {
      await saveSecurity(folder, next)
      security = next
    },
    inTurn,
    locked: () => locks.length > 0,
    judge,
    learnLocks: async () => {
      locks = await loadLocks(name, pouch)
    },
    treeOf: (id) => treeIn(pouch, id),
    wrote: () => {
      for (const listener of [...listeners]) listener()
    },
    onWrite: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
