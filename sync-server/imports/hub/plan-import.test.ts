import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate, type CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { instantOf } from '../../../shared/calendar/instant.ts'
import { DOCUMENT_TYPES } from '../../../shared/documents/document-types.ts'
import type { Patient } from '../../../shared/documents/patient.ts'
import { editRecord, type Authorship } from '../../../shared/sync/edit-record.ts'
import { gatherPersons } from '../persons/gather-persons.ts'
import type { Entry } from '../rows/entry.ts'
import { importIds } from './deterministic-ids.ts'
import type { HubRecords } from './hub-records.ts'
import { matchPatient, patientIndex } from './match-patients.ts'
import { planImport, type ImportPlan, type PlannedDocument, type PlanNeeds } from './plan-import.ts'
import { stageOf } from './stage.ts'

const NOTHING: HubRecords = {
  patients: new Map(),
  households: new Map(),
  seenBefore: new Map(),
  knownConditions: new Map(),
  unreadable: new Set(),
}

const author: Authorship = {
  by: 'import',
  device: 'import',
  now: instantOf(Date.UTC(2026, 9, 31)),
  writer: 'import.1',
  lastStamp: undefined,
}
const clerk: Authorship = {
  ...author,
  by: 'sari',
  device: '1031948-A',
  writer: '1031948-A.1',
  now: instantOf(Date.UTC(2026, 10, 2)),
}

const needs: PlanNeeds = {
  ids: importIds('secret', '1031948'),
  author,
  on: calendarDate('2026-10-31'),
  goLive: calendarDate('2026-11-01'),
}

function entry(said: Partial<Entry> = {}): Entry {
  return {
    place: { sheet: '', line: 1 },
    name: 'Budi Santoso',
    sex: 'L',
    birth: { on: calendarDate('1985-12-31'), precision: 'day' },
    birthPlace: null,
    nik: null,
    noNikReason: null,
    jkn: null,
    kk: null,
    oldRm: null,
    headName: null,
    relation: null,
    address: { text: '', rt: '', rw: '', area: null, outside: null },
    phone: null,
    motherName: null,
    lastVisit: null,
    illnesses: [],
    ...said,
  }
}

function plan(entries: readonly Entry[], hub: HubRecords): ImportPlan {
  const placed = entries.map((one, index) => ({ ...one, place: { sheet: '', line: index + 2 } }))
  return planImport(gatherPersons(placed), hub, needs)
}

function over<Doc>(
  kept: ReadonlyMap<string, Doc>,
  written: readonly PlannedDocument[],
  type: string,
): ReadonlyMap<string, Doc> {
  const own = written.filter((doc) => doc.type === type)
  return new Map([...kept, ...own.map((doc) => [doc._id, doc as unknown as Doc] as const)])
}

/** What the hub holds after a plan was written. */
function after(hub: HubRecords, { registry, visits, clinical }: ImportPlan): HubRecords {
  return {
    patients: over(hub.patients, registry, 'patient'),
    households: over(hub.households, registry, 'household'),
    seenBefore: over(hub.seenBefore, visits, 'seen-before'),
    knownConditions: over(hub.knownConditions, clinical, 'known-condition'),
    unreadable: hub.unreadable,
  }
}

function all({ registry, visits, clinical }: ImportPlan): readonly PlannedDocument[] {
  return [...registry, ...visits, ...clinical]
}

function onlyPatient(hub: HubRecords): Patient {
  const [patient] = hub.patients.values()
  if (!patient || hub.patients.size !== 1) throw new Error(`${String(hub.patients.size)} patients`)
  return patient
}

const NIKS = ['3577013112850001', '3577013112850002', '3577017112900001']
const DAYS = ['1985-12-31', '1986-03-01', '2015-01-01'].map(calendarDate)

