/** Enrolment, sign-ins, heads and what the hub keeps of secrets, over HTTP with real databases. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '../../shared/calendar/instant.ts'
import { changePassword, closeAccount, endSessions } from '../../sync-server/accounts/change-account.ts'
import { createAccount } from '../../sync-server/accounts/create-account.ts'
import { createEnrolmentCode } from '../../sync-server/devices/create-enrolment-code.ts'
import { withdrawDesk } from '../../sync-server/devices/withdraw-desk.ts'
import { WAIT_MS, WRONG_TRIES } from '../../sync-server/sessions/tries.ts'
import {
  CODE,
  FACILITY,
  OTHER_CODE,
  OTHER_FACILITY,
  PASSWORD,
  startTestHub,
  type TestDesk,
  type TestHub,
} from '../builders/hub.ts'
import { ask, bearer, deskAuthorization } from './asked.ts'

const DAY = 86_400_000
let hub: TestHub
let desk: TestDesk

beforeAll(async () => {
  hub = await startTestHub({ two: true })
  desk = await hub.enrol()
})
afterAll(() => hub.stop())

let made = 0
/** A new person of the clinic, so that no test meets another's sign-ins. */
async function newPerson(): Promise<string> {
  made += 1
  const username = `orang.${String(made)}`
  const account = {
    username,
    name: 'Orang Uji',
    password: PASSWORD,
    grants: [{ role: 'loket', facility: FACILITY }] as const,
    practitioner: null,
  }
  const result = await createAccount(hub.registry().accounts, account)
  if (!result.ok) throw new Error(result.problem)
  return username
}

function signIn(username: string, password: string, at = desk) {
  const body = { username, password }
  return ask(hub, '/api/sessions', { method: 'POST', body, authorization: deskAuthorization(at) })
}

async function tokenOf(username: string): Promise<string> {
  const { body } = await signIn(username, PASSWORD)
  return (body as { token: string }).token
}

async function statusOf(token: string): Promise<number> {
  return (await ask(hub, '/api/sessions/current', { authorization: `Bearer ${token}` })).status
}

function enrol(code: string) {
  return ask(hub, '/api/desks', { method: 'POST', body: { code } })
}

describe('enrolling a computer', () => {
  it('[DV1] [DV4] gives it the clinic, a letter, a credential and the hub’s key', async () => {
    const { status, body } = await enrol(CODE.toLowerCase().replaceAll('-', ' '))
    expect(status).toBe(201)
    expect(body).toMatchObject({
      facility: FACILITY,
      device: `${FACILITY}-${String(body.letter)}`,
      credential: expect.stringMatching(/^d_[\w-]{43}$/),
      epoch: expect.any(String),
      hubKey: { kid: expect.any(String), jwk: { kty: 'EC', crv: 'P-256', x: expect.any(String) } },
    })
    expect(body.hubKey.jwk).not.toHaveProperty('d')
  })

  it.each([
    ['a code that nobody made', 'AAAA-AAAA-AAAA', 404, 'enrolment-code-unknown'],
    ['no code', '', 400, 'request-not-valid'],
  ])('[DV1] is refused with %s', async (_what, code, status, problem) => {
    expect(await enrol(code)).toMatchObject({ status, body: { problem, field: 'code' } })
  })

  it('[DV1] is refused after the code’s last day', async () => {
    const code = await createEnrolmentCode(
      hub.registry().accounts,
      { facility: FACILITY, days: 1 },
      instantOf(hub.clock.now()),
    )
    hub.clock.advance(DAY)
    expect(await enrol(code)).toMatchObject({ status: 410, body: { problem: 'enrolment-code-expired' } })
  })

  it('[DV2] [DV3] by many at once takes no use too many and gives no letter twice', async () => {
    const { accounts } = hub.registry()
    const now = instantOf(hub.clock.now())
    const [first, second] = await Promise.all(
      [1, 2].map(() => createEnrolmentCode(accounts, { facility: OTHER_FACILITY, uses: 4 }, now)),
    )
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => enrol((index % 2 ? first : second) ?? '')),
    )
    const letters = answers.flatMap(({ status, body }) => (status === 201 ? [body.letter as string] : []))
    expect(letters.sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.map(({ body }) => body.problem as string)).toEqual(
      Array.from({ length: 4 }, () => 'enrolment-code-used-up'),
    )
  })

  it('[DV3] [DV4] after a desk was withdrawn gives another letter, and the old one opens nothing', async () => {
    const first = await hub.enrol(OTHER_CODE)
    const session = await hub.signIn('loket', first)
    await withdrawDesk(hub.registry().accounts, first.device, instantOf(hub.clock.now()))
    expect((await hub.enrol(OTHER_CODE)).letter > first.letter).toBe(true)
    expect((await ask(hub, '/api/heads', { authorization: deskAuthorization(first) })).status).toBe(401)
    expect(await signIn('loket.lain', PASSWORD, first)).toMatchObject({
      status: 401,
      body: { problem: 'desk-unknown' },
    })
    expect(await statusOf(session.token)).toBe(401)
  })
})

