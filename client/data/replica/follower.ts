import type { Instant } from '../../../shared/calendar/instant.ts'
import { withLock } from '../../platform/tab-lock.ts'
import type { Ledger, LedgerEntry } from '../desk/ledger.ts'
import type { FedDocument, Projector } from '../read-model/projector.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Replica } from './replica.ts'

const PAGE = 1000

export type Follower = {
  /**
   * Brings the ledger and the read model up to the end of a replica's local feed. Answers whether anything was new.
   * Asked while it runs, it runs once more afterwards, so that nothing written meanwhile waits for the next nudge.
   */
  readonly follow: (database: string) => Promise<boolean>
}

type Needs = {
  readonly replica: (database: string) => Replica
  readonly projector: Projector
  readonly ledger: Ledger
  /** This desk, or `null` before it is enrolled. */
  readonly device: () => string | null
  /** The end of the database's feed is lost: it is to be loaded from the hub as if for the first time. */
  readonly lost: (database: string) => Promise<void>
  readonly lock?: typeof withLock
}

function ledgerEntry(fed: FedDocument, device: string | null): LedgerEntry {
  const own = fed.leaves.filter((leaf) => leaf['device'] === device)
  return {
    id: fed.id,
    leaves: fed.leaves.map((leaf) => leaf._rev),
    own: own.map((leaf) => ({ rev: leaf._rev, by: leaf['by'] as string, at: leaf['at'] as Instant })),
  }
}

/**
 * Reads local feeds by awaited pages, one reader at a time among all tabs. Live change events are never used: a slow
 * document is overtaken there and lost (`design.md` 10).
 */
export function followerOf({ replica, projector, ledger, device, lost, lock = withLock }: Needs): Follower {
  const readers = new Map<string, () => Promise<boolean>>()

  const compared = new Set<string>()

  /**
   * Once after each start: pulled documents are written relaxed, so a power cut can take the end of the feed from
   * under marks that were already on the disk. The marks go last, so that a cut here begins this again.
   */
  async function compareWithFeed(database: string): Promise<void> {
    if (compared.has(database)) return
    const [shown, entered] = await Promise.all([projector.checkpoint(database), ledger.mark(database)])
    if (Math.max(shown, entered) > (await replica(database).end())) {
      await lost(database)
      await projector.startOver(database)
      await ledger.startOver(database)
    }
    compared.add(database)
  }

  async function readOn(database: string): Promise<boolean> {
    await compareWithFeed(database)
    let anything = false
    for (;;) {
      const [shown, entered] = await Promise.all([projector.checkpoint(database), ledger.mark(database)])
      const since = Math.min(shown, entered)
      const page = await replica(database).page(since, PAGE)
      if (page.read === 0) return anything
      const entries = page.documents.map((fed) => ledgerEntry(fed, device()))
      await ledger.enter(database, since, page.until, entries)
      await projector.apply(database, since, page.until, page.documents)
      anything = true
    }
  }

  return {
    follow(database) {
      const reader =
        readers.get(database) ?? oneAtATime(() => lock(`follow ${database}`, () => readOn(database)))
      readers.set(database, reader)
      return reader()
    },
  }
}
