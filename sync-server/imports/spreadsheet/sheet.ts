import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'

/**
 * What stands in a cell. `text` was typed as text in a spreadsheet; `number` is a spreadsheet's number, which keeps
 * fifteen digits and no leading zeros; `plain` comes from a text file, where nobody can tell the two apart.
 * `fault` is a formula's error value, `#N/A`.
 */
export type Cell =
  | { readonly kind: 'text' | 'plain' | 'fault'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  | { readonly kind: 'date'; readonly text: string; readonly day: CalendarDate }

/** A line with anything in it. `line` counts from 1 as the spreadsheet program shows it. */
export type SheetLine = { readonly line: number; readonly cells: ReadonlyMap<number, Cell> }

/** A merged rectangle, both corners included; only its top left cell has content. Columns count from 0. */
export type Merge = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A sheet of a workbook, or a whole text file. Lines are in order, blank ones are left out. */
export type Sheet = {
  readonly name: string
  readonly lines: readonly SheetLine[]
  readonly merges: readonly Merge[]
}

/** Why a file cannot be read as a table. */
export type FileProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'file-old-excel'
  | 'file-utf16'
  | 'file-web-page'
  | 'file-not-a-table'
  | 'file-damaged'
  | 'file-too-many-lines'
  | 'file-too-many-cells'
  | 'file-too-many-merges'

export type TableFile =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly problem: FileProblem }

/** Raised while reading where a bound is passed or the content is broken; `readTableFile` turns it into an answer. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem)
    this.problem = problem
  }
}
