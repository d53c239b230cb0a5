import type { FastifyInstance } from 'fastify'
import { callerFor, deskFor, epochOf, hubTime, isRefusal, type Gateway } from '../gateway.ts'
import { databasesOfDesk, databasesToPull, shortSequence } from '../heads/databases-here.ts'

async function headsOf(gateway: Gateway, names: readonly string[]): Promise<Record<string, string>> {
  const heads = await Promise.all(
    names.map(async (name) => [name, await gateway.couch.updateSeq(name)] as const),
  )
  return Object.fromEntries(
    heads.flatMap(([name, head]) => (head === undefined ? [] : [[name, shortSequence(head)]])),
  )
}

export function headRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.get('/api/heads', async (request, reply) => {
    const now = hubTime(gateway)
    const byPerson = request.headers.authorization?.startsWith('Bearer ') === true
    const known = byPerson ? await callerFor(gateway, request, reply) : await deskFor(gateway, request, reply)
    if (isRefusal(known)) return known

    const names = await gateway.couch.databaseNames()
    const here =
      'caller' in known
        ? databasesToPull(names, known.caller, now)
        : databasesOfDesk(names, known.desk.facility, now)
    return { epoch: await epochOf(gateway), time: now, heads: await headsOf(gateway, here) }
  })
}
