import type { Database } from './database.ts'
import { objectBody, type Parameters } from './parameters.ts'
import { badRequest, type Answer } from './refusal.ts'
import type { HubRequest } from './request.ts'

const LONGEST_WAIT_MS = 60_000
const SHORTEST_BEAT_MS = 1_000

type Asked = {
  readonly since: number | undefined
  readonly limit: number | undefined
  readonly options: {
    readonly include_docs: boolean
    readonly conflicts: boolean
    readonly style: 'all_docs' | 'main_only'
  }
  readonly docIds: readonly string[] | undefined
}

async function docIdsOf(request: HubRequest): Promise<readonly string[] | undefined> {
  const filter = request.parameters.text('filter')
  const body = request.method === 'POST' ? objectBody(await request.json()) : {}
  if (filter === undefined) return undefined
  if (filter !== '_doc_ids') throw badRequest('only the filter `_doc_ids` is served here')
  const ids = body['doc_ids'] ?? request.parameters.json('doc_ids')
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) {
    throw badRequest('`doc_ids` filter parameter is not a list of doc ids.')
  }
  return ids
}

function styleOf(parameters: Parameters): 'all_docs' | 'main_only' {
  const style = parameters.text('style') ?? 'main_only'
  if (style !== 'all_docs' && style !== 'main_only') throw badRequest('unknown style')
  return style
}

async function read(
  database: Database,
  asked: Asked,
  since: number,
): Promise<{ lastSeq: number; results: object[] }> {
  // PouchDB takes a limit of 0 for 1.
  if (asked.limit === 0) return { lastSeq: since, results: [] }
  const { results, last_seq: lastSeq } = await database.pouch.changes({
    since,
    ...asked.options,
    ...(asked.limit === undefined ? {} : { limit: asked.limit }),
    ...(asked.docIds ? { doc_ids: [...asked.docIds] } : {}),
  })
  return {
    lastSeq: Number(lastSeq),
    results: results.map(({ id, seq, changes, deleted, doc }) => ({
      seq: database.sequences.write(Number(seq)),
      id,
      changes,
      ...(deleted ? { deleted } : {}),
      ...(asked.options.include_docs ? { doc } : {}),
    })),
  }
}

/** Waits for a write, for the time to pass, or for the asker to go. */
function nextWrite(
  database: Database,
  request: HubRequest,
  waitMs: number,
  beatMs: number | undefined,
): Promise<boolean> {
  return new Promise((resolve) => {
    const beats = beatMs === undefined ? undefined : setInterval(request.beat, beatMs)
    const end = beatMs === undefined ? setTimeout(() => finish(false), waitMs) : undefined
    const forget = database.onWrite(() => finish(true))
    const leave = () => finish(false)
    request.gone.addEventListener('abort', leave)
    function finish(written: boolean): void {
      clearInterval(beats)
      clearTimeout(end)
      forget()
      request.gone.removeEventListener('abort', leave)
      resolve(written)
    }
  })
}

function beatOf(parameters: Parameters): number | undefined {
  const text = parameters.text('heartbeat')
  if (text === undefined || text === 'false') return undefined
  return text === 'true' ? LONGEST_WAIT_MS : Math.max(parameters.count('heartbeat') ?? 0, SHORTEST_BEAT_MS)
}

export async function changes(database: Database, request: HubRequest): Promise<Answer> {
  const { parameters } = request
  const feed = parameters.text('feed') ?? 'normal'
  if (feed !== 'normal' && feed !== 'longpoll') throw badRequest('Supported `feed` types: normal, longpoll')
  const asked: Asked = {
    since: database.sequences.read(parameters.text('since')),
    limit: parameters.count('limit'),
    options: {
      include_docs: parameters.flag('include_docs'),
      conflicts: parameters.flag('conflicts'),
      style: styleOf(parameters),
    },
    docIds: await docIdsOf(request),
  }
  const waitMs = Math.min(parameters.count('timeout') ?? LONGEST_WAIT_MS, LONGEST_WAIT_MS)
  const beatMs = beatOf(parameters)
  const since = asked.since ?? Number((await database.pouch.info()).update_seq)
  let page = await read(database, asked, since)
  while (feed === 'longpoll' && page.results.length === 0 && !request.gone.aborted) {
    if (!(await nextWrite(database, request, waitMs, beatMs))) break
    page = await read(database, asked, since)
  }
  const { update_seq: end } = await database.pouch.info()
  const pending = Math.max(0, Number(end) - page.lastSeq)
  const lastSeq = database.sequences.write(page.lastSeq)
  return { status: 200, body: { results: page.results, last_seq: lastSeq, pending } }
}
