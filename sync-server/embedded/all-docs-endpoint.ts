import type { Database } from './database.ts'
import { objectBody, type Parameters } from './parameters.ts'
import { badRequest, type Answer } from './refusal.ts'
import type { HubRequest } from './request.ts'

type Range = { readonly startkey?: string; readonly endkey?: string }

/**
 * The range to read, or `undefined` where nothing can lie in it. CouchDB puts every key that is no text before all
 * ids, so such a bound, like the empty text, is either none or leaves nothing.
 */
function rangeOf(parameters: Parameters): Range | undefined {
  const key = parameters.json('key')
  if (key !== undefined)
    return typeof key === 'string' && key !== '' ? { startkey: key, endkey: key } : undefined
  const start = parameters.json('startkey', 'start_key')
  const end = parameters.json('endkey', 'end_key')
  const highest = parameters.flag('descending') ? start : end
  if (highest === '' || (highest !== undefined && typeof highest !== 'string')) return undefined
  return {
    ...(typeof start === 'string' ? { startkey: start } : {}),
    ...(typeof end === 'string' ? { endkey: end } : {}),
  }
}

async function keysOf(request: HubRequest): Promise<readonly unknown[] | undefined> {
  const { keys } = request.method === 'POST' ? objectBody(await request.json()) : { keys: undefined }
  const asked = keys ?? request.parameters.json('keys')
  if (asked === undefined) return undefined
  if (!Array.isArray(asked)) throw badRequest('`keys` parameter must be an array.')
  return asked as readonly unknown[]
}

type Page = { readonly total_rows: number; readonly offset: number | null; readonly rows: readonly object[] }

async function readKeys(database: Database, keys: readonly unknown[], parameters: Parameters): Promise<Page> {
  const skip = parameters.count('skip') ?? 0
  const ordered = parameters.flag('descending') ? [...keys].reverse() : keys
  const wanted = ordered.slice(skip, skip + (parameters.count('limit') ?? keys.length))
  const texts = wanted.filter((key): key is string => typeof key === 'string' && key !== '')
  const options = { include_docs: parameters.flag('include_docs'), conflicts: parameters.flag('conflicts') }
  const { rows, total_rows } = await database.pouch.allDocs({ ...options, keys: texts })
  let next = 0
  const answered = wanted.map((key) =>
    typeof key === 'string' && key !== '' ? (rows[next++] as object) : { key, error: 'not_found' },
  )
  return { total_rows, offset: null, rows: answered }
}

async function readRange(
  database: Database,
  range: Range | undefined,
  parameters: Parameters,
): Promise<Page> {
  const limit = parameters.count('limit')
  const skip = parameters.count('skip') ?? 0
  const options = {
    ...range,
    include_docs: parameters.flag('include_docs'),
    conflicts: parameters.flag('conflicts'),
    descending: parameters.flag('descending'),
    inclusive_end: parameters.text('inclusive_end') === undefined || parameters.flag('inclusive_end'),
    skip,
    ...(range === undefined ? { limit: 0 } : limit === undefined ? {} : { limit }),
  }
  const { rows, total_rows } = await database.pouch.allDocs(options)
  return { total_rows, offset: skip, rows }
}

export async function allDocs(database: Database, request: HubRequest): Promise<Answer> {
  const { parameters } = request
  const keys = await keysOf(request)
  // The sequence first: what is written during the read is then read again by who goes on from it.
  const { update_seq: count } = parameters.flag('update_seq')
    ? await database.pouch.info()
    : { update_seq: undefined }
  const page = keys
    ? await readKeys(database, keys, parameters)
    : await readRange(database, rangeOf(parameters), parameters)
  const sequence = count === undefined ? {} : { update_seq: database.sequences.write(Number(count)) }
  return {
    status: 200,
    body: { total_rows: page.total_rows, offset: page.offset, ...sequence, rows: page.rows },
  }
}
