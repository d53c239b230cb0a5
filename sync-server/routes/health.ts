import type { FastifyInstance } from 'fastify'
import { epochOf, hubTime, type Gateway } from '../gateway.ts'

/** The sign of life that desks look for; its name tells it from a captive portal's page. */
export const SERVICE = 'puskesmas-registry'

export function healthRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.get('/api/health', async () => ({
    service: SERVICE,
    epoch: await epochOf(gateway),
    time: hubTime(gateway),
  }))
}
