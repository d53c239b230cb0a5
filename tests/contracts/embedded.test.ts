/** What the embedded hub promises besides CouchDB's protocol: its process, its files, and what a crash leaves. */
import { createHmac } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectCouch } from '../../sync-server/couch/connect-couch.ts'
import type { Couch } from '../../sync-server/couch/couch.ts'
import { startEmbedded, type EmbeddedHub } from '../../sync-server/embedded/start-embedded.ts'
import { send } from './doors.ts'
import { useHub } from '../../sync-server/embedded/use-hub.ts'

const KEY = 'the-embedded-hubs-test-key-0123456789'
let dataFolder: string
const cleanups: (() => Promise<void>)[] = []

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'puskesmas-embedded-'))
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  await rm(dataFolder, { recursive: true, force: true })
})

async function start(report?: (event: 'restarted' | 'given-up') => void): Promise<EmbeddedHub> {
  const hub = await startEmbedded({ dataFolder, jwtKey: KEY, ...(report ? { report } : {}) })
  if (!hub.ok) throw new Error(`${hub.problem}: ${hub.detail}`)
  cleanups.push(hub.stop)
  return hub
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function tokenWith(key: string, claims: object): string {
  const exp = Math.floor(Date.now() / 1000) + 60
  const parts = [
    { alg: 'HS256', typ: 'JWT' },
    { exp, ...claims },
  ]
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function idsIn(couch: Couch, name: string): Promise<readonly string[]> {
  return (await couch.allDocs(name)).map((row) => row.id)
}

describe('starting and stopping', () => {
  it('listens on this computer only, and keeps its password in a file that only its owner reads', async () => {
    const hub = await start()
    expect(new URL(hub.url).hostname).toBe('127.0.0.1')
    const file = join(dataFolder, 'hub.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ url: hub.url, pid: hub.pid() })
    const commandLine = await readFile(`/proc/${String(hub.pid())}/cmdline`, 'utf8').catch(() => '')
    expect(commandLine).not.toContain(new URL(hub.url).password)
    expect(commandLine).not.toContain(KEY)
  })

  it('keeps data, rights and locks over a stop, and takes its file away', async () => {
    const first = await start()
    const couch = connectCouch(first.url)
    await couch.ensureDatabase({ kind: 'registry', facility: '9000001' })
    await couch.bulkWrite('registry-9000001', [{ _id: 'patient:1' }])
    const before = [await couch.updateSeq('registry-9000001'), await couch.security('registry-9000001')]
    await first.stop()
    expect(isAlive(first.pid())).toBe(false)
    expect(existsSync(join(dataFolder, 'hub.json'))).toBe(false)

    const again = connectCouch((await start()).url)
    expect([await again.updateSeq('registry-9000001'), await again.security('registry-9000001')]).toEqual(
      before,
    )
    expect(await again.ensureDatabase({ kind: 'registry', facility: '9000001' })).toBe(false)
    expect(await again.updateSeq('registry-9000001')).toBe(before[0])
    expect(await idsIn(again, 'registry-9000001')).toEqual(['_design/lock', 'patient:1'])
  })

  it('says why it cannot start', async () => {
    const hub = await start()
    expect(await startEmbedded({ dataFolder, jwtKey: KEY })).toMatchObject({
      ok: false,
      problem: 'data-folder-in-use',
    })

    const other = await mkdtemp(join(tmpdir(), 'puskesmas-embedded-'))
    cleanups.push(() => rm(other, { recursive: true, force: true }))
    const port = Number(new URL(hub.url).port)
    expect(await startEmbedded({ dataFolder: other, jwtKey: KEY, port })).toMatchObject({
      ok: false,
      problem: 'port-taken',
    })

    const file = join(other, 'a-file')
    await writeFile(file, '')
    expect(await startEmbedded({ dataFolder: join(file, 'data'), jwtKey: KEY })).toMatchObject({
      ok: false,
      problem: 'data-folder-not-writable',
    })
  })
})

describe('when its process dies', () => {
  it('comes back on the same port with the same password and every confirmed document', async () => {
    const events: string[] = []
    const hub = await start((event) => events.push(event))
    const couch = connectCouch(hub.url)
    await couch.createDatabase('registry-9000001')
    const confirmed: string[] = []
    const first = hub.pid()
    // Killed in the middle of a stream of writes: what was answered before must be there after.
    for (let index = 0; confirmed.length < 40; index++) {
      const id = `patient:${String(index).padStart(4, '0')}`
      if (confirmed.length === 20 && hub.pid() === first) process.kill(first, 'SIGKILL')
      const results = await couch.bulkWrite('registry-9000001', [{ _id: id }]).catch(() => [])
      if (results[0]?.ok) confirmed.push(id)
      else await until(() => events.length > 0)
    }
    expect(hub.pid()).not.toBe(first)
    expect(events).toEqual(['restarted'])
    expect(await idsIn(couch, 'registry-9000001')).toEqual(expect.arrayContaining(confirmed))
    expect(JSON.parse(await readFile(join(dataFolder, 'hub.json'), 'utf8'))).toEqual({
      url: hub.url,
      pid: hub.pid(),
    })
  })

  it('gives up, and says so, where its folder is gone', async () => {
    const events: string[] = []
    const hub = await start((event) => events.push(event))
    await rm(join(dataFolder, 'couch'), { recursive: true })
    await writeFile(join(dataFolder, 'couch'), '')
    process.kill(hub.pid(), 'SIGKILL')
    await until(() => events.length > 0)
    expect(events).toEqual(['given-up'])
  })
})

describe('when the program that started it dies', () => {
  const starter = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, '../../sync-server/embedded/start-embedded.ts'))}
    const hub = await startEmbedded({ dataFolder: process.argv[1], jwtKey: ${JSON.stringify(KEY)} })
    process.stdout.write(String(hub.pid()))
  `

  async function startElsewhere(): Promise<{ parent: ChildProcess; pid: number }> {
    const options = { stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'] }
    const run = ['--import', 'tsx', '--input-type=module', '--eval', starter, dataFolder]
    const parent = spawn(process.execPath, run, options)
    const [text] = (await once(parent.stdout, 'data')) as [Buffer]
    return { parent, pid: Number(text.toString()) }
  }

  it('ends too, and leaves a folder that the next program opens', async () => {
    const { parent, pid } = await startElsewhere()
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await until(() => !isAlive(pid))

    // hub.json is still there, but names a process that is gone.
    expect(existsSync(join(dataFolder, 'hub.json'))).toBe(true)
    const used = await useHub(dataFolder)
    if (!used.ok) throw new Error(used.problem)
    cleanups.push(used.release)
    expect(await connectCouch(used.url).databaseNames()).toEqual([])
  })
})

describe('a command that needs the hub', () => {
  it('uses the one that runs, and leaves it running', async () => {
    const hub = await start()
    const used = await useHub(dataFolder)
    expect(used).toMatchObject({ ok: true, url: hub.url })
    if (used.ok) await used.release()
    expect(isAlive(hub.pid())).toBe(true)
  })

  it('starts one for its own time where none runs', async () => {
    const used = await useHub(dataFolder)
    if (!used.ok) throw new Error(used.problem)
    const { pid } = JSON.parse(await readFile(join(dataFolder, 'hub.json'), 'utf8')) as { pid: number }
    await connectCouch(used.url).createDatabase('reference')
    await used.release()
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(dataFolder, 'hub.json'))).toBe(false)
  })

  it('does not take another program for the hub that had its number', async () => {
    await writeFile(
      join(dataFolder, 'hub.json'),
      JSON.stringify({ url: 'http://admin:x@127.0.0.1:9', pid: process.pid }),
    )
    const used = await useHub(dataFolder)
    if (!used.ok) throw new Error(used.problem)
    expect(used.url).not.toContain(':9/')
    await used.release()
  })
})

describe('where it is stricter than CouchDB', () => {
  it('takes no administrator from a token, and opens no database that names no members', async () => {
    const hub = await start()
    const couch = connectCouch(hub.url)
    await couch.createDatabase('registry-9000001')
    await couch.setSecurity('registry-9000001', {
      admins: { names: [], roles: [] },
      members: { names: [], roles: [] },
    })
    const answers = [{ sub: 'sari', '_couchdb.roles': ['_admin'] }, { sub: '_sari' }, { sub: 'sari' }].map(
      (claims) => send(couch.url, `Bearer ${tokenWith(KEY, claims)}`, 'GET', '/registry-9000001'),
    )
    expect((await Promise.all(answers)).map((answer) => answer.status)).toEqual([400, 400, 403])
    expect((await send(couch.url, undefined, 'GET', '/registry-9000001')).status).toBe(401)
  })

  it('keeps no attachments', async () => {
    const couch = connectCouch((await start()).url)
    await couch.createDatabase('registry-9000001')
    const attached = { _id: 'a:1', _attachments: { x: { content_type: 'text/plain', data: 'eA==' } } }
    expect(await couch.bulkWrite('registry-9000001', [attached, { _id: 'a:2' }])).toMatchObject([
      { ok: false, error: 'forbidden' },
      { ok: true },
    ])
  })
})

describe('a document that could not be read again', () => {
  it('is refused by its form, and the next is written', async () => {
    const hub = await start()
    const couch = connectCouch(hub.url)
    const pid = hub.pid()
    await couch.createDatabase('registry-9000001')
    const nested: unknown = JSON.parse('['.repeat(500) + ']'.repeat(500))
    await expect(couch.bulkWrite('registry-9000001', [{ _id: 'a:1', nested }])).rejects.toMatchObject({
      status: 400,
    })
    expect(await couch.bulkWrite('registry-9000001', [{ _id: 'a:2' }])).toMatchObject([{ ok: true }])
    expect(hub.pid()).toBe(pid)
  })
})

describe('a lock that is broken', () => {
  it('is refused when it is stored, and one that never ends refuses the write', async () => {
    const couch = connectCouch((await start()).url)
    await couch.createDatabase('registry-9000001')
    await expect(couch.installLock('registry-9000001', 'function (')).rejects.toThrow(/validate_doc_update/)
    expect(await couch.get('registry-9000001', '_design/lock')).toBeUndefined()

    await couch.installLock('registry-9000001', 'function (doc) { while (doc.endless) {} }')
    await expect(couch.bulkWrite('registry-9000001', [{ _id: 'a:1', endless: true }])).rejects.toThrow()
    expect(await couch.bulkWrite('registry-9000001', [{ _id: 'a:2' }])).toMatchObject([
      { ok: true, id: 'a:2' },
    ])
  })

  it('changes nothing in what it judges and reaches nothing outside', async () => {
    const couch = connectCouch((await start()).url)
    await couch.createDatabase('registry-9000001')
    const curious = `function (doc) {
      doc.changed = true;
      var reached = typeof process + typeof require + typeof setTimeout;
      var outside = 'none';
      try { outside = doc.constructor.constructor('return typeof process')(); } catch (e) { outside = 'closed'; }
      if (doc.ask) throw({ forbidden: reached + ' ' + outside });
    }`
    await couch.installLock('registry-9000001', curious)
    expect(
      await couch.bulkWrite('registry-9000001', [{ _id: 'a:1' }, { _id: 'a:2', ask: true }]),
    ).toMatchObject([
      { ok: true },
      { ok: false, error: 'forbidden', reason: 'undefinedundefinedundefined closed' },
    ])
    expect(await couch.get('registry-9000001', 'a:1')).not.toHaveProperty('changed')
  })
})
