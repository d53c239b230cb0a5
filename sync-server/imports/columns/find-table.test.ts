import { describe, expect, it } from 'vitest'
import { coveredCells } from '../spreadsheet/merged-cells.ts'
import type { Cell, Merge, Sheet } from '../spreadsheet/sheet.ts'
import { findTable, isColumnNumbers, repeatsHeader, type Table } from './find-table.ts'
import { fieldNamed } from './header-names.ts'

/** A sheet from rows of texts; `''` is an empty cell, an empty row is a blank line. */
function sheet(rows: readonly (readonly string[])[], merges: readonly Merge[] = []): Sheet {
  const lines = rows.flatMap((row, index) => {
    const cells = new Map<number, Cell>(
      row.flatMap((text, column) => (text === '' ? [] : [[column, { kind: 'text', text }] as const])),
    )
    return cells.size === 0 ? [] : [{ line: index + 1, cells }]
  })
  return { name: 'A', lines, merges }
}

function tableOf(rows: readonly (readonly string[])[], merges: readonly Merge[] = []): Table {
  const one = sheet(rows, merges)
  const table = findTable(one, coveredCells(one))
  if (!table) throw new Error('no table')
  return table
}

describe('headings', () => {
  it.each([
    ['Nama', 'name'],
    ['NAMA PASIEN', 'name'],
    ['Nama Lengkap', 'name'],
    ['No.', 'ordinal'],
    ['No. Urut', 'ordinal'],
    ['No RM', 'oldRm'],
    ['No. Rekam Medis', 'oldRm'],
    ['NO. REKAM MEDIK', 'oldRm'],
    ['No Index', 'oldRm'],
    ['NIK', 'nik'],
    ['No. KTP', 'nik'],
    ['NIK/No.KTP', 'nik'],
    ['NIK / No BPJS', 'nikOrJkn'],
    ['No JKN/NIK', 'nikOrJkn'],
    ['NIK/JKN', 'nikOrJkn'],
    ['No. KK', 'kk'],
    ['No Kartu Keluarga', 'kk'],
    ['Nama KK', 'headName'],
    ['Kepala Keluarga', 'headName'],
    ['Nama Kepala Keluarga', 'headName'],
    ['No BPJS', 'jkn'],
    ['No. JKN', 'jkn'],
    ['No JKN/KIS', 'jkn'],
    ['KIS', 'jkn'],
    ['No Kartu BPJS', 'jkn'],
    ['Tgl Lahir', 'birth'],
    ['Tanggal Lahir', 'birth'],
    ['TTL', 'birth'],
    ['Tempat/Tgl Lahir', 'birth'],
    ['Tempat, Tanggal Lahir', 'birth'],
    ['Tempat Lahir', 'birthPlace'],
    ['Umur', 'age'],
    ['Umur (Th)', 'age'],
    ['Umur (bln)', 'ageMonths'],
    ['Umur L', 'ageMale'],
    ['JK', 'sex'],
    ['L/P', 'sex'],
    ['Jenis Kelamin', 'sex'],
    ['Jenis Kelamin (L/P)', 'sex'],
    ['Tanggal Lahir (dd/mm/yyyy)', 'birth'],
    ['NIK (16 digit)', 'nik'],
    ['*Nama', 'name'],
    ['Alamat', 'address'],
    ['Alamat Lengkap', 'address'],
    ['RT', 'rt'],
    ['RT/RW', 'rtRw'],
    ['Desa/Kelurahan', 'village'],
    ['Kelurahan', 'village'],
    ['No HP', 'phone'],
    ['No. Telp/HP', 'phone'],
    ['Hubungan', 'relation'],
    ['Hub. Keluarga', 'relation'],
    ['SHDK', 'relation'],
    ['Nama Ibu', 'motherName'],
    ['Kunjungan Terakhir', 'lastVisit'],
    ['Tgl Kunjungan Terakhir', 'lastVisit'],
    ['Terakhir Berobat', 'lastVisit'],
    ['Riwayat Penyakit', 'illness'],
    ['Penyakit Kronis', 'illness'],
    ['Diagnosa', 'illness'],
    ['Agama', undefined],
    ['NIK Kepala Keluarga', undefined],
    ['Nama Dokter', undefined],
  ])('[IM19] %j is %s', (heading, field) => {
    expect(fieldNamed(heading)).toBe(field)
  })
})

