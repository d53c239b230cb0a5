import { cp, rename, rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { aPatient } from '../builders/clinic-documents.ts'
import { patientId, registration, visitOf } from '../builders/desk-forms.ts'
import { documentsAtHub, eventually, openClinic, value, type Clinic } from './clinic.ts'
import { openLine, type Fault, type Line } from './fault-line.ts'
import { newProfile, type Profile, type Tab } from './profile.ts'

const TODAY = calendarDate('2026-10-31')
const REGISTRY = 'registry-1031948'
const VISITS = 'visits-1031948-2026'

let clinic: Clinic
let line: Line
let desk: { profile: Profile; tab: Tab }

beforeAll(async () => {
  clinic = await openClinic()
  line = await openLine(clinic.hub.url)
  desk = await clinic.desk('loket', line.url)
})
beforeEach(() => line.fail(() => 'none'))
afterAll(async () => {
  await line.close()
  await clinic.close()
})

const syncNow = async () => value(await desk.tab.ask('sync.now', {}))

async function atHub(name: string): Promise<number> {
  const patients = await documentsAtHub(clinic.hub, REGISTRY, 'patient')
  return patients.filter((doc) => doc['name'] === name).length
}

describe('a line that fails', () => {
  it.each<[string, Fault, RegExp]>([
    ['Putus Kirim', 'cut', /_bulk_docs/],
    ['Jawaban Hilang', 'answer-lost', /_bulk_docs/],
    ['Jawaban Pecah', 'answer-broken', /_bulk_docs/],
    ['Tanya Hilang', 'answer-lost', /_revs_diff/],
    ['Tanya Pecah', 'answer-broken', /_revs_diff/],
    ['Portal Penuh', 'portal', /./],
    ['Portal Setengah', 'portal', /_bulk_docs/],
  ])(
    '[LG2] [LG9] %s: while it fails (%s) the record waits, afterwards it is there once',
    async (name, fault, where) => {
      line.fail((path) => (where.test(path) ? fault : 'none'))
      value(await desk.tab.ask('patients.register', registration(name)))
      expect(await syncNow()).toMatchObject({ state: 'offline', refused: 0, waiting: 2 })
      line.fail(() => 'none')
      expect(await syncNow()).toMatchObject({ state: 'idle', refused: 0, waiting: 0 })
      expect(await atHub(name)).toBe(1)
    },
  )

  it('[EX1] a page with status 200 is no hub, whatever the browser thinks of its network', async () => {
    line.fail(() => 'portal')
    expect(await desk.tab.page.evaluate(() => navigator.onLine)).toBe(true)
    expect(await syncNow()).toMatchObject({ state: 'offline' })
  })

  it('[EX2] a quiet exchange is one request', async () => {
    await syncNow()
    await syncNow()
    const before = line.requests().length
    expect(await syncNow()).toMatchObject({ state: 'idle' })
    expect(line.requests().slice(before)).toEqual(['GET /api/heads'])
  })

  it('[LG2] with every third request failing in some way everything arrives once', async () => {
    const faults: readonly Fault[] = ['cut', 'answer-lost', 'answer-broken']
    let asked = 0
    line.fail(() => {
      asked += 1
      return asked % 3 === 0 ? (faults[Math.floor(asked / 3) % faults.length] ?? 'none') : 'none'
    })
    const names = 'ABCDEFGHJKMN'.split('').map((letter) => `Ragu ${letter}`)
    for (const name of names) {
      value(await desk.tab.ask('patients.register', registration(name)))
      value(await desk.tab.ask('visits.open', visitOf(name, TODAY)))
    }
    await eventually(syncNow, ({ waiting }) => waiting === 0)
    line.fail(() => 'none')
    await syncNow()
    expect(await Promise.all(names.map(atHub))).toEqual(names.map(() => 1))
    const visits = await documentsAtHub(clinic.hub, VISITS, 'encounter')
    const labels = visits.map((visit) => (visit['queue'] as { label: string }).label)
    expect(labels.sort()).toEqual(names.map((_, n) => `UA${String(n + 1).padStart(3, '0')}`))
  })
})

it('[LG4] [LG6] a record that the hub refuses is kept, shown with its reason, and holds up no other', async () => {
  value(await desk.tab.ask('patients.register', registration('Ditolak')))
  value(await desk.tab.ask('patients.register', registration('Diterima')))
  const view = await desk.tab.run((at, id) => at.patient(id), patientId('Ditolak'))
  const faulty = { ...view?.patient, nik: '35770128' } as unknown as { readonly _id: string }
  await desk.tab.run((at, doc) => at.saveUnchecked('registry-1031948', doc), faulty)
  expect(await syncNow()).toMatchObject({ state: 'idle', waiting: 0, refused: 1 })
  expect(value(await desk.tab.ask('sync.refused', {}))).toMatchObject([
    { id: patientId('Ditolak'), type: 'patient', problem: 'not-valid', field: 'nik' },
  ])
  expect([await atHub('Diterima'), await atHub('Ditolak')]).toEqual([1, 0])
  const shown = await desk.tab.run((at, id) => at.patient(id), patientId('Ditolak'))
  expect(shown).toMatchObject({ kept: 'refused', patient: { nik: '35770128' } })

  const put = { patient: patientId('Ditolak'), changes: { nik: null } }
  value(await desk.tab.ask('patients.edit', put))
  expect(await syncNow()).toMatchObject({ waiting: 0, refused: 0 })
  expect(await atHub('Ditolak')).toBe(1)
})

it('[LG8] a hub restored from an older backup gets again what this desk wrote since', async () => {
  const { hub } = clinic
  const backup = `${hub.dataFolder}-backup`
  await syncNow()
  await hub.stopHub()
  await cp(hub.dataFolder, backup, { recursive: true })
  await hub.restartHub()
  value(await desk.tab.ask('patients.register', registration('Sesudah Cadangan')))
  await eventually(syncNow, ({ state, waiting }) => state === 'idle' && waiting === 0)
  await hub.stopHub()
  await rm(hub.dataFolder, { recursive: true })
  await rename(backup, hub.dataFolder)
  await hub.restartHub()
  expect(await atHub('Sesudah Cadangan')).toBe(0)

  const { couch } = hub.registry()
  const epoch = await couch.get('accounts', 'epoch')
  await couch.bulkWrite('accounts', [{ ...epoch, epoch: 'after the restore' }])
  await eventually(syncNow, ({ state, waiting }) => state === 'idle' && waiting === 0)
  expect(await atHub('Sesudah Cadangan')).toBe(1)
  expect(await atHub('Putus Kirim')).toBe(1)
})

describe('a first load', () => {
  it('[EX5] that is cut goes on where it was', async () => {
    const { couch } = clinic.hub.registry()
    const many = Array.from({ length: 3000 }, (_, n) =>
      aPatient(`banyak${String(n)}`, { name: n === 2999 ? 'Terakhir' : 'Banyak' }),
    )
    for (let start = 0; start < many.length; start += 500)
      await couch.bulkWrite(REGISTRY, many.slice(start, start + 500))
    const profile = await newProfile()
    try {
      let batches = 0
      line.fail((path) => {
        if (path.includes(`${REGISTRY}/_bulk_get`)) batches += 1
        return batches > 1 && path.includes(REGISTRY) ? 'cut' : 'none'
      })
      const tab = await profile.open(line.url)
      value(await tab.ask('desk.enrol', { code: clinic.hub.code }))
      value(await tab.ask('person.sign-in', { username: 'loket', password: clinic.hub.password }))
      await tab.ask('sync.now', {})
      const cut = value(await tab.ask('desk.open', {}))
      const step =
        cut.stage === 'signed-in' ? cut.firstLoad.steps.find((one) => one.database === REGISTRY) : undefined
      expect(cut).toMatchObject({ firstLoad: { ready: 'nothing' } })
      expect(step?.read).toBeGreaterThanOrEqual(1000)

      let asked = 0
      line.fail((path) => {
        if (path.includes(`${REGISTRY}/_bulk_get`)) asked += 1
        return 'none'
      })
      value(await tab.ask('sync.now', {}))
      expect(value(await tab.ask('desk.open', {}))).toMatchObject({ firstLoad: { ready: 'all' } })
      expect(asked).toBeLessThanOrEqual(3)
      const hits = value(await tab.ask('patients.search', { text: 'terakhir', limit: 3 }))
      expect(hits).toHaveLength(1)
    } finally {
      await profile.remove()
    }
  })
})
