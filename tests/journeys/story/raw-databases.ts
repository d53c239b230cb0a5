import type { Raw } from '../../recount/recount.ts'

/** Everything a hub holds, database by database, as raw JSON from its own port; conflicting leaves are named. */
export type RawDatabases = ReadonlyMap<string, readonly Raw[]>

type Rows = { readonly rows: readonly { readonly doc: Raw }[] }

/** `address` carries the administrator's name and password. */
export async function readRawDatabases(address: string): Promise<RawDatabases> {
  const { origin, username, password } = new URL(address)
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(`${origin}/${path}`, { headers: { authorization } })
    if (!response.ok) throw new Error(`${path}: ${String(response.status)}`)
    return response.json()
  }
  const names = (await get('_all_dbs')) as readonly string[]
  const read = await Promise.all(
    names.map(async (name) => {
      const { rows } = (await get(`${name}/_all_docs?include_docs=true&conflicts=true`)) as Rows
      return [name, rows.map(({ doc }) => doc)] as const
    }),
  )
  return new Map(read)
}

/** The documents of a clinic from all its databases, one after the other. */
export function documentsOf(databases: RawDatabases, facility: string): readonly Raw[] {
  return [...databases].flatMap(([name, documents]) => (name.includes(`-${facility}`) ? documents : []))
}

const isRecord = ({ _id }: Raw) => /^[a-z-]+:/.test(String(_id))

/** The records that `after` has and `before` has not. */
export function added(before: RawDatabases, after: RawDatabases, facility: string): readonly Raw[] {
  const known = new Set(documentsOf(before, facility).map(({ _id }) => _id))
  return documentsOf(after, facility).filter((one) => isRecord(one) && !known.has(one['_id']))
}

/** How many documents there are of each type. */
export function countsByType(documents: readonly Raw[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { type } of documents) counts[String(type)] = (counts[String(type)] ?? 0) + 1
  return counts
}

/** The cells of the newest report of a form that the hub published for the period, table by table. */
export function cellsPublished(documents: readonly Raw[], period: string) {
  const published = documents.filter(
    (one) => String(one['_id']).startsWith('report:') && one['period'] === period,
  )
  return (form: string, table: string): unknown => {
    const [newest] = published
      .filter((one) => one['form'] === form)
      .sort((a, b) => Number(b['revision']) - Number(a['revision']))
    const tables = (newest?.['tables'] ?? []) as readonly Raw[]
    return tables.find(({ id }) => id === table)?.['cells']
  }
}
