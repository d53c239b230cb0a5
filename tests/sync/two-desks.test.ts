import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import type { NewDiagnosis } from '../../client/data/bridge/contract.ts'
import type { ConditionId } from '../../shared/documents/ids.ts'
import { diagnosis, patientForm, patientId, registration, visitId, visitOf } from '../builders/desk-forms.ts'
import { documentsAtHub, eventually, leavesAtHub, openClinic, same, value, type Clinic } from './clinic.ts'
import type { Profile, Tab } from './profile.ts'

const TODAY = calendarDate('2026-10-31')
const REGISTRY = 'registry-1031948'
const VISITS = 'visits-1031948-2026'
const CLINICAL = 'clinical-1031948-2026'

let clinic: Clinic
let loket: { profile: Profile; tab: Tab }
let poli: { profile: Profile; tab: Tab }

beforeAll(async () => {
  clinic = await openClinic()
  loket = await clinic.desk('loket')
  poli = await clinic.desk('clinician')
})
afterAll(() => clinic.close())

async function syncBoth(): Promise<void> {
  for (const { tab } of [loket, poli, loket])
    expect(value(await tab.ask('sync.now', {}))).toMatchObject({ waiting: 0, refused: 0 })
}

async function leavesAt({ tab }: { tab: Tab }, database: string, id: string): Promise<readonly string[]> {
  return tab.run((desk, [name, record]) => desk.leafRevisions(name, record), [database, id] as const)
}

async function shown({ tab }: { tab: Tab }, name: string) {
  const view = await tab.run((desk, id) => desk.patient(id), patientId(name))
  if (!view) throw new Error(`${name} is not held`)
  return view.patient
}

describe('one patient edited at two desks', () => {
  it('[RM2] both edits stay, the hub settles it once, and all leaves are the same everywhere', async () => {
    value(await loket.tab.ask('patients.register', registration('Wati')))
    await syncBoth()
    await clinic.hub.stopHub()
    const at = { patient: patientId('Wati') }
    value(await loket.tab.ask('patients.edit', { ...at, changes: { phone: '08123456789' } }))
    value(await poli.tab.ask('patients.edit', { ...at, changes: { jkn: '0001234567890' } }))
    value(await poli.tab.ask('patients.edit', { ...at, changes: { name: 'Wati Lestari' } }))
    value(await loket.tab.ask('patients.edit', { ...at, changes: { name: 'Wati Lestarini' } }))
    await clinic.hub.restartHub()
    await syncBoth()

    const [resolved] = await eventually(
      () => clinic.hub.registry().couch.getLeaves(REGISTRY, at.patient),
      ([winner]) => winner?.['by'] === 'hub',
    )
    await syncBoth()
    const atHub = await leavesAtHub(clinic.hub, REGISTRY, at.patient)
    for (const desk of [loket, poli]) {
      expect(await leavesAt(desk, REGISTRY, at.patient)).toEqual(atHub)
      expect(await shown(desk, 'Wati')).toMatchObject({
        _rev: resolved?._rev,
        name: 'Wati Lestarini',
        phone: '08123456789',
        jkn: '0001234567890',
        lost: { name: [{ value: 'Wati Lestari' }] },
      })
    }
    await syncBoth()
    expect(await leavesAtHub(clinic.hub, REGISTRY, at.patient)).toEqual(atHub)
  })
})

