import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { diagnosis, patientId, registration, visitId, visitOf } from '../builders/desk-forms.ts'
import { documentsAtHub, openClinic, value, type Clinic } from './clinic.ts'
import type { Profile, Tab } from './profile.ts'

const TODAY = calendarDate('2026-10-31')
const YESTERDAY = calendarDate('2026-10-30')
const LAST_YEAR = calendarDate('2025-12-30')

let clinic: Clinic
let loket: { profile: Profile; tab: Tab }
let poli: { profile: Profile; tab: Tab }

beforeAll(async () => {
  clinic = await openClinic()
  loket = await clinic.desk('loket')
  poli = await clinic.desk('clinician')
  value(await loket.tab.ask('patients.register', registration('Ratna')))
})
afterAll(() => clinic.close())

async function syncBoth(): Promise<void> {
  for (const { tab } of [loket, poli, loket])
    expect(value(await tab.ask('sync.now', {}))).toMatchObject({ waiting: 0, refused: 0 })
}

/** Another visit of Ratna, under a name of its own. */
function visit(name: string, day = TODAY) {
  return { ...visitOf('Ratna', day), encounter: visitId(name, day) }
}

/** A page of the register, entered afterwards. */
function page(name: string, day = YESTERDAY) {
  return { ...visit(name, day), queue: false }
}

async function visitAtHub(id: string, year = 2026) {
  const docs = await documentsAtHub(clinic.hub, `visits-1031948-${String(year)}`, 'encounter')
  return docs.find((doc) => doc._id === id)
}

async function diagnosesAtHub(encounter: string) {
  const docs = await documentsAtHub(clinic.hub, 'clinical-1031948-2026', 'condition')
  const made = docs.filter((doc) => doc['encounter'] === encounter)
  return made.map((doc) => `${String(doc['code'])} ${String(doc['status'])} ${doc._rev.slice(0, 1)}`).sort()
}

describe('closing the day', () => {
  it('[SV7] marks as served only what waits, without the hub, and once', async () => {
    const names = ['menunggu', 'juga', 'batal', 'diperiksa'] as const
    for (const name of names) value(await loket.tab.ask('visits.open', visit(name)))
    const encounters = names.map((name) => visitId(name, TODAY))
    const waiting = visitId('menunggu', TODAY)
    const cancelled = visitId('batal', TODAY)
    value(await loket.tab.ask('visits.cancel', { encounter: cancelled, reason: 'Pasien pulang' }))
    await syncBoth()
    const found = {
      encounter: visitId('diperiksa', TODAY),
      began: [],
      diagnoses: [diagnosis('J06')],
      draftKey: null,
    }
    value(await poli.tab.ask('conditions.record', found))
    await syncBoth()

    await clinic.hub.stopHub()
    expect(value(await loket.tab.ask('visits.close-day', { encounters }))).toEqual({ served: 2 })
    expect(value(await loket.tab.ask('visits.close-day', { encounters }))).toEqual({ served: 0 })
    await clinic.hub.restartHub()
    await syncBoth()
    for (const id of [waiting, visitId('juga', TODAY)])
      expect(await visitAtHub(id)).toMatchObject({ status: 'served', servedBy: 'day-closed' })
    expect((await visitAtHub(waiting))?._rev.slice(0, 2)).toBe('2-')
    expect(await visitAtHub(cancelled)).toMatchObject({ status: 'cancelled', cancelReason: 'Pasien pulang' })
    expect(await visitAtHub(visitId('diperiksa', TODAY))).toMatchObject({
      status: 'served',
      servedBy: 'poli',
    })
  })

  it('[SV7] closes visits of any day that is held, and nothing where one is not held', async () => {
    const input = visit('tahun lalu', LAST_YEAR)
    value(await loket.tab.ask('visits.open', input))
    const unknown = visitId('tidak ada', TODAY)
    const asked = loket.tab.ask('visits.close-day', { encounters: [input.encounter, unknown] })
    expect(await asked).toEqual({ ok: false, problem: 'not-found' })
    expect(value(await loket.tab.ask('visits.close-day', { encounters: [input.encounter] }))).toEqual({
      served: 1,
    })
    await syncBoth()
    expect(await visitAtHub(input.encounter, 2025)).toMatchObject({ servedBy: 'day-closed' })
  })
})

