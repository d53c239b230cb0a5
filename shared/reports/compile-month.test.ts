import { describe, expect, it } from 'vitest'
import {
  aDiagnosis,
  aHousehold,
  anAddress,
  aPatient,
  aVisit,
  seenBefore,
  type AnyDocument,
} from '../../tests/builders/clinic-documents.ts'
import { aSetting, reportOf, tableOf } from '../../tests/recount/month-of.ts'

const DAY = '2026-10-05'
const seen = (over: Readonly<Record<string, unknown>> = {}) => aVisit('v1', DAY, '08:00', 'siti', over)
const ill = (code: string, over: Readonly<Record<string, unknown>> = {}) =>
  aDiagnosis('d1', { name: 'v1', on: DAY, patient: 'siti' }, code, over)

const cases = (documents: readonly AnyDocument[], over = {}) =>
  tableOf(reportOf(documents, 'form-11', over), 'cases')
const visits = (documents: readonly AnyDocument[], over = {}) =>
  tableOf(reportOf(documents, 'visits', over), 'payer')

/** A record in which two desks wrote a field at once, both over the value `before`. */
function disputed(document: AnyDocument, field: string, before: unknown, other: unknown): AnyDocument {
  const stamp = (at: string) => `2026-10-${at}T01:00:00.000Z/0000/1031948-A.k3`
  const replaced = before === undefined ? [] : [{ stamp: stamp('01'), value: before }]
  return {
    ...document,
    stamps: { ...(document['stamps'] as object), [field]: stamp('03') },
    replaced: { [field]: replaced },
    lost: { [field]: [{ stamp: stamp('02'), value: other, replaced }] },
  }
}

describe('what every report does', () => {
  it('[RP1] a document that cannot be read lies in the tray of its month and stops nothing', () => {
    const broken = [
      { ...seen(), kind: 'neither' },
      { ...ill('J00'), on: '2026-10-06' },
      { ...aVisit('v2', DAY, '08:00', 'siti'), schema: 99 },
      { ...aPatient('odd'), birth: 'long ago' },
      { ...aHousehold('odd'), address: null },
    ]
    expect(visits(broken).proof.tray).toEqual({ malformed: 1, 'newer-than-this-app': 1 })
    expect(cases(broken).proof.tray).toEqual({ malformed: 1 })
    const cover = reportOf(broken, 'poor-cover')
    expect(tableOf(cover, 'persons').proof.tray).toEqual({ malformed: 1 })
    expect(tableOf(cover, 'families').proof.tray).toEqual({ malformed: 1 })
    expect(visits(broken, { period: '2026-11' }).proof.read).toBe(0)
  })

  it('[RP2] a disputed field counts with its last undisputed value, and is listed', () => {
    const birth = (on: string) => ({ on, precision: 'day' })
    const siti = disputed(
      aPatient('siti', { birth: birth('1950-01-01') }),
      'birth',
      birth('1990-01-01'),
      birth('1991-01-01'),
    )
    const report = reportOf([siti, seen(), ill('J00')], 'form-11')
    expect(tableOf(report, 'cases').cells).toEqual({ J19: { 'baru/20-44y/P': 1 } })
    expect(report.content.disputed).toBe(1)
    expect(report.lists.disputed).toHaveLength(1)
  })

  it('[RP2] where nobody ever agreed on a value the fact lies in the tray', () => {
    const sex = disputed(aPatient('siti'), 'sex', undefined, 'L')
    expect(cases([sex, seen(), ill('J00')]).proof.tray).toEqual({ 'person-disputed': 1 })
    const state = disputed(seen(), 'status', undefined, 'cancelled')
    expect(visits([aPatient('siti'), state]).proof.tray).toEqual({ 'visit-state-disputed': 1 })
    const code = disputed(ill('J00'), 'code', undefined, 'J06.9')
    expect(cases([aPatient('siti'), seen(), code]).proof.tray).toEqual({ 'diagnosis-disputed': 1 })
  })

  it('[RP2] a visit served at one desk and cancelled at another counts as what both had seen', () => {
    const state = disputed(seen(), 'status', 'registered', 'cancelled')
    expect(visits([aPatient('siti'), state]).proof.excluded).toEqual({ 'visit-only-registered': 1 })
  })

  it('[RP3] each fact is judged by the settings of its own day', () => {
    const settings = [aSetting('counts-as-visit', '2026-10-10', 'registered')]
    const waiting = (name: string, on: string) =>
      aVisit(name, on, '08:00', 'siti', { status: 'registered', servedBy: null })
    const report = reportOf(
      [aPatient('siti'), waiting('a', '2026-10-09'), waiting('b', '2026-10-10')],
      'visits',
      { settings },
    )
    expect(tableOf(report, 'payer').proof).toMatchObject({
      counted: 1,
      excluded: { 'visit-only-registered': 1 },
    })
    expect(report.content.settings.filter(({ key }) => key === 'counts-as-visit')).toEqual([
      { key: 'counts-as-visit', from: null, value: 'served' },
      { key: 'counts-as-visit', from: '2026-10-10', value: 'registered' },
    ])
  })

  it.each([
    ['served', { counted: 1, excluded: {} }],
    ['registered', { counted: 0, excluded: { 'visit-only-registered': 1 } }],
    ['cancelled', { counted: 0, excluded: { 'visit-cancelled': 1 } }],
    ['entered-in-error', { counted: 0, excluded: { 'visit-entered-in-error': 1 } }],
  ])('[RP4] a visit %s', (status, proof) => {
    expect(visits([aPatient('siti'), seen({ status })]).proof).toMatchObject(proof)
    expect(cases([aPatient('siti'), seen({ status }), ill('J00')]).proof).toMatchObject(proof)
  })

  it('[RP5] what does not fit together lies in the tray', () => {
    const born = aPatient('siti', { birth: { on: '2026-10-06', precision: 'day' } })
    expect(visits([born, seen()]).proof.tray).toEqual({ 'birth-after-visit': 1 })
    expect(visits([seen()]).proof.tray).toEqual({ 'patient-missing': 1 })
    expect(cases([aPatient('siti'), ill('J00')]).proof.tray).toEqual({ 'visit-missing': 1 })
    const other = ill('J00', { patient: 'patient:00000000000000000000000B0B' })
    expect(cases([aPatient('siti'), seen(), other]).proof.tray).toEqual({ 'another-patient': 1 })
    const withdrawn = aPatient('siti', { status: 'entered-in-error' })
    expect(visits([withdrawn, seen()]).proof.tray).toEqual({ 'patient-entered-in-error': 1 })
  })

  it('[RP6] records of one person, merged, are one person', () => {
    const [keep, merged] = [aPatient('siti'), aPatient('sitti')]
    const documents = [keep, merged, seen(), aVisit('v2', '2026-10-06', '08:00', 'sitti')]
    expect(visits(documents).cells['UMUM']).toEqual({ 'baru/P/sakit/dalam/bukan': 2 })
    const personOf = (id: string) => (id === merged._id ? keep._id : id)
    expect(visits(documents, { personOf }).cells['UMUM']).toEqual({
      'baru/P/sakit/dalam/bukan': 1,
      'lama/P/sakit/dalam/bukan': 1,
    })
  })

  it('[RP7] says which new flags rest on no history', () => {
    const documents = [aPatient('siti'), seen(), ill('I10')]
    const all = { goLive: '2026-03-01' }
    expect(reportOf(documents, 'form-11', all).content.flags).toEqual({ baru: 1, withoutHistory: 1 })
    expect(reportOf(documents, 'visits', all).lists.withoutHistory).toEqual([documents[1]?._id])
    const known = [...documents, seenBefore('siti', '2025-12-01')]
    expect(reportOf(known, 'visits', all).content.flags).toEqual({ baru: 1, withoutHistory: 0 })
  })
})

