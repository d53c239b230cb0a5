import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { instantOf } from '../../../shared/calendar/instant.ts'
import { codecFor, keyOfBuild } from '../codec/codec-of-build.ts'
import { openDeskStore, type DeskStore } from './desk-store.ts'
import { draftsOf } from './drafts.ts'
import { keptStatesOf } from './kept-states.ts'
import { ledgerOf } from './ledger.ts'
import { parcelsOf } from './parcels.ts'
import { peopleOf, type KnownPerson } from './people.ts'
import { queueNumbers } from './queue-numbers.ts'
import { deskSettings } from './settings.ts'

const TODAY = calendarDate('2026-10-31')
const at = (second: number) => instantOf(Date.UTC(2026, 9, 31, 1, 0, second))
const sealing = async () => codecFor(await keyOfBuild('sealing'))

const opened: DeskStore[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.delete()))
})
function openTab(name: string): DeskStore {
  const store = openDeskStore(name)
  opened.push(store)
  return store
}
const newStore = () => openTab(`desk ${crypto.randomUUID()}`)

describe('queue counts', () => {
  it('[QN2] begin at 1 for each day and unit, also with two tabs at once', async () => {
    const name = `desk ${crypto.randomUUID()}`
    const tabs = [queueNumbers(openTab(name)), queueNumbers(openTab(name))]
    const asked = Array.from({ length: 20 }, async (_, n) =>
      tabs[n % 2]?.countFor(`encounter:${n}`, TODAY, 'UMUM'),
    )
    expect((await Promise.all(asked)).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    )
    expect(await tabs[0]?.countFor('encounter:other unit', TODAY, 'GIGI')).toBe(1)
    expect(await tabs[0]?.countFor('encounter:other day', calendarDate('2026-11-01'), 'UMUM')).toBe(1)
  })

  it('[SV2] the same visit asked again keeps its count', async () => {
    const queue = queueNumbers(newStore())
    const counts = [
      await queue.countFor('encounter:1', TODAY, 'UMUM'),
      await queue.countFor('encounter:2', TODAY, 'UMUM'),
    ]
    expect([await queue.countFor('encounter:1', TODAY, 'UMUM'), ...counts]).toEqual([1, 1, 2])
  })
})

describe('drafts', () => {
  it('are a person’s own, the newest first, and sealed', async () => {
    const store = newStore()
    const drafts = draftsOf(store, await sealing())
    await drafts.save('sari', 'new-patient', { name: 'Siti' }, at(1))
    await drafts.save('sari', 'visit', { unit: 'UMUM' }, at(2))
    await drafts.save('budi', 'new-patient', { name: 'Wati' }, at(3))
    expect(await drafts.list('sari')).toEqual([
      { key: 'visit', at: at(2), content: { unit: 'UMUM' } },
      { key: 'new-patient', at: at(1), content: { name: 'Siti' } },
    ])
    expect((await store.drafts.toArray()).every((row) => row.sealed instanceof ArrayBuffer)).toBe(true)
    await drafts.discard('sari', 'new-patient')
    expect([
      await drafts.load('sari', 'new-patient'),
      (await drafts.load('budi', 'new-patient'))?.content,
    ]).toEqual([null, { name: 'Wati' }])
  })
})

describe('people and settings', () => {
  const sari: KnownPerson = {
    username: 'sari',
    name: 'Sari',
    practitioner: null,
    grants: [{ role: 'loket', facility: '1031948' }],
    token: 's_1',
    databases: [],
    verifier: '$argon2id$…',
  }

  it('come back as they were kept, sealed in between', async () => {
    const [store, codec] = [newStore(), await sealing()]
    await peopleOf(store, codec).put(sari)
    await deskSettings(store, codec).set('seated', { username: 'sari' })
    expect([await peopleOf(store, codec).all(), await deskSettings(store, codec).get('seated')]).toEqual([
      [sari],
      { username: 'sari' },
    ])
    expect((await store.people.get('sari'))?.sealed).toBeInstanceOf(ArrayBuffer)
  })

  it('[LG3] only the token that was refused is forgotten, not a newer one', async () => {
    const people = peopleOf(newStore(), await sealing())
    await people.put(sari)
    await people.forgetToken('sari', 's_0')
    expect((await people.get('sari'))?.token).toBe('s_1')
    await people.forgetToken('sari', 's_1')
    expect((await people.get('sari'))?.token).toBeNull()
  })
})

