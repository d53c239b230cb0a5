import type { Instant } from '../../../shared/calendar/instant.ts'
import type { Draft } from '../bridge/contract.ts'
import type { Codec } from '../codec/codec.ts'
import type { DeskStore } from './desk-store.ts'

export type Drafts = {
  readonly save: (by: string, key: string, content: unknown, at: Instant) => Promise<void>
  readonly load: (by: string, key: string) => Promise<Draft | null>
  /** A person's drafts, newest first. */
  readonly list: (by: string) => Promise<readonly Draft[]>
  readonly discard: (by: string, key: string) => Promise<void>
}

/** What was typed and not saved. A person sees only their own. */
export function draftsOf(store: DeskStore, codec: Codec): Drafts {
  const rowKey = (by: string, key: string) => `${by}/${key}`
  const place = (by: string, key: string) => `desk/drafts/${rowKey(by, key)}`

  async function load(by: string, key: string): Promise<Draft | null> {
    const row = await store.drafts.get(rowKey(by, key))
    return row ? { key, at: row.at, content: await codec.open(row.sealed, place(by, key)) } : null
  }

  return {
    load,
    async save(by, key, content, at) {
      await store.drafts.put({
        key: rowKey(by, key),
        by,
        at,
        sealed: await codec.seal(content, place(by, key)),
      })
    },
    async list(by) {
      const keys = await store.drafts.where('by').equals(by).primaryKeys()
      const drafts = await Promise.all(keys.map((key) => load(by, key.slice(by.length + 1))))
      return drafts.filter((draft) => draft !== null).sort((a, b) => (a.at > b.at ? -1 : 1))
    },
    async discard(by, key) {
      await store.drafts.delete(rowKey(by, key))
    },
  }
}
