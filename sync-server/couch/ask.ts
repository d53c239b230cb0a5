import nano from 'nano'
import { CouchFailure } from './couch.ts'

const LONGEST_ANSWER_MS = 120_000

export type Question = {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly db?: string
  readonly path?: string
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: object
}

/** One question to the databases under the administrator's name; answers with the parsed JSON. */
export type Ask = (question: Question) => Promise<Readonly<Record<string, unknown>>>

function failureOf(error: unknown): CouchFailure {
  const { statusCode, reason, message } = error as { statusCode?: number; reason?: string; message?: string }
  const said = reason ?? message ?? 'no reason given'
  if (statusCode === undefined) return new CouchFailure('couch-unreachable', 0, said)
  if (statusCode === 404 && said === 'Database does not exist.') {
    return new CouchFailure('no-such-database', statusCode, said)
  }
  return new CouchFailure('couch-refused', statusCode, said)
}

/** Binds nano to one address. An answer that breaks off reaches us from nano as an empty text, hence the check. */
export function asker(url: string): Ask {
  const server = nano(url)
  return async ({ method = 'GET', db, path, query, body }) => {
    const request = {
      method,
      ...(db === undefined ? {} : { db }),
      ...(path === undefined ? {} : { path }),
      ...(query ? { qs: query } : {}),
      ...(body ? { body: Buffer.from(JSON.stringify(body)) } : {}),
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
    }
    const answer: unknown = await server.request(request).catch((error: unknown) => {
      throw failureOf(error)
    })
    if (typeof answer === 'object' && answer !== null) return answer as Readonly<Record<string, unknown>>
    throw new CouchFailure('couch-unreachable', 0, 'the answer broke off')
  }
}
