import { randomBytes } from 'node:crypto'
import type { StartFault } from './child-process.ts'
import { readHubFile } from './hub-file.ts'
import { startEmbedded } from './start-embedded.ts'

export type UsedHub = {
  readonly ok: true
  /** A CouchDB address with the administrator's name and password. */
  readonly url: string
  /** Ends the hub where it was started for this use; a running one is left alone. */
  readonly release: () => Promise<void>
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Another program may have got the number of a hub that is gone, hence the question with the password. */
async function answers(url: string): Promise<boolean> {
  const { origin, username, password } = new URL(url)
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  try {
    const response = await fetch(`${origin}/_session`, {
      headers: { authorization },
      signal: AbortSignal.timeout(10_000),
    })
    const { userCtx } = (await response.json()) as { userCtx?: { roles: readonly string[] } }
    return userCtx?.roles.includes('_admin') === true
  } catch {
    return false
  }
}

/**
 * The embedded hub of a data folder, for a command that needs it: the running one by its `hub.json`, or one started
 * for the time of the command.
 */
export async function useHub(dataFolder: string): Promise<UsedHub | StartFault> {
  const running = await readHubFile(dataFolder)
  if (running && isAlive(running.pid) && (await answers(running.url))) {
    return { ok: true, url: running.url, release: () => Promise.resolve() }
  }
  // Nobody signs in at a hub that serves one command, so its key opens nothing and is known to nobody.
  const own = await startEmbedded({ dataFolder, jwtKey: randomBytes(32).toString('base64url') })
  return own.ok ? { ok: true, url: own.url, release: own.stop } : own
}
