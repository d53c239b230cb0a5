/** `npm start`: reads the settings, starts the registry and listens until it is told to stop. */
import { pino } from 'pino'
import { readConfig, type StartProblem } from './config.ts'
import { startRegistry } from './start-registry.ts'
import { startSentence } from './start-problems.ts'

function giveUp(problem: StartProblem): never {
  process.stderr.write(`${startSentence(problem)}\n`)
  process.exit(1)
}

const reading = readConfig(process.env)
if (!reading.ok) giveUp(reading.problem)
const log = pino({ level: reading.config.logLevel })
const registry = await startRegistry(reading.config, { log, now: Date.now, machineNow: Date.now })
if (!registry.ok) giveUp(registry.problem)
log.info({ url: registry.url }, 'listening')

let stopping = false
function stop(): void {
  if (stopping || !registry.ok) return
  stopping = true
  void registry.stop().then(() => process.exit(0))
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
