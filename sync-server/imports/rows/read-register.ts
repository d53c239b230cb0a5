import { findTable, isColumnNumbers, repeatsHeader, type Table } from '../columns/find-table.ts'
import type { Field } from '../columns/header-names.ts'
import { coveredCells, type CoveredCells } from '../spreadsheet/merged-cells.ts'
import type { Sheet, SheetLine } from '../spreadsheet/sheet.ts'
import { saidIn } from '../values/cell-text.ts'
import { lostLastDigits } from '../values/identity-numbers.ts'
import type { RegisterRow } from './entry.ts'
import { readRow, type Knowledge } from './read-row.ts'
import { rowReader } from './row-reader.ts'

/** A sheet of the file as the clerk is told of it. */
export type SheetReport = {
  readonly name: string
  /** Without a recognised header nothing of the sheet is read. */
  readonly hasTable: boolean
  readonly unusedColumns: readonly string[]
}

/** The rows of a file, read; and what was no row. */
export type Register = {
  readonly rows: readonly RegisterRow[]
  readonly sheets: readonly SheetReport[]
  /**
   * All columns of all sheets, for the file of rejected rows: by field where there is one, so that sheets which head a
   * field differently share its column, with the first heading.
   */
  readonly headings: ReadonlyMap<string, string>
  readonly blankLines: number
  /** Letterheads, headings, column numbers, and all of a sheet without a table. */
  readonly otherLines: number
}

/** Blank, or with nothing but the number that was written before the people were. */
function isBlank(line: SheetLine, table: Table): boolean {
  const ordinal = table.columns.get('ordinal')
  return [...line.cells].every(
    ([column, cell]) => column === ordinal || (cell.kind !== 'fault' && saidIn(cell) === undefined),
  )
}

const LONG_NUMBERS: readonly Field[] = ['nik', 'nikOrJkn', 'kk']

function damagedColumns(lines: readonly SheetLine[], table: Table): ReadonlySet<Field> {
  const damaged = LONG_NUMBERS.filter((field) => {
    const column = table.columns.get(field)
    return column !== undefined && lostLastDigits(lines.map((line) => saidIn(line.cells.get(column)) ?? ''))
  })
  return new Set(damaged)
}

/** A column where the file of rejected rows is concerned: by its field, or by its heading where it has none. */
type KeyedColumn = { readonly column: number; readonly key: string; readonly heading: string }

function keyedColumns(table: Table): readonly KeyedColumn[] {
  const fields = new Map([...table.columns].map(([field, column]) => [column, field]))
  return [...table.headings]
    .sort(([a], [b]) => a - b)
    .map(([column, heading]) => ({ column, heading, key: fields.get(column) ?? `unused ${heading}` }))
}

function writtenIn(
  line: SheetLine,
  covered: CoveredCells,
  columns: readonly KeyedColumn[],
): ReadonlyMap<string, string> {
  const under = covered.get(line.line)
  return new Map(
    columns.map(({ column, key }) => {
      const cell = under?.get(column) ?? line.cells.get(column)
      return [key, cell?.kind === 'date' ? cell.day : (cell?.text ?? '')]
    }),
  )
}

type SheetRows = {
  readonly rows: readonly RegisterRow[]
  readonly report: SheetReport
  readonly headings: ReadonlyMap<string, string>
  readonly blank: number
  readonly other: number
}

function gaps(sheet: Sheet): number {
  return (sheet.lines.at(-1)?.line ?? 0) - sheet.lines.length
}

function readSheet(sheet: Sheet, knowledge: Knowledge): SheetRows {
  const covered = coveredCells(sheet)
  const table = findTable(sheet, covered)
  if (!table) {
    const report = { name: sheet.name, hasTable: false, unusedColumns: [] }
    return { rows: [], report, headings: new Map(), blank: gaps(sheet), other: sheet.lines.length }
  }
  const body = sheet.lines.slice(table.start)
  const filled = body.filter((line) => !isBlank(line, table))
  const people = filled.filter((line) => !repeatsHeader(line, table) && !isColumnNumbers(line))
  const damaged = damagedColumns(people, table)
  const columns = keyedColumns(table)
  return {
    rows: people.map((line) => {
      const place = { sheet: sheet.name, line: line.line }
      const row = rowReader(line, covered.get(line.line), table)
      return {
        place,
        written: writtenIn(line, covered, columns),
        outcome: readRow(row, place, damaged, knowledge),
      }
    }),
    report: { name: sheet.name, hasTable: true, unusedColumns: table.unused },
    headings: new Map(columns.map(({ key, heading }) => [key, heading])),
    blank: gaps(sheet) + body.length - filled.length,
    other: table.start + filled.length - people.length,
  }
}

function firstHeadings(sheets: readonly SheetRows[]): ReadonlyMap<string, string> {
  const headings = new Map<string, string>()
  for (const [key, heading] of sheets.flatMap((sheet) => [...sheet.headings])) {
    if (!headings.has(key)) headings.set(key, heading)
  }
  return headings
}

/** Reads every sheet of a register (IM20). Throws `UnreadableFile` where merges pass their bound. */
export function readRegister(sheets: readonly Sheet[], knowledge: Knowledge): Register {
  const read = sheets.map((sheet) => readSheet(sheet, knowledge))
  return {
    rows: read.flatMap((one) => one.rows),
    sheets: read.map((one) => one.report),
    headings: firstHeadings(read),
    blankLines: read.reduce((sum, one) => sum + one.blank, 0),
    otherLines: read.reduce((sum, one) => sum + one.other, 0),
  }
}
