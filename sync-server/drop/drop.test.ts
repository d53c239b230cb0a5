import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealParcel } from '../../client/data/replica/parcels.ts'
import { instantOf, type Instant } from '../../shared/calendar/instant.ts'
import { caller, pushed } from '../../tests/builders/pushed.ts'
import type { Account, Desk, Session } from '../accounts/stored.ts'
import { loadKeys, presentKey, publicJwk, type HubKeys } from '../keys/hub-keys.ts'
import type { Caller } from '../sessions/caller.ts'
import { judgeDropped, judgeToken, type TokenOwner } from './judge-parcel.ts'
import { openParcel } from './open-parcel.ts'

const ID = 'punch:2026-10-05:01JB7Q3M5N8P2R4S6T8V0W2X01:01JB7Q3M5N8P2R4S6T8V0W2X09'
const CONTENT = { document: { _id: ID, type: 'punch' }, token: 's_abc' }
let folder: string
let keys: HubKeys
let others: HubKeys

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puskesmas-keys-'))
  keys = await loadKeys(join(folder, 'a'))
  others = await loadKeys(join(folder, 'b'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a parcel sealed at a desk', () => {
  it('[DR1] opens at the hub', async () => {
    const parcel = await sealParcel(ID, CONTENT, presentKey(keys))
    expect(parcel.sealed).not.toContain('punch')
    expect(await openParcel(parcel, keys.sealing)).toEqual({ ok: true, content: CONTENT })
  })

  it('[DR1] opens with a key of the past', async () => {
    const parcel = await sealParcel(ID, CONTENT, presentKey(keys))
    const newer = [...keys.sealing, ...others.sealing]
    expect(presentKey({ sealing: newer }).kid).not.toBe(parcel.kid)
    expect(await openParcel(parcel, newer)).toMatchObject({ ok: true })
  })

  it('[DR2] does not open under another id', async () => {
    const parcel = await sealParcel(ID, CONTENT, presentKey(keys))
    expect(await openParcel({ ...parcel, id: `${ID}X` }, keys.sealing)).toEqual({
      ok: false,
      problem: 'cannot-open',
    })
  })

  it('[DR7] is not lost where it does not open', async () => {
    const foreign = await sealParcel(ID, CONTENT, presentKey(others))
    expect(await openParcel(foreign, keys.sealing)).toEqual({ ok: false, problem: 'key-unknown' })
    const [mine] = keys.sealing
    const renamed = { ...foreign, kid: mine?.kid ?? '' }
    expect(await openParcel(renamed, keys.sealing)).toEqual({ ok: false, problem: 'cannot-open' })
    for (const sealed of ['', 'no base 64 at all', Buffer.from('{}').toString('base64')]) {
      expect(await openParcel({ ...renamed, sealed }, keys.sealing)).toEqual({
        ok: false,
        problem: 'cannot-open',
      })
    }
  })
})

describe('the keys of the hub', () => {
  it('are made once, kept, and read by their owner alone', async () => {
    expect(await loadKeys(join(folder, 'a'))).toEqual(keys)
    expect((await stat(join(folder, 'a', 'keys.json'))).mode & 0o777).toBe(0o600)
  })

  it('go to desks without their private half', () => {
    const [key] = keys.sealing
    if (!key) throw new Error('no key')
    expect(Object.keys(publicJwk(key)).sort()).toEqual(['crv', 'kty', 'x', 'y'])
  })
})

const DAY = 86_400_000
const at = (days: number): Instant => instantOf(Date.UTC(2026, 9, 5) + days * DAY)

function owner(session: Partial<Session> = {}, account: Partial<Account> = {}): TokenOwner {
  const desk: Desk = {
    _id: 'desk:1031948-A',
    type: 'desk',
    facility: '1031948',
    letter: 'A',
    credential: '',
    groups: [],
    enrolledAt: at(-9),
    revokedAt: null,
  }
  return {
    session: {
      _id: 'session:0',
      type: 'session',
      username: 'sari.loket',
      desk: '1031948-A',
      era: 0,
      begunAt: at(-1),
      expiresAt: at(41),
      signedOutAt: null,
      ...session,
    },
    owners: {
      desk,
      account: {
        _id: 'account:sari.loket',
        type: 'account',
        username: 'sari.loket',
        name: 'Sari',
        password: '',
        grants: [{ role: 'loket', facility: '1031948' }],
        practitioner: null,
        active: true,
        era: 0,
        ...account,
      },
    },
  }
}

