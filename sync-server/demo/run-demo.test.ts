import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { month } from '../../shared/calendar/month.ts'
import { accountStore } from '../accounts/account-store.ts'
import { isPassword } from '../accounts/password.ts'
import { readConfig, type Config } from '../config.ts'
import { compilePeriod } from '../compiler/compile-period.ts'
import { connectCouch } from '../couch/connect-couch.ts'
import type { Couch } from '../couch/couch.ts'
import { useHub } from '../embedded/use-hub.ts'
import { CLINICS } from './clinics.ts'
import { signInsOf } from './demo-accounts.ts'
import { districtStaff, madeDistrict, type DistrictPlan } from './district.ts'
import { runDemo, type RunningDemo } from './run-demo.ts'

const PLAN: DistrictPlan = { seed: '1', size: 'small', until: calendarDate('2026-10-31') }
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const TIME = 240_000

const folders: string[] = []
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'puskesmas-demo-'))
  folders.push(folder)
  return folder
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

function configFor(dataFolder: string, port = '0'): Config {
  const reading = readConfig({ DATA_FOLDER: dataFolder, PORT: port, CLIENT_FOLDER: dataFolder })
  if (!reading.ok) throw new Error(reading.problem.en)
  return reading.config
}

type Said = { readonly lines: string[]; readonly progress: Parameters<typeof runDemo>[0]['progress'] }

function listener(): Said {
  const lines: string[] = []
  return { lines, progress: { doing: (what) => lines.push(what), done: (what) => lines.push(what) } }
}

function start(dataFolder: string, plan: DistrictPlan, said = listener(), now = Date.now, port?: string) {
  const log = pino({ level: 'silent' })
  return runDemo({
    config: configFor(dataFolder, port),
    plan,
    root: undefined,
    progress: said.progress,
    log,
    now,
  })
}

async function whileRunning<Result>(
  folder: string,
  plan: DistrictPlan,
  use: (demo: RunningDemo) => Promise<Result>,
  said = listener(),
  now = Date.now,
): Promise<Result> {
  const demo = await start(folder, plan, said, now)
  if (!demo.ok) throw new Error(demo.sentence)
  try {
    return await use(demo)
  } finally {
    await demo.registry.stop()
  }
}

/** Every document and revision of every database, but those of accounts, which hold salted hashes. */
async function everything(couch: Couch): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = (await couch.databaseNames()).filter((name) => name !== 'accounts' && !name.startsWith('_'))
  const found = new Map<string, readonly string[]>()
  for (const name of [...names].sort()) {
    const rows = await couch.allDocs(name, { includeDocs: true })
    found.set(
      name,
      rows.map((row) => JSON.stringify(row)),
    )
  }
  return found
}

async function contentOf(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const hub = await useHub(folder)
  if (!hub.ok) throw new Error(hub.problem)
  const content = await everything(connectCouch(hub.url))
  await hub.release()
  return content
}

/** Starts the demo as a person does, and kills it with its hub's parent when it has printed this. */
async function killedAt(folder: string, plan: DistrictPlan, printed: RegExp): Promise<void> {
  const args = [
    '--import',
    'tsx',
    MAIN,
    '--size',
    plan.size,
    '--seed',
    plan.seed,
    '--data',
    folder,
    '--port',
    '0',
  ]
  const child = spawn(process.execPath, args, { env: { ...process.env, CLIENT_FOLDER: folder } })
  await new Promise<void>((resolve, reject) => {
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (printed.test(text)) child.kill('SIGKILL')
    })
    child.once('exit', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(text))))
  })
}

/** The hub's own process ends by itself when its parent is gone; until then it holds the folder. */
async function startWhenFree(
  folder: string,
  plan: DistrictPlan,
  said: Said,
  now = Date.now,
): Promise<RunningDemo> {
  for (;;) {
    const demo = await start(folder, plan, said, now)
    if (demo.ok) return demo
    if (!demo.sentence.includes('is in use by another process')) throw new Error(demo.sentence)
  }
}

let whole = ''
let wholeContent: ReadonlyMap<string, readonly string[]> = new Map()

beforeAll(async () => {
  whole = await mkdtemp(join(tmpdir(), 'puskesmas-demo-'))
  wholeContent = await whileRunning(whole, PLAN, ({ registry }) => everything(registry.couch))
}, TIME)
afterAll(() => rm(whole, { recursive: true, force: true }))

