import type { Codec } from '../codec/codec.ts'
import type { ReadModelStore, SearchBlob } from './read-model-store.ts'
import { SEARCH_PLACE, type SearchEntry } from './search-entries.ts'

/** A blob that large is left alone; smaller ones at the end are merged once there are that many. */
const FULL = 1000
const TAIL = 40

async function opened(codec: Codec, blob: SearchBlob): Promise<readonly SearchEntry[]> {
  return JSON.parse((await codec.open(blob.sealed, SEARCH_PLACE)) as string) as SearchEntry[]
}

/** The blobs after `n` in order, and the number to go on from. */
export async function searchEntriesAfter(
  store: ReadModelStore,
  codec: Codec,
  n: number,
): Promise<{ readonly n: number; readonly entries: readonly SearchEntry[] }> {
  const blobs = await store.search.where('n').above(n).toArray()
  const entries = await Promise.all(blobs.map((blob) => opened(codec, blob)))
  return { n: blobs.at(-1)?.n ?? n, entries: entries.flat() }
}

/**
 * Merges the small blobs at the end into one, so that a year of single saves does not leave thousands. Only the end
 * is touched and the order kept: a later entry of a record holds, also for another tab that reads the merged blob
 * after it has read its parts.
 */
export async function mergeTail(store: ReadModelStore, codec: Codec): Promise<void> {
  const newestFirst = await sizesOf(store)
  const end = newestFirst.findIndex(([, entries]) => entries >= FULL)
  const tail = (end < 0 ? newestFirst : newestFirst.slice(0, end)).map(([n]) => n).reverse()
  if (tail.length < TAIL) return
  const blobs = (await store.search.bulkGet(tail)).filter((blob) => blob !== undefined)
  const entries = (await Promise.all(blobs.map((blob) => opened(codec, blob)))).flat()
  const latest = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const sealed = await codec.seal(JSON.stringify(latest), SEARCH_PLACE)
  await store.transaction('rw', store.search, async () => {
    const now = (await sizesOf(store)).map(([n]) => n)
    if (tail.some((n, index) => now[tail.length - 1 - index] !== n)) return
    await store.search.bulkDelete(tail)
    await store.search.add({ entries: latest.length, sealed })
  })
}

/** Number and size of the last blobs, the newest first, without reading what is in them. */
async function sizesOf(store: ReadModelStore): Promise<readonly (readonly [number, number])[]> {
  const keys: unknown = await store.search.orderBy('[n+entries]').reverse().limit(TAIL).keys()
  return keys as readonly (readonly [number, number])[]
}
