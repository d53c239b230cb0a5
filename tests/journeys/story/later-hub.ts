/**
 * `npm start` some days later: the same program as `sync-server/main.ts` with a clock that is ahead by the days on the
 * command line, so that sign-ins of the story have grown old. Started by `hub-process.ts`.
 */
import { pino } from 'pino'
import { readConfig } from '../../../sync-server/config.ts'
import { startRegistry } from '../../../sync-server/start-registry.ts'

const DAY_MS = 86_400_000
const aheadMs = Number(process.argv[2]) * DAY_MS

const reading = readConfig(process.env)
if (!reading.ok) throw new Error(reading.problem.en)
const log = pino({ level: reading.config.logLevel })
const now = () => Date.now() + aheadMs
const registry = await startRegistry(reading.config, { log, now, machineNow: Date.now })
if (!registry.ok) throw new Error(registry.problem.en)
log.info({ url: registry.url }, 'listening')
process.once('SIGTERM', () => void registry.stop().then(() => process.exit(0)))
