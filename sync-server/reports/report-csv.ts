import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import { printedReport } from '../../shared/reports/printed-report.ts'
import { printedFigure, type PrintedTable } from '../../shared/reports/printed-table.ts'
import type { ReportTable } from '../../shared/reports/report-content.ts'
import { csvOf, type CsvCell } from './csv.ts'
import { figureRows, proofRows, provenance } from './report-words.ts'

type Rows = readonly (readonly CsvCell[])[]

/** Shares are printed with one decimal. */
export function printedNumber({ value, percent }: ReturnType<typeof printedFigure>): number | null {
  return value === null || !percent ? value : Math.round(value * 10) / 10
}

/** A printed table with one heading line; groups have a title and no figures. */
export function tableRows(printed: PrintedTable, stored: ReportTable): Rows {
  const headings = [...printed.labelHeadings, ...printed.columns.map((column) => column.headings.join(' '))]
  const body = printed.rows.map((row): readonly CsvCell[] => [
    ...row.labels,
    ...(row.kind === 'group'
      ? printed.columns.map(() => '')
      : printed.columns.map((column) => printedNumber(printedFigure(stored, row, column)))),
  ])
  return [headings, ...body]
}

/** The report as CSV: what it is, its tables as printed, its figures and its proof, a blank line between them. */
export function reportCsv(report: Report, facility: Facility): string {
  const tables = printedReport(report).flatMap((printed): Rows => {
    const stored = report.tables.find(({ id }) => id === printed.table)
    return stored ? [[printed.title], ...tableRows(printed, stored), []] : []
  })
  const figures = figureRows(report)
  return csvOf([
    ...provenance(report, facility),
    [],
    ...tables,
    ...(figures.length > 0 ? [['Angka'], ...figures, []] : []),
    ['Bukti hitung'],
    ...proofRows(report),
  ])
}
