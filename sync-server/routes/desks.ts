import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { enrolDesk } from '../devices/enrol-desk.ts'
import { epochOf, hubTime, refuse, type Gateway } from '../gateway.ts'
import { presentKey } from '../keys/hub-keys.ts'

const Body = z.strictObject({ code: z.string().min(1).max(60) })
/** A code has 60 random bits, so this only stops a flood; a clinic may enrol its computers from one address. */
const EACH_MINUTE = { max: 60, timeWindow: 60_000 }

export function deskRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.post('/api/desks', { config: { rateLimit: EACH_MINUTE } }, async (request, reply) => {
    const body = Body.safeParse(request.body)
    if (!body.success) return refuse(reply, 'request-not-valid', 'code')

    const enrolled = await enrolDesk(gateway.accounts, body.data.code, hubTime(gateway))
    if (!enrolled.ok) return refuse(reply, enrolled.problem, 'code')

    reply.code(201)
    return { ...enrolled.desk, epoch: await epochOf(gateway), hubKey: presentKey(gateway) }
  })
}
