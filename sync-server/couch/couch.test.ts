import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { connectCouch } from './connect-couch.ts'
import { tokenSigner } from './jwt.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A line to the databases that goes wrong as the listener says. */
async function faultyCouch(listener: RequestListener) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return connectCouch(`http://admin:sandi@127.0.0.1:${String((server.address() as AddressInfo).port)}`)
}

const JSON_TYPE = { 'content-type': 'application/json' }

describe('when the databases do not answer as they should', () => {
  it('an answer that breaks off is none', async () => {
    const couch = await faultyCouch((_request, response) => {
      response.writeHead(200, JSON_TYPE)
      response.write('{"rows":[{"id":"a:1"')
      response.socket?.end()
    })
    await expect(couch.allDocs('reference')).rejects.toMatchObject({ problem: 'couch-unreachable' })
  })

  it('an answer cut short inside a well-formed length is none', async () => {
    const couch = await faultyCouch((_request, response) => {
      response.writeHead(200, JSON_TYPE)
      response.end('{"results":[{"seq":"1-x"')
    })
    await expect(couch.changes('reference')).rejects.toMatchObject({ problem: 'couch-unreachable' })
  })

  it.each(['{}', '[]', '{"rows":5}'])('%s is no answer of a CouchDB', async (text) => {
    const couch = await faultyCouch((_request, response) => {
      response.writeHead(200, JSON_TYPE)
      response.end(text)
    })
    await expect(couch.allDocs('reference')).rejects.toMatchObject({ problem: 'couch-unreachable' })
  })

  it('nobody there is told apart from a refusal and from a database that is not there', async () => {
    const nobody = connectCouch('http://admin:sandi@127.0.0.1:9')
    await expect(nobody.databaseNames()).rejects.toMatchObject({ problem: 'couch-unreachable', status: 0 })
    const refusing = await faultyCouch((_request, response) => {
      response.writeHead(403, JSON_TYPE)
      response.end('{"error":"forbidden","reason":"no"}')
    })
    await expect(refusing.databaseNames()).rejects.toMatchObject({ problem: 'couch-refused', status: 403 })
    const empty = await faultyCouch((_request, response) => {
      response.writeHead(404, JSON_TYPE)
      response.end('{"error":"not_found","reason":"Database does not exist."}')
    })
    await expect(empty.get('visits-1031948-2031', 'encounter:x')).rejects.toMatchObject({
      problem: 'no-such-database',
    })
    expect(await empty.updateSeq('visits-1031948-2031')).toBeUndefined()
  })

  it('what goes wrong never tells the password', async () => {
    const couch = await faultyCouch((_request, response) => response.socket?.destroy())
    const failed = await couch.databaseNames().catch((error: unknown) => error)
    const told = `${String(failed)} ${JSON.stringify(failed)} ${String((failed as Error).stack)}`
    expect(told).toContain('couch-unreachable')
    expect(told).not.toContain('sandi')
    expect(told).not.toContain(Buffer.from('admin:sandi').toString('base64'))
    expect(couch.url).not.toContain('sandi')
  })

  it('a person’s request that nobody answers is told as such, one given up by its asker is not', async () => {
    const request = { method: 'GET', path: '/reference' }
    const gone = new AbortController()
    const silent = await faultyCouch((asked, response) => {
      if (asked.url === '/silent') gone.abort()
      else response.socket?.destroy()
    })
    await expect(silent.forward(request, 'x')).rejects.toMatchObject({ problem: 'couch-unreachable' })
    const givenUp = silent.forward({ ...request, path: '/silent', signal: gone.signal }, 'x')
    await expect(givenUp).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a token', () => {
  const sign = tokenSigner('k'.repeat(40))

  it('says who, with which roles, for two minutes', () => {
    const [, claims = ''] = sign('sari.loket', ['f-1031948-loket'], 1_790_000_000_500).split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      sub: 'sari.loket',
      '_couchdb.roles': ['f-1031948-loket'],
      exp: 1_790_000_120,
    })
  })

  it.each([
    ['_admin as a role', 'sari', ['_admin']],
    ['a reserved name', '_sari', []],
    ['no name', '', []],
  ])('is not made for %s', (_what, name, roles) => {
    expect(() => sign(name, roles, 0)).toThrow(RangeError)
  })
})
