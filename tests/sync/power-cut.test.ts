import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { diagnosis, patientId, registration, visitId, visitOf } from '../builders/desk-forms.ts'
import { documentsAtHub, openClinic, signIn, value, type Clinic } from './clinic.ts'
import type { Profile, Tab } from './profile.ts'

const TODAY = calendarDate('2026-10-31')
const REGISTRY = 'registry-1031948'
const VISITS = 'visits-1031948-2026'
const CLINICAL = 'clinical-1031948-2026'
const WEEK_MS = 7 * 24 * 3_600_000

let clinic: Clinic
let first: { profile: Profile; tab: Tab }

beforeAll(async () => {
  clinic = await openClinic()
  first = await clinic.desk('clinician')
})
afterAll(() => clinic.close())

it('[LG1] [LG2] [LG3] [LG10] keeps what was saved through a killed browser and a hub that is away, and sends it once', async () => {
  const { hub } = clinic
  await hub.stopHub()
  const { ask } = first.tab
  value(await ask('drafts.save', { key: 'new-patient', content: { name: 'Belum selesai' } }))
  const cover = { scheme: 'JKN_PBI_APBN', card: '0001234567890', registeredAt: null, from: TODAY, to: null }
  const poverty = { poor: true, source: 'DTSEN', desil: 2, from: TODAY, letter: null } as const
  value(await ask('patients.register', { ...registration('Siti Aminah'), cover, poverty }))
  const opened = value(await ask('visits.open', visitOf('Siti Aminah', TODAY)))
  expect(opened.queue).toEqual({ label: 'UA001', count: 1 })
  const recorded = {
    encounter: visitId('Siti Aminah', TODAY),
    began: [],
    diagnoses: [diagnosis('A09')],
    draftKey: null,
  }
  value(await ask('conditions.record', recorded))
  const practitioner = hub.practitionerOf('clinician') as never
  value(await ask('attendance.punch', { practitioner, kind: 'in' }))

  await first.profile.kill()
  first = { ...first, tab: await first.profile.open(hub.url) }
  const again = first.tab

  expect(value(await again.ask('desk.open', {}))).toMatchObject({
    stage: 'signed-in',
    person: { username: 'clinician' },
  })
  const status = value(await again.ask('sync.now', {}))
  expect(status).toMatchObject({ state: 'offline', waiting: 7, refused: 0 })
  const draft = value(await again.ask('drafts.load', { key: 'new-patient' }))
  expect(draft?.content).toEqual({ name: 'Belum selesai' })
  const view = await again.run((desk, id) => desk.patient(id), patientId('Siti Aminah'))
  expect(view).toMatchObject({
    patient: { name: 'Siti Aminah' },
    kept: 'waiting',
    household: { headName: 'Siti Aminah' },
    coverages: [{ card: '0001234567890' }],
    poverty: [{ desil: 2 }],
    visits: [{ visit: { status: 'served', queue: { label: 'UA001' } }, conditions: [{ code: 'A09' }] }],
  })
  const second = value(await again.ask('visits.open', visitOf('Siti Aminah', TODAY)))
  expect(second.queue).toEqual(opened.queue)

  hub.clock.advance(WEEK_MS)
  await hub.restartHub()
  expect(value(await again.ask('sync.now', {}))).toMatchObject({ state: 'idle', waiting: 0, refused: 0 })

  const kept = await Promise.all([
    ...['patient', 'household', 'coverage', 'poverty'].map((type) => documentsAtHub(hub, REGISTRY, type)),
    documentsAtHub(hub, VISITS, 'encounter'),
    documentsAtHub(hub, CLINICAL, 'condition'),
    documentsAtHub(hub, 'staff-1031948', 'punch'),
  ])
  expect(kept.map((docs) => docs.length)).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect(kept.flat().every((doc) => doc['by'] === 'clinician' && doc['device'] === '1031948-A')).toBe(true)
})

it('another desk shows it, and its own queue numbers differ', async () => {
  const { tab } = await clinic.desk('loket')
  const hits = value(await tab.ask('patients.search', { text: 'siti am', limit: 5 }))
  expect(hits).toMatchObject([{ id: patientId('Siti Aminah'), headName: 'Siti Aminah', matched: 'name' }])
  value(await tab.ask('patients.register', registration('Budi')))
  const day = calendarDate('2026-11-07')
  const opened = value(await tab.ask('visits.open', visitOf('Budi', day)))
  expect(opened.queue?.label).toBe('UB001')

  value(await tab.ask('sync.now', {}))
  value(await first.tab.ask('sync.now', {}))
  const lines = await first.tab.run((desk, on) => desk.dayVisits(on, null), day)
  expect(lines).toMatchObject([
    { patientName: 'Budi', kept: 'confirmed', visit: { queue: { label: 'UB001' } } },
  ])
})

it('a person who never signed in here cannot begin without the hub, one who did can', async () => {
  const { hub } = clinic
  const { ask } = first.tab
  await hub.stopHub()
  const stranger = await ask('person.sign-in', { username: 'records', password: hub.password })
  expect(stranger).toMatchObject({ ok: false, problem: 'never-signed-in-here' })
  const wrong = await ask('person.sign-in', { username: 'clinician', password: 'bukan itu' })
  expect(wrong).toMatchObject({ ok: false, problem: 'sign-in-refused' })
  value(await ask('person.sign-out', {}))
  expect(await ask('patients.register', registration('Tanpa Orang'))).toMatchObject({
    problem: 'not-allowed',
  })
  value(await ask('person.sign-in', { username: 'clinician', password: hub.password }))
  await hub.restartHub()
  await signIn(first.tab, hub, 'records')
})
