import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Cron } from 'croner'
import type { FastifyBaseLogger } from 'fastify'
import { instantOf } from '../shared/calendar/instant.ts'
import { accountStore, type AccountStore } from './accounts/account-store.ts'
import type { Config, StartProblem } from './config.ts'
import { connectCouch } from './couch/connect-couch.ts'
import type { Couch } from './couch/couch.ts'
import { tokenSigner } from './couch/jwt.ts'
import { openHub } from './open-hub.ts'
import { prepareClinics, prepareHub } from './prepare-databases.ts'
import { resolver, type Resolver } from './resolution/resolver.ts'
import { buildServer } from './server.ts'
import { startSchedule, type CompileSchedule } from './compiler/schedule.ts'
import { listenProblem } from './start-problems.ts'

export type RegistryNeeds = {
  readonly log: FastifyBaseLogger
  /** Hub time; what a test sets. */
  readonly now: () => number
  /** The machine's own clock, by which the databases check tokens. */
  readonly machineNow: () => number
}

/** A running registry: databases, gateway and the hub's own work. */
export type Registry = {
  readonly ok: true
  /** `http://127.0.0.1:8080`, without a slash. */
  readonly url: string
  readonly couch: Couch
  readonly accounts: AccountStore
  readonly resolver: Resolver
  /** The nightly compiling of reports. */
  readonly reports: CompileSchedule
  /** Of the embedded hub's process. */
  readonly hubPid: (() => number) | undefined
  readonly stop: () => Promise<void>
}

/** Every night: next year's slices in December, clinics that were added, and records that met between processes. */
const NIGHTLY = '17 1 * * *'

function faultName(fault: unknown): string {
  return fault instanceof Error ? fault.name : typeof fault
}

function newResolver(couch: Couch, { log, now }: RegistryNeeds): Resolver {
  return resolver({
    couch,
    now: () => instantOf(now()),
    noteLeft: (database, type) => log.warn({ database, type }, 'leaves left unresolved'),
    noteFault: (database, fault) => log.error({ database, fault: faultName(fault) }, 'resolving failed'),
  })
}

/** Starts everything that `npm start` runs. What a person can put right is answered as a sentence. */
export async function startRegistry(
  config: Config,
  needs: RegistryNeeds,
): Promise<Registry | { readonly ok: false; readonly problem: StartProblem }> {
  const { log, now, machineNow } = needs
  const hub = await openHub(config, machineNow, (event) =>
    log.error({ event }, 'embedded hub ended by itself'),
  )
  if (!hub.ok) return hub

  const { couchUrl, jwtKey, sealing, pid, close } = hub
  const couch = connectCouch(couchUrl)
  const accounts = accountStore(couch)
  const work = newResolver(couch, needs)
  const app = await buildServer({
    couch,
    accounts,
    sealing,
    signToken: tokenSigner(jwtKey),
    now,
    machineNow,
    log,
    clientFolder: config.clientFolder,
    trustedProxies: config.trustedProxies,
    noteConflicts: work.soon,
  })
  try {
    await prepareHub(couch, accounts, randomUUID(), instantOf(now()))
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.close()
    await close()
    const problem = listenProblem(error as NodeJS.ErrnoException, config.host, config.port)
    if (problem) return { ok: false, problem }
    throw error
  }
  void work.sweep()
  const failed = (fault: unknown) => log.error({ fault: faultName(fault) }, 'nightly work failed')
  const nightly = new Cron(NIGHTLY, { protect: true, unref: true, catch: failed }, async () => {
    await prepareClinics(couch, instantOf(now()))
    await work.sweep()
  })

  const reports = startSchedule({
    couch,
    now,
    noteDone: (period, outcomes) => {
      const done = outcomes.filter(({ ok }) => ok).length
      log.info({ period, clinics: outcomes.length, done }, 'month compiled')
    },
    noteFault: (fault) => log.error({ fault: faultName(fault) }, 'compiling failed'),
  })

  async function stop(): Promise<void> {
    nightly.stop()
    await reports.stop()
    await app.close()
    await work.idle()
    await close()
  }
  const { port } = app.server.address() as AddressInfo
  const shown = config.host.includes(':') ? `[${config.host}]` : config.host
  return {
    ok: true,
    url: `http://${shown}:${String(port)}`,
    couch,
    accounts,
    resolver: work,
    reports,
    hubPid: pid,
    stop,
  }
}
