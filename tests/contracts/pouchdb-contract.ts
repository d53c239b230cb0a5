import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PouchDB from 'pouchdb-core'
import HttpAdapter from 'pouchdb-adapter-http'
import Replication from 'pouchdb-replication'
import { expect, it } from 'vitest'
import { openPouch } from '../../sync-server/embedded/pouch-on-leveldb.ts'
import type { Door } from './doors.ts'
import type { HubUnderTest, Person } from './hub-under-test.ts'
import { documentBy, historyOf, push, rev, winnerOf, withHistory } from './sent-documents.ts'

PouchDB.plugin(HttpAdapter).plugin(Replication)

type Given = () => { readonly hub: HubUnderTest; readonly door: Door }
type Replicated = {
  readonly docs_read: number
  readonly docs_written: number
  readonly doc_write_failures: number
}
type Replicating = PouchDB.Database & {
  readonly replicate: Record<'from' | 'to', (other: PouchDB.Database) => Promise<Replicated>>
}

async function remoteOf(door: Door, person: Person, database: string): Promise<PouchDB.Database> {
  const { base, authorization } = await door.passFor(person)
  const options = {
    adapter: 'http',
    skip_setup: true,
    fetch: (url: string, request: RequestInit & { headers: Headers }) => {
      request.headers.set('authorization', authorization)
      return fetch(url, request)
    },
  }
  const remote = new PouchDB(`${base}/${database}`, options)
  // As the desks do: PouchDB would ask the root of the hub before each run.
  return Object.assign(remote, { id: () => Promise.resolve(`${base}/${database}`) })
}

async function withReplica(work: (replica: Replicating) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'puskesmas-replica-'))
  const replica = openPouch(folder) as unknown as Replicating
  try {
    await work(replica)
  } finally {
    await replica.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** PouchDB's own replication, both ways, under a person's rights. */
export function pouchdbContract(given: Given): void {
  it('replicates to the hub and from it with the whole history, and goes on where it stopped', async () => {
    const { hub, door } = given()
    const [clerk, records] = [hub.person('loket'), hub.person('records')]
    const registry = `registry-${hub.clinic}`
    const mine = await documentBy(door, clerk, 'patient')
    const theirs = await documentBy(door, records, 'patient')
    await push(door, records, registry, [withHistory(theirs, rev(2, 'b'), rev(1, 'a'))])

    await withReplica(async (replica) => {
      const { rev: first } = await replica.put(mine)
      const { rev: second } = await replica.put({ ...mine, _rev: first, name: 'Siti Dua' } as never)
      const remote = await remoteOf(door, clerk, registry)
      const sent = await replica.replicate.to(remote)
      expect(sent).toMatchObject({ doc_write_failures: 0 })
      expect(historyOf(await winnerOf(door, records, registry, mine._id))).toEqual([second, first])

      await replica.replicate.from(remote)
      const pulled = await replica.get(theirs._id, { revs: true })
      expect(historyOf(pulled as never)).toEqual([rev(2, 'b'), rev(1, 'a')])

      const again = await replica.replicate.from(remote)
      expect(again.docs_read).toBe(0)
    })
  })
}
