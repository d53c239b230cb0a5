import type { CommandTable } from '../../bridge/channel.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { troubleOf } from '../hub/hub-trouble.ts'

/** Only what the hub serves to read; never the replication. */
const READABLE = /^\/api\/reports(\/|$|\?)/

function fileName(response: Response): string | null {
  const disposition = response.headers.get('content-disposition') ?? ''
  return /filename="?([^";]+)"?/.exec(disposition)?.[1] ?? null
}

export function hubCommands(desk: Desk): Pick<CommandTable, 'hub.fetch'> {
  return {
    async 'hub.fetch'({ path }) {
      const token = (desk.seats.person() ?? desk.seats.district())?.token
      if (!token || !READABLE.test(path)) return refuse('refused')
      try {
        const response = await desk.hub().file(token, path)
        const contentType = response.headers.get('content-type') ?? 'application/octet-stream'
        if (!response.ok) return refuse(response.status >= 500 ? 'hub-unreachable' : 'refused')
        if (/^text\/html\b/.test(contentType)) return refuse('hub-unreachable')
        return done({ contentType, fileName: fileName(response), body: await response.arrayBuffer() })
      } catch (error) {
        if (!troubleOf(error)) throw error
        return refuse('hub-unreachable')
      }
    },
  }
}
