import { parseDatabaseName } from '../../shared/access/databases.ts'
import type { Instant } from '../../shared/calendar/instant.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { typeOfId } from '../../shared/documents/ids.ts'
import type { Couch } from '../couch/couch.ts'
import { resolveRecord } from './resolve-record.ts'

const PAGE = 1000

export type ResolverNeeds = {
  readonly couch: Pick<Couch, 'getLeaves' | 'bulkWrite' | 'changes' | 'databaseNames'>
  readonly now: () => Instant
  /** Told of a record that could not be resolved; without its id or content. */
  readonly noteLeft: (database: string, type: string) => void
  /** Told when resolving failed altogether; the next sweep tries again. */
  readonly noteFault: (database: string, fault: unknown) => void
}

/** The one writer of merges (`design.md` 4): records that pushes have brought together, and what a sweep finds. */
export type Resolver = {
  /** Resolves these records soon; does not wait. */
  readonly soon: (database: string, ids: readonly string[]) => void
  /** Looks through every database for records with several leaves; resolves those that are edited, notes the others. */
  readonly sweep: () => Promise<void>
  /** Settles when nothing asked for so far is left to do. */
  readonly idle: () => Promise<void>
}

export function resolver(needs: ResolverNeeds): Resolver {
  let work: Promise<void> = Promise.resolve()

  async function resolveAll(database: string, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const outcome = await resolveRecord(needs.couch, database, id, needs.now())
      if (outcome === 'left') needs.noteLeft(database, typeOfId(id))
    }
  }

  async function sweepDatabase(database: string): Promise<void> {
    for (let since = '0'; ;) {
      const page = await needs.couch.changes(database, { since, limit: PAGE, allLeaves: true })
      const met = page.results.filter(
        (change) => change.revs.length > 1 && DOCUMENT_TYPES.has(typeOfId(change.id)),
      )
      await resolveAll(
        database,
        met.map((change) => change.id),
      )
      if (page.results.length === 0 || page.pending === 0) return
      since = page.lastSeq
    }
  }

  async function guarded(database: string, task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (fault) {
      needs.noteFault(database, fault)
    }
  }

  async function sweep(): Promise<void> {
    for (const name of await needs.couch.databaseNames()) {
      const kind = parseDatabaseName(name)?.kind
      if (kind && kind !== 'accounts') await guarded(name, () => sweepDatabase(name))
    }
  }

  return {
    soon(database, ids) {
      work = work.then(() => guarded(database, () => resolveAll(database, ids)))
    },
    sweep: () => {
      work = work.then(() => guarded('', sweep))
      return work
    },
    idle: () => work,
  }
}