describe('what is history', () => {
  const september = aVisit('h1', '2026-09-28', '08:00', 'siti', {
    status: 'cancelled',
    cancelReason: 'pulang',
  })

  it('[VN2] a visit that does not count makes no later one old', () => {
    expect(visits([aPatient('siti'), september, seen()]).cells['UMUM']).toEqual({
      'baru/P/sakit/dalam/bukan': 1,
    })
  })

  it.each<[Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, string]>([
    [{}, { status: 'entered-in-error' }, 'a withdrawn diagnosis'],
    [{ status: 'cancelled', cancelReason: 'pulang' }, {}, 'a diagnosis at a cancelled visit'],
  ])('[CC9] %#: %s is no history', (visit, diagnosis) => {
    const documents = [
      aPatient('siti'),
      aVisit('h1', '2026-09-28', '08:00', 'siti', visit),
      aDiagnosis('h1d', { name: 'h1', on: '2026-09-28', patient: 'siti' }, 'J00', diagnosis),
      seen(),
      ill('J00'),
    ]
    expect(cases(documents).cells).toEqual({ J19: { 'baru/20-44y/P': 1 } })
  })
})

describe('visits', () => {
  it('[VS2] contacts outside the building can be left out, and are no contact then', () => {
    const documents = [
      aPatient('siti'),
      aVisit('h1', '2026-10-01', '08:00', 'siti', { place: 'outside' }),
      seen(),
    ]
    expect(visits(documents).cells['UMUM']).toEqual({
      'baru/P/sakit/dalam/bukan': 1,
      'lama/P/sakit/dalam/bukan': 1,
    })
    const settings = [aSetting('counts-outside', '2026-01-01', false)]
    const without = visits(documents, { settings })
    expect(without.cells['UMUM']).toEqual({ 'baru/P/sakit/dalam/bukan': 1 })
    expect(without.proof.excluded).toEqual({ 'outside-building': 1 })
  })

  it('[VS3] a payer or unit that the list lacks lies in the tray of its table', () => {
    const report = reportOf([aPatient('siti'), seen({ payer: 'NEW_ONE', unit: 'ATTIC' })], 'visits')
    expect(tableOf(report, 'payer').proof.tray).toEqual({ 'payer-not-listed': 1 })
    expect(tableOf(report, 'unit').proof.tray).toEqual({ 'unit-not-listed': 1 })
  })

  it.each([
    [anAddress('3577011002'), 'dalam'],
    [anAddress('3519010001'), 'luar'],
    [anAddress(null, 'Kab. Ngawi'), 'luar'],
    [anAddress(null), 'belum'],
  ])('[VS5] %o is %s', (address, residence) => {
    const { cells } = visits([aPatient('siti', { address }), seen()])
    expect(cells['UMUM']).toEqual({ [`baru/P/sakit/${residence}/bukan`]: 1 })
  })
})
