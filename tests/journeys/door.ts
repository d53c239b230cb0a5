import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { arrayBuffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

/** A door before the hub that a test can hold shut, for some paths or for all: a network that comes and goes. */
export type Door = {
  readonly url: string
  /** Requests for these paths wait until the door is opened. */
  readonly hold: (paths: RegExp) => void
  /** Pushed documents are refused for this reason, in the words of the guard, and reach no hub. */
  readonly refuse: (reason: string) => void
  /** Everything passes again, and what waited goes on. */
  readonly open: () => void
  readonly close: () => Promise<void>
}

type Pushed = { readonly docs: readonly { readonly _id: string; readonly _rev: string }[] }

/** Answers a push as a hub that takes none of its documents. */
async function refuseAll(from: IncomingMessage, to: ServerResponse, reason: string): Promise<void> {
  const sent = new Uint8Array(await arrayBuffer(from))
  const plain = from.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
  const { docs } = JSON.parse(new TextDecoder().decode(plain)) as Pushed
  const answer = docs.map(({ _id: id, _rev: rev }) => ({ id, rev, error: 'forbidden', reason }))
  to.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

export async function openDoor(hubUrl: string): Promise<Door> {
  const hub = new URL(hubUrl)
  let held: RegExp | null = null
  let refused: string | null = null
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
    else if (refused !== null && from.url?.endsWith('/_bulk_docs')) void refuseAll(from, to, refused)
    else pass(from, to)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${String(port)}`,
    hold(paths) {
      held = paths
    },
    refuse(reason) {
      refused = reason
    },
    open() {
      held = null
      refused = null
      for (const go of waiting) go()
      waiting = []
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
