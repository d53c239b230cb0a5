import { describe, expect, it } from 'vitest'
import { ask, type Door } from './doors.ts'
import { YEAR, type HubUnderTest } from './hub-under-test.ts'
import { documentBy, historyOf, leavesOf, push, rev, winnerOf, withHistory } from './sent-documents.ts'

type Given = () => { readonly hub: HubUnderTest; readonly door: Door }

/** What replication must find behind every door of every hub. Literal revisions, so that all hubs answer alike. */
export function replicationContract(given: Given): void {
  describe('revisions', () => {
    it('three made offline, edited at a second desk, are pulled with the whole history', async () => {
      const { hub, door } = given()
      const [clerk, records] = [hub.person('loket'), hub.person('records')]
      const registry = `registry-${hub.clinic}`
      const { body: before } = await ask(door, clerk, 'GET', `/${registry}/_changes?since=now`)

      const made = await documentBy(door, clerk, 'patient')
      const offline = withHistory({ ...made, name: 'Siti Aminah' }, rev(3, 'c'), rev(2, 'b'), rev(1, 'a'))
      expect(await push(door, clerk, registry, [offline])).toEqual({ status: 201, body: [] })

      const seen = await winnerOf(door, records, registry, made._id)
      expect(historyOf(seen)).toEqual([rev(3, 'c'), rev(2, 'b'), rev(1, 'a')])
      const edited = {
        ...(await documentBy(door, records, 'patient')),
        _id: made._id,
        name: 'Siti Aminah S.',
      }
      const pushed = withHistory(edited, rev(4, 'd'), ...historyOf(seen))
      expect(await push(door, records, registry, [pushed])).toEqual({ status: 201, body: [] })

      const since = encodeURIComponent(String(before.last_seq))
      const { body: changes } = await ask(
        door,
        clerk,
        'GET',
        `/${registry}/_changes?style=all_docs&since=${since}`,
      )
      expect(changes.results.filter((row: { id: string }) => row.id === made._id)).toMatchObject([
        { id: made._id, changes: [{ rev: rev(4, 'd') }] },
      ])
      const wanted = { docs: [{ id: made._id, rev: rev(4, 'd') }] }
      const { body: got } = await ask(
        door,
        clerk,
        'POST',
        `/${registry}/_bulk_get?revs=true&latest=true`,
        wanted,
      )
      const [pulled] = got.results[0].docs
      expect(pulled.ok).toMatchObject({ _id: made._id, name: 'Siti Aminah S.', by: records.username })
      expect(historyOf(pulled.ok)).toEqual([rev(4, 'd'), rev(3, 'c'), rev(2, 'b'), rev(1, 'a')])
    })

    it('two desks that edited the same one leave two leaves, and the same winner everywhere', async () => {
      const { hub, door } = given()
      const [clerk, records] = [hub.person('loket'), hub.person('records')]
      const registry = `registry-${hub.clinic}`
      const made = await documentBy(door, clerk, 'patient')
      const mine = { ...made, name: 'Siti A.' }
      const theirs = { ...(await documentBy(door, records, 'patient')), _id: made._id, name: 'Siti B.' }
      await push(door, clerk, registry, [withHistory(made, rev(1, 'a'))])
      expect((await push(door, clerk, registry, [withHistory(mine, rev(2, 'e'), rev(1, 'a'))])).body).toEqual(
        [],
      )
      expect(
        (await push(door, records, registry, [withHistory(theirs, rev(2, 'c'), rev(1, 'a'))])).body,
      ).toEqual([])
      await door.settled()

      const leaves = await leavesOf(door, clerk, registry, made._id)
      const winner = await winnerOf(door, clerk, registry, made._id)
      expect(leaves).toHaveLength(2)
      for (const leaf of [rev(2, 'e'), rev(2, 'c')]) {
        expect(leaves.filter((one) => historyOf(one).includes(leaf))).toHaveLength(1)
      }
      expect(historyOf(winner)).toContain(rev(2, 'e'))
      // The hub's own resolution stands on the winner; at its port there is none.
      if (door.name === 'hub') expect(leaves.map((one) => one._rev)).toEqual([rev(2, 'c'), rev(2, 'e')])
      else expect(winner).toMatchObject({ by: 'hub', merges: [rev(2, 'c')] })
    })

    it('a longer history wins over a higher text', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const made = await documentBy(door, clerk, 'patient')
      const { body } = await push(door, clerk, registry, [
        withHistory({ ...made, name: 'pendek' }, rev(2, 'f'), rev(1, 'a')),
        withHistory({ ...made, name: 'panjang' }, rev(3, 'b'), rev(2, 'd'), rev(1, 'a')),
      ])
      expect(body).toEqual([])
      await door.settled()
      expect(historyOf(await winnerOf(door, clerk, registry, made._id))).toContain(rev(3, 'b'))
      expect(await leavesOf(door, clerk, registry, made._id)).toHaveLength(2)
    })

    it('the same revision sent again is no error and no change', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const docs = [
        withHistory(await documentBy(door, clerk, 'patient'), rev(2, 'b'), rev(1, 'a')),
        withHistory(await documentBy(door, clerk, 'poverty'), rev(1, 'a')),
      ]
      expect((await push(door, clerk, registry, docs)).body).toEqual([])
      const before = await hub.couch.updateSeq(registry)
      expect((await push(door, clerk, registry, docs)).body).toEqual([])
      expect(await hub.couch.updateSeq(registry)).toBe(before)
    })

    it('_revs_diff asks for what is not known, and not for an ancestor of which only the name is', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const made = await documentBy(door, clerk, 'patient')
      await push(door, clerk, registry, [withHistory(made, rev(3, 'c'), rev(2, 'b'), rev(1, 'a'))])
      const asked = {
        [made._id]: [rev(1, 'a'), rev(2, 'b'), rev(3, 'c'), rev(3, 'd'), rev(4, 'e')],
        'patient:01JB7Q3M5N8P2R4S6T8V0W2XZZ': [rev(1, 'a')],
      }
      const { body } = await ask(door, clerk, 'POST', `/${registry}/_revs_diff`, asked)
      expect(body).toEqual({
        [made._id]: { missing: [rev(3, 'd'), rev(4, 'e')], possible_ancestors: [rev(3, 'c')] },
        'patient:01JB7Q3M5N8P2R4S6T8V0W2XZZ': { missing: [rev(1, 'a')] },
      })
    })
  })

  describe('a forged history', () => {
    it('of a record that is edited becomes an ordinary leaf beside the true one', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const made = await documentBy(door, clerk, 'patient')
      await push(door, clerk, registry, [withHistory(made, rev(2, 'b'), rev(1, 'a'))])
      const forged = withHistory({ ...made, name: 'Bukan Siti' }, rev(9, 'f'))
      expect((await push(door, clerk, registry, [forged])).body).toEqual([])
      await door.settled()
      const leaves = await leavesOf(door, clerk, registry, made._id)
      expect(leaves).toHaveLength(2)
      expect(leaves.some((leaf) => historyOf(leaf).includes(rev(2, 'b')))).toBe(true)
    })

    it('of a fact that is only added is refused by the gateway, and accepted at the port, as CouchDB must', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const made = await documentBy(door, clerk, 'poverty')
      await push(door, clerk, registry, [withHistory(made, rev(1, 'a'))])
      const { body } = await push(door, clerk, registry, [withHistory({ ...made, poor: false }, rev(9, 'f'))])
      const winner = await winnerOf(door, clerk, registry, made._id)
      if (door.name === 'hub') {
        expect(body).toEqual([])
        expect(winner).toMatchObject({ _rev: rev(9, 'f'), poor: false })
      } else {
        expect(body).toMatchObject([{ id: made._id, rev: rev(9, 'f'), error: 'forbidden' }])
        expect(winner).toMatchObject({ _rev: rev(1, 'a'), poor: true })
      }
    })

    it('a second revision of such a fact is refused by every door where its history is told', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const made = await documentBy(door, clerk, 'poverty')
      await push(door, clerk, registry, [withHistory(made, rev(1, 'a'))])
      const changed = withHistory({ ...made, poor: false }, rev(2, 'b'), rev(1, 'a'))
      const { status, body } = await push(door, clerk, registry, [changed])
      expect(status).toBe(201)
      expect(body).toMatchObject([{ id: made._id, rev: rev(2, 'b'), error: 'forbidden' }])
      expect(body[0].reason).toMatch(/^already-written: /)
    })
  })

  describe('a push', () => {
    it('a refused document among good ones is the only one refused', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const good = await documentBy(door, clerk, 'patient')
      const forgedAuthor = await documentBy(door, clerk, 'patient', { by: 'dr.lain' })
      const alsoGood = await documentBy(door, clerk, 'poverty')
      const docs = [good, forgedAuthor, alsoGood].map((doc) => withHistory(doc, rev(1, 'a')))
      const { status, body } = await push(door, clerk, registry, docs)
      expect(status).toBe(201)
      expect(body).toEqual([
        {
          id: forgedAuthor._id,
          rev: rev(1, 'a'),
          error: 'forbidden',
          reason: expect.stringMatching(/^author-not-of-token: by: /),
        },
      ])
      const keys = docs.map((doc) => doc._id)
      const { body: stored } = await ask(door, clerk, 'POST', `/${registry}/_all_docs`, { keys })
      expect(stored.rows.map((row: { error?: string }) => row.error)).toEqual([
        undefined,
        'not_found',
        undefined,
      ])
    })

    it('nobody deletes, and nobody writes a type that is not theirs', async () => {
      const { hub, door } = given()
      const [clerk, clinician] = [hub.person('loket'), hub.person('clinician')]
      const registry = `registry-${hub.clinic}`
      const made = await documentBy(door, clerk, 'patient')
      await push(door, clerk, registry, [withHistory(made, rev(1, 'a'))])
      const tombstone = withHistory({ ...made, _deleted: true }, rev(2, 'b'), rev(1, 'a'))
      const { body: deleted } = await push(door, clerk, registry, [tombstone])
      expect(deleted).toMatchObject([
        { id: made._id, error: 'forbidden', reason: expect.stringMatching(/^deletion-refused: /) },
      ])

      const clinical = `clinical-${hub.clinic}-${String(YEAR)}`
      const encounter = await documentBy(door, clinician, 'encounter')
      const { body: misplaced } = await push(door, clinician, clinical, [withHistory(encounter, rev(1, 'a'))])
      expect(misplaced).toMatchObject([
        { error: 'forbidden', reason: expect.stringMatching(/^wrong-database: /) },
      ])
      const head = hub.person('head')
      const patient = await documentBy(door, head, 'patient')
      const { body: notTheirs } = await push(door, head, registry, [withHistory(patient, rev(1, 'a'))])
      expect(notTheirs).toMatchObject([
        { error: 'forbidden', reason: expect.stringMatching(/^role-may-not-write: /) },
      ])
    })
  })

  describe('the feed of changes', () => {
    it('is read in pages by opaque sequences, each document once', async () => {
      const { hub, door } = given()
      const clerk = hub.person('loket')
      const registry = `registry-${hub.clinic}`
      const { body: start } = await ask(door, clerk, 'GET', `/${registry}/_changes?since=now&limit=1`)
      const docs = await Promise.all(Array.from({ length: 5 }, () => documentBy(door, clerk, 'patient')))
      await push(
        door,
        clerk,
        registry,
        docs.map((doc) => withHistory(doc, rev(1, 'a'))),
      )
      const seen: string[] = []
      let since = start.last_seq as unknown
      for (;;) {
        expect(typeof since).toBe('string')
        const path = `/${registry}/_changes?limit=2&include_docs=true&since=${encodeURIComponent(String(since))}`
        const { body } = await ask(door, clerk, 'GET', path)
        for (const row of body.results) {
          expect(row.doc).toMatchObject({ _id: row.id, _rev: rev(1, 'a') })
          seen.push(row.id)
        }
        since = body.last_seq
        if (body.results.length === 0) {
          expect(body.pending).toBe(0)
          break
        }
      }
      expect(seen.sort()).toEqual(docs.map((doc) => doc._id).sort())
    })

    it('a sequence that is none is refused', async () => {
      const { hub, door } = given()
      const path = `/registry-${hub.clinic}/_changes?since=12-nonsense`
      expect((await ask(door, hub.person('loket'), 'GET', path)).status).toBe(400)
    })

    it('of a year that does not exist yet says so, as every read of it', async () => {
      const { hub, door } = given()
      const missing = `visits-${hub.clinic}-2031`
      for (const path of [
        '/_changes',
        '',
        '/_all_docs',
        '/encounter:2031-01-01:01JB7Q3M5N8P2R4S6T8V0W2X03',
      ]) {
        const { status, body } = await ask(door, hub.person('loket'), 'GET', `/${missing}${path}`)
        expect({ path, status, error: body.error }).toEqual({ path, status: 404, error: 'not_found' })
      }
    })
  })

  it('a year that does not exist yet is made by the first good push at the gateway, and by nothing else', async () => {
    const { hub, door } = given()
    const clerk = hub.person('loket')
    const missing = `visits-${hub.clinic}-2033`
    const encounter = await documentBy(door, clerk, 'encounter', { on: '2033-03-01' })
    const id = encounter._id.replace(/\d{4}-\d{2}-\d{2}/, '2033-03-01')
    const visit = withHistory({ ...encounter, _id: id }, rev(1, 'a'))
    const compared = await ask(door, clerk, 'POST', `/${missing}/_revs_diff`, { [id]: [rev(1, 'a')] })
    const pushed = await push(door, clerk, missing, [visit])
    if (door.name === 'hub') {
      expect([compared.status, pushed.status]).toEqual([404, 404])
      expect(await hub.couch.updateSeq(missing)).toBeUndefined()
      return
    }
    expect(compared.body).toEqual({ [id]: { missing: [rev(1, 'a')] } })
    expect(pushed).toEqual({ status: 201, body: [] })
    expect((await winnerOf(door, clerk, missing, id))._rev).toBe(rev(1, 'a'))
    expect((await hub.couch.get(missing, '_design/lock'))?.['validate_doc_update']).toContain(
      'deletion-refused',
    )
    expect((await ask(door, hub.person('dinas'), 'GET', `/${missing}`)).status).toBe(403)
  })

  it('checkpoints are kept and read back', async () => {
    const { hub, door } = given()
    const clerk = hub.person('loket')
    const path = `/registry-${hub.clinic}/_local/QZk3.a_b-c`
    expect((await ask(door, clerk, 'GET', path)).status).toBe(404)
    const checkpoint = { _id: '_local/QZk3.a_b-c', last_seq: '12-x', history: [] }
    const { status, body } = await ask(door, clerk, 'PUT', path, checkpoint)
    expect({ status, ok: body.ok, id: body.id }).toEqual({ status: 201, ok: true, id: checkpoint._id })
    const { body: read } = await ask(door, clerk, 'GET', path)
    expect(read).toMatchObject(checkpoint)
    const again = await ask(door, clerk, 'PUT', path, { ...read, last_seq: '13-x' })
    expect(again.status).toBe(201)
    expect((await ask(door, clerk, 'GET', path)).body.last_seq).toBe('13-x')
  })
}
