import type { UserContext } from './authentication.ts'
import type { Parameters } from './parameters.ts'

/** A request to the child after its sender is known. */
export type HubRequest = {
  /** `HEAD` is asked as `GET`. */
  readonly method: string
  /** The decoded parts of the path: of `/registry-1031948/_local/x` three. */
  readonly path: readonly string[]
  readonly parameters: Parameters
  readonly user: UserContext
  readonly ifMatch: string | undefined
  /** The body as JSON; throws CouchDB's refusal for anything else. */
  readonly json: () => Promise<unknown>
  /** Ends with the connection. */
  readonly gone: AbortSignal
  /** Sends a newline to keep a waiting connection alive; the answer follows with status 200. */
  readonly beat: () => void
}
