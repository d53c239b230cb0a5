/** The commands of `npm run hub` on accounts and desks, on a running hub. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../../sync-server/cli/account.ts'
import { ASKED_WRONGLY, DONE, REFUSED, type Command } from '../../sync-server/cli/command.ts'
import { desk } from '../../sync-server/cli/desk.ts'
import { restored } from '../../sync-server/cli/restored.ts'
import { FACILITY, startTestHub, type TestHub } from '../builders/hub.ts'
import { ask, bearer, deskAuthorization } from './asked.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.stop())

async function run(command: Command, args: readonly string[], secret = '') {
  const said: string[] = []
  const complaints: string[] = []
  const { couch, accounts } = hub.registry()
  const code = await command(args, {
    couch,
    accounts,
    now: hub.clock.now,
    say: (line) => void said.push(line),
    complain: (line) => void complaints.push(line),
    readSecret: () => Promise.resolve(secret),
  })
  return { code, said: said.join('\n'), complaints: complaints.join('\n') }
}

function signIn(username: string, password: string, authorization?: string) {
  const body = { username, password }
  return ask(hub, '/api/sessions', { method: 'POST', body, ...(authorization ? { authorization } : {}) })
}

function shownPassword(said: string): string {
  return /Password: (\S+)/.exec(said)?.[1] ?? ''
}

describe('account', () => {
  it('add makes one that signs in with the password shown', async () => {
    const { code, said } = await run(account, [
      'add',
      'sari',
      '--full-name',
      'Sari',
      '--grant',
      `loket@${FACILITY}`,
    ])
    expect(code).toBe(DONE)
    const at = deskAuthorization(await hub.enrol())
    expect(await signIn('sari', shownPassword(said), at)).toMatchObject({
      status: 201,
      body: { name: 'Sari', grants: [{ role: 'loket', facility: FACILITY }] },
    })
  })

  it('add takes several grants, and a password that nobody sees', async () => {
    const args = [
      'add',
      'budi',
      '--full-name',
      'Budi',
      '--grant',
      'dinas',
      '--grant',
      'district-admin',
      '--password-stdin',
    ]
    const { said } = await run(account, args, 'kata sandi panjang')
    expect(said).not.toContain('kata sandi panjang')
    expect((await signIn('budi', 'kata sandi panjang')).body).toMatchObject({
      grants: [{ role: 'dinas' }, { role: 'district-admin' }],
    })
  })

  it('password changes it, sign-out ends the sign-ins, close ends the account', async () => {
    const made = await run(account, ['add', 'wati', '--full-name', 'Wati', '--grant', 'dinas'])
    const first = shownPassword(made.said)
    const second = shownPassword((await run(account, ['password', 'wati'])).said)
    expect((await signIn('wati', first)).status).toBe(401)
    const session = (await signIn('wati', second)).body as { token: string }
    const current = () => ask(hub, '/api/sessions/current', { authorization: bearer(session) })
    expect((await current()).status).toBe(200)
    expect((await run(account, ['sign-out', 'wati'])).code).toBe(DONE)
    expect((await current()).status).toBe(401)
    expect((await run(account, ['close', 'wati'])).code).toBe(DONE)
    expect((await signIn('wati', second)).status).toBe(401)
  })

  it.each([
    ['a name of CouchDB', ['add', '_admin', '--full-name', 'X', '--grant', 'dinas'], REFUSED],
    ['a name that is taken', ['add', 'loket', '--full-name', 'X', '--grant', 'dinas'], REFUSED],
    ['a clinic that is not there', ['add', 'x1', '--full-name', 'X', '--grant', 'loket@9999999'], REFUSED],
    ['no full name', ['add', 'x2', '--grant', 'dinas'], REFUSED],
    ['a role that is none', ['add', 'x3', '--full-name', 'X', '--grant', 'ketua'], ASKED_WRONGLY],
    ['no role', ['add', 'x4', '--full-name', 'X'], ASKED_WRONGLY],
    ['an account that is not there', ['close', 'tidak.ada'], REFUSED],
    ['a short password', ['password', 'loket', '--password-stdin'], REFUSED],
    ['an option that is none', ['add', 'x5', '--unknown'], ASKED_WRONGLY],
    ['no name', ['close'], ASKED_WRONGLY],
    ['nothing', [], ASKED_WRONGLY],
    ['an action that is none', ['dance', 'loket'], ASKED_WRONGLY],
  ])('refuses %s, and says why', async (_what, args, code) => {
    const ended = await run(account, args, 'pendek')
    expect(ended.code).toBe(code)
    expect(ended.complaints).not.toBe('')
    expect(ended.said).toBe('')
  })
})

describe('desk', () => {
  it('code makes one with which a computer enrols, list shows it, withdraw takes it back', async () => {
    const { said } = await run(desk, ['code', '--facility', FACILITY, '--uses', '1'])
    const code = /code: (\S+)/.exec(said)?.[1] ?? ''
    const enrolled = await hub.enrol(code)
    expect((await ask(hub, '/api/desks', { method: 'POST', body: { code } })).status).toBe(409)
    expect((await run(desk, ['list', '--facility', FACILITY])).said).toContain(enrolled.device)
    expect((await run(desk, ['withdraw', enrolled.device])).code).toBe(DONE)
    expect((await ask(hub, '/api/heads', { authorization: deskAuthorization(enrolled) })).status).toBe(401)
    expect((await run(desk, ['list', '--facility', FACILITY])).said).toMatch(`withdrawn`)
  })

  it.each([
    ['a clinic that is not there', ['code', '--facility', '9999999'], REFUSED],
    ['a clinic that is not there', ['list', '--facility', '9999999'], REFUSED],
    ['a desk that is not there', ['withdraw', `${FACILITY}-ZZ`], REFUSED],
    ['no clinic', ['code'], ASKED_WRONGLY],
    ['a count that is none', ['code', '--facility', FACILITY, '--uses', 'many'], ASKED_WRONGLY],
    ['an option that is none', ['code', '--unknown'], ASKED_WRONGLY],
    ['nothing', [], ASKED_WRONGLY],
  ])('refuses %s, and says why', async (_what, args, code) => {
    const ended = await run(desk, args)
    expect(ended.code).toBe(code)
    expect(ended.complaints).not.toBe('')
  })
})

describe('restored', () => {
  it('[HD3] gives the data a new epoch, which the running hub tells at once', async () => {
    const authorization = deskAuthorization(await hub.enrol())
    const epochs = async () => [
      (await ask(hub, '/api/health')).body['epoch'],
      (await ask(hub, '/api/heads', { authorization })).body['epoch'],
    ]
    const [before] = await epochs()
    const ended = await run(restored, [])
    expect([ended.code, ended.complaints]).toEqual([DONE, ''])
    const [told, again] = await epochs()
    expect(told).toMatch(/^[0-9a-f-]{36}$/)
    expect(told).not.toBe(before)
    expect(again).toBe(told)
  })

  it('refuses what it does not know', async () => {
    expect((await run(restored, ['2026-10-31'])).code).toBe(ASKED_WRONGLY)
  })
})
