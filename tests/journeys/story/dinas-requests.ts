import type { Raw } from '../../recount/recount.ts'
import { ask, type Answered } from '../../contracts/asked.ts'

/** What a replicator or a curious person may ask of a database. */
const OF_A_DATABASE = [
  ['GET', ''],
  ['GET', '/_changes?include_docs=true'],
  ['POST', '/_changes?filter=_doc_ids', { doc_ids: [] }],
  ['GET', '/_all_docs?include_docs=true'],
  ['POST', '/_all_docs?include_docs=true', { keys: [] }],
  ['POST', '/_bulk_get?revs=true', { docs: [] }],
  ['POST', '/_revs_diff', {}],
  ['POST', '/_bulk_docs', { docs: [], new_edits: false }],
  ['GET', '/_local/mine'],
  ['PUT', '/_local/mine', { _id: '_local/mine' }],
  ['GET', '/_security'],
  ['PUT', '/_security', {}],
  ['POST', '/_find', { selector: {} }],
  ['GET', '/_design/lock'],
  ['DELETE', ''],
] as const

export type Tried = { readonly request: string; readonly answer: Answered }

/** Asks everything of one database, and each of the documents that it holds by its id. */
export async function tryDatabase(
  url: string,
  authorization: string,
  name: string,
  documents: readonly Raw[],
): Promise<readonly Tried[]> {
  const ofDocuments = documents
    .slice(0, 5)
    .map(({ _id }) => ['GET', `/${encodeURIComponent(String(_id))}`] as const)
  const tried: Tried[] = []
  for (const [method, path, body] of [...OF_A_DATABASE, ...ofDocuments]) {
    const sent = body === undefined ? {} : { body }
    const answer = await ask({ url }, `/db/${name}${path}`, { method, authorization, ...sent })
    tried.push({ request: `${method} ${name}${path}`, answer })
  }
  return tried
}
