import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { CHRONIC_CATEGORIES } from '../../../shared/codes/chronic-categories.ts'
import { ICD10 } from '../../../shared/codes/icd10.ts'
import type { Cell } from '../spreadsheet/sheet.ts'
import { neighbourhood, readAddress, readRtRw } from './addresses.ts'
import { saidIn } from './cell-text.ts'
import { illnessReader } from './illnesses.ts'
import { nameKey, readName } from './names.ts'
import { readPhone } from './phones.ts'
import { readSex } from './sexes.ts'
import { villageFinder } from './villages.ts'

const ON = calendarDate('2026-10-31')

function text(written: string): Cell {
  return { kind: 'text', text: written }
}

describe('what a cell says', () => {
  it.each<[string, string | undefined, string]>([
    ["'3577", '3577', 'an apostrophe that keeps a number text'],
    ['’Budi', 'Budi', 'a typographer’s apostrophe'],
    ['  Budi\u00a0 Santoso ', 'Budi Santoso', 'hard and doubled spaces'],
    ['\u200bBudi', 'Budi', 'a character without width'],
    ['="0001"', '0001', 'a formula that only quotes'],
    ['-', undefined, 'a dash for nothing'],
    ['Tidak ada', undefined, 'there is none'],
    ['n/a', undefined, 'not available'],
    ['   ', undefined, 'only spaces'],
  ])('[IM13] %j says %j: %s', (written, said) => {
    expect(saidIn(text(written))).toBe(said)
  })

  it('[IM13] an error value says nothing, a number says its digits', () => {
    expect(saidIn({ kind: 'fault', text: '#N/A' })).toBeUndefined()
    expect(saidIn({ kind: 'number', text: '1.5', value: 1.5 })).toBe('1,5')
    expect(saidIn({ kind: 'number', text: '8.1E10', value: 81000000000 })).toBe('81000000000')
  })
})

describe('a name', () => {
  it.each<[string, string, string | undefined, string]>([
    ['SITI AMINAH', 'Siti Aminah', undefined, 'all capitals'],
    ['siti aminah', 'Siti Aminah', undefined, 'no capitals'],
    ['Siti AMINAH', 'Siti AMINAH', undefined, 'both: as somebody meant it'],
    ['  BUDI   SANTOSO  ', 'Budi Santoso', undefined, 'spaces'],
    ["'BUDI SANTOSO,", 'Budi Santoso', undefined, 'stray signs'],
    ['Tn. Budi Santoso', 'Budi Santoso', 'L', 'a form of address before'],
    ['TN.BUDI', 'Budi', 'L', 'the same without a space'],
    ['Ny Siti Aminah', 'Siti Aminah', 'P', 'without a point'],
    ['Siti Aminah, Ny.', 'Siti Aminah', 'P', 'behind'],
    ['SITI AMINAH NY', 'Siti Aminah', 'P', 'behind, without a comma'],
    ['Rafi (An)', 'Rafi', undefined, 'a child'],
    ['An. Rafi Ahmad', 'Rafi Ahmad', undefined, 'a child, before'],
    ['Lim Tjun An', 'Lim Tjun An', undefined, 'An can be a name'],
    ['By. Ny. SITI', 'By. Ny. SITI', undefined, 'a baby under its mother’s name'],
    ['H. ABDUL AZIZ', 'H. Abdul Aziz', undefined, 'a title belongs to the name'],
    ['ABU BIN ALI', 'Abu bin Ali', undefined, 'son of'],
    ["NUR'AINI", "Nur'Aini", undefined, 'an apostrophe inside'],
    ['Sri', 'Sri', undefined, 'one name only'],
    ['Ny', 'Ny', undefined, 'nothing else left'],
  ])('[IM14] %j is %j %s: %s', (written, name, sex) => {
    expect(readName(written)).toEqual(sex ? { name, sex } : { name })
  })

  it('[IM14] tidying a tidy name changes nothing', () => {
    const word = fc.constantFrom('SITI', 'budi', 'Aminah', 'TN.', 'Ny', ',', "'", '.', 'An', '(An)', '-')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const once = readName(words.join(' ')).name
        expect(readName(readName(once).name).name).toBe(readName(once).name)
      }),
    )
  })

  it.each([
    ['H. Abdul Aziz', 'ABDUL AZIZ', true],
    ['Nur’aini', "Nur'Aini", true],
    ['Siti Aminah, S.Pd', 'Siti Aminah', true],
    ['Siti Aminah', 'Siti Aminatun', false],
  ])('[IM23] %j and %j have one key: %s', (one, other, equal) => {
    expect(nameKey(one) === nameKey(other)).toBe(equal)
  })

  it('[IM23] a name of titles only keeps them as its key', () => {
    expect(nameKey('H.')).toBe('h')
  })
})

describe('a sex', () => {
  it.each([
    ['L', 'L'],
    ['l', 'L'],
    ['Lk', 'L'],
    ['LAKI-LAKI', 'L'],
    ['Laki2', 'L'],
    ['Pria', 'L'],
    ['P', 'P'],
    ['Pr.', 'P'],
    ['perempuan', 'P'],
    ['Wanita', 'P'],
    ['1', undefined],
    ['L/P', undefined],
    ['?', undefined],
  ])('[IM18] %j is %s', (written, sex) => {
    expect(readSex(written)).toBe(sex)
  })
})

