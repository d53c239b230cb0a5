import { expect, it } from 'vitest'
import { ask, send, type Door } from './doors.ts'
import type { HubUnderTest } from './hub-under-test.ts'

type Given = () => { readonly hub: HubUnderTest; readonly door: Door }

/** The first five are of the kind that ended express-pouchdb's process (`design.md` 10). */
const MALFORMED: readonly (readonly [method: string, path: string, body: string | undefined])[] = [
  ['POST', '/_revs_diff', '{"patient:a":1}'],
  ['POST', '/_revs_diff', '{"patient:a":[1]}'],
  ['POST', '/_changes?filter=_doc_ids', '{"doc_ids":5}'],
  ['GET', '/_all_docs?startkey=abc', undefined],
  ['POST', '/_revs_diff', 'no json'],
  ['POST', '/_revs_diff', '[]'],
  ['POST', '/_revs_diff', ''],
  ['POST', '/_revs_diff', '{"patient:a":["x"]}'],
  ['POST', '/_changes?filter=_doc_ids', '{"doc_ids":[1]}'],
  ['POST', '/_changes?filter=_doc_ids', '[]'],
  ['GET', '/_changes?limit=x', undefined],
  ['GET', '/_changes?feed=x', undefined],
  ['GET', '/_changes?style=x', undefined],
  ['GET', '/_changes?since=', undefined],
  ['GET', '/_all_docs?limit=-1', undefined],
  ['GET', '/_all_docs?endkey=%7B', undefined],
  ['GET', '/_all_docs?descending=maybe', undefined],
  ['GET', '/_all_docs?keys=5', undefined],
  ['POST', '/_all_docs', '{"keys":5}'],
  ['POST', '/_bulk_docs', '{"docs":5,"new_edits":false}'],
  ['POST', '/_bulk_docs', '{}'],
  ['POST', '/_bulk_docs', 'no json'],
  ['POST', '/_bulk_get', '{}'],
  ['POST', '/_bulk_get', '{"docs":5}'],
  ['PUT', '/_bad', '{}'],
  ['PUT', '/_local/x', '[]'],
  ['GET', '/patient:a?rev=x', undefined],
  ['GET', '/patient:a?open_revs=x', undefined],
  ['GET', '/%E0%A4%A', undefined],
]

/** What no client of ours sends: each is refused, and the next request is answered by the same process. */
export function badRequestContract(given: Given): void {
  it.each(MALFORMED)('%s %s with %s is refused and harms nothing', async (method, path, body) => {
    const { hub, door } = given()
    const clerk = hub.person('loket')
    const registry = `registry-${hub.clinic}`
    const pid = hub.pid?.()
    const { status } = await ask(door, clerk, method, `/${registry}${path}`, body)
    expect(status).toBeGreaterThanOrEqual(400)
    // CouchDB itself answers some of these with 500.
    if (hub.embedded) expect(status).toBeLessThan(500)
    expect((await ask(door, clerk, 'GET', `/${registry}`)).status).toBe(200)
    expect(hub.pid?.()).toBe(pid)
  })

  it.each(['Bad', '1a', 'a%20b', 'a..b', '_x', '%E0%A4%A', '..%2Fx'])(
    'a database cannot be named %s',
    async (name) => {
      const { hub, door } = given()
      const pid = hub.pid?.()
      const { base, authorization } = await door.passFor(hub.person('loket'))
      const { username, password } = new URL(hub.couchUrl)
      const admin = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
      for (const one of [authorization, admin]) {
        const { status } = await send(base, one, 'PUT', `/${name}`)
        expect([400, 401, 403, 404]).toContain(status)
      }
      expect(await hub.couch.databaseNames()).toContain(`registry-${hub.clinic}`)
      expect(hub.pid?.()).toBe(pid)
    },
  )
}
