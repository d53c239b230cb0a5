/** What a file may hold. A register of a large clinic has 60,000 lines of 30 columns and 8 MB. */
export const LIMITS = {
  fileBytes: 30_000_000,
  /** Of all parts of a workbook that are read, as the archive declares them. */
  unpackedBytes: 300_000_000,
  sheets: 100,
  lines: 200_000,
  /** Columns further right belong to no table that a person keeps, and are not read. */
  columns: 300,
  cells: 5_000_000,
  /** Cells that lie under a merge. */
  mergedCells: 1_000_000,
  /** As in a spreadsheet program. */
  cellText: 32_767,
} as const