const someEntry: fc.Arbitrary<Entry> = fc
  .record({
    name: fc.constantFrom('Budi Santoso', 'BUDI S', 'Siti', 'Rafi'),
    sex: fc.constantFrom('L', 'P'),
    birthOn: fc.constantFrom(...DAYS),
    precision: fc.constantFrom('day', 'age', 'year'),
    nik: fc.option(fc.constantFrom(...NIKS)),
    jkn: fc.option(fc.constantFrom('0001234567890', '0001234567891')),
    kk: fc.option(fc.constantFrom('3577010101100001', '3577010101100002')),
    oldRm: fc.option(fc.constantFrom('12', '13')),
    headName: fc.option(fc.constantFrom('Sutris', 'Budi Santoso')),
    street: fc.constantFrom('', 'Jl. A', 'Jl. B'),
    relation: fc.option(fc.constantFrom({ code: '00' }, { code: '02' }, { child: 'unnumbered' as const })),
    phone: fc.option(fc.constantFrom('08123456789', '08198765432')),
    lastVisit: fc.option(fc.constantFrom(...['2026-01-05', '2026-03-05'].map(calendarDate))),
    illnesses: fc.constantFrom([], [{ category: 'I10' }], [{ category: 'E11' }, { category: 'I10' }]),
  })
  .map(({ birthOn, precision, street, ...said }) =>
    entry({
      ...said,
      birth: { on: birthOn, precision },
      address: { text: street, rt: '', rw: '', area: null, outside: null },
    }),
  )
const someEntries = fc.array(someEntry, { maxLength: 14 })

/** A hub that desks and earlier imports have written to: another clinic's import ids, and a clerk's edits. */
const someHub: fc.Arbitrary<HubRecords> = fc
  .tuple(
    someEntries,
    fc.array(
      fc.constantFrom<Partial<Patient>>(
        { nik: null },
        { oldRm: null, jkn: null },
        { name: 'Siti' },
        { status: 'entered-in-error' },
      ),
    ),
  )
  .map(([entries, edits]) => {
    const other = planImport(gatherPersons(entries), NOTHING, { ...needs, ids: importIds('desk', '1031948') })
    const made = after(NOTHING, other)
    const patients = [...made.patients.values()].map((patient, index) => {
      const edit = edits[index]
      return edit ? (editRecord<Patient>([patient], edit, clerk) ?? patient) : patient
    })
    return { ...made, patients: new Map(patients.map((patient) => [patient._id, patient])) }
  })

