import type { Cell, Row } from 'write-excel-file/node'
import { dayAt } from '../../shared/calendar/instant.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import { FORM_11_PRINTED } from '../../shared/reports/form-11/form-11-layout.ts'
import { bodyRows, headingRows, proofSheet, type SheetMade } from './plain-sheets.ts'
import { isNil, longDay, monthName } from './report-words.ts'
import { across, bold, EMPTY_ROW, framed, heading, text } from './sheet-cells.ts'

/** The form's nineteen columns (`domain.md` 5.4). */
const WIDTHS = [6, 38, 10, ...Array.from({ length: 10 }, () => 8), ...Array.from({ length: 6 }, () => 8)]
const COLUMNS = WIDTHS.length
/** Where the right half of the header and of the foot begins. */
const RIGHT = 10

/** Satellite units and how many of them had visits in the month, as the form's header asks (`domain.md` 5.2). */
export type Satellites = {
  readonly pustu: { readonly units: number; readonly reported: number }
  readonly village: { readonly units: number; readonly reported: number }
}

const gap = (cells: number): readonly Cell[] => Array.from({ length: cells }, () => null)

function codeBoxes(code: string): readonly Cell[] {
  return code.split('').map((digit) => heading(digit, { backgroundColor: '#ffffff' }))
}

function headerRow(left: readonly Cell[], right: readonly Cell[]): Row {
  return [...left, ...gap(RIGHT - left.length), ...right]
}

function counted({ units, reported }: Satellites['pustu']): readonly Cell[] {
  return [
    text(units === 0 ? '-' : String(units)),
    text('yang melapor'),
    null,
    text(units === 0 ? '-' : String(reported)),
  ]
}

function header(report: Report, facility: Facility, satellites: Satellites): readonly Row[] {
  const label = (words: string): readonly Cell[] => [...across(text(words), 3)]
  return [
    [...across(bold(FORM_11_PRINTED.title, { align: 'center', fontSize: 14 }), COLUMNS)],
    EMPTY_ROW,
    headerRow(
      [null, text('Kode'), null, ...codeBoxes(facility.code)],
      [...label('Bulan'), text(monthName(report.period))],
    ),
    headerRow(
      [null, text('Puskesmas'), null, text(facility.name)],
      [...label('Tahun'), text(report.period.slice(0, 4))],
    ),
    headerRow(
      [null, text('Alamat'), null, text(facility.address)],
      [...label('Revisi'), text(String(report.revision))],
    ),
    headerRow([null, text('Jumlah Puskesmas Pembantu (PP)'), null, ...counted(satellites.pustu)], []),
    headerRow(
      [null, text('Jumlah poskesdes/bidan desa'), null, ...counted(satellites.village)],
      [...(report.provisional ? [bold('SEMENTARA')] : []), ...(isNil(report) ? [bold('NIHIL')] : [])],
    ),
    EMPTY_ROW,
  ]
}

function columnNumbers(): Row {
  return Array.from({ length: COLUMNS }, (_, index) => framed(String(index + 1), { align: 'center' }))
}

function foot(report: Report, facility: Facility): readonly Row[] {
  const day = longDay(dayAt(report.computedAt, facility.zone))
  const both = (left: string, right: string): Row => headerRow([null, text(left)], [text(right)])
  return [
    EMPTY_ROW,
    both('', `…………………, ${day}`),
    both('Mengetahui,', ''),
    both('Kepala Puskesmas', 'Pengelola'),
    EMPTY_ROW,
    EMPTY_ROW,
    EMPTY_ROW,
    both(facility.head.name, '(…………………………………)'),
    both(`NIP. ${facility.head.nip}`, 'NIP.'),
  ]
}

/** Form 11 in the form's own layout, and a sheet with its proof. */
export function form11Sheets(
  report: Report,
  facility: Facility,
  satellites: Satellites,
): readonly SheetMade[] {
  const stored = report.tables.find(({ id }) => id === FORM_11_PRINTED.table)
  if (!stored) throw new Error(`${report._id} has no table of cases`)
  const head = header(report, facility, satellites)
  const headings = headingRows(FORM_11_PRINTED)
  const form: SheetMade = {
    data: [
      ...head,
      ...headings,
      columnNumbers(),
      ...bodyRows(FORM_11_PRINTED, stored),
      ...foot(report, facility),
    ],
    sheet: 'Formulir 11',
    columns: WIDTHS.map((width) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: head.length + headings.length + 1,
  }
  return [form, proofSheet(report)]
}
