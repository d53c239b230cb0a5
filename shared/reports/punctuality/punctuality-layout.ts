import type { PrintedColumn, PrintedRow, PrintedTable } from '../printed-table.ts'
import type { ReportTable } from '../report-content.ts'

const DAY_HEADINGS = [
  ['H', 'Hadir'],
  ['DL', 'Dinas luar'],
  ['C', 'Cuti'],
  ['S', 'Sakit'],
  ['I', 'Izin'],
  ['TB', 'Tugas belajar/diklat'],
  ['TK', 'Tanpa keterangan'],
] as const

const CLINIC_ROW: PrintedRow = { id: 'clinic', kind: 'row', labels: ['Puskesmas'], rows: ['clinic'] }

/** The brackets that occur, in order of their codes: which there are is the district's setting. */
function bracketColumns(stored: ReportTable | undefined, none: string): readonly PrintedColumn[] {
  const codes = Object.keys(stored?.cells['clinic'] ?? {}).filter((code) => code !== 'none')
  return [
    { id: 'none', headings: [none], cells: ['none'] },
    ...codes.sort().map((code) => ({ id: code, headings: [code], cells: [code] })),
  ]
}

function table(id: string, title: string, columns: readonly PrintedColumn[]): PrintedTable {
  return { id, table: id, title, labelHeadings: [''], columns, rows: [CLINIC_ROW] }
}

/** What of the punctuality leaves the clinic: its sums (rule PT3). */
export function punctualityPrinted(tables: readonly ReportTable[]): readonly PrintedTable[] {
  const stored = (id: string) => tables.find((one) => one.id === id)
  return [
    table(
      'days',
      'Hari kerja pegawai',
      DAY_HEADINGS.map(([code, heading]) => ({ id: code, headings: [heading], cells: [code] })),
    ),
    table('late', 'Keterlambatan (hari)', bracketColumns(stored('late'), 'Tepat waktu')),
    table('early', 'Pulang sebelum waktu (hari)', bracketColumns(stored('early'), 'Tepat waktu')),
  ]
}
