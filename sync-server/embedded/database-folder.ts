import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase, saveSecurity, securityFile, type Database } from './database.ts'
import { Refusal } from './refusal.ts'
import { CLOSED } from './security.ts'

const NAME = /^[a-z][a-z0-9_$()+/-]{0,200}$/

/** All databases of a hub: one folder for each, opened when it is first asked for. */
export type DatabaseFolder = {
  readonly names: () => readonly string[]
  /** Throws CouchDB's refusal where there is none of that name. */
  readonly open: (name: string) => Promise<Database>
  readonly create: (name: string) => Promise<void>
  readonly remove: (name: string) => Promise<void>
  readonly closeAll: () => Promise<void>
}

function checkName(name: string): void {
  if (NAME.test(name)) return
  throw new Refusal(
    400,
    'illegal_database_name',
    `Name: '${name}'. Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / are allowed. Must begin with a letter.`,
  )
}

const DELETED = '.deleted-'

/** The names of the databases in that folder; what was half made or half deleted when the power went is none. */
async function findDatabases(root: string): Promise<Set<string>> {
  const entries = await readdir(root)
  const rests = entries.filter((entry) => entry.startsWith(DELETED))
  await Promise.all(rests.map((entry) => rm(join(root, entry), { recursive: true, force: true })))
  return new Set(
    entries.filter((entry) => existsSync(securityFile(join(root, entry)))).map(decodeURIComponent),
  )
}

export async function openDatabaseFolder(root: string): Promise<DatabaseFolder> {
  const names = await findDatabases(root)
  const opened = new Map<string, Promise<Database>>()

  function folderOf(name: string): string {
    return join(root, encodeURIComponent(name))
  }

  function open(name: string): Promise<Database> {
    checkName(name)
    if (!names.has(name)) throw new Refusal(404, 'not_found', 'Database does not exist.')
    const before = opened.get(name)
    if (before) return before
    const opening = openDatabase(name, folderOf(name))
    opened.set(name, opening)
    // What failed to open may open next time, after the cause is gone.
    opening.catch(() => opened.delete(name))
    return opening
  }

  async function create(name: string): Promise<void> {
    checkName(name)
    if (names.has(name)) {
      throw new Refusal(412, 'file_exists', 'The database could not be created, the file already exists.')
    }
    names.add(name)
    try {
      await saveSecurity(folderOf(name), CLOSED)
    } catch (error) {
      names.delete(name)
      throw error
    }
  }

  async function remove(name: string): Promise<void> {
    const database = await open(name)
    names.delete(name)
    opened.delete(name)
    await database.inTurn(() => database.pouch.close())
    const rest = join(root, DELETED + encodeURIComponent(name))
    await rename(folderOf(name), rest)
    await rm(rest, { recursive: true, force: true })
    database.wrote()
  }

  async function closeAll(): Promise<void> {
    const databases = await Promise.allSettled(opened.values())
    const open = databases.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    await Promise.allSettled(open.map((database) => database.inTurn(() => database.pouch.close())))
  }

  return { names: () => [...names].sort(), open, create, remove, closeAll }
}
