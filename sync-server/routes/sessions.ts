import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Instant } from '../../shared/calendar/instant.ts'
import type { Desk, Session } from '../accounts/stored.ts'
import { callerFor, deskFor, hubTime, isRefusal, refuse, type Gateway } from '../gateway.ts'
import { databasesToPull } from '../heads/databases-here.ts'
import type { Caller } from '../sessions/caller.ts'
import { signOut } from '../sessions/known-caller.ts'
import { signIn } from '../sessions/sign-in.ts'
import { countTries } from '../sessions/tries.ts'

const Body = z.strictObject({ username: z.string().min(1).max(80), password: z.string().min(1).max(400) })
/** All desks of a clinic may share one address, so this only stops a flood; guessing is stopped by `countTries`. */
const EACH_MINUTE = { max: 120, timeWindow: 60_000 }

async function describe(gateway: Gateway, caller: Caller, session: Session, now: Instant) {
  const { username, name, practitioner, grants, device, facility } = caller
  return {
    username,
    name,
    practitioner,
    grants,
    device,
    facility,
    databases: databasesToPull(await gateway.couch.databaseNames(), caller, now),
    expiresAt: session.expiresAt,
    hubTime: now,
  }
}

export function sessionRoutes(app: FastifyInstance, gateway: Gateway): void {
  const tries = countTries()

  app.post('/api/sessions', { config: { rateLimit: EACH_MINUTE } }, async (request, reply) => {
    const body = Body.safeParse(request.body)
    if (!body.success) return refuse(reply, 'request-not-valid', String(body.error.issues[0]?.path[0] ?? ''))

    let desk: Desk | undefined
    if (request.headers.authorization !== undefined) {
      const known = await deskFor(gateway, request, reply)
      if (isRefusal(known)) return known
      desk = known.desk
    }

    const now = hubTime(gateway)
    const username = body.data.username.trim().toLowerCase()
    const wait = tries.waitMs(username, request.ip, gateway.now())
    if (wait > 0) {
      reply.header('retry-after', Math.ceil(wait / 1000))
      return refuse(reply, 'too-many-tries')
    }
    // Counted before the slow check, so that requests sent at once cannot all pass the limit.
    const counted = gateway.now()
    tries.begun(username, request.ip, counted)
    const takeBack = () => tries.notWrong(username, request.ip, counted)
    const given = { username, password: body.data.password, desk }
    const result = await signIn(gateway.accounts, given, now).catch((error: unknown) => {
      takeBack()
      throw error
    })
    if (!result.ok) {
      if (result.problem !== 'sign-in-refused') takeBack()
      return refuse(reply, result.problem)
    }
    tries.right(username, request.ip)
    reply.code(201)
    return { token: result.token, ...(await describe(gateway, result.caller, result.session, now)) }
  })

  app.get('/api/sessions/current', async (request, reply) => {
    const known = await callerFor(gateway, request, reply)
    if (isRefusal(known)) return known
    return describe(gateway, known.caller, known.session, hubTime(gateway))
  })

  app.delete('/api/sessions/current', async (request, reply) => {
    const known = await callerFor(gateway, request, reply)
    if (isRefusal(known)) return known
    await signOut(gateway.accounts, known.session, hubTime(gateway))
    return reply.code(204).send()
  })
}