describe('the table of a sheet', () => {
  it('[IM19] stands below a letterhead and blank lines', () => {
    const table = tableOf([
      ['PEMERINTAH KOTA MADIUN'],
      ['PUSKESMAS KARTOHARJO'],
      [],
      ['Nama petugas: Sri'],
      ['No', 'Nama', 'JK', 'Agama'],
      ['1', 'Budi', 'L', 'Islam'],
    ])
    expect([...table.columns]).toEqual([
      ['ordinal', 0],
      ['name', 1],
      ['sex', 2],
    ])
    expect(table.unused).toEqual(['Agama'])
    expect(table.start).toBe(4)
  })

  it('[IM19] has headings over two rows, merged down and across', () => {
    const table = tableOf(
      [
        ['No', 'Nama', 'Jenis Kelamin', '', 'Umur', '', 'Alamat', ''],
        ['', '', 'L', 'P', 'Th', 'Bl', 'RT', 'Desa'],
        ['1', '2', '3', '4', '5', '6', '7', '8'],
        ['1', 'Budi', 'v', '', '30', '', '1', 'Kelun'],
      ],
      [
        { top: 1, bottom: 2, left: 0, right: 0 },
        { top: 1, bottom: 2, left: 1, right: 1 },
        { top: 1, bottom: 1, left: 2, right: 3 },
        { top: 1, bottom: 1, left: 4, right: 5 },
        { top: 1, bottom: 1, left: 6, right: 7 },
      ],
    )
    expect(Object.fromEntries(table.columns)).toEqual({
      ordinal: 0,
      name: 1,
      sexMale: 2,
      sexFemale: 3,
      age: 4,
      ageMonths: 5,
      rt: 6,
      village: 7,
    })
    expect(table.start).toBe(3)
  })

  it('[IM19] has headings over two rows without merges, as in a text file', () => {
    const table = tableOf([
      ['No', 'Nama', 'Umur', '', 'Alamat'],
      ['', '', 'L', 'P', ''],
      ['1', 'Budi', '30', '', 'Jl. Merak'],
    ])
    expect(Object.fromEntries(table.columns)).toEqual({
      ordinal: 0,
      name: 1,
      ageMale: 2,
      ageFemale: 3,
      address: 4,
    })
    expect(table.start).toBe(2)
  })

  it('[IM19] may have its names in the lower row of a merged header', () => {
    const table = tableOf(
      [
        ['No', 'IDENTITAS PASIEN', '', 'Alamat'],
        ['', 'Nama', 'NIK', ''],
        ['1', 'Budi', '3577', 'Jl. Merak'],
      ],
      [
        { top: 1, bottom: 2, left: 0, right: 0 },
        { top: 1, bottom: 1, left: 1, right: 2 },
        { top: 1, bottom: 2, left: 3, right: 3 },
      ],
    )
    expect(Object.fromEntries(table.columns)).toEqual({ ordinal: 0, name: 1, nik: 2, address: 3 })
    expect(table.start).toBe(2)
  })

  it('[IM19] takes the first of two columns with one heading', () => {
    const table = tableOf([
      ['Nama', 'Alamat', 'Alamat'],
      ['Budi', 'Jl. A', 'Jl. B'],
    ])
    expect(table.columns.get('address')).toBe(1)
    expect(table.unused).toEqual(['Alamat'])
  })

  it('[IM19] a first row of people is not mistaken for headings', () => {
    const table = tableOf([
      ['Nama', 'JK', 'RT'],
      ['Budi', 'L', '3'],
    ])
    expect(table.start).toBe(1)
  })

  it('[IM19] is not found on a sheet of something else', () => {
    const other = sheet([['Rekap'], ['Jumlah pasien', '12']])
    expect(findTable(other, coveredCells(other))).toBeUndefined()
  })

  it('[IM20] headings that are repeated on each page are no people', () => {
    const rows = [
      ['No', 'Nama', 'JK', 'Alamat'],
      ['1', 'Budi', 'L', 'Jl. Merak'],
      ['No', 'Nama', 'JK', 'Alamat'],
    ]
    const one = sheet(rows)
    const table = tableOf(rows)
    expect(one.lines.map((line) => repeatsHeader(line, table))).toEqual([true, false, true])
  })

  it('[IM20] a row of column numbers is no person', () => {
    const [numbers, person] = sheet([
      ['(1)', '(2)', '(3)'],
      ['1', 'Budi', 'L'],
    ]).lines
    expect(isColumnNumbers(numbers!)).toBe(true)
    expect(isColumnNumbers(person!)).toBe(false)
  })
})
