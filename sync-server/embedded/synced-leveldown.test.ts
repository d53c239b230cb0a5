import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import leveldown from 'leveldown'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPouch } from './pouch-on-leveldb.ts'
import { holdFolder } from './synced-leveldown.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puskesmas-level-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** LevelDB's own writing functions, watched as they run. */
function watchWrites() {
  const level = Object.getPrototypeOf(leveldown(join(folder, 'none'))) as ReturnType<typeof leveldown>
  return [vi.spyOn(level, '_batch'), vi.spyOn(level, '_put'), vi.spyOn(level, '_del')] as const
}

describe('LevelDB under the embedded hub', () => {
  it('is asked to sync every write of documents, local documents and tombstones', async () => {
    const writes = watchWrites()
    const pouch = openPouch(join(folder, 'store'))
    const { rev } = await pouch.put({ _id: 'patient:1' })
    await pouch.bulkDocs([{ _id: 'patient:2' }, { _id: 'patient:3' }])
    await pouch.put({ _id: '_local/checkpoint', last_seq: 1 } as never)
    await pouch.remove('patient:1', rev)
    await pouch.compact()
    await pouch.close()

    const options = writes.flatMap((write) => write.mock.calls.map((call) => call.at(-2)))
    expect(options.length).toBeGreaterThanOrEqual(5)
    for (const one of options) expect(one).toMatchObject({ sync: true })
  })

  it('lets one process hold a folder', async () => {
    expect(await holdFolder(join(folder, '.lock'))).toBe(true)
    expect(await holdFolder(join(folder, '.lock'))).toBe(false)
  })
})
