import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A door before the hub that a test can hold shut, for some paths or for all: a network that comes and goes. */
export type Door = {
  readonly url: string
  /** Requests for these paths wait until the door is opened. */
  readonly hold: (paths: RegExp) => void
  readonly open: () => void
  readonly close: () => Promise<void>
}

export async function openDoor(hubUrl: string): Promise<Door> {
  const hub = new URL(hubUrl)
  let held: RegExp | null = null
  let waiting: (() => void)[] = []

  function pass(from: IncomingMessage, to: ServerResponse): void {
    const { method, url, headers } = from
    const onward = request({ host: hub.hostname, port: hub.port, method, path: url, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    })
    onward.on('error', () => to.destroy())
    from.pipe(onward)
  }

  const server = createServer((from, to) => {
    if (held?.test(from.url ?? '')) waiting.push(() => pass(from, to))
    else pass(from, to)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${String(port)}`,
    hold(paths) {
      held = paths
    },
    open() {
      held = null
      for (const go of waiting) go()
      waiting = []
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
