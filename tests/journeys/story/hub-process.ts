import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** What `npm start` runs. */
const MAIN = 'sync-server/main.ts'
const LATER = 'tests/journeys/story/later-hub.ts'
const PATIENCE_MS = 60_000

export type HubPlace = {
  readonly dataFolder: string
  readonly port: number
  readonly clientFolder: string
}

/** A hub as a clinic runs it: the server in a process of its own, and the embedded databases in its child. */
export type HubProcess = {
  readonly url: string
  /** The databases' own address with the administrator's password, as `hub.json` has it. */
  readonly databases: string
  /** All it printed. */
  readonly said: () => string
  /** Ends the server by that signal and waits until its databases' process is gone too; answers the exit code. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function environmentOf({ dataFolder, port, clientFolder }: HubPlace): NodeJS.ProcessEnv {
  const own = { HOST: '127.0.0.1', PORT: String(port), DATA_FOLDER: dataFolder, CLIENT_FOLDER: clientFolder }
  return { ...process.env, LOG_LEVEL: 'info', COUCHDB_URL: '', ...own }
}

/** Starts the server and waits until it listens. `daysLater`: with a clock that is ahead by so many days. */
export async function startHubProcess(place: HubPlace, daysLater = 0): Promise<HubProcess> {
  const script = daysLater === 0 ? [MAIN] : [LATER, String(daysLater)]
  const server = spawn(process.execPath, ['--import', 'tsx', ...script], {
    cwd: ROOT,
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (piece: Buffer) => (said += piece.toString('utf8')))

  const ended = once(server, 'exit')
  await vi.waitUntil(() => /"listening"/.test(said) || server.exitCode !== null, { timeout: PATIENCE_MS })
  if (server.exitCode !== null) throw new Error(`the hub did not start: ${said.slice(-2000)}`)
  const { url, pid } = JSON.parse(await readFile(join(place.dataFolder, 'hub.json'), 'utf8')) as {
    url: string
    pid: number
  }
  return {
    url: `http://127.0.0.1:${String(place.port)}`,
    databases: url,
    said: () => said,
    async end(signal) {
      server.kill(signal)
      const [code] = (await ended) as [number | null]
      await vi.waitUntil(() => !isAlive(pid), { timeout: PATIENCE_MS })
      return code
    },
  }
}

/** A command of `npm run hub`, run as a person types it; answers what it printed, or throws with it. */
export async function runHubCommand(place: HubPlace, ...words: readonly string[]): Promise<string> {
  const command = spawn('npm', ['run', '--silent', 'hub', '--', ...words], {
    cwd: ROOT,
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (piece: Buffer) => (said += piece.toString('utf8')))
  const [code] = (await once(command, 'close')) as [number | null]
  if (code !== 0) throw new Error(`npm run hub -- ${words.join(' ')} ended with ${String(code)}: ${said}`)
  return said
}
