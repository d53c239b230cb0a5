/** `npm start` and `npm run hub` as programs: what they say and how they end. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded, type EmbeddedHub } from '../../sync-server/embedded/start-embedded.ts'

const KEY = 'the-start-up-tests-own-key-0123456789'
const ROOT = join(import.meta.dirname, '..', '..')
let folder: string
let couch: EmbeddedHub
const launched: ChildProcess[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puskesmas-start-'))
  const hub = await startEmbedded({ dataFolder: join(folder, 'couch'), jwtKey: KEY })
  if (!hub.ok) throw new Error(hub.problem)
  couch = hub
})
afterAll(async () => {
  for (const child of launched) child.kill('SIGKILL')
  await couch.stop()
  await rm(folder, { recursive: true, force: true })
})

type Environment = Readonly<Record<string, string>>

function launch(program: string, args: readonly string[], environment: Environment) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'sync-server', program), ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_FOLDER: join(folder, 'data'), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  launched.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  return { child, said }
}

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

async function run(
  program: string,
  args: readonly string[],
  environment: Environment,
  input = '',
): Promise<Ended> {
  const { child, said } = launch(program, args, environment)
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...said }
}

/** One line in both languages, no stack, no secret. */
function expectOneSentence({ code, err }: Ended, setting: RegExp): void {
  expect(code).toBe(1)
  const lines = err.trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^.+ \/ .+\.$/)
  expect(lines[0]).toMatch(setting)
  expect(err).not.toMatch(/^ +at |rahasia|node_modules/m)
}

function withPassword(url: string, password: string): string {
  const changed = new URL(url)
  changed.password = password
  return changed.href
}

describe('a start that cannot succeed says one sentence and ends', () => {
  it.each([
    ['a wrong port', { PORT: '70000' }, /PORT/],
    ['a port that is a word', { PORT: 'http' }, /PORT/],
    ['an address that is not of this computer', { HOST: '192.0.2.1' }, /HOST/],
    [
      'a folder that cannot be made',
      { DATA_FOLDER: '/proc/nothing/data' },
      /\/proc\/nothing\/data.*DATA_FOLDER/,
    ],
    ['a folder below a file', { DATA_FOLDER: '/dev/null/data' }, /DATA_FOLDER/],
    ['a CouchDB without a key', { COUCHDB_URL: 'http://127.0.0.1:9' }, /HUB_JWT_KEY/],
    [
      'a CouchDB that does not answer',
      { COUCHDB_URL: 'http://admin:rahasia@127.0.0.1:9', HUB_JWT_KEY: KEY },
      /COUCHDB_URL/,
    ],
    ['an address that is none', { COUCHDB_URL: 'couchdb', HUB_JWT_KEY: KEY }, /COUCHDB_URL/],
  ])('%s', async (_what, environment, setting) => {
    expectOneSentence(await run('main.ts', [], environment), setting)
  })

  it('a wrong password of the CouchDB', async () => {
    const environment = { COUCHDB_URL: withPassword(couch.url, 'rahasia'), HUB_JWT_KEY: KEY }
    expectOneSentence(await run('main.ts', [], environment), /COUCHDB_URL/)
  })

  it('another key than the CouchDB’s', async () => {
    const environment = { COUCHDB_URL: couch.url, HUB_JWT_KEY: 'another-key-than-the-couchs-0123456789' }
    expectOneSentence(await run('main.ts', [], environment), /hmac:_default/)
  })

  it('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expectOneSentence(await run('main.ts', [], { PORT: String(port) }), /PORT/)
    server.close()
  })

  it('a data folder that another process uses', async () => {
    expectOneSentence(await run('main.ts', [], { DATA_FOLDER: join(folder, 'couch') }), /DATA_FOLDER/)
  })

  it('keys that are damaged', async () => {
    const damaged = await mkdtemp(join(folder, 'damaged-'))
    await writeFile(join(damaged, 'keys.json'), '{ "jwtKey": ')
    expectOneSentence(await run('main.ts', [], { DATA_FOLDER: damaged }), /keys\.json/)
  })
})

describe('a start', () => {
  it.each([
    ['with the embedded hub', () => ({})],
    ['with a CouchDB', () => ({ COUCHDB_URL: couch.url, HUB_JWT_KEY: KEY })],
  ])('%s answers, and ends when told to', async (_which, environment) => {
    const { child, said } = launch('main.ts', [], environment())
    let url: string | undefined
    while (url === undefined && child.exitCode === null) {
      await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
      url = /"url":"([^"]+)"/.exec(said.out)?.[1]
    }
    const health = (await (await fetch(`${String(url)}/api/health`)).json()) as object
    expect(health).toMatchObject({ service: 'puskesmas-registry' })
    child.kill('SIGTERM')
    const [code] = (await once(child, 'close')) as [number | null]
    expect([code, said.err]).toEqual([0, ''])
  })
})

describe('npm run hub', () => {
  it('works where no hub runs, and asks for a command by its name', async () => {
    const args = [
      'account',
      'add',
      'dinas.satu',
      '--full-name',
      'Bu Dinas',
      '--grant',
      'dinas',
      '--password-stdin',
    ]
    const made = await run('cli/hub.ts', args, {}, 'kata sandi panjang\n')
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toContain('dinas.satu')
    expect(made.out).not.toContain('kata sandi panjang')
    const unknown = await run('cli/hub.ts', ['dance'], {})
    expect([unknown.code, unknown.out]).toEqual([2, ''])
    expect(unknown.err).toContain('account')
  })

  it('says in one sentence that the CouchDB is away or refuses the password', async () => {
    const away = { COUCHDB_URL: 'http://admin:rahasia@127.0.0.1:9' }
    expectOneSentence(await run('cli/hub.ts', ['account', 'close', 'x'], away), /COUCHDB_URL/)
    const wrong = { COUCHDB_URL: withPassword(couch.url, 'rahasia') }
    expectOneSentence(await run('cli/hub.ts', ['account', 'close', 'x'], wrong), /COUCHDB_URL/)
  })
})
