import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { authenticate, type Credentials } from './authentication.ts'
import { parametersOf, parseJson } from './parameters.ts'
import { answerOf, badRequest, Refusal, type Answer } from './refusal.ts'
import type { HubRequest } from './request.ts'
import { route, type Hub } from './routes.ts'

const LARGEST_BODY = 64 * 1024 * 1024
/** Longer than the idle connections of `fetch` live, so that none is closed just as it is used again. */
const KEEP_ALIVE_MS = 75_000

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > LARGEST_BODY) throw new Refusal(413, 'too_large', 'the request entity is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function readJson(message: IncomingMessage): Promise<unknown> {
  const type = message.headers['content-type'] ?? ''
  if (message.method === 'POST' && !type.startsWith('application/json')) {
    throw new Refusal(415, 'bad_content_type', 'Content-Type must be application/json')
  }
  return parseJson(await readBody(message))
}

function pathOf(path: string): readonly string[] {
  try {
    return path.slice(1).replace(/\/$/, '').split('/').map(decodeURIComponent)
  } catch {
    throw badRequest('invalid_url_encoding')
  }
}

function beat(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'application/json' })
  response.write('\n')
}

function requestOf(message: IncomingMessage, response: ServerResponse, credentials: Credentials): HubRequest {
  const [path = '/', ...query] = (message.url ?? '/').split('?')
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  return {
    method: message.method === 'HEAD' ? 'GET' : (message.method ?? 'GET'),
    path: pathOf(path),
    parameters: parametersOf(new URLSearchParams(query.join('?'))),
    user: authenticate(message.headers.authorization, credentials, Date.now()),
    ifMatch: message.headers['if-match'],
    json: () => readJson(message),
    gone: gone.signal,
    beat: () => beat(response),
  }
}

type PouchFault = {
  readonly status?: unknown
  readonly name?: unknown
  readonly reason?: unknown
  readonly message?: unknown
}

/** What went wrong, in CouchDB's words. PouchDB's own errors carry a status; of others nothing is told or logged but the kind. */
function answerOfError(error: unknown): Answer {
  if (error instanceof Refusal) return answerOf(error)
  const { status, name, reason, message } = error as PouchFault
  if (typeof status === 'number' && status >= 400) {
    return { status, body: { error: String(name), reason: String(reason ?? message) } }
  }
  process.stderr.write(`embedded hub: a request failed with ${String(name)}\n`)
  return { status: 500, body: { error: 'unknown_error', reason: 'the embedded hub could not answer' } }
}

function send(message: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return
  const text = JSON.stringify(answer.body)
  if (!response.headersSent) {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    // The rest of a body that was too large is not waited for.
    response.writeHead(answer.status, answer.status === 413 ? { ...headers, connection: 'close' } : headers)
  }
  response.end(message.method === 'HEAD' ? undefined : text)
}

async function answer(
  hub: Hub,
  credentials: Credentials,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    send(message, response, await route(hub, requestOf(message, response, credentials)))
  } catch (error) {
    send(message, response, answerOfError(error))
  }
}

/** The CouchDB protocol over the databases of a folder. */
export function protocolServer(hub: Hub, credentials: Credentials): Server {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (message, response) => {
    void answer(hub, credentials, message, response)
  })
  return server
}
