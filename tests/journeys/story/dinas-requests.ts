import type { Raw } from '../../recount/recount.ts'
import { ask, type Answered } from '../../contracts/asked.ts'
import { FACILITY } from '../../builders/hub.ts'
import type { RawDatabases } from './raw-databases.ts'

type Request = readonly [method: string, path: string, body?: unknown]

/** What a replicator asks of a database that its person may read. */
const READING: readonly Request[] = [
  ['GET', ''],
  ['GET', '/_changes?include_docs=true'],
  ['POST', '/_changes?filter=_doc_ids', { doc_ids: [] }],
  ['GET', '/_all_docs?include_docs=true'],
  ['POST', '/_all_docs?include_docs=true', { keys: [] }],
  ['POST', '/_bulk_get?revs=true', { docs: [] }],
  ['POST', '/_revs_diff', {}],
  ['POST', '/_bulk_docs', { docs: [], new_edits: false }],
  ['PUT', '/_local/mine', { _id: '_local/mine' }],
]

/** What nobody may ask of any. */
const NEVER: readonly Request[] = [
  ['GET', '/_security'],
  ['PUT', '/_security', {}],
  ['POST', '/_find', { selector: {} }],
  ['GET', '/_design/lock'],
  ['PUT', '/_design/lock', {}],
  ['PUT', ''],
  ['DELETE', ''],
]

const FORMS = ['form-11', 'visits', 'poor-cover', 'punctuality']
const LISTS = ['counted', 'folded', 'excluded', 'tray', 'people']

export type Tried = { readonly request: string; readonly answer: Answered }

/** The requests that were not refused. */
export function answered(tried: readonly Tried[]): readonly string[] {
  return tried.flatMap(({ request, answer }) => (answer.status < 400 ? [request] : []))
}

async function tryAll(
  url: string,
  authorization: string,
  requests: readonly Request[],
): Promise<readonly Tried[]> {
  const tried: Tried[] = []
  for (const [method, path, body] of requests) {
    const sent = body === undefined ? {} : { body }
    tried.push({
      request: `${method} ${path}`,
      answer: await ask({ url }, path, { method, authorization, ...sent }),
    })
  }
  return tried
}

export type TriedDatabase = {
  readonly name: string
  readonly reading: readonly Tried[]
  readonly never: readonly Tried[]
}

/** Every request to every database that the hub has, its first documents by their ids among them. */
export function tryDatabases(
  url: string,
  authorization: string,
  databases: RawDatabases,
): Promise<readonly TriedDatabase[]> {
  const byId = (documents: readonly Raw[]) =>
    documents
      .filter(({ _id }) => !String(_id).startsWith('_'))
      .slice(0, 3)
      .map(({ _id }): Request => ['GET', `/${encodeURIComponent(String(_id))}`])
  return Promise.all(
    [...databases].map(async ([name, documents]) => {
      const at = ([method, path, body]: Request): Request => [method, `/db/${name}${path}`, body]
      const reading = await tryAll(url, authorization, [...READING, ...byId(documents)].map(at))
      return { name, reading, never: await tryAll(url, authorization, NEVER.map(at)) }
    }),
  )
}

/** Every endpoint beside the databases; reports of all forms with the lists of people behind them. */
export function tryEndpoints(url: string, authorization: string, period: string): Promise<readonly Tried[]> {
  const lists = FORMS.flatMap((form) =>
    LISTS.flatMap((list): readonly Request[] => {
      const path = `/api/reports/${FACILITY}/${form}/${period}/lists/${list}`
      return [
        ['GET', path],
        ['GET', `${path}/file.csv`],
      ]
    }),
  )
  return tryAll(url, authorization, [
    ...lists,
    ['POST', '/api/drop', { parcels: [] }],
    ['POST', '/api/desks', { code: 'BUKAN-0000-KODE' }],
    ['GET', '/api/accounts'],
    ['GET', '/api/desks'],
    ['GET', '/db/_all_dbs'],
    ['GET', '/db/_users/_all_docs'],
    ['GET', '/_all_dbs'],
  ])
}

/** What the Dinas is answered: heads, the matrix, and each report in its three forms. */
export function readReports(url: string, authorization: string, period: string): Promise<readonly Tried[]> {
  const reports = FORMS.flatMap((form): readonly Request[] => {
    const path = `/api/reports/${FACILITY}/${form}/${period}`
    return [
      ['GET', path],
      ['GET', `${path}/file.xlsx`],
      ['GET', `${path}/file.csv`],
    ]
  })
  return tryAll(url, authorization, [
    ['GET', '/api/sessions/current'],
    ['GET', '/api/heads'],
    ['GET', `/api/reports/matrix?period=${period}`],
    ...reports,
  ])
}
