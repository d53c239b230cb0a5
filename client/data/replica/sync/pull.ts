import { whileFilling } from '../durability.ts'
import type { HubClient } from '../hub/hub-client.ts'
import { HubTrouble, troubleOf } from '../hub/hub-trouble.ts'
import { PouchDB, type BulkGet, type Pouch } from '../pouch.ts'
import type { Replica } from '../replica.ts'

const BATCH = 1000
const BATCHES_AHEAD = 2

type PullNeeds = {
  readonly hub: Pick<HubClient, 'database'>
  readonly token: string
  readonly epoch: string
  readonly stop: AbortSignal
  /** Documents written to this desk so far. */
  readonly onWritten: (written: number) => void
}

/**
 * The hub's side of a pull. Its id does not hang on an answer of the hub (`design.md` 10), and `_bulk_get` is asked
 * directly: PouchDB takes one lost answer to its first such request for a server without it, and from then on asks
 * for every document by itself.
 */
function hubSide(
  database: string,
  { hub, token, epoch, stop }: PullNeeds,
): { remote: Pouch; trouble: () => unknown } {
  let last: unknown
  const { url, fetch } = hub.database(token, database, stop)
  const watched = async (address: string, init?: RequestInit) => {
    try {
      return await fetch(address, init)
    } catch (error) {
      last = error
      throw error
    }
  }
  const remote = new PouchDB(url, { adapter: 'http', skip_setup: true, fetch: watched })
  remote.id = () => Promise.resolve(`${epoch} ${database}`)
  remote.bulkGet = (async ({ docs }) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const body = JSON.stringify({ docs })
    const answer = await watched(`${url}/_bulk_get?revs=true&latest=true`, { method: 'POST', headers, body })
    if (!answer.ok) throw new HubTrouble(answer.status >= 500 ? 'hub-failed' : 'refused', answer.status)
    return (await answer.json()) as Awaited<ReturnType<BulkGet>>
  }) satisfies BulkGet
  return { remote, trouble: () => last }
}

/** One pull of a database until nothing new is left. Throws `HubTrouble`; what was pulled by then stays. */
export async function pull(replica: Replica, needs: PullNeeds): Promise<void> {
  const { remote, trouble } = hubSide(replica.name, needs)
  await whileFilling(replica.name, async () => {
    const running = PouchDB.replicate(remote, replica.pouch, {
      batch_size: BATCH,
      batches_limit: BATCHES_AHEAD,
      retry: false,
      timeout: false,
      heartbeat: false,
    })
    const cancel = () => running.cancel()
    needs.stop.addEventListener('abort', cancel, { once: true })
    try {
      await running.on('change', ({ docs_written }) => needs.onWritten(docs_written))
    } catch (error) {
      throw troubleOf(error) ?? troubleOf(trouble()) ?? error
    } finally {
      needs.stop.removeEventListener('abort', cancel)
    }
  })
}
