import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { CHRONIC_CATEGORIES } from '../../../shared/codes/chronic-categories.ts'
import { ICD10 } from '../../../shared/codes/icd10.ts'
import { readTableFile } from '../spreadsheet/table-file.ts'
import { illnessReader } from '../values/illnesses.ts'
import { villageFinder } from '../values/villages.ts'
import type { Entry, RegisterRow } from './entry.ts'
import { readRegister, type Register } from './read-register.ts'
import type { Knowledge } from './read-row.ts'

const knowledge: Knowledge = {
  on: calendarDate('2026-10-31'),
  readIllnesses: illnessReader(ICD10, CHRONIC_CATEGORIES),
  knowsRegion: (region) => region.startsWith('3577'),
  findVillage: villageFinder([{ code: '3577011009', name: 'Kelun' }], ['3577011009']),
  regencies: ['Kota Madiun'],
}

function register(lines: readonly string[]): Register {
  const file = readTableFile(new TextEncoder().encode(lines.join('\n')))
  if (!file.ok) throw new Error(file.problem)
  return readRegister(file.sheets, knowledge)
}

function rowOf(heading: string, values: string): RegisterRow {
  const [row] = register([heading, values]).rows
  if (!row) throw new Error('no row')
  return row
}

function entryOf(heading: string, values: string): Entry {
  const { outcome } = rowOf(heading, values)
  if (outcome.kind === 'rejected') throw new Error(outcome.faults.map((fault) => fault.kind).join())
  return outcome.entry
}

function notesOf(heading: string, values: string): readonly string[] {
  const { outcome } = rowOf(heading, values)
  return outcome.kind === 'entry' ? outcome.notes.map((note) => note.kind) : []
}

function faultsOf(heading: string, values: string): readonly string[] {
  const { outcome } = rowOf(heading, values)
  return outcome.kind === 'rejected' ? outcome.faults.map((fault) => fault.kind) : []
}

