import { gunzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ProblemCode } from './problems.ts'

/** The largest request, after inflation as before (rule GW13). */
export const REQUEST_BYTES = 8_000_000

/** A request that is refused before a route sees it. */
export class RequestRefused extends Error {
  readonly problem: ProblemCode

  constructor(problem: ProblemCode) {
    super(problem)
    this.problem = problem
  }
}

/** Inflates a body up to the same size that a plain one may have, and no further. */
function inflate(body: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gunzip(Uint8Array.from(body), { maxOutputLength: REQUEST_BYTES }, (error, inflated) => {
      if (!error) {
        resolve(inflated)
        return
      }
      const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      reject(new RequestRefused(tooLarge ? 'request-too-large' : 'request-not-valid'))
    })
  })
}

/** `__proto__` as a key would become a prototype where bodies are copied, so such a request is refused whole. */
function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new RequestRefused('request-not-valid')
  return value
}

function parse(text: string): unknown {
  const suspicious = text.includes('__proto__') || text.includes('\\u005f')
  try {
    return JSON.parse(text, suspicious ? refusePrototypes : undefined) as unknown
  } catch {
    throw new RequestRefused('request-not-valid')
  }
}

async function plainBody(request: FastifyRequest, body: Buffer): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return inflate(body)
  throw new RequestRefused('content-not-accepted')
}

/** Bodies are JSON, plain or gzip; every other content is refused. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const plain = await plainBody(request, body)
      return plain.length === 0 ? undefined : parse(plain.toString('utf8'))
    },
  )
}
