import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CouchFailure } from './couch/couch.ts'
import { RequestRefused } from './json-body.ts'
import { PROBLEMS, refusalOf, type ProblemCode } from './problems.ts'

/** The route's pattern and the database: never a query (searches), a body, an id or a token. */
function placeOf(request: FastifyRequest): object {
  const { name } = request.params as { readonly name?: unknown }
  const route = request.routeOptions.url ?? 'none'
  const known =
    route.startsWith('/db/') && typeof name === 'string' && /^[a-z]+(-\d{7})?(-\d{4})?$/.test(name)
  return { method: request.method, route, ...(known ? { database: name } : {}) }
}

/** One line for each answer. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = { ...placeOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (reply.statusCode >= 500) request.log.error(line, 'answered')
    else request.log.info(line, 'answered')
  })
}

const FASTIFY_PROBLEMS: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-not-accepted',
}

function problemOf(error: unknown): ProblemCode {
  if (error instanceof RequestRefused) return error.problem
  if (error instanceof CouchFailure) return 'hub-not-ready'
  const { statusCode = 500, code = '' } = error as { readonly statusCode?: number; readonly code?: string }
  if (FASTIFY_PROBLEMS[code]) return FASTIFY_PROBLEMS[code]
  if (statusCode === 429) return 'too-many-tries'
  return statusCode >= 400 && statusCode < 500 ? 'request-not-valid' : 'server-fault'
}

/** What is logged of a fault: its kind and where it arose. Its message may hold a piece of what was sent. */
function traceOf(error: unknown): object {
  if (error instanceof CouchFailure) return { fault: error.problem, status: error.status }
  if (!(error instanceof Error)) return { fault: typeof error }
  return {
    fault: error.name,
    at: error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')),
  }
}

/** Everything thrown becomes a refusal in words; nobody outside sees a stack. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error)
    const { status } = PROBLEMS[problem]
    if (status >= 500) request.log.error({ ...placeOf(request), ...traceOf(error) }, 'failed')
    return reply.code(status).send(refusalOf(problem))
  })
}
