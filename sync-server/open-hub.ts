import { access, constants, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config, StartProblem } from './config.ts'
import { checkCouch } from './couch/check-couch.ts'
import { plainAddress } from './couch/connect-couch.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { loadKeys, type HubKeys } from './keys/hub-keys.ts'
import { makeFolder } from './make-folder.ts'
import { couchProblem, embeddedProblem, folderNotWritable, keysNotReadable } from './start-problems.ts'

/** The databases and keys of a running registry, before anything is asked of them. */
export type OpenHub = {
  readonly ok: true
  /** With the administrator's name and password. */
  readonly couchUrl: string
  readonly jwtKey: string
  readonly sealing: HubKeys['sealing']
  /** Of the embedded hub's process; `undefined` with a CouchDB of the district. */
  readonly pid: (() => number) | undefined
  readonly close: () => Promise<void>
}

export type NotOpened = { readonly ok: false; readonly problem: StartProblem }

async function isWritable(folder: string): Promise<boolean> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
    return (await stat(folder)).isDirectory()
  } catch {
    return false
  }
}

async function readKeys(folder: string): Promise<HubKeys | undefined> {
  return loadKeys(folder).catch(() => undefined)
}

/**
 * Finds the databases: the CouchDB of the settings, or an embedded one that is started here. What a person can put
 * right is answered as a sentence.
 */
export async function openHub(
  config: Pick<Config, 'dataFolder' | 'couch'>,
  machineNow: () => number,
  report: (event: 'restarted' | 'given-up') => void,
): Promise<OpenHub | NotOpened> {
  const dataFolder = resolve(config.dataFolder)
  if (!(await isWritable(dataFolder))) return { ok: false, problem: folderNotWritable(dataFolder) }
  const keys = await readKeys(dataFolder)
  if (!keys) return { ok: false, problem: keysNotReadable(dataFolder) }

  if (config.couch) {
    const { url, jwtKey } = config.couch
    const check = await checkCouch(url, jwtKey, machineNow())
    if (!check.ok) return { ok: false, problem: couchProblem(check, plainAddress(url)) }
    const close = () => Promise.resolve()
    return { ok: true, couchUrl: url, jwtKey, sealing: keys.sealing, pid: undefined, close }
  }

  const hub = await startEmbedded({ dataFolder, jwtKey: keys.jwtKey, report })
  if (!hub.ok) return { ok: false, problem: embeddedProblem(hub, dataFolder) }
  return {
    ok: true,
    couchUrl: hub.url,
    jwtKey: keys.jwtKey,
    sealing: keys.sealing,
    pid: hub.pid,
    close: hub.stop,
  }
}
