import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../gateway.ts'

const START_PAGE = 'index.html'
/** Files whose name does not change with their content: the browser asks for them each time. */
const ALWAYS_ASKED = /(^|\/)(index\.html|sw\.js|service-worker\.js|registerSW\.js|manifest\.webmanifest)$/
/** The build writes a hash of the content into these names. */
const HASHED = /\/assets\/[^/]+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/

function cacheRule(path: string): string {
  if (ALWAYS_ASKED.test(path)) return 'no-cache'
  return HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
}

function wantsAPage(request: FastifyRequest): boolean {
  const ours = request.url.startsWith('/api') || request.url.startsWith('/db')
  return request.method === 'GET' && !ours && request.headers.accept?.includes('text/html') === true
}

/** The built application, with its start page at every address that is a screen of it. */
export async function clientRoutes(app: FastifyInstance, clientFolder: string): Promise<void> {
  const root = resolve(clientFolder)
  const built = existsSync(join(root, START_PAGE))
  if (built) {
    await app.register(fastifyStatic, {
      root,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.header('cache-control', cacheRule(path))
      },
    })
  }
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    if (!wantsAPage(request)) return reply.send(refuse(reply, 'address-unknown'))
    return built ? reply.sendFile(START_PAGE) : reply.send(refuse(reply, 'client-not-built'))
  })
}