describe('npm run demo', () => {
  it(
    '[DM1] [DM6] finishes a district whose making was killed, at another time, with the same documents and revisions',
    async () => {
      const folder = await newFolder()
      await killedAt(folder, PLAN, /: [2-5]\d{3} documents writing/)
      const said = listener()
      const weekLater = () => Date.now() + 7 * 86_400_000
      const demo = await startWhenFree(folder, PLAN, said, weekLater)
      await demo.registry.stop()
      expect(said.lines.join('\n')).toContain('half made here; it is finished now')
      expect(await contentOf(folder)).toEqual(wholeContent)
    },
    TIME,
  )

  it(
    '[DM1] [DM6] makes a half-made district of another kind again',
    async () => {
      const folder = await newFolder()
      await killedAt(folder, { ...PLAN, seed: 'other' }, /: [2-5]\d{3} documents writing/)
      const demo = await startWhenFree(folder, PLAN, listener())
      await demo.registry.stop()
      expect(await contentOf(folder)).toEqual(wholeContent)
    },
    TIME,
  )

  it(
    '[DM6] [DM8] keeps its data, codes and sign-ins when started again, also with other wishes',
    async () => {
      const said = listener()
      const wish = { ...PLAN, seed: '2' }
      const after = await whileRunning(
        whole,
        wish,
        async ({ registry, plan }) => {
          expect(plan).toEqual(PLAN)
          const accounts = accountStore(registry.couch)
          for (const signIn of signInsOf(districtStaff(plan), plan.seed).slice(0, 3)) {
            const account = await accounts.account(signIn.username)
            expect(await isPassword(signIn.password, account?.password ?? '')).toBe(true)
            expect(signIn.password).toMatch(/^[a-z]+-[a-z]+-[a-z]+$/)
          }
          return everything(registry.couch)
        },
        said,
      )
      expect(after).toEqual(wholeContent)
      expect(said.lines.join('\n')).toMatch(/Keeping the demo district .* another one needs another folder/)
    },
    TIME,
  )

  it(
    '[DM11] has published what the compiler finds at the hub, so that compiling again changes nothing',
    async () => {
      const after = await whileRunning(whole, PLAN, async ({ registry: { couch } }) => {
        for (const period of ['2025-11', '2026-02', '2026-10']) {
          const now = () => Date.UTC(2026, 11, 1)
          const outcomes = await compilePeriod({ couch, now }, month(period))
          const publications = outcomes.flatMap((one) => (one.ok ? one.publications : []))
          expect(publications).toHaveLength(4 * CLINICS.length)
          expect(publications.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])
        }
        return everything(couch)
      })
      expect(after).toEqual(wholeContent)
    },
    TIME,
  )

  it('[DM6] leaves data alone that no demo made', async () => {
    const folder = await newFolder()
    const hub = await useHub(folder)
    if (!hub.ok) throw new Error(hub.problem)
    const couch = connectCouch(hub.url)
    await couch.createDatabase('registry-1031948')
    await couch.bulkWrite('registry-1031948', [{ _id: 'patient:real' }])
    await hub.release()
    const demo = await start(folder, PLAN)
    expect(demo).toMatchObject({ ok: false, sentence: expect.stringContaining('--data') })
    expect([...(await contentOf(folder)).keys()]).toEqual(['registry-1031948'])
  })

  it('[DM10] says at once that the port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const said = listener()
    const demo = await start(await newFolder(), PLAN, said, Date.now, String(port))
    taken.close()
    expect(demo).toMatchObject({ ok: false, sentence: expect.stringContaining(String(port)) })
    expect(said.lines).toEqual([])
  })
})

describe('a plan', () => {
  it('[DM3] is small when asked, and other people with another seed', async () => {
    const ids = async (seed: string) => {
      const found: string[] = []
      for await (const { databases } of madeDistrict({ ...PLAN, seed })) {
        found.push(...databases.flatMap(({ documents }) => documents.map((made) => made._id)))
      }
      return found
    }
    const one = await ids('1')
    expect(one.length).toBeGreaterThan(5000)
    expect(one.length).toBeLessThan(10_000)
    const other = new Set(await ids('2'))
    expect(one.filter((id) => id.startsWith('patient:') && other.has(id))).toEqual([])
  })
})
