import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { pino } from 'pino'
import type { Role } from '../../../shared/access/roles.ts'
import type { Config } from '../../../sync-server/config.ts'
import { signInsOf } from '../../../sync-server/demo/demo-accounts.ts'
import { readDemoOptions } from '../../../sync-server/demo/demo-options.ts'
import { districtStaff, type DistrictPlan } from '../../../sync-server/demo/district.ts'
import { progressOn } from '../../../sync-server/demo/progress.ts'
import { runDemo } from '../../../sync-server/demo/run-demo.ts'
import { enrolmentCode, type SignIn } from '../../../sync-server/demo/sign-ins.ts'
import { startRegistry, type Registry } from '../../../sync-server/start-registry.ts'
import { CHROMIUM_SWITCHES, ensureChromium } from '../../chromium.ts'
import { enrolmentPage } from '../../journeys/pages/enrolment-page.ts'
import { reportsPage } from '../../journeys/pages/reports-page.ts'
import { signInPage } from '../../journeys/pages/sign-in-page.ts'

/** The demo's own hub and PCs at its first clinic, as the pictures of the manual show them. */
export type PictureClinic = {
  /** An enrolled PC at which somebody of that role is signed in, everything loaded. */
  readonly desk: (role: Role) => Promise<Page>
  /** A PC of the Dinas, which is no desk. */
  readonly dinas: () => Promise<Page>
  readonly stopHub: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The morning that every picture shows: a Monday after the demo's year, its last month compiled and sent. */
const MORNING = Date.UTC(2026, 10, 15, 23, 48)
const SCREEN = { width: 1024, height: 768 }

/** A copy of the built program on PCs whose clocks show another moment: pictures of any day are of the same day. */
async function clientLater(built: string, folder: string, ms: number): Promise<string> {
  const copy = join(folder, 'client')
  await cp(built, copy, { recursive: true })
  const ahead = `if(!globalThis.clockAhead){globalThis.clockAhead=true;globalThis.Date=class extends Date{
constructor(...given){super(...(given.length?given:[Date.now()]))}
static now(){return Math.round(performance.timeOrigin+performance.now())+(${String(ms)})}}}\n`
  const assets = join(copy, 'assets')
  for (const name of await readdir(assets)) {
    if (!name.endsWith('.js')) continue
    const script = await readFile(join(assets, name), 'utf8')
    await writeFile(join(assets, name), ahead + script)
  }
  // The kept copies of a service worker go by its own text.
  await appendFile(join(copy, 'service-worker.js'), '\n//')
  return copy
}

function usualPlan(): DistrictPlan {
  const read = readDemoOptions(['--size', 'small'])
  if (!read.ok) throw new Error(read.en)
  return read.options.plan
}

/** Makes the small demo district in a folder of its own, and shuts it again. */
async function makeDistrict(config: Config, plan: DistrictPlan, now: () => number): Promise<void> {
  const demo = await runDemo({
    config,
    plan,
    root: undefined,
    progress: progressOn(process.stdout),
    log: pino({ level: 'silent' }),
    now,
  })
  if (!demo.ok) throw new Error(demo.sentence)
  await demo.registry.stop()
}

async function startHub(config: Config, now: () => number): Promise<Registry> {
  const started = await startRegistry(config, { log: pino({ level: 'silent' }), now, machineNow: Date.now })
  if (!started.ok) throw new Error(started.problem.en)
  return started
}

function signInFor(role: Role, signIns: readonly SignIn[]): SignIn {
  const found = signIns.find(({ grants }) => grants[0]?.role === role)
  if (!found) throw new Error(`the demo has nobody of the role ${role}`)
  return found
}

async function newPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREEN, deviceScaleFactor: 1, locale: 'id-ID' })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

export async function openPictureClinic(built: string): Promise<PictureClinic> {
  if (!existsSync(join(built, 'index.html')))
    throw new Error(`no built program in ${built}: run npm run build first`)
  const folder = await mkdtemp(join(tmpdir(), 'manual-pictures-'))
  const aheadMs = MORNING - Date.now()
  const now = () => Date.now() + aheadMs
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder: join(folder, 'data'),
    clientFolder: await clientLater(built, folder, aheadMs),
    trustedProxies: [],
    logLevel: 'silent',
    couch: undefined,
  }
  const plan = usualPlan()
  await makeDistrict(config, plan, now)
  const hub = await startHub(config, now)
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_SWITCHES] })

  const clinics = districtStaff(plan)
  const signIns = signInsOf(clinics, plan.seed)
  const [first] = clinics
  if (!first) throw new Error('the demo has no clinic')
  let running = true
  const stopHub = async () => {
    if (running) await hub.stop()
    running = false
  }

  return {
    stopHub,
    async desk(role) {
      const page = await newPage(browser, hub.url)
      const { username, password } = signInFor(role, signIns)
      await enrolmentPage(page).enrol(enrolmentCode(first.clinic, plan.seed))
      await signInPage(page).asNewcomer(username, password)
      await signInPage(page).loaded()
      return page
    },
    async dinas() {
      const page = await newPage(browser, hub.url)
      const { username, password } = signInFor('dinas', signIns)
      await enrolmentPage(page).dinas.click()
      await reportsPage(page).signIn(username, password)
      return page
    },
    async close() {
      await browser.close()
      await stopHub()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
