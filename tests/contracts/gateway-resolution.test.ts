/** Two desks edit one record; the hub writes the one merge, and settles. */
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '../../shared/calendar/instant.ts'
import { editRecord } from '../../shared/sync/edit-record.ts'
import type { EditableBody } from '../../shared/sync/merge-leaves.ts'
import { FACILITY, startTestHub, type TestHub, type TestSession } from '../builders/hub.ts'
import { pushed, rev, revisionsOf, type Pushed } from '../builders/pushed.ts'
import { ask, bearer } from './asked.ts'

const REGISTRY = `registry-${FACILITY}`
let hub: TestHub
let one: TestSession
let other: TestSession

beforeAll(async () => {
  hub = await startTestHub()
  one = await hub.signIn('loket', await hub.enrol())
  other = await hub.signIn('clinician', await hub.enrol())
})
afterAll(() => hub.stop())

type Record = Pushed & EditableBody

function newPatient(session: TestSession): Record {
  const over = { _id: `patient:${ulid()}`, by: session.username, device: session.device }
  return pushed('patient', over) as Record
}

/** The record as that desk would have written it over the first revision. */
function edited(
  record: Record,
  changes: object,
  session: TestSession,
  revision: string,
  minute: number,
): Record {
  const now = instantOf(Date.UTC(2026, 9, 6, 2, minute))
  const author = {
    by: session.username,
    device: session.device,
    now,
    writer: `${session.device}.k3`,
    lastStamp: undefined,
  }
  const body = editRecord([record], changes as Partial<Record>, author)
  if (!body) throw new Error('nothing changed')
  return { ...body, _rev: revision, _revisions: revisionsOf(revision, record._rev) }
}

async function push(record: object, session: TestSession): Promise<void> {
  const body = { docs: [record], new_edits: false }
  const answer = await ask(hub, `/db/${REGISTRY}/_bulk_docs`, {
    method: 'POST',
    authorization: bearer(session),
    body,
  })
  expect(answer).toMatchObject({ status: 201, body: [] })
}

const couch = () => hub.registry().couch

describe('edits that met at the hub', () => {
  it('[HR1] are merged by the hub on the winner, with every field that anybody wrote', async () => {
    const record = newPatient(one)
    await push(record, one)
    await push(edited(record, { phone: '0811' }, one, rev(2, 'b'), 1), one)
    await push(edited(record, { motherName: 'Sutinah' }, other, rev(2, 'c'), 2), other)
    await hub.registry().resolver.idle()
    const [winner, ...rest] = await couch().getLeaves(REGISTRY, record._id)
    expect(winner).toMatchObject({
      phone: '0811',
      motherName: 'Sutinah',
      by: 'hub',
      device: 'hub',
      merges: [rev(2, 'b')],
    })
    expect(winner?._rev).toMatch(/^3-/)
    expect(rest.map((leaf) => leaf._rev)).toEqual([rev(2, 'b')])
  })

  it('[HR2] [HR3] [HR6] that a merge lists stay settled through every sweep', async () => {
    await hub.registry().resolver.sweep()
    const before = await couch().updateSeq(REGISTRY)
    await hub.registry().resolver.sweep()
    expect(await couch().updateSeq(REGISTRY)).toBe(before)
  })

  it('[HR6] unseen by any push are found when the hub starts', async () => {
    const record = newPatient(one)
    await push(record, one)
    const leaves = [
      edited(record, { phone: '0822' }, one, rev(2, 'b'), 1),
      edited(record, { motherName: 'Sutini' }, other, rev(2, 'c'), 2),
    ]
    // Straight into the databases, as a second process of the hub would do.
    await couch().bulkWrite(REGISTRY, leaves, { newEdits: false })
    await hub.restartHub()
    await hub.registry().resolver.idle()
    expect(await couch().get(REGISTRY, record._id)).toMatchObject({
      phone: '0822',
      motherName: 'Sutini',
      by: 'hub',
    })
  })

  it('[HR1] [HR3] settle with one write of the hub however many desks met', async () => {
    const record = newPatient(one)
    await push(record, one)
    const phones = ['0831', '0832', '0833', '0834']
    const written = phones.map((phone, index) =>
      edited(record, { phone }, index % 2 ? other : one, rev(2, 'bcde'.charAt(index)), index),
    )
    await Promise.all(written.map((leaf, index) => push(leaf, index % 2 ? other : one)))
    await hub.registry().resolver.idle()
    await hub.registry().resolver.sweep()
    const before = await couch().updateSeq(REGISTRY)
    await hub.registry().resolver.sweep()
    expect(await couch().updateSeq(REGISTRY)).toBe(before)
    expect(await couch().get(REGISTRY, record._id)).toMatchObject({ phone: '0834', by: 'hub' })
  })
})
