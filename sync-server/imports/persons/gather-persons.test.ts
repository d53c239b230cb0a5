import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Birth } from '../../../shared/documents/patient.ts'
import type { Entry } from '../rows/entry.ts'
import { gatherFamilies } from './families.ts'
import { gatherPersons } from './gather-persons.ts'
import { birthsAgree } from './same-person.ts'

const NIK = '3577013112850001'
const OTHER_NIK = '3577013112850002'
const KK = '3577010101100001'

let line = 0

function entry(said: Partial<Entry> = {}): Entry {
  line += 1
  return {
    place: { sheet: '', line },
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

function born(on: string, precision: Birth['precision'] = 'day'): Birth {
  return { on: calendarDate(on), precision }
}

function address(text: string): Entry['address'] {
  return { text, rt: '1', rw: '2', area: null, outside: null }
}

describe('rows that are one person', () => {
  it.each<[string, Partial<Entry>, Partial<Entry>, number]>([
    ['one NIK', { nik: NIK }, { nik: NIK }, 1],
    ['one NIK, the name spelled otherwise', { nik: NIK }, { nik: NIK, name: 'BUDI S' }, 1],
    ['one NIK, the birth mistyped', { nik: NIK }, { nik: NIK, birth: born('1985-12-30') }, 1],
    ['a whole family under one NIK', { nik: NIK }, { nik: NIK, name: 'Rafi', birth: born('2015-01-01') }, 2],
    [
      'father and son under one NIK who share a word of their names',
      { nik: NIK, name: 'Ahmad Fauzi', birth: born('1970-05-01') },
      { nik: NIK, name: 'Ahmad Rizki', birth: born('2010-02-03') },
      2,
    ],
    [
      'one NIK and name, another birth and sex',
      { nik: NIK },
      { nik: NIK, sex: 'P', birth: born('2010-01-01') },
      2,
    ],
    [
      'one NIK, a year that holds the other birth',
      { nik: NIK },
      { nik: NIK, name: 'B. Santosa', birth: born('1985-01-01', 'year') },
      1,
    ],
    ['one old RM, name and birth', { oldRm: '00-12' }, { oldRm: '12' }, 1],
    ['one old RM and name, another birth', { oldRm: '12' }, { oldRm: '12', birth: born('2010-01-01') }, 2],
    ['one old RM, another name', { oldRm: '12' }, { oldRm: '12', name: 'Siti' }, 2],
    ['one old RM and name, an age', { oldRm: '12' }, { oldRm: '12', birth: born('1986-06-01', 'age') }, 1],
    ['one old RM and name, two NIKs', { oldRm: '12', nik: NIK }, { oldRm: '12', nik: OTHER_NIK }, 2],
    ['NIK on one row, old RM on both', { oldRm: '12', nik: NIK }, { oldRm: '12' }, 1],
    ['neither number', {}, {}, 2],
  ])('[IM22] %s', (_, first, second, count) => {
    expect(gatherPersons([entry(first), entry(second)]).persons).toHaveLength(count)
  })

  it('[IM22] a third row joins over what the second brought', () => {
    const rows = [
      entry({ oldRm: '12' }),
      entry({ oldRm: '12', nik: NIK }),
      entry({ nik: NIK, phone: '08123456789' }),
    ]
    const { persons } = gatherPersons(rows)
    expect(persons).toHaveLength(1)
    expect(persons[0]?.entry).toMatchObject({ nik: NIK, oldRm: '12', phone: '08123456789' })
    expect(persons[0]?.rows).toHaveLength(3)
  })

  it('[IM22] the first row stands, gaps are filled, differences are noted', () => {
    const first = entry({ nik: NIK, jkn: '0001234567890', lastVisit: calendarDate('2026-01-05') })
    const second = entry({
      nik: NIK,
      jkn: '0009999999999',
      birthPlace: 'Madiun',
      lastVisit: calendarDate('2026-03-05'),
      illnesses: [{ category: 'I10' }],
    })
    const { persons, notes } = gatherPersons([first, second])
    expect(persons[0]?.entry).toMatchObject({
      jkn: '0001234567890',
      birthPlace: 'Madiun',
      lastVisit: '2026-03-05',
      illnesses: [{ category: 'I10' }],
    })
    expect(notes.map(({ note }) => [note.kind, note.column])).toEqual([
      ['merged-with-row', ''],
      ['field-differs', 'jkn'],
    ])
  })

  it('[IM22] an exacter birth replaces an estimated one', () => {
    const rows = [entry({ oldRm: '12', birth: born('1986-06-01', 'age') }), entry({ oldRm: '12' })]
    expect(gatherPersons(rows).persons[0]?.entry.birth).toEqual(born('1985-12-31'))
  })

  it('[IM22] a NIK stays with its first owner, and the other row is named', () => {
    const { persons, notes } = gatherPersons([
      entry({ nik: NIK }),
      entry({ nik: NIK, name: 'Rafi', birth: born('2015-01-01') }),
    ])
    expect(persons.map((person) => person.entry.nik)).toEqual([NIK, null])
    expect(notes.map(({ note }) => note.kind)).toEqual(['nik-of-another'])
  })

  it('[IM22] a son under the NIK of his father is a person of his own without it, and named', () => {
    const father = entry({ nik: NIK, name: 'Ahmad Fauzi', birth: born('1970-05-01') })
    const son = entry({ nik: NIK, name: 'Ahmad Rizki', birth: born('2010-02-03') })
    const { persons, notes } = gatherPersons([father, son])
    expect(persons.map(({ entry: { name, nik } }) => [name, nik])).toEqual([
      ['Ahmad Fauzi', NIK],
      ['Ahmad Rizki', null],
    ])
    expect(notes.map(({ place, note }) => [place, note.kind])).toEqual([[son.place, 'nik-of-another']])
  })

  it.each([
    [born('1985-12-31'), born('1985-12-30'), false],
    [born('1985-12-01', 'month'), born('1985-12-30'), true],
    [born('1985-01-01', 'year'), born('1985-12-30'), true],
    [born('1985-01-01', 'year'), born('1986-12-30'), false],
    [born('1986-12-31', 'age'), born('1985-12-31'), true],
    [born('1987-12-31', 'age'), born('1985-12-31'), false],
  ])('[IM22] births %j and %j agree: %s', (one, other, agree) => {
    expect(birthsAgree(one, other)).toBe(agree)
    expect(birthsAgree(other, one)).toBe(agree)
  })
})

describe('what an id is made of', () => {
  it('[IM23] the NIK, else old RM with name and birth, else all that tells the row apart', () => {
    const identities = gatherPersons([
      entry({ nik: NIK, oldRm: '1' }),
      entry({ oldRm: '0-2', name: 'H. Siti' }),
      entry({ name: 'Ali', kk: KK, address: address('Jl. Merak') }),
    ]).persons.map((person) => person.identity)
    expect(identities).toEqual([
      `nik|${NIK}`,
      'rm|2|siti|day 1985-12-31',
      `row|ali|day 1985-12-31|L|${KK}||jl merak`,
    ])
  })

  it('[IM23] is the same wherever the row stands, and counted where rows say the same', () => {
    const [first, again] = gatherPersons([entry(), entry()]).persons
    const [moved] = gatherPersons([entry()]).persons
    expect(moved?.identity).toBe(first?.identity)
    expect(again?.identity).toBe(`${first?.identity ?? ''}|#2`)
    expect(gatherPersons([entry(), entry()]).notes.map(({ note }) => note.kind)).toEqual(['maybe-same'])
  })

  it('[IM23] an estimated birth does not enter, since it moves with the day of reading', () => {
    const one = gatherPersons([entry({ oldRm: '3', birth: born('1985-01-01', 'age') })]).persons[0]
    const later = gatherPersons([entry({ oldRm: '3', birth: born('1986-01-01', 'age') })]).persons[0]
    expect(later?.identity).toBe(one?.identity)
  })
})

describe('families', () => {
  function familiesOf(...rows: readonly Entry[]) {
    return gatherFamilies(gatherPersons(rows).persons)
  }

  it('[IM24] are known by their card; members without it join by head and address', () => {
    const { families } = familiesOf(
      entry({
        name: 'Sutris',
        kk: KK,
        headName: 'Sutris',
        address: address('Jl. A'),
        relation: { code: '00' },
      }),
      entry({ name: 'Siti', headName: 'SUTRIS', address: address('Jl. A') }),
      entry({ name: 'Ali', headName: 'Sutris', address: address('Jl. B') }),
    )
    expect(families.map(({ kk, headName, members }) => [kk, headName, members.length])).toEqual([
      [KK, 'Sutris', 2],
      [null, 'Sutris', 1],
    ])
  })

  it('[IM24] two cards of one head and address take in nobody without a card', () => {
    const home = { headName: 'Sutris', address: address('Jl. A') }
    const { families } = familiesOf(
      entry({ name: 'A', kk: KK, ...home }),
      entry({ name: 'B', kk: '3577010101100002', ...home }),
      entry({ name: 'C', ...home }),
    )
    expect(families).toHaveLength(3)
  })

  it('[IM24] without card and address are noted and not made', () => {
    const { families, notes } = familiesOf(entry({ headName: 'Sutris' }))
    expect(families).toEqual([])
    expect(notes.map(({ note }) => note.kind)).toEqual(['household-unclear'])
  })

  it('[IM24] take the name of the member who is the head, else assume and say so', () => {
    const withHead = familiesOf(
      entry({ name: 'A', kk: KK }),
      entry({ name: 'B', kk: KK, relation: { code: '00' } }),
    )
    expect(withHead.families[0]?.headName).toBe('B')
    expect(withHead.notes).toEqual([])
    const without = familiesOf(entry({ name: 'A', kk: KK }))
    expect(without.families[0]?.headName).toBe('A')
    expect(without.notes.map(({ note }) => note.kind)).toEqual(['head-name-assumed'])
  })

  it('[IM24] children of whom nobody says which take the free codes by age', () => {
    const child = { kk: KK, relation: { child: 'unnumbered' } as const }
    const { relations, families } = familiesOf(
      entry({ name: 'Bungsu', birth: born('2020-01-01'), ...child }),
      entry({ name: 'Sulung', birth: born('2010-01-01'), ...child }),
      entry({ name: 'Kedua', birth: born('2012-01-01'), kk: KK, relation: { code: '03' } }),
    )
    const codes = families[0]?.members.map((person) => [person.entry.name, relations.get(person.identity)])
    expect(codes).toEqual([
      ['Bungsu', '04'],
      ['Sulung', '02'],
      ['Kedua', '03'],
    ])
  })
})
