/** What desks push, through the gateway into real databases. */
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { FACILITY, startTestHub, type TestDesk, type TestHub, type TestSession } from '../builders/hub.ts'
import { pushed, rev, revisionsOf, type Pushed } from '../builders/pushed.ts'
import { ask, bearer } from './asked.ts'

const REGISTRY = `registry-${FACILITY}`
let hub: TestHub
let desk: TestDesk
let loket: TestSession
const logged: string[] = []

beforeAll(async () => {
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString())
      done()
    },
  })
  hub = await startTestHub({ log: pino({ level: 'debug' }, sink) })
  desk = await hub.enrol()
  loket = await hub.signIn('loket', desk)
})
afterAll(() => hub.stop())

/** The sample of a type under a new id, by the loket of the test hub. */
function newDocument(type: string, over: Readonly<Record<string, unknown>> = {}): Pushed {
  const { _id } = pushed(type)
  const author = { by: loket.username, device: loket.device }
  return pushed(type, { _id: _id.replace(/[0-9A-Z]{26}$/, ulid()), ...author, ...over })
}

function revised(doc: Pushed, ...chain: readonly [string, ...string[]]): Pushed {
  return { ...doc, _rev: chain[0], _revisions: revisionsOf(...chain) }
}

function push(docs: readonly unknown[], database = REGISTRY, session = loket) {
  const body = { docs, new_edits: false }
  return ask(hub, `/db/${database}/_bulk_docs`, { method: 'POST', authorization: bearer(session), body })
}

async function leavesOf(id: string, database = REGISTRY): Promise<readonly string[]> {
  const leaves = await hub.registry().couch.getLeaves(database, id)
  return leaves.map((leaf) => leaf._rev).sort()
}

function reasons({ body }: { readonly body: unknown }): readonly string[] {
  return (body as readonly { readonly reason: string }[]).map(({ reason }) => reason.replace(/: [^:]*$/, ''))
}