describe('signing in', () => {
  it('[SE1] gives a token, the person, the rights here and the databases', async () => {
    const session = await hub.signIn('loket', desk)
    expect(session).toMatchObject({
      token: expect.stringMatching(/^s_[\w-]{43}$/),
      username: 'loket',
      practitioner: hub.practitionerOf('loket'),
      grants: [{ role: 'loket', facility: FACILITY }],
      device: desk.device,
      hubTime: instantOf(hub.clock.now()),
      expiresAt: instantOf(hub.clock.now() + 42 * DAY),
    })
    const again = await ask(hub, '/api/sessions/current', { authorization: bearer(session) })
    expect(again.status).toBe(200)
    expect({ ...again.body, token: session.token }).toEqual(session)
  })

  it.each([
    ['a wrong password', 'loket', 'salah sekali', 401, 'sign-in-refused'],
    ['a name that nobody has', 'tidak.ada', PASSWORD, 401, 'sign-in-refused'],
    ['a name of CouchDB', '_admin', PASSWORD, 401, 'sign-in-refused'],
    ['the hub’s own name', 'hub', PASSWORD, 401, 'sign-in-refused'],
    ['no password', 'loket', '', 400, 'request-not-valid'],
    ['somebody of another clinic', 'loket.lain', PASSWORD, 403, 'account-not-of-this-clinic'],
  ])('[SE2] with %s is refused', async (_what, username, password, status, problem) => {
    expect(await signIn(username, password)).toMatchObject({ status, body: { problem } })
  })

  it('[SE2] of the clinic’s people without an enrolled desk is refused', async () => {
    for (const at of [
      undefined,
      { ...desk, credential: `d_${'A'.repeat(43)}` },
      { ...desk, device: '1031948-ZZ' },
    ]) {
      const headers = at ? { authorization: deskAuthorization(at) } : {}
      const body = { username: 'loket', password: PASSWORD }
      expect(await ask(hub, '/api/sessions', { method: 'POST', body, ...headers })).toMatchObject({
        status: 401,
        body: { problem: 'desk-unknown' },
      })
    }
  })

  it('[SE6] waits after ten wrong passwords, with the right one too, and only that account', async () => {
    const [guessed, other] = [await newPerson(), await newPerson()]
    for (let index = 0; index < WRONG_TRIES; index += 1) {
      expect((await signIn(guessed, `salah ${String(index)}`)).status).toBe(401)
    }
    const waiting = await signIn(guessed, PASSWORD)
    expect(waiting).toMatchObject({ status: 429, body: { problem: 'too-many-tries' } })
    expect(Number(waiting.headers.get('retry-after'))).toBe(WAIT_MS / 1000)
    expect((await signIn(other, PASSWORD)).status).toBe(201)
    hub.clock.advance(WAIT_MS)
    expect((await signIn(guessed, PASSWORD)).status).toBe(201)
  })

  it('[SE6] checks no more than ten of the wrong passwords that come at once', async () => {
    const person = await newPerson()
    const tries = Array.from({ length: 2 * WRONG_TRIES }, (_, n) => signIn(person, `salah ${String(n)}`))
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort()
    expect(statuses).toEqual([
      ...Array<number>(WRONG_TRIES).fill(401),
      ...Array<number>(WRONG_TRIES).fill(429),
    ])
  })

  it('[SE6] believes no address that the client states', async () => {
    const person = await newPerson()
    for (let index = 0; index < WRONG_TRIES; index += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${String(index)}` }
      const body = { username: person, password: 'salah sekali' }
      const authorization = deskAuthorization(desk)
      await ask(hub, '/api/sessions', { method: 'POST', body, authorization, headers })
    }
    expect((await signIn(person, PASSWORD)).status).toBe(429)
  })
})

const hubNow = () => instantOf(hub.clock.now())

describe('a sign-in', () => {
  it('[SE4] lasts weeks, begins anew with each use, and is written at most once a day', async () => {
    const token = await tokenOf(await newPerson())
    const { couch } = hub.registry()
    const before = await couch.updateSeq('accounts')
    for (let hour = 0; hour < 3; hour += 1) {
      hub.clock.advance(3_600_000)
      expect(await statusOf(token)).toBe(200)
    }
    expect(await couch.updateSeq('accounts')).toBe(before)
    hub.clock.advance(41 * DAY)
    expect(await statusOf(token)).toBe(200)
    expect(await couch.updateSeq('accounts')).not.toBe(before)
    hub.clock.advance(41 * DAY)
    expect(await statusOf(token)).toBe(200)
    hub.clock.advance(42 * DAY)
    const { status, body } = await ask(hub, '/api/sessions/current', { authorization: `Bearer ${token}` })
    expect([status, body.problem]).toEqual([401, 'session-ended'])
  })

  it('[SE7] ends when signed out, and no other of that person does', async () => {
    const person = await newPerson()
    const [one, other] = [await tokenOf(person), await tokenOf(person)]
    const gone = await ask(hub, '/api/sessions/current', { method: 'DELETE', authorization: `Bearer ${one}` })
    expect(gone.status).toBe(204)
    expect([await statusOf(one), await statusOf(other)]).toEqual([401, 200])
  })

  it.each([
    ['the account is closed', (name: string) => closeAccount(hub.registry().accounts, name, hubNow())],
    ['the sign-ins are ended', (name: string) => endSessions(hub.registry().accounts, name, hubNow())],
    [
      'the password is changed',
      (name: string) => changePassword(hub.registry().accounts, name, 'kata sandi baru', hubNow()),
    ],
  ])('[AC3] [SE5] is over at once when %s, also for replication', async (_why, end) => {
    const person = await newPerson()
    const token = await tokenOf(person)
    const read = () => ask(hub, `/db/registry-${FACILITY}`, { authorization: `Bearer ${token}` })
    expect((await read()).status).toBe(200)
    await end(person)
    expect([await statusOf(token), (await read()).status]).toEqual([401, 401])
  })

  it('[SE5] outlives a restart of the hub', async () => {
    const token = await tokenOf(await newPerson())
    await hub.restartHub()
    expect(await statusOf(token)).toBe(200)
  })

  it('[SE8] goes to the databases under the roles of this clinic alone', async () => {
    const username = await newPerson()
    const { accounts } = hub.registry()
    const both = [
      { role: 'loket', facility: FACILITY },
      { role: 'head', facility: OTHER_FACILITY },
    ] as const
    const account = await accounts.account(username)
    if (!account) throw new Error(username)
    await accounts.write({ ...account, grants: [...both] })
    const authorization = `Bearer ${await tokenOf(username)}`
    expect((await ask(hub, `/db/registry-${FACILITY}`, { authorization })).status).toBe(200)
    expect((await ask(hub, `/db/registry-${OTHER_FACILITY}`, { authorization })).status).toBe(403)
  })
})

describe('accounts', () => {
  it('[AC2] of one name made at once are made once', async () => {
    const account = {
      username: 'kembar',
      name: 'Kembar',
      password: PASSWORD,
      grants: [{ role: 'dinas' }] as const,
      practitioner: null,
    }
    const results = await Promise.all(
      Array.from({ length: 4 }, () => createAccount(hub.registry().accounts, account)),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok)).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, problem: 'name-taken' })),
    )
  })

  it('[AC4] hold no secret that could be used', async () => {
    const session = await hub.signIn('head', desk)
    const rows = await hub.registry().couch.allDocs('accounts', { includeDocs: true })
    const stored = JSON.stringify(rows)
    for (const secret of [PASSWORD, session.token, desk.credential, CODE, CODE.replaceAll('-', '')]) {
      expect(stored).not.toContain(secret)
    }
    const passwords = rows.flatMap(({ doc }) =>
      doc?.['type'] === 'account' ? [doc['password'] as string] : [],
    )
    expect(passwords.every((text) => text.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true)
  })
})

describe('heads', () => {
  it('[HD2] are short, change with a write, and take less than 2 kB', async () => {
    const read = async () => (await ask(hub, '/api/heads', { authorization: deskAuthorization(desk) })).body
    const before = await read()
    expect(JSON.stringify(before).length).toBeLessThan(2000)
    await hub.registry().couch.bulkWrite(`staff-${FACILITY}`, [{ _id: 'x:1' }])
    const after = await read()
    const changed = Object.keys(after.heads as object).filter(
      (name) => after.heads[name] !== before.heads[name],
    )
    expect(changed).toEqual([`staff-${FACILITY}`])
  })

  it('[HD1] of a person are of the databases that they pull', async () => {
    const session = await hub.signIn('tu', desk)
    const { body } = await ask(hub, '/api/heads', { authorization: bearer(session) })
    expect(Object.keys(body.heads as object)).toEqual(session.databases)
  })
})

describe('the server', () => {
  it('answers broken requests in words, without a stack', async () => {
    const authorization = deskAuthorization(desk)
    const broken = await ask(hub, '/api/sessions', {
      method: 'POST',
      body: '{"username": "Siti',
      authorization,
    })
    expect(broken).toMatchObject({ status: 400, body: { problem: 'request-not-valid' } })
    expect(JSON.stringify(broken.body)).not.toMatch(/Siti|at .*\.ts/)
    const form = await ask(hub, '/api/sessions', {
      method: 'POST',
      body: 'a=b',
      headers: { 'content-type': 'text/plain' },
    })
    expect(form).toMatchObject({ status: 415, body: { problem: 'content-not-accepted' } })
    const poisoned = await ask(hub, '/api/sessions', { method: 'POST', body: '{"__proto__": {"x": 1}}' })
    expect(poisoned).toMatchObject({ status: 400, body: { problem: 'request-not-valid' } })
    const large = await ask(hub, '/api/sessions', {
      method: 'POST',
      body: JSON.stringify({ username: 'x'.repeat(70_000) }),
    })
    expect(large).toMatchObject({ status: 413, body: { problem: 'request-too-large' } })
    expect(await ask(hub, '/api/nothing')).toMatchObject({
      status: 404,
      body: { problem: 'address-unknown' },
    })
  })

  it('survives what is no HTTP', async () => {
    const { port } = new URL(hub.url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end('NOT HTTP AT ALL\r\n\r\n'))
      socket.once('close', () => resolve())
      socket.resume()
    })
    expect((await ask(hub, '/api/health')).status).toBe(200)
  })

  it('says in words that the databases are away, and comes back with them', async () => {
    const pid = hub.registry().hubPid?.() ?? 0
    process.kill(pid, 'SIGSTOP')
    process.kill(pid, 'SIGKILL')
    let status = 0
    const seen = new Set<string>()
    while (status !== 200) {
      const answer = await ask(hub, '/api/health')
      status = answer.status
      seen.add(String(answer.body.problem))
    }
    seen.delete('undefined')
    expect([...seen].filter((problem) => problem !== 'hub-not-ready')).toEqual([])
  })

  it('[SE6] answers a flood from one address in words, and goes on for others', async () => {
    const flood = await Promise.all(Array.from({ length: 61 }, () => enrol('AAAA-AAAA-AAAA')))
    const refused = flood.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.body).toMatchObject({ problem: 'too-many-tries', title: expect.any(String) })
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask(hub, '/api/health')).status).toBe(200)
  })

  it('allows the page nothing from elsewhere', async () => {
    const { headers } = await ask(hub, '/api/health')
    expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})
