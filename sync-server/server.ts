import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Gateway } from './gateway.ts'
import { acceptJsonOnly } from './json-body.ts'
import { answerFaults, logAnswers } from './request-log.ts'
import { clientRoutes } from './routes/client.ts'
import { deskRoutes } from './routes/desks.ts'
import { dropRoutes } from './routes/drop.ts'
import { headRoutes } from './routes/heads.ts'
import { healthRoutes } from './routes/health.ts'
import { replicationRoutes } from './routes/replication.ts'
import { reportRoutes } from './routes/reports.ts'
import { sessionRoutes } from './routes/sessions.ts'

export type ServerNeeds = Gateway & {
  readonly clientFolder: string
  readonly trustedProxies: readonly string[]
  readonly log: FastifyBaseLogger
  /** Told which records of a database now have several leaves. */
  readonly noteConflicts: (database: string, ids: readonly string[]) => void
}

/** `POST /api/sessions` and its like are small; replication and the drop box set their own bound. */
const USUAL_BYTES = 64_000

/**
 * Of 7.0 MB of patients 0.48 MB are left in 0.24 s; gzip leaves 0.65 MB in 0.20 s, quality 4 leaves 0.59 MB in 0.30 s,
 * and the strongest takes many seconds for a few per cent.
 */
const BROTLI_QUALITY = 5

/** Long enough for 8 MB over 256 kbit/s; a request that is still not whole then will never be. */
const SLOWEST_REQUEST_MS = 600_000

/**
 * What the page may load: only what this server hands out. Argon2id is WebAssembly, hence `wasm-unsafe-eval`; the
 * component library writes style elements. Addresses are not upgraded to HTTPS here: that is the proxy's to do, and a
 * trial runs on plain HTTP.
 */
const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  scriptSrcAttr: ["'none'"],
  workerSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'"],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** The whole gateway from its needs, not yet listening. Tests inject requests into it. */
export async function buildServer(needs: ServerNeeds): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: needs.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: USUAL_BYTES,
    trustProxy: needs.trustedProxies.length > 0 ? [...needs.trustedProxies] : false,
    exposeHeadRoutes: false,
    requestTimeout: SLOWEST_REQUEST_MS,
    forceCloseConnections: true,
  })
  acceptJsonOnly(app)
  logAnswers(app)
  answerFaults(app)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    strictTransportSecurity: false,
  })
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    globalDecompression: false,
  })
  await app.register(rateLimit, { global: false })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/db/'))
      reply.header('cache-control', 'no-store')
  })

  function noteAhead(database: string, device: string, milliseconds: number): void {
    needs.log.warn(
      { database, device, minutes: Math.round(milliseconds / 60_000) },
      'stamp ahead of hub time',
    )
  }

  healthRoutes(app, needs)
  deskRoutes(app, needs)
  sessionRoutes(app, needs)
  headRoutes(app, needs)
  dropRoutes(app, { ...needs, noteAhead })
  replicationRoutes(app, { ...needs, noteAhead })
  reportRoutes(app, needs)
  await clientRoutes(app, needs.clientFolder)
  return app
}