describe('a push', () => {
  it('[GW9] gives a fact one revision, whatever comes after', async () => {
    const fact = newDocument('poverty')
    expect(await push([fact])).toMatchObject({ status: 201, body: [] })
    expect(await push([fact])).toMatchObject({ status: 201, body: [] })
    const others = [
      revised({ ...fact, poor: false }, rev(1, 'b')),
      revised({ ...fact, poor: false }, rev(2, 'b'), fact._rev),
      revised({ ...fact, poor: false }, rev(900, 'f')),
    ]
    expect(reasons(await push(others))).toEqual(others.map(() => 'already-written: _rev'))
    expect(reasons(await push([revised(newDocument('poverty'), rev(2, 'b'), rev(1, 'a'))]))).toEqual([
      'forged-history: _rev',
    ])
    expect(await leavesOf(fact._id)).toEqual([fact._rev])
  })

  it('[GW15] of one fact by two at once stores one of them', async () => {
    const fact = newDocument('poverty')
    const letters = ['a', 'b', 'c', 'd', 'e', 'f']
    const answers = await Promise.all(letters.map((letter) => push([revised(fact, rev(1, letter))])))
    expect(answers.filter(({ body }) => (body as unknown[]).length === 0)).toHaveLength(1)
    expect(await leavesOf(fact._id)).toHaveLength(1)
  })

  it('[GW10] of a record without common ancestor keeps both leaves, and the hub resolves them', async () => {
    const record = newDocument('patient')
    await push([record])
    expect(await push([revised({ ...record, phone: '0812' }, rev(1, 'b'))])).toMatchObject({
      status: 201,
      body: [],
    })
    await hub.registry().resolver.idle()
    const leaves = await leavesOf(record._id)
    expect(leaves).toHaveLength(2)
    expect(leaves.some((leaf) => leaf === rev(1, 'a') || leaf === rev(1, 'b'))).toBe(true)
  })

  it('[GW11] of a document that is replaced whole is taken on the present revision alone', async () => {
    const admin = await hub.signIn('district-admin')
    const author = { by: admin.username, device: admin.device }
    const setting = pushed('setting', author)
    expect(await push([setting], 'reference', admin)).toMatchObject({ body: [] })
    const stale = revised(setting, rev(1, 'b'))
    expect(reasons(await push([stale], 'reference', admin))).toEqual(['replaced-meanwhile: _rev'])
    expect(await push([revised(setting, rev(2, 'c'), setting._rev)], 'reference', admin)).toMatchObject({
      body: [],
    })
    expect(await leavesOf(setting._id, 'reference')).toEqual([rev(2, 'c')])
  })

  it('[GW2] with revisions of the hub’s making is refused whole', async () => {
    const doc = newDocument('patient')
    for (const body of [{ docs: [doc] }, { docs: [doc], new_edits: true }]) {
      const answer = await ask(hub, `/db/${REGISTRY}/_bulk_docs`, {
        method: 'POST',
        authorization: bearer(loket),
        body,
      })
      expect(answer).toMatchObject({
        status: 400,
        body: { problem: 'request-not-valid', field: 'new_edits' },
      })
    }
    expect(await leavesOf(doc._id)).toEqual([])
  })

  it('[GW14] with a stamp far ahead is stored, and noted without a name', async () => {
    const ahead = new Date(hub.clock.now() + 3 * 3_600_000).toISOString()
    const doc = newDocument('patient', { at: ahead, stamp: `${ahead}/0000/${loket.device}.k3` })
    logged.length = 0
    expect(await push([doc])).toMatchObject({ status: 201, body: [] })
    const notes = logged.filter((line) => line.includes('stamp ahead'))
    expect(notes).toHaveLength(1)
    expect(JSON.parse(notes[0] ?? '')).toMatchObject({
      database: REGISTRY,
      device: loket.device,
      minutes: 180,
    })
    expect(notes[0]).not.toContain(doc._id)
  })

  it('[GW14] of a visit in any year is stored, in a slice that is made for it', async () => {
    const on = calendarDate('2031-02-03')
    const { _id } = pushed('encounter')
    const visit = newDocument('encounter', { _id: _id.replace(/2026-10-\d\d/, on), on })
    const database = `visits-${FACILITY}-2031`
    const authorization = bearer(loket)
    const diff = { method: 'POST', authorization, body: { [visit._id]: [visit._rev] } }
    expect(await ask(hub, `/db/${database}/_revs_diff`, diff)).toMatchObject({
      status: 200,
      body: { [visit._id]: { missing: [visit._rev] } },
    })
    expect((await ask(hub, `/db/${database}`, { authorization })).status).toBe(404)
    expect(await push([newDocument('encounter')], database)).toMatchObject({ status: 201 })
    expect((await ask(hub, `/db/${database}`, { authorization })).status).toBe(404)
    expect(await push([visit], database)).toMatchObject({ status: 201, body: [] })
    expect(await leavesOf(visit._id, database)).toEqual([visit._rev])
    expect((await ask(hub, `/db/${database}/_revs_diff`, diff)).body).toEqual({})
  })

  it('[GW16] makes no slice for a year that nobody can mean', async () => {
    const { _id } = pushed('encounter')
    const visit = newDocument('encounter', {
      _id: _id.replace(/2026-10-\d\d/, '1980-10-05'),
      on: '1980-10-05',
    })
    expect((await push([visit], `visits-${FACILITY}-1980`)).status).toBe(404)
    expect(await hub.registry().couch.databaseNames()).not.toContain(`visits-${FACILITY}-1980`)
  })

  it('[GW6] with another’s name or desk is refused, the good one beside it is stored', async () => {
    const good = newDocument('patient')
    const docs = [
      newDocument('patient', { by: 'head' }),
      good,
      newDocument('patient', { device: `${FACILITY}-ZZ` }),
    ]
    const answer = await push(docs)
    expect(reasons(answer)).toEqual(['author-not-of-token: by', 'desk-not-of-token: device'])
    expect(
      answer.body.map((row: { id: string; rev: string; error: string }) => [row.id, row.rev, row.error]),
    ).toEqual([
      [docs[0]?._id, rev(1, 'a'), 'forbidden'],
      [docs[2]?._id, rev(1, 'a'), 'forbidden'],
    ])
    expect(await leavesOf(good._id)).toEqual([good._rev])
  })
})

