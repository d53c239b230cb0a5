import type { PrintedColumn } from '../../../shared/reports/printed-table.ts'

export type HeadingCell = {
  readonly text: string
  readonly columns: number
  readonly rows: number
  readonly key: string
}

/**
 * Headings as rows of a table's head: equal neighbours under the same wider heading become one cell, and a column
 * with fewer levels than the others reaches down to the last row.
 */
export function headingRows(
  columns: readonly Pick<PrintedColumn, 'id' | 'headings'>[],
): readonly (readonly HeadingCell[])[] {
  const depth = Math.max(1, ...columns.map((column) => column.headings.length))
  return Array.from({ length: depth }, (_, level) => headingRow(columns, level, depth))
}

type Headed = Pick<PrintedColumn, 'id' | 'headings'>

function headingRow(columns: readonly Headed[], level: number, depth: number): readonly HeadingCell[] {
  const cells: { text: string; columns: number; rows: number; key: string; under: string }[] = []
  for (const { id, headings } of columns) {
    const text = headings[level]
    if (text === undefined) continue
    const isLast = level === headings.length - 1
    const under = isLast ? id : headings.slice(0, level + 1).join('\n')
    const before = cells.at(-1)
    if (before && !isLast && before.under === under) before.columns += 1
    else cells.push({ text, columns: 1, rows: isLast ? depth - level : 1, key: `${level} ${id}`, under })
  }
  return cells.map(({ text, columns: wide, rows, key }) => ({ text, columns: wide, rows, key }))
}
