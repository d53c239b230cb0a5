/** An answer as CouchDB gives it. */
export type Answer = {
  readonly status: number
  readonly body: unknown
}

/** A request that is answered with CouchDB's words for what is wrong with it. */
export class Refusal extends Error {
  readonly status: number
  readonly error: string
  readonly reason: string

  constructor(status: number, error: string, reason: string) {
    super(reason)
    this.status = status
    this.error = error
    this.reason = reason
  }
}

export function answerOf(refusal: Refusal): Answer {
  return { status: refusal.status, body: { error: refusal.error, reason: refusal.reason } }
}

export function badRequest(reason: string): Refusal {
  return new Refusal(400, 'bad_request', reason)
}

export function notFound(reason: 'missing' | 'deleted'): Refusal {
  return new Refusal(404, 'not_found', reason)
}
