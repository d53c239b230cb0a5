/** The drop box: punches sealed by the desk's own code, opened and stored by a real hub. */
import { ulid } from 'ulid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sealParcel } from '../../client/data/replica/parcels.ts'
import { instantOf } from '../../shared/calendar/instant.ts'
import { changePassword, endSessions } from '../../sync-server/accounts/change-account.ts'
import { newFact } from '../../shared/sync/edit-record.ts'
import { loadKeys, presentKey } from '../../sync-server/keys/hub-keys.ts'
import {
  BEGINNING,
  FACILITY,
  startTestHub,
  type TestDesk,
  type TestHub,
  type TestSession,
} from '../builders/hub.ts'
import { ask, bearer, deskAuthorization } from './asked.ts'

const STAFF = `staff-${FACILITY}`
const DAY = 86_400_000
let hub: TestHub
let desk: TestDesk
let clerk: TestSession

beforeAll(async () => {
  hub = await startTestHub()
  desk = await hub.enrol()
  clerk = await hub.signIn('loket', desk)
})
afterEach(() => hub.clock.set(BEGINNING))
afterAll(() => hub.stop())

type Parcel = Awaited<ReturnType<typeof sealParcel>>

function punch(over: object = {}, session = clerk) {
  const now = instantOf(hub.clock.now())
  const day = now.slice(0, 10)
  const content = {
    _id: `punch:${day}:${String(session.practitioner).slice('practitioner:'.length)}:${ulid()}`,
    type: 'punch',
    schema: 1,
    practitioner: session.practitioner,
    on: day,
    kind: 'in',
    punchedAt: now,
    clock: 'hub',
  }
  const author = {
    by: session.username,
    device: session.device,
    now,
    writer: `${session.device}.k3`,
    lastStamp: undefined,
  }
  return { ...newFact(content, author), ...over }
}

function seal(document: ReturnType<typeof punch>, token = clerk.token): Promise<Parcel> {
  return sealParcel(document._id, { document, token }, desk.hubKey)
}

async function drop(parcels: readonly Parcel[], at = desk) {
  const answer = await ask(hub, '/api/drop', {
    method: 'POST',
    authorization: deskAuthorization(at),
    body: { parcels },
    gzip: true,
  })
  expect(answer.status).toBe(200)
  return answer.body as { stored: string[]; kept: { id: string; problem: string }[]; refused: object[] }
}

