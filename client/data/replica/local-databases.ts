import { parseDatabaseName } from '../../../shared/access/databases.ts'

const POUCH_PREFIX = '_pouch_'

/** The databases of which this PC keeps a replica. */
export async function localDatabases(): Promise<readonly string[]> {
  const stores = await indexedDB.databases()
  const names = stores.flatMap(({ name }) =>
    name?.startsWith(POUCH_PREFIX) ? [name.slice(POUCH_PREFIX.length)] : [],
  )
  return names.filter((name) => parseDatabaseName(name) !== undefined).sort()
}