describe('a row', () => {
  it('[IM21] is a person with all that it says', () => {
    const heading =
      'Nama;NIK;No BPJS;No KK;No RM;TTL;JK;Alamat;Desa;HP;Nama KK;Hubungan;Nama Ibu;Kunjungan Terakhir;Riwayat Penyakit'
    const values =
      'BUDI SANTOSO;3577013112850001;0001234567890;3577010101100001;A-12;Madiun, 31-12-1985;L;Jl. Merak 1 RT 3/2;Kelun;081234567890;BUDI SANTOSO;KK;Sri;1/9/2026;DM'
    expect(entryOf(heading, values)).toEqual({
      place: { sheet: '', line: 2 },
      name: 'Budi Santoso',
      sex: 'L',
      birth: { on: '1985-12-31', precision: 'day' },
      birthPlace: 'Madiun',
      nik: '3577013112850001',
      noNikReason: null,
      jkn: '0001234567890',
      kk: '3577010101100001',
      oldRm: 'A-12',
      headName: 'Budi Santoso',
      relation: { code: '00' },
      address: { text: 'Jl. Merak 1', rt: '3', rw: '2', area: '3577011009', outside: null },
      phone: '081234567890',
      motherName: 'Sri',
      lastVisit: '2026-09-01',
      illnesses: [{ category: 'E11' }],
    })
    expect(notesOf(heading, values)).toEqual([])
  })

  it.each([
    ['Nama;JK;Umur', 'Budi;L;34', '1992-10-31', 'age', ['birth-from-age'], 'an age'],
    [
      'Nama;JK;Tgl Lahir;Umur',
      'Budi;L;31/13/1985;40',
      '1986-10-31',
      'age',
      ['birth-unreadable', 'birth-from-age'],
      'a broken day and an age',
    ],
    ['Nama;JK;Tgl Lahir;Umur', 'Budi;L;31/12/1985;40', '1985-12-31', 'day', [], 'a day and an age'],
    ['Nama;JK;NIK', 'Budi;L;3577013112850001', '1985-12-31', 'day', ['birth-from-nik'], 'only the NIK'],
    [
      'Nama;JK;Tgl Lahir;NIK',
      'Budi;L;1/1/2085;3577013112850001',
      '1985-12-31',
      'day',
      ['birth-unreadable', 'birth-from-nik'],
      'a day in the future, and the NIK',
    ],
    [
      'Nama;JK;Umur (th);Umur (bln)',
      'Budi;L;1;6',
      '2025-04-30',
      'age',
      ['birth-from-age'],
      'years and months in two columns',
    ],
    ['Nama;JK;Tgl Lahir', 'Budi;L;31/12/85', '1985-12-31', 'day', ['birth-short-year'], 'a short year'],
  ])('[IM21] %s: %s was born on %s (%s, %j): %s', (heading, values, on, precision, notes) => {
    expect(entryOf(heading, values).birth).toMatchObject({ on, precision })
    expect(notesOf(heading, values)).toEqual(notes)
  })

  it.each([
    ['Nama;Umur;JK', 'Siti;34;Pr', 'P', ['birth-from-age'], 'as written'],
    ['Nama;Umur;JK', 'Ny. Siti;34;', 'P', ['birth-from-age', 'sex-from-name'], 'from the form of address'],
    [
      'Nama;Umur;JK;NIK',
      'Siti;34;?;3577017112920001',
      'P',
      ['birth-from-age', 'sex-from-nik'],
      'from the NIK',
    ],
    ['Nama;Umur;L;P', 'Siti;34;;v', 'P', ['birth-from-age'], 'a tick below P'],
    ['Nama;Umur L;Umur P', 'Siti;;34', 'P', ['birth-from-age'], 'its age stands below P'],
  ])('[IM21] %s: %s is %s (%j): %s', (heading, values, sex, notes) => {
    expect(entryOf(heading, values).sex).toBe(sex)
    expect([...notesOf(heading, values)].sort()).toEqual([...notes].sort())
  })

  it.each([
    ['Nama;JK;Tgl Lahir', ';L;31/12/1985', ['name-missing']],
    ['Nama;JK;Tgl Lahir', '123;L;31/12/1985', ['name-missing']],
    ['Nama;JK;Tgl Lahir', `${'a'.repeat(121)};L;31/12/1985`, ['name-too-long']],
    ['Nama;JK;Tgl Lahir', 'Budi;;31/12/1985', ['sex-missing']],
    ['Nama;JK;Tgl Lahir', 'Budi;1;31/12/1985', ['sex-unreadable']],
    ['Nama;JK;Tgl Lahir', 'Budi;L;', ['birth-missing']],
    ['Nama;JK;Tgl Lahir', 'Budi;L;lupa 1 lagi', ['birth-unreadable']],
    ['Nama;JK;Tgl Lahir', 'Budi;L;31/11/1985', ['birth-impossible']],
    ['Nama;JK;Tgl Lahir', 'Budi;L;1/11/2026', ['birth-in-future']],
    ['Nama;JK;Tgl Lahir', 'Budi;L;1/11/1890', ['birth-too-long-ago']],
    ['Nama;JK;Tgl Lahir', 'Budi;;', ['sex-missing', 'birth-missing']],
  ])('[IM21] %s: %s is rejected: %j', (heading, values, faults) => {
    expect(faultsOf(heading, values)).toEqual(faults)
  })

  it('[IM10] without its NIK is imported and named', () => {
    const heading = 'Nama;JK;Umur;NIK'
    expect(entryOf(heading, 'Budi;L;34;3,57701E+15').nik).toBeNull()
    expect(notesOf(heading, 'Budi;L;34;3,57701E+15')).toContain('nik-digits-lost')
  })

  it('[NK5] says where its NIK differs and keeps what is written', () => {
    const values = 'Budi;L;30/12/1985;3577017112850001'
    expect(entryOf('Nama;JK;Tgl Lahir;NIK', values)).toMatchObject({ sex: 'L', birth: { on: '1985-12-30' } })
    expect(notesOf('Nama;JK;Tgl Lahir;NIK', values)).toEqual(['nik-birth-differs', 'nik-sex-differs'])
  })

  it('[IM15] keeps the name of a desa that nobody knows in the address, and a far kabupaten outside', () => {
    const entry = entryOf('Nama;JK;Umur;Alamat;Desa;Kabupaten', 'Budi;L;34;Jl. A;Antah;Kab. Ngawi')
    expect(entry.address).toEqual({ text: 'Jl. A, Antah', rt: '', rw: '', area: null, outside: 'Kab. Ngawi' })
  })

  it('[IM12] a column headed KK may hold names', () => {
    expect(entryOf('Nama;JK;Umur;KK', 'Budi;L;34;SUTRISNO')).toMatchObject({ kk: null, headName: 'Sutrisno' })
    expect(entryOf('Nama;JK;Umur;KK', 'Budi;L;34;3577010101100001')).toMatchObject({
      kk: '3577010101100001',
      headName: null,
    })
  })
})

describe('the lines of a file', () => {
  it('[IM20] are rows, blank, or something else, and nothing is counted twice', () => {
    const read = register([
      'PUSKESMAS KARTOHARJO',
      '',
      'No;Nama;JK;Umur',
      '1;2;3;4',
      '1;Budi;L;34',
      '2;;;',
      '3;-;;',
      '',
      'No;Nama;JK;Umur',
      '4;Siti;P;30',
      'Mengetahui;;;',
    ])
    expect(read.rows.map((row) => row.place.line)).toEqual([5, 10])
    expect([read.blankLines, read.otherLines]).toEqual([5, 4])
  })

  it('[IM20] on a sheet without headings are told apart', () => {
    const read = register(['Rekap bulan ini', 'Jumlah;12'])
    expect(read.rows).toEqual([])
    expect(read.sheets).toEqual([{ name: '', hasTable: false, unusedColumns: [] }])
  })

  it('[IM20] every line of any text is exactly one of the three', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '-', 'Budi', 'L', '34', 'Nama', 'JK', 'No', '1', '31/12/1985', '3,5E+15'),
      fc.string({ maxLength: 6 }).map((text) => text.replace(/[;"\r\n]/g, '')),
    )
    const line = fc.array(cell, { minLength: 4, maxLength: 4 }).map((cells) => cells.join(';'))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const read = register(['sep=;', 'No;Nama;JK;Umur', ...lines, 'akhir;Akhir;L;1'])
        expect(read.rows.length + read.blankLines + read.otherLines).toBe(lines.length + 3)
      }),
    )
  })
})
