/** The month on a real hub: compiled from its databases, published, read by the Dinas, kept from those it is not for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { month } from '../../shared/calendar/month.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { typeOfId } from '../../shared/documents/ids.ts'
import type { Report } from '../../shared/documents/report.ts'
import { FORMS, type FormId } from '../../shared/reports/report-content.ts'
import { compilePeriod } from '../../sync-server/compiler/compile-period.ts'
import { latestReport } from '../../sync-server/compiler/publish-report.ts'
import { startTestHub, FACILITY, type TestHub } from '../builders/hub.ts'
import { aDiagnosis, aVisit } from '../builders/clinic-documents.ts'
import { store } from '../builders/stored-clinic.ts'
import * as byHand from '../recount/small-clinic-by-hand.ts'
import { SMALL_CLINIC } from '../recount/small-clinic.ts'

const PERIOD = month('2026-10')
/** The morning after the month. */
const AFTER = Date.UTC(2026, 10, 1, 2, 0, 0)

let hub: TestHub

const compileNow = () => compilePeriod({ couch: hub.registry().couch, now: hub.clock.now }, PERIOD)

async function reportNow(form: FormId): Promise<Report> {
  const report = await latestReport(hub.registry().couch, FACILITY, form, PERIOD)
  if (!report) throw new Error(`${form} was not published`)
  return report
}

const cellsOf = (report: Report, table: string) => report.tables.find(({ id }) => id === table)?.cells

beforeAll(async () => {
  hub = await startTestHub()
  await store(hub, SMALL_CLINIC)
})
afterAll(async () => {
  await hub.stop()
})

describe('compiling on a hub', () => {
  it('[RV2] before the end of the month publishes for looking only: nothing has arrived', async () => {
    const [outcome] = await compileNow()
    expect(outcome).toMatchObject({
      ok: true,
      publications: FORMS.map((form) => ({ form, outcome: 'published', revision: 1 })),
    })
    expect(await reportNow('form-11')).toMatchObject({ revision: 1, provisional: true, arrivedAt: null })
  })

  it('[RV2] after it the first publication is the arrival, with the counts made by hand', async () => {
    hub.clock.set(AFTER)
    await compileNow()
    const report = await reportNow('form-11')
    expect(report).toMatchObject({
      revision: 2,
      provisional: false,
      arrivedAt: new Date(AFTER).toISOString(),
    })
    expect(cellsOf(report, 'cases')).toEqual(byHand.FORM_11_CELLS)
    expect(report.tables[0]?.proof).toEqual(byHand.FORM_11_PROOF)
    expect(cellsOf(await reportNow('visits'), 'payer')).toEqual(byHand.VISIT_CELLS)
    expect(cellsOf(await reportNow('poor-cover'), 'persons')).toEqual(byHand.POOR_PERSON_CELLS)
    const punches = (await reportNow('punctuality')).tables.find(({ id }) => id === 'punches')
    expect(punches?.proof).toEqual(byHand.PUNCH_PROOF)
  })

  it('says which databases it read and from which desks records have come', async () => {
    const report = await reportNow('form-11')
    expect(Object.keys(report.sources)).toContain(`clinical-${FACILITY}-2026`)
    expect(report.desks).toEqual([
      { device: '1031948-A', lastRecordAt: '2026-10-31T01:00:00.000Z', recordsInMonth: expect.any(Number) },
    ])
  })

  it('[RV1] publishes nothing where nothing new is to say', async () => {
    hub.clock.advance(3_600_000)
    const [outcome] = await compileNow()
    expect(outcome).toMatchObject({ publications: FORMS.map((form) => ({ form, outcome: 'unchanged' })) })
    expect((await reportNow('form-11')).revision).toBe(2)
  })

  it('[RV1][RV2] a late record makes the next revision of what it changes, and keeps the arrival', async () => {
    const visit = { name: 'late', on: '2026-10-30', patient: 'dewi' }
    await store(hub, [
      aVisit(visit.name, visit.on, '09:00', visit.patient),
      aDiagnosis('lated', visit, 'J00'),
    ])
    const [outcome] = await compileNow()
    expect(outcome).toMatchObject({
      publications: [
        { form: 'form-11', outcome: 'published', revision: 3 },
        { form: 'visits', outcome: 'published', revision: 3 },
        { form: 'poor-cover', outcome: 'unchanged' },
        { form: 'punctuality', outcome: 'unchanged' },
      ],
    })
    const report = await reportNow('form-11')
    expect(report.arrivedAt).toBe(new Date(AFTER).toISOString())
    expect(cellsOf(report, 'cases')?.['J19']).toEqual({ 'baru/20-44y/P': 2, 'baru/29d-1y/P': 1 })
  })

  it('[RV3] several processes at once make one revision', async () => {
    const visit = { name: 'later', on: '2026-10-30', patient: 'tini' }
    await store(hub, [
      aVisit(visit.name, visit.on, '10:00', visit.patient),
      aDiagnosis('laterd', visit, 'J00'),
    ])
    const outcomes = await Promise.all([compileNow(), compileNow(), compileNow()])
    const form11 = outcomes.flatMap(([one]) =>
      one?.ok ? one.publications.filter(({ form }) => form === 'form-11') : [],
    )
    expect(form11.map(({ revision }) => revision)).toEqual([4, 4, 4])
    expect(form11.filter(({ outcome }) => outcome === 'published')).toHaveLength(1)
  })

  it('counts a record whose leaves nobody has resolved as their merge', async () => {
    const { couch } = hub.registry()
    const name = `visits-${FACILITY}-2026`
    const id = aVisit('v01', '2026-10-01', '07:30', 'siti')._id
    const before = await couch.get(name, id)
    if (!before) throw new Error('no such visit')
    const stamp = (minute: string) => `2026-11-01T01:${minute}:00.000Z/0000/1031948-B.k9`
    const { _rev, ...rest } = before
    const leaf = (digit: string, field: string, value: string, minute: string) => ({
      ...rest,
      [field]: value,
      stamps: { ...(before['stamps'] as object), [field]: stamp(minute) },
      replaced: {
        [field]: [{ stamp: (before['stamps'] as Record<string, string>)[field], value: before[field] }],
      },
      _rev: `2-${digit.repeat(32)}`,
      _revisions: { start: 2, ids: [digit.repeat(32), _rev.slice(2)] },
    })
    await couch.bulkWrite(name, [leaf('a', 'payer', 'SKTM', '10'), leaf('b', 'unit', 'GIGI', '20')], {
      newEdits: false,
    })
    await compileNow()
    const report = await reportNow('visits')
    expect(cellsOf(report, 'payer')?.['SKTM']).toEqual({ 'lama/P/sakit/dalam/gakin': 1 })
    expect(cellsOf(report, 'unit')?.['GIGI']).toMatchObject({ 'lama/P/sakit/dalam/gakin': 1 })
  })

  it('every stored report and its facts are documents that the schemas know', async () => {
    const { couch } = hub.registry()
    for (const name of [`reports-${FACILITY}`, `clinical-${FACILITY}-2026`, `staff-${FACILITY}`]) {
      const rows = await couch.allDocs(name, { includeDocs: true })
      const published = rows.filter(({ id }) => /^(staff-)?report/.test(id))
      expect(published.length).toBeGreaterThan(0)
      for (const { id, doc } of published)
        expect(DOCUMENT_TYPES.get(typeOfId(id))?.read(doc)).toMatchObject({ ok: true })
    }
  })
})
