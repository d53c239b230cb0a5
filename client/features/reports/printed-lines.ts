import {
  printedFigure,
  type PrintedFigure,
  type PrintedRow,
  type PrintedTable,
} from '../../../shared/reports/printed-table.ts'
import type { ReportTable } from '../../../shared/reports/report-content.ts'

export type PrintedLine = { readonly row: PrintedRow; readonly figures: readonly PrintedFigure[] }
/** Lines under one group's title; `group: null` where the form has no groups, and for the total below them. */
export type LineGroup = { readonly group: PrintedRow | null; readonly lines: readonly PrintedLine[] }

/** Whether a line has any figure but nought. */
export function isFilled({ figures }: PrintedLine): boolean {
  return figures.some(({ value }) => value !== null && value !== 0)
}

/**
 * The lines of a printed table under their groups. With `filledOnly` lines without any figure are left out, and
 * groups without lines; a total always stays.
 */
export function printedLines(
  printed: PrintedTable,
  stored: ReportTable,
  filledOnly: boolean,
): readonly LineGroup[] {
  const groups: { group: PrintedRow | null; lines: PrintedLine[] }[] = []
  for (const row of printed.rows) {
    const last = groups.at(-1)
    if (row.kind === 'group') {
      groups.push({ group: row, lines: [] })
      continue
    }
    const line = { row, figures: printed.columns.map((column) => printedFigure(stored, row, column)) }
    if (filledOnly && row.kind !== 'total' && !isFilled(line)) continue
    if (last && (row.kind === 'row' || last.group === null)) last.lines.push(line)
    else groups.push({ group: null, lines: [line] })
  }
  return filledOnly ? groups.filter(({ lines }) => lines.length > 0) : groups
}
