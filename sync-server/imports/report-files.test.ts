import { describe, expect, it } from 'vitest'
import type { ImportReport, RowResult } from './import-report.ts'
import { noteFile, rejectFile } from './report-files.ts'
import { readSeparatedText } from './spreadsheet/separated-text.ts'
import { saidIn } from './values/cell-text.ts'

function report(rows: readonly Partial<RowResult>[]): ImportReport {
  const whole = rows.map((row, index): RowResult => ({
    place: { sheet: 'A', line: index + 2 },
    written: new Map(),
    status: 'rejected',
    reasons: [],
    notes: [],
    ...row,
  }))
  const headings = new Map([
    ['name', 'Nama'],
    ['nik', 'NIK'],
  ])
  return { rows: whole, headings, sheets: [], blankLines: 0, otherLines: 0, written: new Map() }
}

function cellsOf(text: string): readonly (readonly string[])[] {
  return readSeparatedText(text).lines.map(({ cells }) => [...cells.values()].map((cell) => cell.text))
}

describe('the file of rejected rows', () => {
  it('[IM28] has sheet, line, columns and reasons before the row as it was written', () => {
    const reasons = [
      { column: 'JK', reason: 'jenis kelamin kosong' },
      { column: 'TTL', reason: 'tanggal lahir dan umur kosong' },
    ]
    const text = rejectFile(
      report([{ reasons, written: new Map([['name', 'Budi; "Bud"']]) }, { status: 'imported' }]),
    )
    expect(cellsOf(text)).toEqual([
      ['lembar', 'baris', 'kolom', 'alasan', 'Nama', 'NIK'],
      ['A', '2', 'JK, TTL', 'jenis kelamin kosong, tanggal lahir dan umur kosong', 'Budi; "Bud"'],
    ])
  })

  it.each([
    ['3577013112850001', "'3577013112850001", 'figures that a spreadsheet would round'],
    ['0001234567890', "'0001234567890", 'noughts that it would drop'],
    ['=cmd|calc', "'=cmd|calc", 'a formula'],
    ['@SUM(A1)', "'@SUM(A1)", 'a formula of another program'],
    ['+62 812 abc', "'+62 812 abc", 'what begins like one'],
    ['-5', '-5', 'a number'],
    ['Budi', 'Budi', 'a name'],
  ])('[IM28] %j is written as %j: %s', (written, cell) => {
    const text = rejectFile(report([{ written: new Map([['nik', written]]) }]))
    expect(cellsOf(text)[1]?.at(-1)).toBe(cell)
    expect(saidIn({ kind: 'plain', text: cell })).toBe(written)
  })
})

describe('the file of notes', () => {
  it('[IM28] names each note with its row, column, sentence and cell', () => {
    const notes = [
      { kind: 'nik-digits-lost', column: 'NIK', value: '3,57701E+15' },
      { kind: 'field-differs', column: 'jkn', value: '0001234567890', detail: 'baris 2' },
    ] as const
    expect(cellsOf(noteFile(report([{ status: 'imported', notes }])))).toEqual([
      ['lembar', 'baris', 'kolom', 'catatan', 'isi sel'],
      [
        'A',
        '2',
        'NIK',
        'angka NIK sudah hilang di Excel (misalnya 3,57701E+15); diimpor tanpa NIK',
        '3,57701E+15',
      ],
      ['A', '2', 'No. JKN', 'isi berbeda; yang lebih dulu dipakai (baris 2)', "'0001234567890"],
    ])
  })
})
