import { resolve } from 'node:path'
import type { StartProblem } from '../config.ts'
import { connectCouch, plainAddress } from '../couch/connect-couch.ts'
import { CouchFailure, type Couch } from '../couch/couch.ts'
import { useHub } from '../embedded/use-hub.ts'
import { makeFolder } from '../make-folder.ts'
import { couchProblem, embeddedProblem, folderNotWritable } from '../start-problems.ts'

export type UsedDatabases =
  | { readonly ok: true; readonly couch: Couch; readonly release: () => Promise<void> }
  | { readonly ok: false; readonly problem: StartProblem }

async function useCouch(url: string): Promise<UsedDatabases> {
  const couch = connectCouch(url)
  try {
    await couch.databaseNames()
    return { ok: true, couch, release: () => Promise.resolve() }
  } catch (error) {
    if (!(error instanceof CouchFailure)) throw error
    const address = plainAddress(url)
    const refused = error.status === 401 || error.status === 403
    if (refused)
      return { ok: false, problem: couchProblem({ ok: false, problem: 'couch-password-wrong' }, address) }
    const check = { ok: false, problem: 'couch-unreachable', reason: error.message } as const
    return { ok: false, problem: couchProblem(check, address) }
  }
}

/** The databases for one command: `COUCHDB_URL`, or the embedded hub of the data folder, running or not. */
export async function useDatabases(couchUrl: string | undefined, dataFolder: string): Promise<UsedDatabases> {
  if (couchUrl !== undefined) return useCouch(couchUrl)
  const folder = resolve(dataFolder)
  try {
    await makeFolder(folder)
  } catch {
    return { ok: false, problem: folderNotWritable(folder) }
  }
  const hub = await useHub(folder)
  if (!hub.ok) return { ok: false, problem: embeddedProblem(hub, folder) }
  return { ok: true, couch: connectCouch(hub.url), release: hub.release }
}
