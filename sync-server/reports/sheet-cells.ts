import type { Cell, CellObject, Row } from 'write-excel-file/node'
import type { CsvCell } from './csv.ts'

const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const

/** Text is written as text, so a spreadsheet never runs it. */
export function text(value: string, style: Partial<CellObject> = {}): Cell {
  return { value, type: String, ...style }
}

export function bold(value: string, style: Partial<CellObject> = {}): Cell {
  return text(value, { fontWeight: 'bold', ...style })
}

/** A cell of a table: framed; numbers to the right, text wrapped. */
export function framed(value: CsvCell, style: Partial<CellObject> = {}): Cell {
  if (typeof value === 'number') return { value, type: Number, align: 'right', ...BORDER, ...style }
  return text(value ?? '-', {
    ...BORDER,
    wrap: true,
    alignVertical: 'top',
    ...(value === null ? { align: 'right' } : {}),
    ...style,
  })
}

export function heading(value: string, style: Partial<CellObject> = {}): Cell {
  return framed(value, {
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#e8eef0',
    ...style,
  })
}

/** A cell that reaches over several columns, with the empty ones that it covers. */
export function across(cell: Cell, columns: number): readonly Cell[] {
  const wide = { ...(cell as object), columnSpan: columns } as Cell
  return [wide, ...Array.from({ length: columns - 1 }, () => null)]
}

export const EMPTY_ROW: Row = []
