/** Text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/
/** The mark by which Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

export type CsvCell = string | number | null

function textOf(cell: CsvCell): string {
  if (cell === null) return '-'
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return cell !== '-' && FORMULA.test(cell) ? `'${cell}` : cell
}

function field(cell: CsvCell): string {
  const text = textOf(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * CSV as an Indonesian Excel opens it by a double click: semicolons, decimal commas, UTF-8 with its mark
 * (docs/decisions/csv-for-indonesian-excel.md). Text that would run as a formula gets an apostrophe; `null` is "-".
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(field).join(';')}\r\n`).join('')
}
