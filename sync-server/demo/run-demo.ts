import { createServer } from 'node:net'
import { resolve } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { instantOf } from '../../shared/calendar/instant.ts'
import { accountStore } from '../accounts/account-store.ts'
import type { Config } from '../config.ts'
import { connectCouch } from '../couch/connect-couch.ts'
import type { Couch } from '../couch/couch.ts'
import { openHub } from '../open-hub.ts'
import { listenProblem, startSentence } from '../start-problems.ts'
import { startRegistry, type Registry } from '../start-registry.ts'
import { buildClient, isClientStale } from './build-client.ts'
import { makeAccounts, openEnrolment, signInsOf } from './demo-accounts.ts'
import { clearHalfMade, foundData, mark, type FoundData } from './demo-marker.ts'
import { districtStaff, type DistrictPlan } from './district.ts'
import type { Progress } from './progress.ts'
import { seedDistrict } from './seeder.ts'

export type DemoNeeds = {
  readonly config: Config
  readonly plan: DistrictPlan
  /** The project's root, where the page is built; `undefined`: `config.clientFolder` is served as it is. */
  readonly root: string | undefined
  readonly progress: Progress
  readonly log: FastifyBaseLogger
  readonly now: () => number
}

export type RunningDemo = {
  readonly ok: true
  readonly registry: Registry
  /** The district that the hub holds: the wanted one, or one made before. */
  readonly plan: DistrictPlan
  readonly documents: number
}
export type DemoRefusal = { readonly ok: false; readonly sentence: string }

const NOT_OURS =
  'Folder data ini berisi data yang bukan demo; pilih folder lain dengan --data. / ' +
  'This data folder holds data that no demo made; choose another one with --data.'

function seconds(from: number, to: number): string {
  return `${((to - from) / 1000).toFixed(1)} s`
}

/** Asked before minutes of work, because only listening at the end would find out. */
function portProblem({ host, port }: Config): Promise<string | undefined> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const problem = listenProblem(error, host, port)
      done(problem ? startSentence(problem) : error.message)
    })
    probe.listen(port, host, () => probe.close(() => done(undefined)))
  })
}

async function ensureClient({ root, config, progress, now }: DemoNeeds): Promise<string | undefined> {
  if (root === undefined || !(await isClientStale(root, resolve(config.clientFolder)))) return undefined
  const began = now()
  progress.doing('Building the page ...')
  const built = await buildClient(root)
  if (!built.ok) return `The page could not be built:\n${built.output}`
  progress.done(`Page built in ${seconds(began, now())}`)
  return undefined
}

function isSame(one: DistrictPlan, other: DistrictPlan): boolean {
  return one.seed === other.seed && one.size === other.size && one.until === other.until
}

/** Makes the district into the empty or cleared hub, from the first document to the marker that says it is whole. */
async function makeDistrict(couch: Couch, needs: DemoNeeds): Promise<number | undefined> {
  const { plan, progress, now } = needs
  const began = now()
  await mark(couch, plan, { finished: false, documents: 0 })
  const seeded = await seedDistrict(couch, plan, (doing, documents) =>
    progress.doing(`Making the demo district: ${String(documents)} documents ${doing}`),
  )
  if (!seeded.ok) return undefined
  await makeAccounts(accountStore(couch), signInsOf(districtStaff(plan), plan.seed))
  await mark(couch, plan, { finished: true, documents: seeded.documents })
  progress.done(
    `Demo district: ${String(seeded.documents)} documents written and checked in ${seconds(began, now())}`,
  )
  return seeded.documents
}

async function remade(couch: Couch, needs: DemoNeeds): Promise<number> {
  needs.progress.done('A demo district of another kind was left half made here; it is made again.')
  await clearHalfMade(couch)
  const documents = await makeDistrict(couch, needs)
  if (documents === undefined) throw new Error('a district that was just made is not as made')
  return documents
}

/** The district in the hub, made, finished or kept; `undefined` where the hub holds something else. */
async function districtIn(
  couch: Couch,
  found: FoundData,
  needs: DemoNeeds,
): Promise<{ readonly plan: DistrictPlan; readonly documents: number } | undefined> {
  const { plan, progress } = needs
  if (found.state === 'strange') return undefined
  if (found.state === 'finished') {
    const { seed, size, until } = found.plan
    const kept = `seed ${seed}, size ${size}, until ${until}, ${String(found.documents)} documents`
    const other = isSame(plan, found.plan) ? '' : '; another one needs another folder: --data FOLDER'
    progress.done(`Keeping the demo district that is here: ${kept}${other}`)
    return found
  }
  if (found.state === 'half-made' && !isSame(plan, found.plan))
    return { plan, documents: await remade(couch, needs) }
  if (found.state === 'half-made')
    progress.done('A demo district was left half made here; it is finished now.')
  return { plan, documents: (await makeDistrict(couch, needs)) ?? (await remade(couch, needs)) }
}

/** The database part, before the gateway is up: nobody can see or change a district that is not whole. */
async function prepareData(needs: DemoNeeds) {
  const hub = await openHub(needs.config, needs.now, () => undefined)
  if (!hub.ok) return { ok: false, sentence: startSentence(hub.problem) } as const
  try {
    const couch = connectCouch(hub.couchUrl)
    const district = await districtIn(couch, await foundData(couch), needs)
    if (!district) return { ok: false, sentence: NOT_OURS } as const
    const { plan } = district
    const now = instantOf(needs.now())
    await openEnrolment(accountStore(couch), districtStaff(plan), plan.seed, now)
    return { ok: true, ...district } as const
  } finally {
    await hub.close()
  }
}

/** Builds the page, makes or keeps the district, and starts the registry on it. */
export async function runDemo(needs: DemoNeeds): Promise<RunningDemo | DemoRefusal> {
  const { config, log, now } = needs
  const problem = (await portProblem(config)) ?? (await ensureClient(needs))
  if (problem !== undefined) return { ok: false, sentence: problem }

  const data = await prepareData(needs)
  if (!data.ok) return data
  const registry = await startRegistry(config, { log, now, machineNow: now })
  if (!registry.ok) return { ok: false, sentence: startSentence(registry.problem) }
  return { ok: true, registry, plan: data.plan, documents: data.documents }
}
