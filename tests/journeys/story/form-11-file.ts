import { readFile } from 'node:fs/promises'
import rows from '../../../shared/reports/form-11/rows.json' with { type: 'json' }
import { readWorkbook } from '../../../sync-server/imports/spreadsheet/workbook.ts'

/** The figures of each line of a downloaded Form 11, by the line's number on the form. */
export async function figuresOfForm11(file: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const [form] = readWorkbook(new Uint8Array(await readFile(file)))
  const wanted = new Set(rows.rows.map(({ id }) => id))
  const found = new Map<string, readonly number[]>()
  for (const { cells } of form?.lines ?? []) {
    const id = cells.get(0)?.text ?? ''
    if (!wanted.has(id)) continue
    found.set(
      id,
      Array.from({ length: 16 }, (_, index) => Number(cells.get(index + 3)?.text ?? 'nothing')),
    )
  }
  return found
}

/** The lines that the form prints, from the mapping's data. */
export const FORM_11_LINES: readonly string[] = rows.rows.map(({ id }) => id)
