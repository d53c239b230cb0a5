import type { Table } from '../columns/find-table.ts'
import type { Field } from '../columns/header-names.ts'
import type { Cell, SheetLine } from '../spreadsheet/sheet.ts'
import { saidIn } from '../values/cell-text.ts'
import type { Fault, Note, NoteKind, RejectKind } from './entry.ts'

/** The cells of one row by field, and the notes and faults that reading them makes. */
export type RowReader = {
  readonly cell: (field: Field) => Cell | undefined
  readonly said: (field: Field) => string | undefined
  readonly note: (kind: NoteKind, field: Field, detail?: string) => void
  readonly fault: (kind: RejectKind, field: Field) => void
  readonly notes: readonly Note[]
  readonly faults: readonly Fault[]
}

function shownIn(cell: Cell | undefined): string {
  return cell?.kind === 'date' ? cell.day : (cell?.text ?? '')
}

export function rowReader(
  line: SheetLine,
  covered: ReadonlyMap<number, Cell> | undefined,
  table: Table,
): RowReader {
  const notes: Note[] = []
  const faults: Fault[] = []

  function cell(field: Field): Cell | undefined {
    const column = table.columns.get(field)
    if (column === undefined) return undefined
    return covered?.get(column) ?? line.cells.get(column)
  }

  function at(field: Field): { readonly column: string; readonly value: string } {
    const column = table.columns.get(field)
    return {
      column: column === undefined ? '' : (table.headings.get(column) ?? ''),
      value: shownIn(cell(field)).slice(0, 200),
    }
  }

  /** Reading a cell twice makes one note. */
  function note(kind: NoteKind, field: Field, detail?: string): void {
    const made = { kind, ...at(field), ...(detail === undefined ? {} : { detail }) }
    const known = notes.some(
      (one) => one.kind === kind && one.column === made.column && one.detail === detail,
    )
    if (!known) notes.push(made)
  }

  function said(field: Field): string | undefined {
    const found = cell(field)
    if (found?.kind === 'fault') note('formula-fault', field)
    return saidIn(found)
  }

  return {
    cell,
    said,
    note,
    fault: (kind, field) => faults.push({ kind, ...at(field) }),
    notes,
    faults,
  }
}
