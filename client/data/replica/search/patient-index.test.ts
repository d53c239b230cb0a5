import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../../shared/calendar/calendar-date.ts'
import type { HouseholdEntry, PatientEntry, SearchEntry } from '../../read-model/search-entries.ts'
import { patientIndex } from './patient-index.ts'

function person(id: string, name: string, changes: Partial<PatientEntry> = {}): PatientEntry {
  return {
    kind: 'patient',
    id: `patient:${id}`,
    name,
    sex: 'P',
    birth: { on: calendarDate('1985-03-12'), precision: 'day' },
    household: null,
    area: null,
    outside: null,
    nik: null,
    jkn: null,
    rm: null,
    oldRm: null,
    phone: null,
    deceased: false,
    ...changes,
  }
}

function family(id: string, headName: string, kk: string | null = null): HouseholdEntry {
  return { kind: 'household', id: `household:${id}`, headName, kk }
}

function indexOf(...entries: readonly SearchEntry[]) {
  const index = patientIndex()
  index.setAreas(new Map([['3577011001', 'Oro-oro Ombo']]))
  index.apply(entries)
  return index
}

const found = (index: ReturnType<typeof indexOf>, text: string, limit = 10) =>
  index.search(text, limit).map(({ patient }) => patient.id.slice('patient:'.length))

const CLINIC = [
  family('f1', 'Soeparman', '3577012345678901'),
  person('aminah', 'Siti Aminah', { household: 'household:f1', nik: '3577015203850001', area: '3577011001' }),
  person('aminatun', 'Siti Aminatun', { jkn: '0001234567890', phone: '+62 812-3456-789' }),
  person('djoko', 'Djoko Santoso, S.Pd', { birth: { on: calendarDate('1990-01-01'), precision: 'year' } }),
  person('yusuf', 'Moh. Yusuf', { oldRm: 'B.12-034', rm: '350001A' }),
  person('dead', 'Siti Aminah', { deceased: true }),
]

describe('names', () => {
  const index = indexOf(...CLINIC)

  it.each([
    [
      'siti aminah',
      ['aminah', 'dead', 'aminatun'],
      'PS5: the living first; a longer name that begins so after it',
    ],
    ['aminah siti ', ['aminah', 'dead', 'aminatun'], 'PS1: any order'],
    ['sit ami', ['aminah', 'aminatun', 'dead'], 'PS1: beginnings'],
    ['joko', ['djoko'], 'PS1: the spelling of today'],
    ['muhammad yusup', ['yusuf'], 'PS2: one slip'],
    ['sntoso', ['djoko'], 'PS2: a letter left out'],
    ['aminahh siti', ['aminah', 'dead', 'aminatun'], 'PS1: a doubled letter is no slip'],
    ['aimnatun', ['aminatun'], 'PS2: two letters changed places'],
    ['joko 1990', ['djoko'], 'PS4: born that year'],
    ['joko 1985', [], 'PS4: not born that year'],
    ['siti 0001', ['aminah', 'aminatun'], 'PS4: a piece of a number beside the name'],
    ['siti suparman', ['aminah'], 'PS4: the head of the family'],
    ['aminah oro', ['aminah'], 'PS4: the desa'],
    ['suparman', [], 'PS4: the family alone is no name of hers'],
    ['ibu siti', ['aminah', 'aminatun', 'dead'], 'PS1: a title'],
    ['xyz', [], 'nobody'],
    ['  ', [], 'nothing typed'],
  ])('[PS1] [PS2] [PS4] [PS5] %s finds %j: %s', (typed, ids) => {
    expect(found(index, typed)).toEqual(ids)
  })

  it('[PS2] what was typed right comes before what was not', () => {
    const near = indexOf(person('sari', 'Sari'), person('sati', 'Sati'))
    expect(found(near, 'sati')).toEqual(['sati', 'sari'])
  })
})

describe('numbers', () => {
  const index = indexOf(...CLINIC)

  it.each([
    ['3577015203850001', 'aminah', 'nik'],
    ['35770152', 'aminah', 'nik'],
    ['50001', 'aminah', 'nik'],
    ['3577 0152 0385 0001', 'aminah', 'nik'],
    ['3577.0123.4567.8901', 'aminah', 'kk'],
    ['0001234567890', 'aminatun', 'jkn'],
    ['08123456789', 'aminatun', 'phone'],
    ['+628123456789', 'aminatun', 'phone'],
    ['b12-034', 'yusuf', 'rm'],
    ['350001a', 'yusuf', 'rm'],
  ])('[PS3] %s finds %s by %s', (typed, id, matched) => {
    expect(index.search(typed, 5)).toMatchObject([{ patient: { id: `patient:${id}` }, matched }])
  })

  it('[PS3] a piece out of the middle of a number finds nobody', () => {
    expect(found(index, '0152038')).toEqual([])
  })

  it('[SV3] tells who holds a NIK', () => {
    expect(index.holdersOf('3577015203850001')).toEqual(['patient:aminah'])
    index.apply([{ kind: 'gone', id: 'patient:aminah' }])
    expect(index.holdersOf('3577015203850001')).toEqual([])
  })
})

describe('families', () => {
  const index = indexOf(...CLINIC)

  it.each([
    ['suparm', 'the head'],
    ['siti aminah', 'a member'],
    ['357701234', 'the beginning of the No. KK'],
  ])('[PS3] [PS4] %s finds the family: %s', (typed) => {
    expect(index.households(typed, 5).map((one) => one.id)).toEqual(['household:f1'])
  })
})

const holders = (index: ReturnType<typeof patientIndex>) => [...index.holdersOf('3577015203850001')].sort()
const names = fc.constantFrom(
  'Siti',
  'Sita',
  'Budi',
  'Budhi',
  'Ahmad',
  'Achmad',
  'Wati',
  'Yati',
  'Nur',
  'Noer',
)
const fullName = fc.array(names, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const households = fc.constantFrom(null, 'household:a', 'household:b')
const entry: fc.Arbitrary<SearchEntry> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('1', '2', '3', '4'),
      name: fullName,
      household: households,
      nik: fc.constantFrom(null, '3577015203850001'),
    })
    .map(({ id, name, ...rest }) => person(id, name, rest)),
  fc
    .record({ id: fc.constantFrom('a', 'b'), headName: fullName })
    .map(({ id, headName }) => family(id, headName)),
  fc.constantFrom('patient:1', 'patient:2', 'household:a').map((id) => ({ kind: 'gone' as const, id })),
)

describe('keeping up', () => {
  it('[PS6] change by change says the same as built at once from the last state of each record', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), fullName, (changes, typed) => {
        const kept = patientIndex()
        for (const change of changes) kept.apply([change])
        const built = patientIndex()
        built.apply([...new Map(changes.map((change) => [change.id, change])).values()])
        for (const text of [typed, typed.slice(0, 3), '35770152']) {
          expect(kept.search(text, 10)).toEqual(built.search(text, 10))
        }
        expect(holders(kept)).toEqual(holders(built))
        expect(kept.size()).toBe(built.size())
      }),
    )
  })

  it('[PS1] finds everybody by the beginnings of their words in any order', () => {
    fc.assert(
      fc.property(fc.array(fullName, { minLength: 1, maxLength: 20 }), fc.nat(), (all, pick) => {
        const index = patientIndex()
        index.apply(all.map((name, at) => person(String(at), name)))
        const at = pick % all.length
        const typed = (all[at] ?? '')
          .split(' ')
          .reverse()
          .map((word) => word.slice(0, 3))
          .join(' ')
        expect(found(index, typed, all.length)).toContain(String(at))
      }),
    )
  })
})
