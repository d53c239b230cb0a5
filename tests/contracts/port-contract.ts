import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DATABASE_KINDS, databaseFor, type DatabaseKind } from '../../shared/access/databases.ts'
import { couchRole, DISTRICT_ROLES, FACILITY_ROLES, mayWrite, type Role } from '../../shared/access/roles.ts'
import { secondLock } from '../../shared/access/second-lock.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { checkCouch } from '../../sync-server/couch/check-couch.ts'
import { tokenSigner } from '../../sync-server/couch/jwt.ts'
import { storedSamples } from '../builders/stored-samples.ts'
import { directDoor, grantOf, send } from './doors.ts'
import { YEAR, type HubUnderTest } from './hub-under-test.ts'
import { readingContract } from './reading-contract.ts'
import { documentBy, push, rev, winnerOf, withHistory } from './sent-documents.ts'

type Given = () => HubUnderTest

const ROLES: readonly Role[] = [...FACILITY_ROLES, ...DISTRICT_ROLES]

function token(key: string, claims: object, head: object = { alg: 'HS256', typ: 'JWT' }): string {
  const [first, second] = [head, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const signed = `${first!}.${second!}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

function tokenContract(given: Given): void {
  const seconds = () => Math.floor(Date.now() / 1000)

  it.each([
    [
      'a true one',
      (key: string) => token(key, { sub: 'sari', '_couchdb.roles': ['f'], exp: seconds() + 60 }),
      200,
      'sari',
    ],
    ['none', () => undefined, 200, null],
    [
      'one whose time is over',
      (key: string) => token(key, { sub: 'sari', exp: seconds() - 60 }),
      401,
      undefined,
    ],
    ['one that never ends', (key: string) => token(key, { sub: 'sari' }), 400, undefined],
    ['one of nobody', (key: string) => token(key, { exp: seconds() + 60 }), 401, undefined],
    [
      'one with another key',
      () => token('x'.repeat(40), { sub: 'sari', exp: seconds() + 60 }),
      400,
      undefined,
    ],
    [
      'one of another kind',
      (key: string) => token(key, { sub: 'sari', exp: seconds() + 60 }, { alg: 'none' }),
      400,
      undefined,
    ],
    ['no token at all', () => 'a.b.c', 400, undefined],
  ])('%s', async (_what, make, status, name) => {
    const hub = given()
    const made = make(hub.jwtKey)
    const told = await send(hub.couch.url, made && `Bearer ${made}`, 'GET', '/_session')
    expect(told.status).toBe(status)
    expect(told.body.userCtx?.name).toBe(name)
  })

  it('the check at the start tells right from wrong settings', async () => {
    const { couchUrl, jwtKey } = given()
    const wrongPassword = new URL(couchUrl)
    wrongPassword.password = 'salah'
    const now = Date.now()
    expect(await checkCouch(couchUrl, jwtKey, now)).toEqual({ ok: true })
    expect(await checkCouch(couchUrl, 'y'.repeat(40), now)).toEqual({
      ok: false,
      problem: 'couch-jwt-not-set',
    })
    expect(await checkCouch(wrongPassword.href, jwtKey, now)).toEqual({
      ok: false,
      problem: 'couch-password-wrong',
    })
    const late = await checkCouch(couchUrl, jwtKey, now - 3_600_000)
    expect(late).toMatchObject({ ok: false, problem: 'clocks-differ' })
    expect(Math.abs(('seconds' in late ? late.seconds : 0) - 3600)).toBeLessThan(30)
    expect(await checkCouch('http://admin:x@127.0.0.1:9', jwtKey, now)).toMatchObject({
      problem: 'couch-unreachable',
    })
  })
}

/** A database of its own for each kind, since the samples of `reference` have no place in a real one. */
async function lockedDatabase(hub: HubUnderTest, kind: DatabaseKind): Promise<string> {
  const name = `contract-${hub.clinic}-${kind}`
  await hub.couch.createDatabase(name)
  const roles = ROLES.map((role) => couchRole(grantOf(hub.person(role))))
  await hub.couch.setSecurity(name, { admins: { names: [], roles: [] }, members: { names: [], roles } })
  await hub.couch.installLock(name, secondLock(databaseFor(kind, hub.clinic, YEAR)))
  return name
}

function lockContract(given: Given): void {
  it.each(DATABASE_KINDS)('%s takes each sample from exactly the roles of the table', async (kind) => {
    const hub = given()
    const name = await lockedDatabase(hub, kind)
    const sign = tokenSigner(hub.jwtKey)
    const samples = storedSamples()
    const docs = samples.map(({ document }) => withHistory({ ...document, by: 'uji.penulis' }, rev(1, 'a')))
    for (const role of ROLES) {
      const authorization = `Bearer ${sign('uji.penulis', [couchRole(grantOf(hub.person(role)))], Date.now())}`
      const history = (ROLES.indexOf(role) + 10).toString(16).repeat(16)
      const sent = docs.map((doc) => withHistory(doc, `1-${history}`))
      const { body } = await send(hub.couch.url, authorization, 'POST', `/${name}/_bulk_docs`, {
        docs: sent,
        new_edits: false,
      })
      const refused = (body as readonly { readonly id: string }[]).map((row) => row.id).sort()
      const expected = samples.filter(
        ({ type }) => DOCUMENT_TYPES.get(type)?.database !== kind || !mayWrite(role, type),
      )
      expect([role, refused]).toEqual([role, expected.map(({ document }) => document._id).sort()])
    }
  })

  it('the hub closes a leaf that no person may close', async () => {
    const hub = given()
    const door = directDoor(hub)
    const clerk = hub.person('loket')
    const registry = `registry-${hub.clinic}`
    const made = await documentBy(door, clerk, 'patient')
    await push(door, clerk, registry, [
      withHistory(made, rev(2, 'b'), rev(1, 'a')),
      withHistory(made, rev(2, 'c'), rev(1, 'a')),
    ])
    const authorization = `Bearer ${tokenSigner(hub.jwtKey)('hub', ['hub'], Date.now())}`
    const path = `/${registry}/${made._id}?rev=${rev(2, 'b')}`
    expect((await send(hub.couch.url, authorization, 'DELETE', path)).status).toBe(200)
    expect((await hub.couch.getLeaves(registry, made._id)).map((leaf) => leaf._rev)).toEqual([rev(2, 'c')])
    expect((await winnerOf(door, clerk, registry, made._id))._rev).toBe(rev(2, 'c'))
  })

  it('a lock that says the same is not written again', async () => {
    const { couch, clinic } = given()
    const before = await couch.updateSeq(`registry-${clinic}`)
    expect(await couch.ensureDatabase({ kind: 'registry', facility: clinic })).toBe(false)
    expect(await couch.updateSeq(`registry-${clinic}`)).toBe(before)
  })
}

/** What stands at the databases' own port and is not passed on by the gateway. */
export function portContract(given: Given): void {
  describe('a token', () => tokenContract(given))
  describe('the second lock', () => lockContract(given))
  describe('reading as the hub does', () => readingContract(given))

  it('a database that is made closed stays closed to everybody until it says who may read it', async () => {
    const hub = given()
    const name = `contract-${hub.clinic}-closed`
    expect(await hub.couch.createDatabase(name)).toBe(true)
    expect(await hub.couch.createDatabase(name)).toBe(false)
    const { authorization } = await directDoor(hub).passFor(hub.person('loket'))
    expect((await send(hub.couch.url, authorization, 'GET', `/${name}`)).status).toBe(403)
    await hub.couch.deleteDatabase(name)
    expect(await hub.couch.updateSeq(name)).toBeUndefined()
    expect((await send(hub.couch.url, authorization, 'GET', `/${name}`)).status).toBe(404)
  })
}