describe('an address', () => {
  it.each([
    ['Jl. Merak 12 RT 03 RW 02', 'Jl. Merak 12', '3', '2'],
    ['Jl. Merak 12, RT.03/RW.02', 'Jl. Merak 12', '3', '2'],
    ['Dsn Krajan RT 03/02', 'Dsn Krajan', '3', '2'],
    ['Dsn Krajan RT/RW 003/002 Ds. Kelun', 'Dsn Krajan Ds. Kelun', '3', '2'],
    ['RT 5 Dsn Krajan', 'Dsn Krajan', '5', ''],
    ['Jl. Merak 12', 'Jl. Merak 12', '', ''],
    ['Perum ARTHA Indah', 'Perum ARTHA Indah', '', ''],
  ])('[IM15] %j: %j, RT %j, RW %j', (written, street, rt, rw) => {
    expect(readAddress(written)).toEqual({ text: street, rt, rw })
  })

  it.each([
    ['003', '3'],
    ['RT 07', '7'],
    ['12', '12'],
    ['0', ''],
    ['1234', ''],
    ['I', ''],
  ])('[IM15] neighbourhood %j is %j', (written, number) => {
    expect(neighbourhood(written)).toBe(number)
  })

  it.each([
    ['03/02', { rt: '3', rw: '2' }],
    ['RT 3 / RW 2', { rt: '3', rw: '2' }],
    ['3-2', { rt: '3', rw: '2' }],
    ['3', undefined],
  ])('[IM15] RT and RW in one column %j: %j', (written, both) => {
    expect(readRtRw(written)).toEqual(both)
  })

  const areas = [
    { code: '3577011008', name: 'Kartoharjo' },
    { code: '3577021003', name: 'Manguharjo' },
    { code: '3519012002', name: 'Kelun' },
    { code: '3577011009', name: 'Kelun' },
    { code: '3519012005', name: 'Sukosari' },
    { code: '3519022005', name: 'Sukosari' },
    { code: '3577011001', name: 'Oro-oro Ombo' },
  ]
  const find = villageFinder(areas, ['3577011008', '3577011009'])

  it.each<[string, string | undefined, string]>([
    ['Kelun', '3577011009', 'the clinic’s own before another of that name'],
    ['Kel. MANGUHARJO', '3577021003', 'in the same kota'],
    ['Oro Oro Ombo', '3577011001', 'spelled apart'],
    ['ds. kartoharjo', '3577011008', 'with its kind before it'],
    ['Sukosari', undefined, 'two elsewhere: nobody can tell'],
    ['Surabaya', undefined, 'no such desa'],
  ])('[IM15] desa %j is %s: %s', (name, code) => {
    expect(find(name)).toBe(code)
  })
})

describe('a phone number', () => {
  it.each<[Cell, string | undefined, string]>([
    [text('0812-3456-7890'), '081234567890', 'with dashes'],
    [text('+62 812 3456 7890'), '081234567890', 'from abroad'],
    [{ kind: 'number', text: '81234567890', value: 81234567890 }, '081234567890', 'its nought lost'],
    [text('0812345678/0813456789'), '0812345678', 'two: the first'],
    [text('(0351) 464325'), '0351464325', 'a fixed line'],
    [text('12'), undefined, 'too short'],
    [text('tidak punya'), undefined, 'words'],
  ])('[IM16] %j is %s: %s', (cell, phone) => {
    expect(readPhone(cell)).toBe(phone)
  })
})

describe('illnesses', () => {
  const read = illnessReader(ICD10, CHRONIC_CATEGORIES)

  it.each([
    ['DM', ['E11']],
    ['dm tipe 1', ['E10']],
    ['Kencing Manis', ['E11']],
    ['HT, DM', ['I10', 'E11']],
    ['hipertensi + asma', ['I10', 'J45']],
    ['Darah tinggi dan jantung', ['I10', 'I51']],
    ['TB Paru', ['A15']],
    ['E11.9', ['E11']],
    ['I10 (hipertensi)', ['I10']],
    ['Riwayat stroke', ['I69']],
    ['Kanker payudara', ['C50']],
    ['sehat', []],
    ['-', []],
  ])('[IM17] %j means %j', (written, categories) => {
    const found = read(written, ON)
    expect(found.known.map((one) => one.category)).toEqual(categories)
    expect([...found.unknown, ...found.passing]).toEqual([])
  })

  it('[IM17] says since when, where it is written', () => {
    expect(read('DM sejak 2015', ON).known).toEqual([{ category: 'E11', since: '2015-01-01' }])
  })

  it('[IM17] lists words that nobody knows, and illnesses that pass', () => {
    expect(read('sawan manten; ISPA; J06.9', ON)).toEqual({
      known: [],
      unknown: ['sawan manten'],
      passing: ['ISPA', 'J06.9'],
    })
  })
})
