import type { ReportTable } from './report-content.ts'
import { figureOf } from './tabulate.ts'

/*
 * How a counted table is printed. Screen, spreadsheet and CSV read the same definition; a printed number is a sum of
 * cells, so the facts behind it are found with the same rows and cells. Headings are the forms' own Indonesian words:
 * they are part of the form, not of the screen's translation.
 */

export type PrintedColumn = {
  readonly id: string
  /** From the widest heading to the narrowest; equal neighbours are printed as one. */
  readonly headings: readonly string[]
  readonly cells: readonly string[]
  /** With it the column is a percentage of these cells, printed "-" over nothing (rule PC5). */
  readonly percentOf?: readonly string[]
}

export type PrintedRow = {
  readonly id: string
  readonly kind: 'row' | 'group' | 'total'
  /** One text for each of `labelHeadings`. */
  readonly labels: readonly string[]
  /** The stored rows that it sums; none for a group's title. */
  readonly rows: readonly string[]
}

export type PrintedTable = {
  readonly id: string
  readonly title: string
  /** Of the stored table that its figures come from. */
  readonly table: string
  readonly labelHeadings: readonly string[]
  readonly columns: readonly PrintedColumn[]
  readonly rows: readonly PrintedRow[]
}

/** A printed number; `null` is printed "-". */
export type PrintedFigure = { readonly value: number | null; readonly percent: boolean }

export function printedFigure(stored: ReportTable, row: PrintedRow, column: PrintedColumn): PrintedFigure {
  const value = figureOf(stored.cells, row.rows, column.cells)
  if (!column.percentOf) return { value, percent: false }
  const whole = figureOf(stored.cells, row.rows, column.percentOf)
  return { value: whole === 0 ? null : (value / whole) * 100, percent: true }
}

/** Rows of a table by name, with a total below. */
export function rowsWithTotal(
  named: readonly { readonly id: string; readonly label: string }[],
): readonly PrintedRow[] {
  return [
    ...named.map(({ id, label }, index): PrintedRow => ({
      id,
      kind: 'row',
      labels: [String(index + 1), label],
      rows: [id],
    })),
    { id: 'total', kind: 'total', labels: ['', 'JUMLAH'], rows: named.map(({ id }) => id) },
  ]
}

/** Three columns L, P and JML under a heading; `cellsOf` names the cells of a sex. */
export function bySex(
  id: string,
  headings: readonly string[],
  cellsOf: (sexes: readonly ('L' | 'P')[]) => readonly string[],
): readonly PrintedColumn[] {
  return [
    { id: `${id}/L`, headings: [...headings, 'L'], cells: cellsOf(['L']) },
    { id: `${id}/P`, headings: [...headings, 'P'], cells: cellsOf(['P']) },
    { id: `${id}/JML`, headings: [...headings, 'JML'], cells: cellsOf(['L', 'P']) },
  ]
}
