import type { Cell, Row } from 'write-excel-file/node'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import { printedReport } from '../../shared/reports/printed-report.ts'
import { printedFigure, type PrintedTable } from '../../shared/reports/printed-table.ts'
import type { ReportTable } from '../../shared/reports/report-content.ts'
import type { CsvCell } from './csv.ts'
import { printedNumber } from './report-csv.ts'
import { figureRows, proofRows, provenance } from './report-words.ts'
import { bold, EMPTY_ROW, framed, heading, text } from './sheet-cells.ts'

export type SheetMade = {
  readonly data: Row[]
  readonly sheet: string
  readonly columns: { readonly width: number }[]
  readonly orientation: 'landscape'
  readonly stickyRowsCount?: number
}

const LABEL_WIDTHS = [6, 34, 12]
const FIGURE_WIDTH = 11

/** The rows of headings, with equal neighbours under the same wider heading joined. */
export function headingRows({ labelHeadings, columns }: PrintedTable): readonly Row[] {
  const depth = Math.max(...columns.map(({ headings }) => headings.length))
  return Array.from({ length: depth }, (_, level): Row => {
    const labels = labelHeadings.map((label): Cell =>
      level === 0 ? heading(label, { rowSpan: depth }) : null,
    )
    return [...labels, ...columns.map((_column, index) => headingCell(columns, index, level, depth))]
  })
}

type Columns = PrintedTable['columns']

/** Where a column's headings end early its last one reaches down. */
function headingCell(columns: Columns, index: number, level: number, depth: number): Cell {
  const headings = columns[index]?.headings ?? []
  const isLast = level === headings.length - 1
  if (level >= headings.length) return null
  const until = isLast ? index + 1 : endOfGroup(columns, index, level)
  const begins = isLast || index === 0 || !sameGroup(columns, index - 1, index, level)
  if (!begins) return null
  const [columnSpan, rowSpan] = [until - index, isLast ? depth - level : 1]
  return heading(headings[level] ?? '', {
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  })
}

function sameGroup(columns: Columns, one: number, other: number, level: number): boolean {
  const path = (index: number) => columns[index]?.headings.slice(0, level + 1).join('\n')
  const ends = (index: number) => (columns[index]?.headings.length ?? 0) - 1 === level
  return path(one) === path(other) && !ends(one) && !ends(other)
}

function endOfGroup(columns: Columns, index: number, level: number): number {
  let end = index + 1
  while (end < columns.length && sameGroup(columns, index, end, level)) end += 1
  return end
}

/** The body of a printed table; totals in bold. */
export function bodyRows(printed: PrintedTable, stored: ReportTable): readonly Row[] {
  return printed.rows.map((row) => {
    const style = row.kind === 'row' ? {} : ({ fontWeight: 'bold' } as const)
    const figures = printed.columns.map((column) =>
      row.kind === 'group' ? framed('') : framed(printedNumber(printedFigure(stored, row, column)), style),
    )
    return [...row.labels.map((label) => framed(label, style)), ...figures]
  })
}

function asRow(cells: readonly CsvCell[]): Row {
  return cells.map((cell) => framed(cell))
}

function sheetOf(report: Report, facility: Facility, printed: PrintedTable, stored: ReportTable): SheetMade {
  const head = provenance(report, facility).map(([label, value]): Row => [text(label), text(value)])
  return {
    data: [[bold(printed.title)], ...head, EMPTY_ROW, ...headingRows(printed), ...bodyRows(printed, stored)],
    sheet: printed.title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31),
    columns: [
      ...printed.labelHeadings.map((_label, index) => ({ width: LABEL_WIDTHS[index] ?? FIGURE_WIDTH })),
      ...printed.columns.map(() => ({ width: FIGURE_WIDTH })),
    ],
    orientation: 'landscape',
  }
}

/** Figures, proof, settings and desks: what the counts rest on. */
export function proofSheet(report: Report): SheetMade {
  const settings = report.settings.map(({ key, from, value }): Row =>
    asRow([key, from === null ? 'nilai umum' : `sejak ${from}`, JSON.stringify(value)]),
  )
  return {
    data: [
      [bold('Angka')],
      ...figureRows(report).map(asRow),
      EMPTY_ROW,
      [bold('Bukti hitung')],
      ...proofRows(report).map(asRow),
      EMPTY_ROW,
      [bold('Aturan yang berlaku')],
      ...settings,
    ],
    sheet: 'Bukti hitung',
    columns: [{ width: 34 }, { width: 58 }, { width: 24 }],
    orientation: 'landscape',
  }
}

/** A report as plain tables, one sheet each. */
export function plainSheets(report: Report, facility: Facility): readonly SheetMade[] {
  const tables = printedReport(report).flatMap((printed) => {
    const stored = report.tables.find(({ id }) => id === printed.table)
    return stored ? [sheetOf(report, facility, printed, stored)] : []
  })
  return [...tables, proofSheet(report)]
}