describe('a punch handed over', () => {
  it('[DR4] is stored as the person’s own, by the desk of the token', async () => {
    const document = punch()
    expect(await drop([await seal(document)])).toEqual({ stored: [document._id], kept: [], refused: [] })
    expect(await hub.registry().couch.get(STAFF, document._id)).toMatchObject(document)
  })

  it('[DR6] again is confirmed again and stored once, also sealed anew', async () => {
    const document = punch()
    const parcel = await seal(document)
    const { stored } = await drop([parcel, parcel, await seal(document)])
    expect(stored).toEqual([document._id, document._id, document._id])
    expect((await drop([parcel])).stored).toEqual([document._id])
    const held = await hub.registry().couch.get(STAFF, document._id)
    expect(held?._rev).toMatch(/^1-/)
  })

  it('[DR6] with another content under a stored id is refused', async () => {
    const document = punch()
    await drop([await seal(document)])
    const answer = await drop([await seal({ ...document, kind: 'out' })])
    expect(answer.refused).toEqual([{ id: document._id, problem: 'already-written', field: '_id' }])
    expect(await hub.registry().couch.get(STAFF, document._id)).toMatchObject({ kind: 'in' })
  })

  it('[DR3] by somebody who has gone home since, or whose sign-in ran out, is stored', async () => {
    const session = await hub.signIn('tu', desk)
    const [first, second] = [punch({}, session), punch({ kind: 'out' }, session)]
    const parcels = [await seal(first, session.token), await seal(second, session.token)] as const
    hub.clock.advance(3_600_000)
    await ask(hub, '/api/sessions/current', { method: 'DELETE', authorization: bearer(session) })
    expect((await drop([parcels[0]])).stored).toEqual([first._id])
    hub.clock.advance(60 * DAY)
    expect((await drop([parcels[1]])).stored).toEqual([second._id])
  })

  it('[DR3] [DR7] under a revoked sign-in is kept sealed, once, and stored nowhere', async () => {
    const session = await hub.signIn('head', desk)
    const document = punch({}, session)
    const parcel = await seal(document, session.token)
    await endSessions(hub.registry().accounts, session.username, document.at)
    const kept = [{ id: document._id, problem: 'token-revoked' }]
    expect(await drop([parcel])).toEqual({ stored: [], kept, refused: [] })
    const seq = await hub.registry().couch.updateSeq('accounts')
    expect(await drop([parcel])).toEqual({ stored: [], kept, refused: [] })
    expect(await hub.registry().couch.updateSeq('accounts')).toBe(seq)
    expect(await hub.registry().couch.get(STAFF, document._id)).toBeUndefined()
  })

  it('[DR3] sealed before the password was changed is stored, and one sealed after is kept', async () => {
    const session = await hub.signIn('records', desk)
    const [before, after] = [punch({}, session), instantOf(hub.clock.now() + 1000)]
    const parcel = await seal(before, session.token)
    const { accounts } = hub.registry()
    expect(await changePassword(accounts, session.username, 'kata sandi baru', after)).toEqual({ ok: true })
    hub.clock.advance(2000)
    const late = punch({ kind: 'out' }, session)
    const answer = await drop([parcel, await seal(late, session.token)])
    expect(answer).toEqual({
      stored: [before._id],
      kept: [{ id: late._id, problem: 'token-revoked' }],
      refused: [],
    })
  })

  it('[DR7] that no key opens is kept whole', async () => {
    const foreign = presentKey(await loadKeys(`${hub.dataFolder}/foreign`))
    const document = punch()
    const parcel = await sealParcel(document._id, { document, token: clerk.token }, foreign)
    const { kept } = await drop([parcel])
    expect(kept).toEqual([{ id: document._id, problem: 'key-unknown' }])
    const rows = await hub.registry().couch.allDocs('accounts', {
      startkey: 'kept-parcel:',
      endkey: 'kept-parcel:\ufff0',
      includeDocs: true,
    })
    expect(rows.map(({ doc }) => doc?.['parcel'])).toContainEqual(parcel)
  })

  it('[DR4] carried by another desk is stored as the one of its token', async () => {
    const other = await hub.enrol()
    const document = punch()
    expect((await drop([await seal(document)], other)).stored).toEqual([document._id])
    expect(await hub.registry().couch.get(STAFF, document._id)).toMatchObject({ device: desk.device })
  })

  it('[DR5] [DR4] a refused one among good ones is named, and the good ones are stored', async () => {
    const [good, wrong, foreign] = [
      punch(),
      punch({ kind: 'lunch' }),
      punch({ practitioner: hub.practitionerOf('head') }),
    ]
    const answer = await drop(await Promise.all([good, wrong, foreign].map((one) => seal(one))))
    expect(answer.stored).toEqual([good._id])
    expect(answer.refused).toEqual([
      { id: wrong._id, problem: 'not-valid', field: 'kind' },
      { id: foreign._id, problem: 'punch-not-own', field: 'practitioner' },
    ])
  })

  it('[DR1] before the hub was started again is stored after it', async () => {
    const document = punch()
    const parcel = await seal(document)
    await hub.restartHub()
    expect((await drop([parcel])).stored).toEqual([document._id])
  })

  it.each([
    ['no list', {}],
    ['too many', { parcels: Array.from({ length: 501 }, () => ({ id: 'a', kid: 'b', sealed: 'c' })) }],
    ['a parcel without its key', { parcels: [{ id: 'a', sealed: 'c' }] }],
  ])('%s is refused whole', async (_what, body) => {
    const answer = await ask(hub, '/api/drop', {
      method: 'POST',
      authorization: deskAuthorization(desk),
      body,
    })
    expect(answer).toMatchObject({ status: 400, body: { problem: 'request-not-valid' } })
  })
})
