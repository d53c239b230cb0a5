import { describe, expect, it } from 'vitest'
import { aPatient } from '../../tests/builders/clinic-documents.ts'
import { aReport, SMALL_FACILITY } from '../../tests/builders/a-report.ts'
import { gridOf, lineOf } from '../../tests/builders/workbook-grid.ts'
import { reportOf } from '../../tests/recount/month-of.ts'
import { printedFigures, recountForm11, USUAL_RULES } from '../../tests/recount/recount.ts'
import { AREA_A, AREA_B, SMALL_CLINIC } from '../../tests/recount/small-clinic.ts'
import { FORM_11_ROWS } from '../../shared/reports/form-11/rows.ts'
import { readWorkbook } from '../imports/spreadsheet/workbook.ts'
import { reportCsv } from './report-csv.ts'
import { reportXlsx } from './report-xlsx.ts'

const NO_BRANCHES = { pustu: { units: 0, reported: 0 }, village: { units: 0, reported: 0 } }

async function sheetsOf(...given: Parameters<typeof reportXlsx>) {
  return readWorkbook(new Uint8Array(await reportXlsx(...given)))
}

describe('the workbook of Form 11', () => {
  const report = aReport(reportOf(SMALL_CLINIC, 'form-11'))

  it('[RF3] prints for every line what the independent recount prints, and all nineteen columns', async () => {
    const [form] = await sheetsOf(report, SMALL_FACILITY, NO_BRANCHES)
    const grid = gridOf(form)
    const counted = recountForm11(SMALL_CLINIC, {
      ...USUAL_RULES,
      period: '2026-10',
      workingArea: [AREA_A, AREA_B],
    })
    for (const { id, name, printedIcd } of FORM_11_ROWS) {
      const [code, label, icd, ...figures] = lineOf(grid, id) ?? []
      expect([code, label, icd]).toEqual([id, name, printedIcd])
      expect(figures.map(Number)).toEqual(printedFigures(counted, id))
    }
    expect(lineOf(grid, '1')).toEqual(Array.from({ length: 19 }, (_, index) => String(index + 1)))
  })

  it('[RF3][RF7] has the header and the foot of the form', async () => {
    const branches = { pustu: { units: 3, reported: 2 }, village: { units: 0, reported: 0 } }
    const [form] = await sheetsOf(report, SMALL_FACILITY, branches)
    const words = gridOf(form).map((line) => line.filter((cell) => cell !== '').join(' '))
    expect(words[0]).toBe('FORMULIR 11 - KESAKITAN UMUM')
    expect(words).toContain('Kode 1 0 3 1 9 4 8 Bulan Oktober')
    expect(words).toContain('Puskesmas Puskesmas Uji Tahun 2026')
    expect(words).toContain('Jumlah Puskesmas Pembantu (PP) 3 yang melapor 2')
    expect(words).toContain('Jumlah poskesdes/bidan desa - yang melapor -')
    expect(words).toContain('Kepala Puskesmas Pengelola')
    expect(words).toContain('dr. Kepala Uji (…………………………………)')
    expect(words.filter((line) => /^[A-O] [A-Z]/.test(line))).toHaveLength(15)
  })

  it('[RF3] stamps an empty month NIHIL and one that is not over SEMENTARA', async () => {
    const empty = aReport(reportOf([], 'form-11'), { provisional: true })
    const [form] = await sheetsOf(empty, SMALL_FACILITY, NO_BRANCHES)
    const words = gridOf(form).flat()
    expect(words).toContain('NIHIL')
    expect(words).toContain('SEMENTARA')
    const [full] = await sheetsOf(report, SMALL_FACILITY, NO_BRANCHES)
    expect(gridOf(full).flat()).not.toContain('NIHIL')
  })

  it('[RF4] carries the proof', async () => {
    const sheets = await sheetsOf(report, SMALL_FACILITY, NO_BRANCHES)
    const words = gridOf(sheets.at(-1)).map((line) => line.join('|'))
    expect(words).toContain('Kasus|Dibaca|32')
    expect(words).toContain('|Perlu diperiksa: Di luar Formulir 11|2')
  })
})

describe('the other workbooks', () => {
  it('[RF5] have a sheet for each table, with what the tables print', async () => {
    const sheets = await sheetsOf(aReport(reportOf(SMALL_CLINIC, 'visits')), SMALL_FACILITY, NO_BRANCHES)
    expect(sheets).toHaveLength(6)
    const total = gridOf(sheets[0]).find((line) => line[1] === 'JUMLAH')
    //                          baru L P JML  lama L P JML  jumlah L P JML
    expect(total?.slice(2)).toEqual([2, 4, 6, 6, 8, 14, 8, 12, 20])
  })

  it('[RF2] write text as text', async () => {
    const facility = { ...SMALL_FACILITY, name: '=HYPERLINK("http://example.invalid")' }
    const bytes = await reportXlsx(aReport(reportOf([aPatient('siti')], 'poor-cover')), facility, NO_BRANCHES)
    const [sheet] = readWorkbook(new Uint8Array(bytes))
    expect(gridOf(sheet).flat()).toContain(facility.name)
    expect(reportCsv(aReport(reportOf([], 'visits')), facility)).toContain(`'=HYPERLINK`)
  })
})

describe('the report as CSV', () => {
  it('[RF1][RF4] says which report it is, and has its tables and its proof', () => {
    const lines = reportCsv(aReport(reportOf(SMALL_CLINIC, 'poor-cover')), SMALL_FACILITY).split('\r\n')
    expect(lines).toContain('Bulan;Oktober 2026')
    expect(lines).toContain('Sidik isi;0123456789abcdef')
    expect(lines).toContain('1;Kelurahan A;3;1;4;2;1;0;0;1;3;75;3;75')
    expect(lines).toContain('Penduduk miskin yang tercakup;71,4;5 dari 7')
    expect(lines).toContain('Penduduk miskin;Dibaca;12')
  })

  it('[RF1] Form 11 has a line for each of the form, under nineteen headings', () => {
    const lines = reportCsv(aReport(reportOf(SMALL_CLINIC, 'form-11')), SMALL_FACILITY).split('\r\n')
    const head = lines.find((line) => line.startsWith('No;'))
    expect(head?.split(';')).toHaveLength(19)
    expect(lines).toContain('J17b;Pneumonia;J18.9;1;0;0;0;0;0;0;0;0;1;1;1;2;0;1;1')
  })
})
