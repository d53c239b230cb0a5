import { expect, it } from 'vitest'
import { send, type Told } from './doors.ts'
import type { HubUnderTest } from './hub-under-test.ts'
import { rev, withHistory } from './sent-documents.ts'

type Given = () => HubUnderTest

/** What the hub's own code reads and writes under the administrator's name. */
export function readingContract(given: Given): void {
  const ids = ['a:1', 'a:2', 'a:3', 'b:1', 'b:2']

  async function filled(): Promise<{
    name: string
    get: (path: string) => Promise<Told>
    hub: HubUnderTest
  }> {
    const hub = given()
    const name = `contract-${hub.clinic}-reading`
    if (await hub.couch.createDatabase(name)) {
      await hub.couch.bulkWrite(
        name,
        [...ids, 'a:9'].map((_id) => ({ _id, n: 1 })),
      )
      const [gone] = await hub.couch.allDocs(name, { keys: ['a:9'] })
      await hub.couch.bulkWrite(name, [{ _id: 'a:9', _rev: gone!.rev, _deleted: true }])
    }
    const { username, password } = new URL(hub.couchUrl)
    const admin = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    return { name, hub, get: (path) => send(hub.couch.url, admin, 'GET', `/${name}${path}`) }
  }

  it.each([
    ['', ids],
    ['startkey="a:2"&endkey="b:1"', ['a:2', 'a:3', 'b:1']],
    ['startkey="a:2"&endkey="b:1"&inclusive_end=false', ['a:2', 'a:3']],
    ['startkey="b:1"&endkey="a:2"&descending=true', ['b:1', 'a:3', 'a:2']],
    ['startkey="b:1"&endkey="a:2"&descending=true&inclusive_end=false', ['b:1', 'a:3']],
    ['startkey="b:1"&endkey="a:2"', []],
    ['startkey="a:"&endkey="a:\ufff0"&limit=2&skip=1', ['a:2', 'a:3']],
    ['limit=0', []],
    ['startkey="a:2"&endkey={}', []],
    ['startkey={}&descending=true', []],
    ['startkey="a:2"&endkey=[]&descending=true', ['a:2', 'a:1']],
    ['key="a:3"', ['a:3']],
    ['key="a:9"', []],
    ['startkey={}', ids],
    ['startkey=null&endkey="a:2"', ['a:1', 'a:2']],
    ['endkey=""', []],
    ['endkey=""&descending=true', [...ids].reverse()],
    ['startkey=""', ids],
    ['endkey=5', []],
  ])('_all_docs?%s', async (query, expected) => {
    const { get } = await filled()
    const path = query
      .split('&')
      .map((one) => one.replace(/=(.*)$/, (_, value: string) => `=${encodeURIComponent(value)}`))
      .join('&')
    const { status, body } = await get(`/_all_docs?${path}`)
    expect(status).toBe(200)
    expect(body.rows.map((row: { id: string }) => row.id)).toEqual(expected)
    expect(body.total_rows).toBe(ids.length)
  })

  it('_all_docs by keys answers for each, in their order', async () => {
    const { name, hub, get } = await filled()
    const { body } = await get(
      `/_all_docs?keys=${encodeURIComponent('["b:1","a:9","none",5,"a:1"]')}&include_docs=true`,
    )
    expect(body.rows).toMatchObject([
      { id: 'b:1', key: 'b:1', doc: { _id: 'b:1', n: 1 } },
      { id: 'a:9', value: { deleted: true }, doc: null },
      { key: 'none', error: 'not_found' },
      { key: 5, error: 'not_found' },
      { id: 'a:1', doc: { _id: 'a:1' } },
    ])
    const rows = await hub.couch.allDocs(name, { keys: ['b:1', 'a:9', 'none'], includeDocs: true })
    expect(rows.map(({ id, deleted, doc }) => [id, deleted, doc?.['n']])).toEqual([
      ['b:1', false, 1],
      ['a:9', true, undefined],
    ])
  })

  it('the sequence that a read of all states is one to go on from', async () => {
    const { name, hub, get } = await filled()
    const { body } = await get('/_all_docs?update_seq=true&limit=1')
    await hub.couch.bulkWrite(name, [{ _id: 'z:1' }])
    const page = await hub.couch.changes(name, { since: String(body.update_seq) })
    expect(page.results.map((change) => change.id)).toEqual(['z:1'])
    const [row] = await hub.couch.allDocs(name, { keys: ['z:1'] })
    await hub.couch.bulkWrite(name, [{ _id: 'z:1', _rev: row!.rev, _deleted: true }])
    const after = await hub.couch.changes(name, { since: page.lastSeq })
    expect(after.results).toMatchObject([{ id: 'z:1', deleted: true }])
  })

  it('a sequence from before the database was made again reads from the beginning', async () => {
    const { couch, clinic } = given()
    const name = `contract-${clinic}-again`
    await couch.createDatabase(name)
    await couch.bulkWrite(name, [{ _id: 'old:1' }, { _id: 'old:2' }])
    const before = await couch.updateSeq(name)
    await couch.deleteDatabase(name)
    await couch.createDatabase(name)
    await couch.bulkWrite(name, [{ _id: 'new:1' }])
    const page = await couch.changes(name, { since: before! })
    expect(page.results.map((change) => change.id)).toEqual(['new:1'])
  })

  it('a document that is missing, deleted, or not in that revision is 404', async () => {
    const { get } = await filled()
    const answers = await Promise.all(['/none', '/a:9', `/a:1?rev=${rev(7, 'a')}`].map(get))
    expect(answers).toEqual([
      { status: 404, body: { error: 'not_found', reason: 'missing' } },
      { status: 404, body: { error: 'not_found', reason: 'deleted' } },
      { status: 404, body: { error: 'not_found', reason: 'missing' } },
    ])
  })

  it('a write on another revision than the present one is a conflict', async () => {
    const { name, hub } = await filled()
    const [row] = await hub.couch.allDocs(name, { keys: ['b:2'] })
    expect(
      await hub.couch.bulkWrite(name, [
        { _id: 'b:2', n: 2 },
        { _id: 'b:2', _rev: row!.rev, n: 1 },
        { _id: 'b:2', _rev: row!.rev, n: 3 },
      ]),
    ).toMatchObject([
      { ok: false, id: 'b:2', error: 'conflict' },
      { ok: true, id: 'b:2' },
      { ok: false, id: 'b:2', error: 'conflict' },
    ])
  })

  it('_bulk_get answers for each what is there, all leaves where no revision is asked for', async () => {
    const { hub, name } = await filled()
    const leaves = [rev(2, 'b'), rev(2, 'c')].map((leaf) => withHistory({ _id: 'c:1' }, leaf, rev(1, 'a')))
    await hub.couch.bulkWrite(name, leaves, { newEdits: false })
    const { username, password } = new URL(hub.couchUrl)
    const admin = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    const wanted = [
      { id: 'c:1' },
      { id: 'c:1', rev: rev(2, 'b') },
      { id: 'c:1', rev: rev(5, 'b') },
      { id: 'none' },
      { rev: rev(1, 'a') },
      5,
    ]
    const { status, body } = await send(hub.couch.url, admin, 'POST', `/${name}/_bulk_get?revs=true`, {
      docs: wanted,
    })
    expect(status).toBe(200)
    const [all, one, wrong, none, ...faults] = body.results
    expect(all.docs.map((doc: { ok: { _rev: string } }) => doc.ok._rev).sort()).toEqual([
      rev(2, 'b'),
      rev(2, 'c'),
    ])
    expect(one).toMatchObject({ id: 'c:1', docs: [{ ok: { _rev: rev(2, 'b'), _revisions: { start: 2 } } }] })
    expect(wrong.docs).toMatchObject([{ error: { rev: rev(5, 'b'), error: 'not_found', reason: 'missing' } }])
    expect(none.docs).toMatchObject([{ error: { id: 'none', error: 'not_found', reason: 'missing' } }])
    for (const fault of faults) expect(fault.docs).toMatchObject([{ error: { error: 'bad_request' } }])
    await hub.couch.bulkWrite(name, [
      { _id: 'c:1', _rev: rev(2, 'b'), _deleted: true },
      { _id: 'c:1', _rev: rev(2, 'c'), _deleted: true },
    ])
  })

  it('a waiting feed answers when something is written', async () => {
    const { hub, name, get } = await filled()
    const since = encodeURIComponent(String(await hub.couch.updateSeq(name)))
    const waiting = get(`/_changes?feed=longpoll&timeout=30000&since=${since}`)
    await hub.couch.bulkWrite(name, [{ _id: 'y:1' }])
    expect((await waiting).body.results).toMatchObject([{ id: 'y:1' }])
    const [row] = await hub.couch.allDocs(name, { keys: ['y:1'] })
    await hub.couch.bulkWrite(name, [{ _id: 'y:1', _rev: row!.rev, _deleted: true }])
  })
}
