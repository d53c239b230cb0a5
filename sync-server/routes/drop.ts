import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { deviceOf } from '../devices/known-desk.ts'
import { Parcel } from '../drop/open-parcel.ts'
import { takeParcels, type DropNeeds } from '../drop/take-parcels.ts'
import { deskFor, hubTime, isRefusal, refuse, type Gateway } from '../gateway.ts'
import { REQUEST_BYTES } from '../json-body.ts'

const MOST_PARCELS = 500
const LONGEST_PARCEL = 2_000_000
const Body = z.strictObject({
  parcels: z.array(Parcel.extend({ sealed: z.string().min(1).max(LONGEST_PARCEL) })).max(MOST_PARCELS),
})
const EACH_MINUTE = { max: 240, timeWindow: 60_000 }

export function dropRoutes(app: FastifyInstance, gateway: Gateway & Pick<DropNeeds, 'noteAhead'>): void {
  app.post(
    '/api/drop',
    { bodyLimit: REQUEST_BYTES, config: { rateLimit: EACH_MINUTE } },
    async (request, reply) => {
      const known = await deskFor(gateway, request, reply)
      if (isRefusal(known)) return known

      const body = Body.safeParse(request.body)
      if (!body.success) return refuse(reply, 'request-not-valid', body.error.issues[0]?.path.join('.'))
      return takeParcels(gateway, body.data.parcels, deviceOf(known.desk), hubTime(gateway))
    },
  )
}
