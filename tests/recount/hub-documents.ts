import type { Raw } from './recount.ts'

/**
 * Every document of a clinic as a hub holds it, as raw JSON read by plain requests to its databases (`couchUrl` with
 * the administrator's name and password, from `hub.json`). It knows nothing of the program but the databases' names.
 */
export async function hubDocuments(couchUrl: string, facility: string): Promise<readonly Raw[]> {
  const { origin, username, password } = new URL(couchUrl)
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const headers = { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(origin + path, { headers })
    if (!response.ok) throw new Error(`${path}: ${String(response.status)}`)
    return response.json()
  }
  const names = ((await read('/_all_dbs')) as readonly string[]).filter(
    (name) => name.split('-')[1] === facility,
  )
  const documents: Raw[] = []
  for (const name of names) {
    const { rows } = (await read(`/${name}/_all_docs?include_docs=true`)) as {
      readonly rows: readonly { readonly doc: Raw }[]
    }
    documents.push(...rows.map(({ doc }) => doc))
  }
  return documents
}