describe('punches on their way', () => {
  const parcel = (id: string) => ({ id, kid: 'k1', sealed: 'x' })
  const shown = (id: string) => ({
    id,
    on: TODAY,
    practitioner: 'practitioner:1',
    kind: 'in' as const,
    punchedAt: at(1),
  })

  it('[LG10] wait until the hub has stored them, and are shown meanwhile', async () => {
    const parcels = parcelsOf(newStore())
    await parcels.add(parcel('punch:1'), shown('punch:1'))
    await parcels.add(parcel('punch:2'), shown('punch:2'))
    await parcels.confirm(['punch:1'], at(2))
    await parcels.setAside('punch:2', 'token-unknown', null, at(2))
    expect([await parcels.waiting(), (await parcels.refused()).map((row) => row.problem)]).toEqual([
      [],
      ['token-unknown'],
    ])
    expect((await parcels.punchesOf('practitioner:1', TODAY)).map((row) => row.id)).toEqual([
      'punch:1',
      'punch:2',
    ])
    await parcels.offerAgain()
    expect((await parcels.waiting()).map((row) => row.id)).toEqual(['punch:2'])
  })

  it('[LG8] [LG10] stay sealed when confirmed, and wait again when the hub was restored', async () => {
    const store = newStore()
    const parcels = parcelsOf(store)
    await parcels.add(parcel('punch:1'), shown('punch:1'))
    await parcels.add(parcel('punch:2'), shown('punch:2'))
    await parcels.confirm(['punch:1', 'punch:2', 'punch:not here'], at(2))
    expect([await parcels.waiting(), await parcels.refused()]).toEqual([[], []])
    expect((await store.parcels.toArray()).map(({ state, sealed }) => [state, sealed])).toEqual([
      ['confirmed', 'x'],
      ['confirmed', 'x'],
    ])
    await parcels.startOver()
    expect((await parcels.waiting()).map(({ id, sealed }) => [id, sealed])).toEqual([
      ['punch:1', 'x'],
      ['punch:2', 'x'],
    ])
  })

  it('[LG10] are forgotten sixty days after they were confirmed, however old they were by then', async () => {
    const store = newStore()
    const parcels = parcelsOf(store)
    const daysAgo = (days: number) => instantOf(Date.UTC(2026, 9, 31 - days, 1))
    const ids = ['punch:2026-08-01:old', 'punch:2026-08-02:late', 'punch:2026-08-03:waiting']
    for (const id of ids) await parcels.add(parcel(id), shown(id))
    await parcels.confirm(ids.slice(0, 1), daysAgo(61))
    expect(await store.parcels.count()).toBe(3)
    await parcels.confirm(ids.slice(1, 2), daysAgo(59))
    await parcels.confirm([], daysAgo(0))
    expect((await store.parcels.toArray()).map(({ id }) => id)).toEqual(ids.slice(1))
  })
})

it('[LG4] a record counts as refused while any revision of it is', async () => {
  const store = newStore()
  const ledger = ledgerOf(store)
  const own = (rev: string) => ({ rev, by: 'sari', at: at(1) })
  await ledger.enter('registry-1031948', 0, 2, [
    { id: 'patient:1', leaves: ['1-a', '1-b'], own: [own('1-a'), own('1-b')] },
    { id: 'patient:2', leaves: ['1-a'], own: [own('1-a')] },
  ])
  const [first] = await ledger.waiting()
  if (first) await ledger.setAside(first, 'not-valid', 'nik', at(2))
  const kept = await keptStatesOf(store)(['patient:1', 'patient:2', 'patient:3'])
  expect(Object.fromEntries(kept)).toEqual({ 'patient:1': 'refused', 'patient:2': 'waiting' })
})
