import { LIMITS } from './limits.ts'
import { UnreadableFile, type Cell, type Sheet, type SheetLine } from './sheet.ts'

/** For each line the cells that lie under a merge, with the content of its top left cell. */
export type CoveredCells = ReadonlyMap<number, ReadonlyMap<number, Cell>>

function firstAtOrAfter(lines: readonly SheetLine[], line: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * What merged cells say on the lines and columns that they cover. Only lines that have a cell of their own are looked
 * at, and the number of covered cells is bounded, so that a merge over the whole sheet costs nothing.
 */
export function coveredCells(sheet: Sheet): CoveredCells {
  const covered = new Map<number, Map<number, Cell>>()
  let room: number = LIMITS.mergedCells
  for (const merge of sheet.merges) {
    const start = firstAtOrAfter(sheet.lines, merge.top)
    const first = sheet.lines[start]
    const content = first?.line === merge.top ? first.cells.get(merge.left) : undefined
    if (!content) continue
    for (let index = start; index < sheet.lines.length; index += 1) {
      const line = sheet.lines[index]
      if (!line || line.line > merge.bottom) break
      room -= merge.right - merge.left + 1
      if (room < 0) throw new UnreadableFile('file-too-many-merges')
      const row = covered.get(line.line) ?? new Map<number, Cell>()
      covered.set(line.line, row)
      for (let column = merge.left; column <= merge.right; column += 1) {
        if (line.line !== merge.top || column !== merge.left) row.set(column, content)
      }
    }
  }
  return covered
}