describe('the size of a request', () => {
  const path = `/db/${REGISTRY}/_bulk_docs`

  it('[GW13] is its inflated size; a small one may be compressed', async () => {
    const doc = newDocument('patient')
    const body = { docs: [doc], new_edits: false }
    expect(
      await ask(hub, path, { method: 'POST', authorization: bearer(loket), body, gzip: true }),
    ).toMatchObject({
      status: 201,
      body: [],
    })
    expect(await leavesOf(doc._id)).toEqual([doc._rev])
  })

  it('[GW13] is at most 8 MB, also where 9 MB come as a few kilobytes', async () => {
    const body = { docs: [newDocument('patient', { note: 'x'.repeat(9_000_000) })], new_edits: false }
    for (const gzip of [false, true]) {
      const answer = await ask(hub, path, { method: 'POST', authorization: bearer(loket), body, gzip })
      expect(answer).toMatchObject({ status: 413, body: { problem: 'request-too-large' } })
    }
  })

  it('[GW13] of one document is at most 1 MB, and it does not stop its batch', async () => {
    const good = newDocument('patient')
    const large = newDocument('patient', { note: 'x'.repeat(1_000_001) })
    expect(reasons(await push([large, good]))).toEqual(['document-too-large: _id'])
    expect(await leavesOf(good._id)).toEqual([good._rev])
  })

  it('[GW13] of broken compression is refused', async () => {
    const answer = await ask(hub, path, {
      method: 'POST',
      authorization: bearer(loket),
      body: 'this is not gzip',
      headers: { 'content-encoding': 'gzip' },
    })
    expect(answer).toMatchObject({ status: 400, body: { problem: 'request-not-valid' } })
  })
})

describe('a checkpoint', () => {
  const path = `/db/${REGISTRY}/_local/abcDEF==`

  it('[GW7] is kept for its desk, whoever sits there, and unknown to another desk', async () => {
    const clinician = await hub.signIn('clinician', desk)
    const elsewhere = await hub.signIn('loket', await hub.enrol())
    const write = {
      method: 'PUT',
      authorization: bearer(loket),
      body: { _id: '_local/abcDEF==', last_seq: 7 },
    }
    const written = await ask(hub, path, write)
    expect(written).toMatchObject({ status: 201, body: { ok: true, id: '_local/abcDEF==' } })
    for (const session of [loket, clinician]) {
      expect(await ask(hub, path, { authorization: bearer(session) })).toMatchObject({
        status: 200,
        body: { _id: '_local/abcDEF==', last_seq: 7 },
      })
    }
    expect((await ask(hub, path, { authorization: bearer(elsewhere) })).status).toBe(404)
    const over = { ...write, body: { ...write.body, _rev: written.body.rev as string, last_seq: 8 } }
    expect((await ask(hub, path, over)).status).toBe(201)
  })
})

describe('answers', () => {
  it('are compressed, and kept by no cache', async () => {
    const response = await fetch(`${hub.url}/db/${REGISTRY}/_all_docs?include_docs=true`, {
      headers: { authorization: bearer(loket), 'accept-encoding': 'gzip' },
    })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(((await response.json()) as { rows: unknown[] }).rows.length).toBeGreaterThan(0)
  })
})

describe('the log', () => {
  it('holds no name, number, token, search, document id or body', async () => {
    logged.length = 0
    const secretive = newDocument('patient', { name: 'Rahasia Sekali', nik: '3577014101900001' })
    await push([secretive, { ...secretive, nik: 'Rahasia' }])
    await ask(hub, `/db/${REGISTRY}/_all_docs?startkey=%22Rahasia%22`, { authorization: bearer(loket) })
    await ask(hub, `/db/${REGISTRY}/${encodeURIComponent(secretive._id)}`, { authorization: bearer(loket) })
    await ask(hub, '/api/sessions', { method: 'POST', body: '{"username": "Rahasia' })
    await ask(hub, '/api/sessions', { method: 'POST', body: { username: 'rahasia', password: 'Rahasia' } })
    await ask(hub, '/Rahasia?nama=Rahasia')
    const text = logged.join('')
    expect(logged.length).toBeGreaterThan(5)
    for (const secret of [/rahasia/i, /3577014101900001/, loket.token, desk.credential, secretive._id]) {
      expect(text).not.toMatch(secret)
    }
    expect(text).toContain(`"database":"${REGISTRY}"`)
  })
})