describe('the token in a parcel', () => {
  it.each([
    ['holds', owner(), at(0), undefined],
    ['ran out since', owner({ expiresAt: at(1) }), at(0), undefined],
    ['was signed out since', owner({ signedOutAt: at(1) }), at(0), undefined],
    [
      'ended a little before the desk’s clock says',
      owner({ signedOutAt: at(0) }),
      instantOf(Date.parse(at(0)) + 600_000),
      undefined,
    ],
    ['had ended before', owner({ signedOutAt: at(0) }), at(0.1), 'token-ended-before'],
    ['is of a document without a time', owner(), undefined, 'token-ended-before'],
    ['was revoked at a moment nobody knows', owner({}, { era: 1 }), at(0), 'token-revoked'],
    ['was ended since', owner({}, { era: 2, eraEnds: { 0: at(1), 1: at(2) } }), at(0), undefined],
    ['was ended before', owner({}, { era: 2, eraEnds: { 0: at(1), 1: at(2) } }), at(1), 'token-revoked'],
    [
      'was ended since, the account closed',
      owner({}, { era: 1, eraEnds: { 0: at(1) }, active: false }),
      at(0),
      'token-revoked',
    ],
    ['begins later', owner({ begunAt: at(1) }), at(0), 'token-begun-after'],
    [
      'begins a little after the desk’s clock says',
      owner({ begunAt: instantOf(Date.parse(at(0)) + 600_000) }),
      at(0),
      undefined,
    ],
    ['is of a closed account', owner({}, { active: false }), at(0), 'token-revoked'],
    ['is not known', undefined, at(0), 'token-unknown'],
  ])('[DR3] that %s', (_what, found, writtenAt, problem) => {
    const verdict = judgeToken(found, writtenAt)
    expect(verdict.ok ? undefined : verdict.problem).toBe(problem)
  })
})

describe('a punch out of a parcel', () => {
  const { _rev, _revisions, ...punch } = pushed('punch')
  const person = {
    ...caller('loket'),
    username: punch['by'] as string,
    device: punch['device'] as string,
    practitioner: punch['practitioner'] as string,
  }
  const fault = (over: object, author: Caller = person) => {
    const verdict = judgeDropped(punch._id, { ...punch, ...over }, author)
    return verdict.ok ? undefined : `${verdict.problem}: ${verdict.field}`
  }

  it('[DR4] is stored when it is good and the person’s own', () => {
    expect([_rev, _revisions]).toHaveLength(2)
    expect(fault({})).toBeUndefined()
  })

  it.each([
    ['not-valid: kind', { kind: 'lunch' }],
    ['not-valid: _id', { _id: ID }],
    ['newer-than-this-hub: schema', { schema: 99 }],
    ['author-not-of-token: by', { by: 'budi' }],
    ['desk-not-of-token: device', { device: '1031948-B' }],
    ['hidden-field: _rev', { _rev }],
    ['deletion-refused: _deleted', { _deleted: true }],
    ['type-not-for-drop: type', { type: 'leave' }],
    ['document-too-large: _id', { note: 'x'.repeat(1_000_001) }],
    ['not-valid: _id', { note: JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) as unknown }],
  ])('[DR4] is refused with its field: %s', (problem, over) => {
    expect(fault(over)).toBe(problem)
  })

  it('[DR5] is never for somebody else', () => {
    expect(fault({}, { ...person, practitioner: 'practitioner:01JB7Q3M5N8P2R4S6T8V0W2XZZ' })).toBe(
      'punch-not-own: practitioner',
    )
    expect(fault({}, { ...person, practitioner: null })).toBe('punch-not-own: practitioner')
  })
})
