import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { instantOf, type Instant } from '../../../shared/calendar/instant.ts'
import { editRecord, newRecord, type Authorship } from '../../../shared/sync/edit-record.ts'
import type { EditableBody } from '../../../shared/sync/merge-leaves.ts'
import { codecFor, keyOfBuild } from '../codec/codec-of-build.ts'
import { plainCodec, type Codec } from '../codec/codec.ts'
import { openRow } from './open-rows.ts'
import { projectorOf, type FedDocument } from './projector.ts'
import { openReadModelStore, RECORD_TABLES, type ReadModelStore } from './read-model-store.ts'
import { searchEntriesAfter } from './search-blobs.ts'
import { shownRecord, type HeldDocument } from './shown-record.ts'

const DATABASE = 'registry-1031948'
const stores: ReadModelStore[] = []
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.delete()))
})

function newModel(codec: Codec = plainCodec) {
  const store = openReadModelStore(`read-model ${crypto.randomUUID()}`)
  stores.push(store)
  return { store, codec, projector: projectorOf(store, codec) }
}

function author(device: string, second: number): Authorship {
  const now: Instant = instantOf(Date.UTC(2026, 9, 31, 1, 0, second))
  return { by: 'sari', device, now, writer: `${device}.t`, lastStamp: undefined }
}

const address = { text: 'Jl. Serayu 3', rt: '1', rw: '2', area: '3577011001', outside: null }

function patient(id: string, changes: object = {}, rev = '1-a'): HeldDocument {
  const fixed = {
    sex: 'P',
    birth: { on: calendarDate('1990-01-01'), precision: 'day' },
    address,
    deceased: null,
  }
  const numbers = { nik: null, noNikReason: 'not-brought', jkn: null, rm: null, oldRm: null, relation: null }
  const content = {
    _id: `patient:${id}`,
    type: 'patient',
    schema: 1,
    name: id,
    household: null,
    status: 'active',
  }
  return {
    ...newRecord({ ...content, ...fixed, ...numbers, ...changes }, author('1031948-A', 0)),
    _rev: rev,
  }
}

function edited(
  leaf: HeldDocument,
  changes: Readonly<Record<string, unknown>>,
  device: string,
  second: number,
  rev: string,
): HeldDocument {
  const made = editRecord([leaf as HeldDocument & EditableBody], changes, author(device, second))
  return { ...(made ?? leaf), _rev: rev }
}

/** Everything in the read model, opened: rows by table, and the last search entry of each record. */
async function said({ store, codec }: ReturnType<typeof newModel>) {
  const rows: Record<string, unknown> = {}
  for (const table of RECORD_TABLES) {
    for (const row of await store.table<{ id: string; sealed: unknown }>(table).toArray()) {
      rows[`${table} ${row.id}`] = {
        clear: { ...row, sealed: null },
        record: await openRow(codec, table, row),
      }
    }
  }
  const { entries } = await searchEntriesAfter(store, codec, 0)
  return { rows, search: new Map(entries.map((entry) => [entry.id, entry])) }
}

type Fed = { readonly seq: number; readonly document: FedDocument }

/** What the feed gives after `since`: each document once, at its latest change, as PouchDB does. */
function feedAfter(changes: readonly Fed[], since: number): readonly Fed[] {
  const latest = new Map(changes.map((change) => [change.document.id, change]))
  return [...latest.values()].filter((change) => change.seq > since).sort((a, b) => a.seq - b.seq)
}

async function follow(
  model: ReturnType<typeof newModel>,
  changes: readonly Fed[],
  page: number,
): Promise<void> {
  for (;;) {
    const since = await model.projector.checkpoint(DATABASE)
    const fed = feedAfter(changes, since).slice(0, page)
    const until = fed.at(-1)?.seq
    if (until === undefined) return
    const documents = fed.map((change) => change.document)
    await model.projector.apply(DATABASE, since, until, documents)
  }
}

const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom('edit', 'conflict', 'withdraw', 'delete', 'resolve'),
  name: fc.constantFrom('Siti', 'Budi', 'Wati'),
})

/** A history of changes as feeds of growing length: what a desk sees at each moment. */
function history(made: readonly { id: string; kind: string; name: string }[]): readonly Fed[] {
  const now = new Map<string, readonly HeldDocument[]>()
  return made.map(({ id, kind, name }, index) => {
    const seq = index + 1
    const rev = `${seq + 1}-${kind.slice(0, 1)}`
    const leaves = now.get(id) ?? []
    const winner = leaves[0] ?? patient(id)
    const next: readonly HeldDocument[] =
      kind === 'delete'
        ? []
        : kind === 'conflict'
          ? [winner, edited(patient(id), { name: `${name} ${seq}` }, '1031948-B', seq, rev)]
          : kind === 'resolve'
            ? [{ ...winner, _rev: rev, merges: leaves.slice(1).map((leaf) => leaf._rev) }, ...leaves.slice(1)]
            : [
                edited(
                  winner,
                  kind === 'withdraw' ? { status: 'entered-in-error' } : { name: `${name} ${seq}` },
                  '1031948-A',
                  seq,
                  rev,
                ),
                ...leaves.slice(1),
              ]
    now.set(id, next)
    return { seq, document: { id: `patient:${id}`, leaves: next } }
  })
}

