import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { hubFetch } from './hub-fetch.ts'
import { HubTrouble } from './hub-trouble.ts'

const LIMITS = { answer: 150, stall: 150 }
const JSON_TYPE = { 'content-type': 'application/json' }
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serving(answer: (asked: IncomingMessage, reply: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
}

const troubleWith = async (url: string) => {
  const error: unknown = await hubFetch(url, {}, LIMITS).catch((caught: unknown) => caught)
  return error instanceof HubTrouble ? error.kind : error
}

describe('asking the hub', () => {
  it('[EX1] hands over a whole answer, of whatever status', async () => {
    const url = await serving((_asked, reply) => reply.writeHead(403, JSON_TYPE).end('{"problem":"x"}'))
    const response = await hubFetch(url, {}, LIMITS)
    expect([response.status, await response.json()]).toEqual([403, { problem: 'x' }])
  })

  it.each<[string, string, (reply: ServerResponse) => void]>([
    ['never answers', 'unreachable', () => undefined],
    [
      'begins and then says nothing more',
      'unreachable',
      (reply) => reply.writeHead(200, JSON_TYPE).write('{"a":'),
    ],
    [
      'breaks off',
      'unreachable',
      (reply) => reply.writeHead(200, JSON_TYPE).write('{"a":', () => reply.destroy()),
    ],
    [
      'is a page',
      'not-the-hub',
      (reply) => reply.writeHead(200, { 'content-type': 'text/html' }).end('<p>Masuk'),
    ],
    [
      'leads elsewhere',
      'unreachable',
      (reply) => reply.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    ],
  ])('[EX1] an answer that %s is trouble: %s', async (_what, kind, answer) => {
    expect(await troubleWith(await serving((_asked, reply) => answer(reply)))).toBe(kind)
  })

  it('[EX1] nobody there is trouble', async () => {
    expect(await troubleWith('http://127.0.0.1:9/')).toBe('unreachable')
  })

  it('an answer that takes longer than a stall may, but keeps coming, is waited for', async () => {
    const limits = { answer: 5000, stall: 1200 }
    const url = await serving((_asked, reply) => {
      reply.writeHead(200, JSON_TYPE)
      let piece = 0
      const next = setInterval(() => {
        piece += 1
        reply.write(' ')
        if (piece < 5) return
        clearInterval(next)
        reply.end('{}')
      }, limits.stall / 4)
    })
    expect(await (await hubFetch(url, {}, limits)).json()).toEqual({})
  })

  it('sends long bodies compressed and short ones as they are', async () => {
    const bodies: { encoding: string | undefined; text: string }[] = []
    const url = await serving((asked, reply) => {
      const pieces: Uint8Array[] = []
      asked.on('data', (piece: Uint8Array) => pieces.push(piece))
      asked.on('end', () => {
        const encoding = asked.headers['content-encoding']
        const body = new Uint8Array(Buffer.concat(pieces))
        bodies.push({ encoding, text: Buffer.from(encoding === 'gzip' ? gunzipSync(body) : body).toString() })
        reply.writeHead(200, JSON_TYPE).end('{}')
      })
    })
    const long = JSON.stringify({ text: 'panjang '.repeat(1000) })
    await hubFetch(url, { method: 'POST', body: long }, LIMITS)
    await hubFetch(url, { method: 'POST', body: '{}' }, LIMITS)
    expect(bodies).toEqual([
      { encoding: 'gzip', text: long },
      { encoding: undefined, text: '{}' },
    ])
  })
})
