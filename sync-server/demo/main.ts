/** `npm run demo`: the whole registry on one PC, with a made-up district in it. */
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { startSentence } from '../start-problems.ts'
import { readDemoOptions } from './demo-options.ts'
import { progressOn } from './progress.ts'
import { runDemo } from './run-demo.ts'
import { welcomeText } from './welcome.ts'

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const reading = readDemoOptions(process.argv.slice(2))
if (!reading.ok) giveUp(startSentence({ setting: '', ...reading }))
const { plan, dataFolder, port } = reading.options
const settings = readConfig({
  LOG_LEVEL: 'warn',
  ...process.env,
  ...(dataFolder === undefined ? {} : { DATA_FOLDER: dataFolder }),
  ...(port === undefined ? {} : { PORT: port }),
  // The demo always brings its own hub: a real CouchDB is no place for made-up people.
  COUCHDB_URL: undefined,
})
if (!settings.ok) giveUp(startSentence(settings.problem))

const demo = await runDemo({
  config: settings.config,
  plan,
  root: process.env['CLIENT_FOLDER'] ? undefined : fileURLToPath(new URL('../..', import.meta.url)),
  progress: progressOn(process.stdout),
  log: pino({ level: settings.config.logLevel }),
  now: Date.now,
})
if (!demo.ok) giveUp(demo.sentence)
process.stdout.write(welcomeText(demo.registry.url, demo.plan))

let stopping = false
function stop(): void {
  if (stopping || !demo.ok) return
  stopping = true
  void demo.registry.stop().then(() => process.exit(0))
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