describe('the read model', () => {
  it('[RM1] change by change says the same as projected from nothing, whatever the pages, sealed or plain', async () => {
    const sealing = codecFor(await keyOfBuild('sealing'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 25 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 5 }),
        fc.constantFrom(plainCodec, sealing),
        async (made, page, looks, codec) => {
          const changes = history(made)
          const kept = newModel(codec)
          for (const look of [...looks].sort((a, b) => a - b))
            await follow(kept, changes.slice(0, look), page)
          await follow(kept, changes, page)
          const rebuilt = newModel(plainCodec)
          await follow(rebuilt, changes, 1000)
          const [one, other] = [await said(kept), await said(rebuilt)]
          expect(one.rows).toEqual(other.rows)
          const living = (all: typeof one.search) =>
            [...all.values()].filter((entry) => entry.kind !== 'gone')
          expect(new Set(living(one.search))).toEqual(new Set(living(other.search)))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('[RM1] emptied and followed again it says the same', async () => {
    const changes = history([
      { id: 'a', kind: 'edit', name: 'Siti' },
      { id: 'b', kind: 'conflict', name: 'Budi' },
    ])
    const model = newModel()
    await follow(model, changes, 1)
    const before = await said(model)
    await model.projector.clear()
    expect((await said(model)).rows).toEqual({})
    await follow(model, changes, 1)
    expect((await said(model)).rows).toEqual(before.rows)
  })

  it('[RM3] takes a page once, and none that lies beyond its checkpoint', async () => {
    const { store, projector } = newModel()
    const fed = (id: string) => [{ id: `patient:${id}`, leaves: [patient(id)] }]
    expect(await projector.apply(DATABASE, 0, 5, fed('a'))).toBe(true)
    expect(await projector.apply(DATABASE, 0, 5, fed('b'))).toBe(false)
    expect(await projector.apply(DATABASE, 9, 12, fed('c'))).toBe(false)
    expect([await store.patients.toCollection().primaryKeys(), await projector.checkpoint(DATABASE)]).toEqual(
      [['patient:a'], 5],
    )
    expect(await store.search.count()).toBe(1)
  })

  it('[RM4] a sealed row has in clear only what is looked up', async () => {
    const { store, projector } = newModel(codecFor(await keyOfBuild('sealing')))
    const leaf = patient('a', { name: 'Siti Aminah', household: 'household:1', nik: '3577015203850001' })
    await projector.apply(DATABASE, 0, 1, [{ id: leaf._id, leaves: [leaf] }])
    const row = await store.patients.get(leaf._id)
    expect({ ...row, sealed: null }).toEqual({ id: 'patient:a', household: 'household:1', sealed: null })
    expect(row?.sealed).toBeInstanceOf(ArrayBuffer)
  })

  it('merges the small blobs of many single saves, and a reader in the middle misses nothing', async () => {
    const model = newModel()
    const one = (n: number) => ({
      id: `patient:${n % 7}`,
      leaves: [patient(String(n % 7), { name: `Siti ${n}` })],
    })
    let reader = { n: 0, entries: [] as readonly { id: string }[] }
    const heard = new Map<string, unknown>()
    for (let n = 0; n < 150; n += 1) {
      await model.projector.apply(DATABASE, n, n + 1, [one(n)])
      if (n % 13 !== 0) continue
      reader = await searchEntriesAfter(model.store, model.codec, reader.n)
      for (const entry of reader.entries) heard.set(entry.id, entry)
    }
    for (const entry of (await searchEntriesAfter(model.store, model.codec, reader.n)).entries)
      heard.set(entry.id, entry)
    expect(heard).toEqual((await said(model)).search)
    expect(await model.store.search.count()).toBeLessThan(50)
  })
})

describe('a record with several revisions', () => {
  const base = patient('a', { name: 'Siti', jkn: null })
  const here = edited(base, { name: 'Siti Aminah' }, '1031948-A', 10, '2-b')
  const there = edited(base, { jkn: '0001234567890' }, '1031948-B', 20, '2-a')

  it('[RM2] is shown as their merge under the winner', () => {
    expect(shownRecord([here, there])).toMatchObject({
      _rev: '2-b',
      name: 'Siti Aminah',
      jkn: '0001234567890',
    })
  })

  it('[RM2] does not count a revision again that a merge lists', () => {
    const resolved = { ...here, _rev: '3-c', merges: ['2-a'] }
    expect(shownRecord([resolved, there])).toEqual(resolved)
  })
})