describe('saving', () => {
  it('[SV2] the same record saved twice, at once or later, is one record', async () => {
    const form = { ...registration('Rahayu'), draftKey: 'new-patient' }
    value(await loket.tab.ask('drafts.save', { key: 'new-patient', content: form }))
    const answers = await Promise.all([1, 2, 3].map(() => loket.tab.ask('patients.register', form)))
    const households = answers.map((answer) => value(answer).household)
    expect(new Set(households).size).toBe(1)
    expect(value(await loket.tab.ask('drafts.load', { key: 'new-patient' }))).toBeNull()
    const visits = await Promise.all([1, 2].map(() => loket.tab.ask('visits.open', visitOf('Rahayu', TODAY))))
    expect(new Set(visits.map((answer) => value(answer).queue?.label)).size).toBe(1)
    await syncBoth()
    const patients = await documentsAtHub(clinic.hub, REGISTRY, 'patient')
    expect(patients.filter((doc) => doc['name'] === 'Rahayu')).toHaveLength(1)
    const families = await documentsAtHub(clinic.hub, REGISTRY, 'household')
    expect(families.filter((doc) => doc['headName'] === 'Rahayu')).toHaveLength(1)
  })

  it('[SV3] one NIK has one active patient', async () => {
    const nik = '3577012802900001'
    value(await loket.tab.ask('patients.register', registration('Pemilik', { nik, noNikReason: null })))
    const second = registration('Kedua', { nik, noNikReason: null })
    expect(await loket.tab.ask('patients.register', second)).toEqual({
      ok: false,
      problem: 'nik-in-use',
      fields: [patientId('Pemilik')],
    })
    expect(
      await loket.tab.ask('patients.edit', { patient: patientId('Rahayu'), changes: { nik } }),
    ).toMatchObject({
      problem: 'nik-in-use',
    })
    const wrong = registration('Salah', { nik: '3577013102900000', noNikReason: null })
    expect(await loket.tab.ask('patients.register', wrong)).toMatchObject({
      problem: 'not-valid',
      fields: ['nik'],
    })
  })

  it('[SV4] no visit after today or before the birth', async () => {
    const future = visitOf('Rahayu', calendarDate('2026-11-01'))
    expect(await loket.tab.ask('visits.open', future)).toMatchObject({ problem: 'date-in-future' })
    const before = visitOf('Rahayu', calendarDate('1990-02-27'))
    expect(await loket.tab.ask('visits.open', before)).toMatchObject({ problem: 'before-birth' })
    const nobody = {
      ...visitOf('Rahayu', TODAY),
      encounter: visitId('lain', TODAY),
      patient: patientId('Bukan'),
    }
    expect(await loket.tab.ask('visits.open', nobody)).toMatchObject({ problem: 'not-found' })
  })

  it('[SV5] recording the same diagnoses again changes nothing, leaving one out withdraws it', async () => {
    const encounter = visitId('Rahayu', TODAY)
    const record = (codes: readonly string[], began: readonly NewDiagnosis[] = []) =>
      poli.tab.ask('conditions.record', { encounter, began, diagnoses: codes.map(diagnosis), draftKey: null })
    await syncBoth()
    value(await record(['A09', 'I10']))
    value(await record(['A09', 'I10']))
    await syncBoth()
    const made = await documentsAtHub(clinic.hub, CLINICAL, 'condition')
    expect(made.map((doc) => [doc['code'], doc['status'], doc._rev.slice(0, 2)]).sort()).toEqual([
      ['A09', 'active', '1-'],
      ['I10', 'active', '1-'],
    ])
    const ids = made.map((doc) => ({ ...diagnosis(String(doc['code'])), id: doc._id as ConditionId }))
    value(await record(['I10'], ids))
    await syncBoth()
    const after = await documentsAtHub(clinic.hub, CLINICAL, 'condition')
    expect(after.map((doc) => [doc['code'], doc['status']]).sort()).toEqual([
      ['A09', 'entered-in-error'],
      ['I10', 'active'],
    ])
    const [visit] = (await documentsAtHub(clinic.hub, VISITS, 'encounter')).filter(
      (doc) => doc._id === encounter,
    )
    expect(visit).toMatchObject({ status: 'served', servedBy: 'poli' })
  })

  it('[SV6] nobody saves what their roles do not include', async () => {
    const encounter = visitId('Rahayu', TODAY)
    const asLoket = loket.tab.ask('conditions.record', {
      encounter,
      began: [],
      diagnoses: [diagnosis('A09')],
      draftKey: null,
    })
    expect(await asLoket).toEqual({ ok: false, problem: 'not-allowed' })
  })

  it('[SV1] a registration with a fault in any part keeps nothing of it', async () => {
    const form = {
      ...registration('Cacat'),
      cover: { scheme: 'tidak sah', card: null, registeredAt: null, from: TODAY, to: null },
    }
    expect(await loket.tab.ask('patients.register', form)).toMatchObject({
      problem: 'not-valid',
      fields: ['scheme'],
    })
    expect(await loket.tab.run((desk, id) => desk.patient(id), patientId('Cacat'))).toBeNull()
    const nameless = { ...registration('Kosong'), content: patientForm(' ') }
    expect(await loket.tab.ask('patients.register', nameless)).toMatchObject({ problem: 'not-valid' })
  })
})

describe('two tabs of one PC', () => {
  it('[EX3] the second saves and searches, the first sends; when the first dies the second takes over', async () => {
    const second = await loket.profile.tab(clinic.hub.url)
    expect(value(await second.ask('desk.open', {}))).toMatchObject({
      stage: 'signed-in',
      person: { username: 'loket' },
    })
    value(await second.ask('patients.register', registration('Tab Kedua')))
    const status = value(await second.ask('sync.now', {}))
    expect(status).toMatchObject({ waiting: 0, otherTabSends: true })
    await eventually(
      async () => value(await loket.tab.ask('patients.search', { text: 'tab kedua', limit: 3 })).length,
      (hits) => hits === 1,
    )
    await loket.tab.page.close()
    value(await second.ask('patients.register', registration('Sesudahnya')))
    await eventually(
      async () => value(await second.ask('sync.now', {})),
      ({ waiting, otherTabSends }) => waiting === 0 && !otherTabSends,
    )
    loket = { ...loket, tab: second }
    const names = (await documentsAtHub(clinic.hub, REGISTRY, 'patient')).map((doc) => doc['name'])
    expect(names).toEqual(expect.arrayContaining(['Tab Kedua', 'Sesudahnya']))
  })

  it('[SV3] two tabs that save one NIK at the same moment make one patient', async () => {
    const other = await loket.profile.tab(clinic.hub.url)
    const nik = '3577014101880002'
    const answers = await Promise.all([
      loket.tab.ask('patients.register', registration('Kembar Satu', { nik, noNikReason: null })),
      other.ask('patients.register', registration('Kembar Dua', { nik, noNikReason: null })),
    ])
    expect(answers.map((answer) => (answer.ok ? 'saved' : answer.problem)).sort()).toEqual([
      'nik-in-use',
      'saved',
    ])
  })
})

it('[RM1] a read model deleted by hand is there again after the next start', async () => {
  await syncBoth()
  const before = await shown(loket, 'Wati')
  await loket.tab.page.goto('about:blank')
  const tab = await loket.profile.tab(`${clinic.hub.url}/?forget-read-model`)
  loket = { ...loket, tab }
  expect(
    await eventually(
      () => shown(loket, 'Wati').catch(() => null),
      (view) => same(view, before),
    ),
  ).toEqual(before)
  const hits = await eventually(
    async () => value(await tab.ask('patients.search', { text: 'rahayu', limit: 3 })),
    (found) => found.length > 0,
  )
  expect(hits).toMatchObject([{ id: patientId('Rahayu') }])
})