describe('an import that is run again', () => {
  it('[IM29] plans nothing, whatever the file says and the hub holds', () => {
    fc.assert(
      fc.property(someEntries, someHub, (entries, hub) => {
        const first = plan(entries, hub)
        const second = plan(entries, after(hub, first))
        expect(all(second)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('[IM29] broken off between any two documents it adds the rest and nothing else', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(40), (entries, kept) => {
        const first = plan(entries, NOTHING)
        const half = { ...first, registry: first.registry.slice(0, kept), visits: [], clinical: [] }
        const rest = plan(entries, after(NOTHING, half))
        const whole = after(after(NOTHING, half), rest)
        const ids = (hub: HubRecords) =>
          [...hub.patients.keys(), ...hub.households.keys(), ...hub.seenBefore.keys()].sort()
        expect(ids(whole)).toEqual(ids(after(NOTHING, first)))
      }),
      { numRuns: 150 },
    )
  })

  it('[IM25] gives no NIK to two active patients, and its documents pass their schemas', () => {
    fc.assert(
      fc.property(someEntries, someHub, (entries, hub) => {
        const before = [...hub.patients.values()].filter(
          (patient) => patient.status === 'active' && patient.nik !== null,
        )
        fc.pre(new Set(before.map((patient) => patient.nik)).size === before.length)
        const first = plan(entries, hub)
        for (const doc of all(first)) expect(DOCUMENT_TYPES.get(doc.type)?.read(doc).ok).toBe(true)
        const niks = [...after(hub, first).patients.values()].flatMap((patient) =>
          patient.status === 'active' && patient.nik !== null ? [patient.nik] : [],
        )
        expect(new Set(niks).size).toBe(niks.length)
      }),
      { numRuns: 200 },
    )
  })

  it('[IM27] every person of the file has one outcome', () => {
    fc.assert(
      fc.property(someEntries, someHub, (entries, hub) => {
        const gathered = gatherPersons(
          entries.map((one, index) => ({ ...one, place: { sheet: '', line: index } })),
        )
        const { outcomes } = planImport(gathered, hub, needs)
        expect(outcomes.size).toBe(gathered.persons.length)
        expect(gathered.persons.reduce((sum, person) => sum + person.rows.length, 0)).toBe(entries.length)
      }),
    )
  })
})

describe('a person whom the hub has', () => {
  const NIK = '3577013112850001'

  it.each<[string, Partial<Entry>, Partial<Entry>]>([
    ['by NIK', { nik: NIK }, { nik: NIK, phone: '08123456789' }],
    [
      'by old RM, name and birth',
      { oldRm: '12' },
      { oldRm: '012', name: 'BUDI SANTOSO', phone: '08123456789' },
    ],
    ['by old RM where the hub has no NIK', { oldRm: '12' }, { oldRm: '12', nik: NIK, phone: '08123456789' }],
  ])('[IM25] is found %s and filled', (_, atHub, said) => {
    const hub = after(
      NOTHING,
      planImport(gatherPersons([entry(atHub)]), NOTHING, { ...needs, ids: importIds('desk', '1031948') }),
    )
    const whole = after(hub, plan([entry(said)], hub))
    expect(onlyPatient(whole)).toMatchObject({ phone: '08123456789', nik: said.nik ?? atHub.nik ?? null })
  })

  it('[IM25] keeps what stands there; the difference is noted', () => {
    const hub = after(NOTHING, plan([entry({ nik: NIK, jkn: '0001234567890' })], NOTHING))
    const again = plan([entry({ nik: NIK, jkn: '0009999999999' })], hub)
    expect(all(again)).toEqual([])
    expect(again.notes.map(({ note }) => [note.kind, note.column])).toContainEqual(['field-differs', 'jkn'])
  })

  it('[IM25] a field that somebody emptied stays empty', () => {
    const file = [entry({ nik: NIK, phone: '08123456789', jkn: '0001234567890' })]
    const hub = after(NOTHING, plan(file, NOTHING))
    const edited = editRecord<Patient>([onlyPatient(hub)], { jkn: null, nik: null }, clerk)!
    const changed = { ...hub, patients: new Map([[edited._id, edited]]) }
    expect(all(plan(file, changed))).toEqual([])
  })

  it('[IM25] a withdrawn record is left alone and not made again', () => {
    const file = [entry({ nik: NIK, lastVisit: calendarDate('2026-01-05') })]
    const hub = after(NOTHING, plan([entry({ nik: NIK })], NOTHING))
    const withdrawn = editRecord<Patient>([onlyPatient(hub)], { status: 'entered-in-error' }, clerk)!
    const again = plan(file, { ...hub, patients: new Map([[withdrawn._id, withdrawn]]) })
    expect(all(again)).toEqual([])
    expect(again.notes.map(({ note }) => note.kind)).toContain('withdrawn-in-hub')
  })

  it('[IM25] a record of a newer program is left alone', () => {
    const file = [entry({ nik: NIK })]
    const id = needs.ids.patient(`nik|${NIK}`)
    expect(all(plan(file, { ...NOTHING, unreadable: new Set([id]) }))).toEqual([])
  })

  it('[IM25] a NIK that another person has at the hub is not given to this one', () => {
    const hub = after(NOTHING, plan([entry({ nik: NIK })], NOTHING))
    const child = entry({ nik: NIK, name: 'Rafi', birth: { on: DAYS[2] as CalendarDate, precision: 'day' } })
    const whole = after(hub, plan([entry({ nik: NIK }), child], hub))
    expect([...whole.patients.values()].map((patient) => [patient.name, patient.nik]).sort()).toEqual([
      ['Budi Santoso', NIK],
      ['Rafi', null],
    ])
  })
})

describe('who is who', () => {
  it('[IM25] the record of another person of the file is not taken for this one', () => {
    const said = { oldRm: '12', birth: { on: DAYS[0] as CalendarDate, precision: 'day' as const } }
    const other = entry({ ...said, birth: { on: calendarDate('1986-12-31'), precision: 'age' } })
    const made = plan([other], NOTHING)
    const [person] = gatherPersons([entry(said)]).persons
    const index = patientIndex(stageOf(after(NOTHING, made).patients))
    const [taken] = made.registry.map((doc) => doc._id)
    expect(matchPatient(person!, 'patient:own', index, new Set()).patient?._id).toBe(taken)
    expect(matchPatient(person!, 'patient:own', index, new Set([taken ?? ''])).patient).toBeUndefined()
  })

  it('[IM24] two cards of one head do not share the household that has none', () => {
    const home = { headName: 'Sutris', address: { text: 'Jl. A', rt: '', rw: '', area: null, outside: null } }
    const hub = after(
      NOTHING,
      planImport(gatherPersons([entry(home)]), NOTHING, { ...needs, ids: importIds('desk', '1031948') }),
    )
    const file = [
      entry({ nik: NIKS[0] ?? null, kk: '3577010101100001', ...home }),
      entry({ nik: NIKS[2] ?? null, name: 'Siti', kk: '3577010101100002', ...home }),
    ]
    const whole = after(hub, plan(file, hub))
    expect([...whole.households.values()].map((one) => one.kk).sort()).toEqual([
      '3577010101100001',
      '3577010101100002',
    ])
    const homes = file.map(
      ({ nik }) => [...whole.patients.values()].find((one) => one.nik === nik)?.household,
    )
    expect(new Set(homes).size).toBe(2)
  })

  it('[IM24] a household is made only where somebody joins it', () => {
    const home = { headName: 'Sutris', address: { text: 'Jl. A', rt: '', rw: '', area: null, outside: null } }
    const hub = after(NOTHING, plan([entry({ nik: NIKS[0] ?? null, ...home })], NOTHING))
    const moved = plan([entry({ nik: NIKS[0] ?? null, kk: '3577010101100001', headName: 'Ali' })], hub)
    expect(all(moved)).toEqual([])
  })
})

describe('evidence of the time before', () => {
  it('[IM26] is the last visit and chronic illness, in documents of their own', () => {
    const { visits, clinical } = plan(
      [entry({ lastVisit: calendarDate('2026-01-05'), illnesses: [{ category: 'E11' }] })],
      NOTHING,
    )
    expect(visits).toMatchObject([{ type: 'seen-before', lastVisit: '2026-01-05', source: 'import' }])
    expect(clinical).toMatchObject([
      { type: 'known-condition', category: 'E11', since: '2026-01-05', source: 'import' },
    ])
  })

  it.each<[{ since?: CalendarDate }, string, string]>([
    [{ since: calendarDate('2015-01-01') }, '2015-01-01', 'as the register says'],
    [{}, '2026-10-31', 'the day of reading'],
  ])('[IM26] an illness %j is known since %s: %s', (said, since) => {
    const { clinical } = plan([entry({ illnesses: [{ category: 'E11', ...said }] })], NOTHING)
    expect(clinical).toMatchObject([{ since }])
  })

  it('[IM26] an illness is known before the first day of the records, however late the register is read', () => {
    const late = { ...needs, on: calendarDate('2027-05-01') }
    const { clinical } = planImport(
      gatherPersons([entry({ illnesses: [{ category: 'E11' }] })]),
      NOTHING,
      late,
    )
    expect(clinical).toMatchObject([{ since: '2026-10-31' }])
  })

  it('[IM26] a later last visit replaces an earlier one, an earlier one does nothing', () => {
    const visit = (day: string) => [entry({ nik: NIKS[0] ?? null, lastVisit: calendarDate(day) })]
    const hub = after(NOTHING, plan(visit('2026-01-05'), NOTHING))
    expect(all(plan(visit('2025-01-05'), hub))).toEqual([])
    const later = plan(visit('2026-02-05'), hub)
    expect(later.visits).toMatchObject([{ lastVisit: '2026-02-05' }])
    expect(later.registry).toEqual([])
  })
})

describe('ids', () => {
  it('[IM23] depend on the clinic, the kind and the secret, and have the form of ids', () => {
    const [one, again] = [importIds('a', '1031948'), importIds('a', '1031948')]
    expect(one.patient('nik|1')).toBe(again.patient('nik|1'))
    expect(one.patient('nik|1')).toMatch(/^patient:01DXF6DT00[0-9A-HJKMNP-TV-Z]{16}$/)
    const others = [
      importIds('b', '1031948').patient('nik|1'),
      importIds('a', '1031949').patient('nik|1'),
      one.patient('nik|2'),
      one.household('nik|1'),
    ]
    expect(others).not.toContain(one.patient('nik|1'))
    expect(one.household('nik|1').slice(10)).not.toBe(one.patient('nik|1').slice(8))
  })
})