describe('a page entered afterwards', () => {
  it('[SV8] is served at once, without a number, at the beginning of its day', async () => {
    const input = page('halaman')
    expect(value(await loket.tab.ask('visits.open', input)).queue).toBeNull()
    value(await loket.tab.ask('visits.open', input))
    await syncBoth()
    expect(await visitAtHub(input.encounter)).toMatchObject({
      _rev: expect.stringMatching(/^1-/) as unknown,
      on: YESTERDAY,
      arrivedAt: '2026-10-29T17:00:00.000Z',
      status: 'served',
      servedBy: 'back-entry',
      queue: null,
    })
  })

  it('[SV8] of last year goes into the slice of last year; an older one is refused', async () => {
    const input = page('lama', LAST_YEAR)
    value(await loket.tab.ask('visits.open', input))
    await syncBoth()
    expect(await visitAtHub(input.encounter, 2025)).toMatchObject({ servedBy: 'back-entry' })
    const old = page('terlalu lama', calendarDate('2024-12-31'))
    expect(await loket.tab.ask('visits.open', old)).toEqual({ ok: false, problem: 'year-not-held' })
  })

  it('[SV8] keeps its state when the diagnoses come later', async () => {
    const encounter = visitId('halaman', YESTERDAY)
    value(
      await poli.tab.ask('conditions.record', {
        encounter,
        began: [],
        diagnoses: [diagnosis('A09')],
        draftKey: null,
      }),
    )
    await syncBoth()
    expect(await visitAtHub(encounter)).toMatchObject({ servedBy: 'back-entry' })
    expect(await diagnosesAtHub(encounter)).toEqual(['A09 active 1'])
  })
})

describe('a visit on a wrong day', () => {
  it('[SV9] is withdrawn, and the one that replaces it takes its diagnoses along, once', async () => {
    const wrong = visitId('diperiksa', TODAY)
    const right = { ...page('yang benar'), replaces: wrong }
    expect(await poli.tab.ask('visits.open', right)).toMatchObject({
      problem: 'not-valid',
      fields: ['replaces'],
    })
    value(await poli.tab.ask('visits.withdraw', { encounter: wrong }))
    value(await poli.tab.ask('visits.withdraw', { encounter: wrong }))
    value(await poli.tab.ask('visits.open', right))
    value(await poli.tab.ask('visits.open', right))
    await syncBoth()
    expect(await visitAtHub(wrong)).toMatchObject({ status: 'entered-in-error' })
    expect(await visitAtHub(right.encounter)).toMatchObject({
      on: YESTERDAY,
      status: 'served',
      replaces: wrong,
    })
    expect(await diagnosesAtHub(wrong)).toEqual(['J06 entered-in-error 2'])
    expect(await diagnosesAtHub(right.encounter)).toEqual(['J06 active 1'])
  })

  it('[SV9] names no visit of another person', async () => {
    value(await loket.tab.ask('patients.register', registration('Orang Lain')))
    const wrong = visitId('diperiksa', TODAY)
    const input = { ...page('orang lain'), patient: patientId('Orang Lain'), replaces: wrong }
    expect(await loket.tab.ask('visits.open', input)).toMatchObject({
      problem: 'not-valid',
      fields: ['replaces'],
    })
  })

  it('[VD3] is not withdrawn by the loket once it was examined, nor where it was cancelled', async () => {
    const input = visit('periksa lagi')
    value(await loket.tab.ask('visits.open', input))
    await syncBoth()
    const { encounter } = input
    value(
      await poli.tab.ask('conditions.record', {
        encounter,
        began: [],
        diagnoses: [diagnosis('I10')],
        draftKey: null,
      }),
    )
    await syncBoth()
    expect(await loket.tab.ask('visits.withdraw', { encounter })).toEqual({ ok: false, problem: 'examined' })
    const cancelled = { encounter: visitId('batal', TODAY) }
    expect(await loket.tab.ask('visits.withdraw', cancelled)).toEqual({ ok: false, problem: 'cancelled' })
  })
})
