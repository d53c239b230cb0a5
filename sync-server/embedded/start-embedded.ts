import { randomBytes } from 'node:crypto'
import type { ChildProcess } from 'node:child_process'
import { ADMIN_NAME } from './authentication.ts'
import { startChild, stopChild, type StartFault } from './child-process.ts'
import { removeHubFile, writeHubFile } from './hub-file.ts'

export type EmbeddedOptions = {
  readonly dataFolder: string
  /** The key of the people's tokens, the `HUB_JWT_KEY` of this hub. */
  readonly jwtKey: string
  /** Any free one by default. */
  readonly port?: number
  /** Called when the hub went down by itself and came back, or could not be brought back. */
  readonly report?: (event: 'restarted' | 'given-up') => void
}

export type EmbeddedHub = {
  readonly ok: true
  /** A CouchDB address on this computer, with the administrator's name and password. */
  readonly url: string
  /** The process that serves it now. */
  readonly pid: () => number
  readonly stop: () => Promise<void>
}

const RESTARTS_IN_A_ROW = 5
const PAUSE_MS = 200

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/**
 * Starts the hub that needs no installation: a process of its own that serves the CouchDB protocol on 127.0.0.1 over
 * LevelDB in `<dataFolder>/couch`. When it ends by itself it is started again on the same port with the same
 * password; it ends with the process that started it. Leaves `hub.json` for other programs of the same owner.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedHub | StartFault> {
  const { dataFolder, jwtKey } = options
  const adminPassword = randomBytes(24).toString('base64url')
  const first = await startChild({ dataFolder, jwtKey, adminPassword, port: options.port ?? 0 })
  if (!first.ok) return first
  const { port } = first
  const url = `http://${ADMIN_NAME}:${adminPassword}@127.0.0.1:${String(port)}`
  let child = first.child
  let stopping = false
  let coming: Promise<void> = Promise.resolve()

  async function tryAgain(left: number): Promise<void> {
    if (stopping) return
    if (left === 0) return options.report?.('given-up')
    await pause(PAUSE_MS * (RESTARTS_IN_A_ROW - left))
    const next = await startChild({ dataFolder, jwtKey, adminPassword, port })
    if (!next.ok) return tryAgain(left - 1)
    child = next.child
    watch(child)
    await writeHubFile(dataFolder, { url, pid: next.pid })
    options.report?.('restarted')
  }

  function watch(watched: ChildProcess): void {
    watched.once('exit', () => {
      if (!stopping) coming = tryAgain(RESTARTS_IN_A_ROW)
    })
  }

  async function stop(): Promise<void> {
    stopping = true
    await coming
    const pid = child.pid ?? 0
    await stopChild(child)
    await removeHubFile(dataFolder, pid)
  }

  watch(child)
  await writeHubFile(dataFolder, { url, pid: first.pid })
  return { ok: true, url, pid: () => child.pid ?? 0, stop }
}
