import { describe, expect, it } from 'vitest'
import { ask, send, type Door } from './doors.ts'
import { YEAR, type HubUnderTest } from './hub-under-test.ts'

type Given = () => { readonly hub: HubUnderTest; readonly door: Door }

/** Who reaches which database, behind every door. */
export function rightsContract(given: Given): void {
  const reads = ['', '/_changes', '/_all_docs', '/patient:01JB7Q3M5N8P2R4S6T8V0W2X01']

  describe('reading', () => {
    it('nobody reads without signing in', async () => {
      const { hub, door } = given()
      const { base } = await door.passFor(hub.person('loket'))
      for (const path of reads) {
        const { status } = await send(base, undefined, 'GET', `/registry-${hub.clinic}${path}`)
        expect([path, status]).toEqual([path, 401])
      }
    })

    it('a word that is no token opens nothing', async () => {
      const { hub, door } = given()
      const { base } = await door.passFor(hub.person('loket'))
      for (const authorization of ['Bearer x', 'Bearer a.b.c', 'Basic YWRtaW46eA==', 'Bearer s_nonsense']) {
        const { status } = await send(base, authorization, 'GET', `/registry-${hub.clinic}`)
        expect([authorization, [400, 401].includes(status)]).toEqual([authorization, true])
      }
    })

    it('a clerk reads the registry and the visits, not what clinicians and the head read', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const statusOf = async (database: string) =>
        (await ask(door, clerk, 'GET', `/${database}/_all_docs?limit=1`)).status
      for (const database of [
        'reference',
        `roster-${hub.clinic}`,
        `registry-${hub.clinic}`,
        `visits-${hub.clinic}-${String(YEAR)}`,
      ]) {
        expect([database, await statusOf(database)]).toEqual([database, 200])
      }
      for (const database of [
        `clinical-${hub.clinic}-${String(YEAR)}`,
        `staff-${hub.clinic}`,
        `reports-${hub.clinic}`,
        'accounts',
      ]) {
        expect([database, await statusOf(database)]).toEqual([database, 403])
      }
    })

    it('the Dinas reads reports and reference, and of patients nothing', async () => {
      const { hub, door } = given()
      const dinas = hub.person('dinas')
      for (const database of [`reports-${hub.clinic}`, 'reference']) {
        expect([database, (await ask(door, dinas, 'GET', `/${database}/_all_docs`)).status]).toEqual([
          database,
          200,
        ])
      }
      const year = String(YEAR)
      const closed = ['registry-', 'roster-', 'staff-'].map((kind) => kind + hub.clinic)
      for (const database of [
        ...closed,
        `visits-${hub.clinic}-${year}`,
        `clinical-${hub.clinic}-${year}`,
        'accounts',
      ]) {
        for (const [method, path, body] of [
          ['GET', '', undefined],
          ['GET', '/_changes?include_docs=true', undefined],
          ['GET', '/_all_docs?include_docs=true', undefined],
          ['GET', '/patient:01JB7Q3M5N8P2R4S6T8V0W2X01', undefined],
          ['POST', '/_bulk_get', { docs: [{ id: 'patient:01JB7Q3M5N8P2R4S6T8V0W2X01' }] }],
          ['POST', '/_all_docs', { keys: ['patient:01JB7Q3M5N8P2R4S6T8V0W2X01'] }],
          ['POST', '/_revs_diff', {}],
          ['POST', '/_bulk_docs', { docs: [], new_edits: false }],
          ['GET', '/_local/x', undefined],
        ] as const) {
          const { status } = await ask(door, dinas, method, `/${database}${path}`, body)
          expect([database, method, path, status]).toEqual([database, method, path, 403])
        }
      }
    })
  })

  describe('a member without administrator rights', () => {
    it('changes neither _security nor a design document', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const before = await hub.couch.security(registry)
      const open = { admins: { names: [clerk.username], roles: [] }, members: { names: [], roles: [] } }
      const tried = [
        await ask(door, clerk, 'PUT', `/${registry}/_security`, open),
        await ask(door, clerk, 'PUT', `/${registry}/_design/own`, { validate_doc_update: 'function () {}' }),
        await ask(door, clerk, 'PUT', `/${registry}/_design/lock`, { validate_doc_update: 'function () {}' }),
        await ask(door, clerk, 'DELETE', `/${registry}/_design/lock`),
        await ask(door, clerk, 'POST', `/${registry}/_compact`, {}),
        await ask(door, clerk, 'DELETE', `/${registry}`),
        await ask(door, clerk, 'PUT', `/visits-${hub.clinic}-2032`),
      ]
      // CouchDB 3.5 answers a member's `_security` with 500 and leaves it as it is.
      for (const { status } of tried) expect(status).toBeGreaterThanOrEqual(400)
      expect(await hub.couch.security(registry)).toEqual(before)
      expect(await hub.couch.get(registry, '_design/own')).toBeUndefined()
      expect(await hub.couch.updateSeq(`visits-${hub.clinic}-2032`)).toBeUndefined()
      expect((await hub.couch.get(registry, '_design/lock'))?.['validate_doc_update']).toContain(
        'deletion-refused',
      )
    })

    it('brings no design document in by replication', async () => {
      const { hub, door } = given()
      const registry = `registry-${hub.clinic}`
      const hash = 'a'.repeat(32)
      const design = {
        _id: '_design/own',
        _rev: `1-${hash}`,
        _revisions: { start: 1, ids: [hash] },
        language: 'javascript',
      }
      const { body } = await ask(door, hub.person('loket'), 'POST', `/${registry}/_bulk_docs`, {
        docs: [design],
        new_edits: false,
      })
      expect(body).toMatchObject([{ id: '_design/own', error: 'forbidden' }])
      expect(await hub.couch.get(registry, '_design/own')).toBeUndefined()
    })
  })
}
