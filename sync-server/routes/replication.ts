import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { databaseName, parseDatabaseName, type DatabaseRef } from '../../shared/access/databases.ts'
import { callerFor, isRefusal, refuse, tokenOf, type Gateway } from '../gateway.ts'
import { REQUEST_BYTES } from '../json-body.ts'
import type { ProblemCode } from '../problems.ts'
import { checkpointAtHub, checkpointForOwner, checkpointOwner } from '../replication/checkpoints.ts'
import { allowRequest, type AllowedRequest } from '../replication/endpoints.ts'
import { pusher, type PushNeeds } from '../replication/push-documents.ts'
import { mayReadDatabase, type Caller } from '../sessions/caller.ts'

const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' }

export type ReplicationNeeds = Gateway & Pick<PushNeeds, 'noteAhead' | 'noteConflicts'>

/** One person's checked request to one database. */
type Asked = { readonly caller: Caller; readonly database: DatabaseRef; readonly request: AllowedRequest }

type Params = { readonly name: string; readonly '*'?: string }

/** Replicators read CouchDB's `error` and `reason`; people's screens read ours. */
function refuseReplication(reply: FastifyReply, code: ProblemCode, field?: string) {
  const refusal = refuse(reply, code, field)
  const error =
    reply.statusCode === 401 ? 'unauthorized' : reply.statusCode === 404 ? 'not_found' : 'forbidden'
  return { error, reason: field === undefined ? code : `${code}: ${field}`, ...refusal }
}

function hubPath({ database, request }: Asked): string {
  const tail =
    request.endpoint === 'document' ? encodeURIComponent(request.id) : request.endpoint.split(' ')[0]
  const query = new URLSearchParams(request.query).toString()
  return `/${databaseName(database)}${tail ? `/${tail}` : ''}${query ? `?${query}` : ''}`
}

function checkpointPath({ caller, database, request }: Asked): string {
  return `/${databaseName(database)}/_local/${checkpointAtHub(checkpointOwner(caller), request.id)}`
}

export function replicationRoutes(app: FastifyInstance, needs: ReplicationNeeds): void {
  const push = pusher({
    ...needs,
    askAsPerson: (caller, { method, path, body }) =>
      needs.couch.forward({ method, path, body, headers: JSON_HEADERS }, tokenOf(needs, caller)),
  })

  async function passOn(asked: Asked, method: string, reply: FastifyReply) {
    const gone = new AbortController()
    reply.raw.once('close', () => {
      gone.abort()
    })
    const body = asked.request.body === undefined ? {} : { body: JSON.stringify(asked.request.body) }
    const response = await needs.couch.forward(
      { method, path: hubPath(asked), headers: JSON_HEADERS, signal: gone.signal, ...body },
      tokenOf(needs, asked.caller),
    )
    reply.code(response.status).type('application/json')
    return response.body ? Readable.fromWeb(response.body as ReadableStream) : ''
  }

  async function readCheckpoint(asked: Asked, reply: FastifyReply) {
    const response = await needs.couch.forward(
      { method: 'GET', path: checkpointPath(asked), headers: JSON_HEADERS },
      tokenOf(needs, asked.caller),
    )
    reply.code(response.status)
    const stored: unknown = await response.json()
    return (response.ok ? checkpointForOwner(stored, asked.request.id) : undefined) ?? stored
  }

  async function writeCheckpoint(asked: Asked, reply: FastifyReply) {
    const own = checkpointAtHub(checkpointOwner(asked.caller), asked.request.id)
    const body = JSON.stringify({ ...(asked.request.body as object), _id: `_local/${own}` })
    const response = await needs.couch.forward(
      { method: 'PUT', path: checkpointPath(asked), headers: JSON_HEADERS, body },
      tokenOf(needs, asked.caller),
    )
    reply.code(response.status)
    const answer = (await response.json()) as object
    return response.ok ? { ...answer, id: `_local/${asked.request.id}` } : answer
  }

  async function pushAll({ caller, database, request }: Asked, reply: FastifyReply) {
    const { docs } = request.body as { readonly docs: readonly unknown[] }
    const answer = await push(caller, database, docs, needs.now())
    if (!answer.ok) {
      reply.code(answer.status)
      return answer.body
    }
    reply.code(201)
    return answer.rows
  }

  /** A slice that the hub lacks yet lacks every revision; the first good push makes it. */
  async function compareRevisions(asked: Asked, reply: FastifyReply) {
    if (
      'year' in asked.database &&
      (await needs.couch.updateSeq(databaseName(asked.database))) === undefined
    ) {
      const revisions = asked.request.body as Readonly<Record<string, readonly string[]>>
      return Object.fromEntries(Object.entries(revisions).map(([id, missing]) => [id, { missing }]))
    }
    return passOn(asked, 'POST', reply)
  }

  async function answer(asked: Asked, method: string, reply: FastifyReply) {
    switch (asked.request.endpoint) {
      case 'checkpoint':
        return readCheckpoint(asked, reply)
      case 'checkpoint write':
        return writeCheckpoint(asked, reply)
      case '_bulk_docs':
        return pushAll(asked, reply)
      case '_revs_diff':
        return compareRevisions(asked, reply)
      default:
        return passOn(asked, method, reply)
    }
  }

  async function handle(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply) {
    const known = await callerFor(needs, request, reply)
    if (isRefusal(known)) return { ...refuseReplication(reply, known.problem) }

    const database = parseDatabaseName(request.params.name)
    if (!database) return refuseReplication(reply, 'database-unknown')
    if (!mayReadDatabase(known.caller.grants, database))
      return refuseReplication(reply, 'database-not-allowed')

    const raw = {
      method: request.method,
      rest: request.params['*'] ?? '',
      query: request.query as Readonly<Record<string, unknown>>,
      body: request.body,
    }
    const verdict = allowRequest(raw)
    if (!verdict.ok) return refuseReplication(reply, verdict.problem, verdict.field)
    return answer({ caller: known.caller, database, request: verdict.request }, request.method, reply)
  }

  const options = { bodyLimit: REQUEST_BYTES, exposeHeadRoute: false }
  app.all<{ Params: Params }>('/db/:name', options, handle)
  app.all<{ Params: Params }>('/db/:name/*', options, handle)
}
