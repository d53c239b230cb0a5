import 'fake-indexeddb/auto'
import { afterEach, expect, it } from 'vitest'
import { plainCodec } from '../codec/codec.ts'
import { openDeskStore } from '../desk/desk-store.ts'
import { ledgerOf } from '../desk/ledger.ts'
import { projectorOf } from '../read-model/projector.ts'
import { openReadModelStore } from '../read-model/read-model-store.ts'
import { followerOf } from './follower.ts'
import type { Replica } from './replica.ts'

const [LOST, WHOLE] = ['registry-1031948', 'visits-1031948-2026']
const stores: { delete: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.delete()))
})

/** A desk that had read both feeds up to 40, of which one now ends at `end`. */
async function deskAfterCut(end: number) {
  const desk = openDeskStore(`desk ${crypto.randomUUID()}`)
  const rows = openReadModelStore(`read-model ${crypto.randomUUID()}`)
  stores.push(desk, rows)
  const [ledger, projector] = [ledgerOf(desk), projectorOf(rows, plainCodec)]
  for (const database of [LOST, WHOLE]) {
    await ledger.enter(database, 0, 40, [])
    await projector.apply(database, 0, 40, [])
  }
  const lost: string[] = []
  const replica = (database: string) => {
    const last = database === LOST ? end : 40
    const page = (since: number) =>
      Promise.resolve({ until: Math.max(since, last), read: Math.max(0, last - since), documents: [] })
    return { end: () => Promise.resolve(last), page } as unknown as Replica
  }
  const follower = followerOf({
    ...{ replica, projector, ledger, device: () => null },
    lost: (database) => Promise.resolve(void lost.push(database)),
    lock: (_name, run) => run(),
  })
  const marks = async (database: string) => [
    await ledger.mark(database),
    await projector.checkpoint(database),
  ]
  return { follower, marks, lost }
}

it('[RM5] reads a feed again whose end was lost, and that database alone', async () => {
  const { follower, marks, lost } = await deskAfterCut(25)
  expect(await follower.follow(LOST)).toBe(true)
  expect(await follower.follow(WHOLE)).toBe(false)
  expect(await marks(LOST)).toEqual([25, 25])
  expect(await marks(WHOLE)).toEqual([40, 40])
  expect(lost).toEqual([LOST])
})

it('[RM5] begins at nothing where the whole feed was lost', async () => {
  const { follower, marks, lost } = await deskAfterCut(0)
  expect(await follower.follow(LOST)).toBe(false)
  expect(await marks(LOST)).toEqual([0, 0])
  expect(lost).toEqual([LOST])
})
