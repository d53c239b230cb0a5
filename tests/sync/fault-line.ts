import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What the line does to one request: passes it on, or one of the ways in which clinics' networks fail. */
export type Fault =
  | 'none'
  /** Nothing reaches the hub. */
  | 'cut'
  /** The hub does it, its answer is lost on the way back. */
  | 'answer-lost'
  /** The answer breaks off in the middle. */
  | 'answer-broken'
  /** A captive portal answers everything with status 200 and a page. */
  | 'portal'

export type Line = {
  readonly url: string
  /** Chosen for each request by its path; the page itself always passes. */
  readonly fail: (choose: (path: string) => Fault) => void
  readonly requests: () => readonly string[]
  /** Bytes of both directions with headers, between the desk and this end of the line. */
  readonly bytes: () => number
  readonly close: () => Promise<void>
}

function refuseConnection(reply: ServerResponse): void {
  reply.socket?.destroy()
}

function passOn(asked: IncomingMessage, reply: ServerResponse, hub: URL, fault: Fault): void {
  const options = {
    host: hub.hostname,
    port: hub.port,
    path: asked.url,
    method: asked.method,
    headers: asked.headers,
  }
  const onward = request(options, (answer) => {
    if (fault === 'answer-lost') {
      answer.resume()
      answer.once('end', () => refuseConnection(reply))
      return
    }
    reply.writeHead(answer.statusCode ?? 502, answer.headers)
    if (fault !== 'answer-broken') {
      answer.pipe(reply)
      return
    }
    answer.once('data', (piece: Buffer) => {
      reply.write(piece.subarray(0, Math.ceil(piece.length / 2)), () => refuseConnection(reply))
    })
    answer.once('end', () => refuseConnection(reply))
  })
  onward.once('error', () => refuseConnection(reply))
  asked.pipe(onward)
}

/** A line between a desk and its hub that fails as it is told. */
export async function openLine(hubUrl: string): Promise<Line> {
  const hub = new URL(hubUrl)
  const requests: string[] = []
  let choose: (path: string) => Fault = () => 'none'
  const sockets = new Set<Socket>()
  const server = createServer((asked, reply) => {
    const path = asked.url ?? ''
    const isData = path.startsWith('/api/') || path.startsWith('/db/')
    const fault = isData ? choose(path) : 'none'
    if (isData) requests.push(`${asked.method ?? ''} ${path}`)
    if (fault === 'cut') {
      refuseConnection(reply)
      return
    }
    if (fault === 'portal') {
      reply.writeHead(200, { 'content-type': 'text/html' })
      reply.end('<html><body>Selamat datang. Silakan masuk ke jaringan.</body></html>')
      return
    }
    passOn(asked, reply, hub, fault)
  })
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}`,
    fail(given) {
      choose = given
    },
    requests: () => requests,
    bytes: () => [...sockets].reduce((sum, one) => sum + one.bytesRead + one.bytesWritten, 0),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
