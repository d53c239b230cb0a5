import type { Sheet } from '../../sync-server/imports/spreadsheet/sheet.ts'
import { readWorkbook } from '../../sync-server/imports/spreadsheet/workbook.ts'

export type Grid = readonly (readonly (string | number)[])[]

/** The texts and numbers of a sheet, line by line; empty cells are ''. */
export function gridOf(sheet: Sheet | undefined): Grid {
  return (sheet?.lines ?? []).map(({ cells }) => {
    const last = Math.max(0, ...cells.keys())
    return Array.from({ length: last + 1 }, (_, index) => {
      const cell = cells.get(index)
      return cell?.kind === 'number' ? cell.value : (cell?.text ?? '')
    })
  })
}

/** The line of a sheet whose first cell says that. */
export function lineOf(grid: Grid, first: string): readonly (string | number)[] | undefined {
  return grid.find(([cell]) => cell === first)
}

/** The sixteen figures of each line of a Form 11 workbook as it was downloaded, by the line's number (`J17b`). */
export function form11Figures(workbook: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const lines = gridOf(readWorkbook(workbook)[0]).filter((line) => /^[A-O]\d+[a-f]?$/.test(String(line[0])))
  return new Map(lines.map(([number, , , ...figures]) => [String(number), figures.map(Number)]))
}
