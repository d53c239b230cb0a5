import type { ImportReport, RowResult } from './import-report.ts'
import { noteColumn, noteText } from './reasons.ts'

/** Spreadsheet programs with Indonesian settings part columns there. */
const SEPARATOR = ';'
const MARK = '\uFEFF'

/**
 * A cell that a spreadsheet program neither computes nor rounds: an apostrophe before what begins like a formula and
 * before long figures. The import takes apostrophes off again.
 */
function guarded(text: string): string {
  const isNumber = /^[-+]?\d[\d.,]*$/.test(text)
  const isFormula = /^[=+\-@\t\r]/.test(text) && !isNumber
  const losesFigures = /^0\d/.test(text) || /^\d{11,}$/.test(text)
  return isFormula || losesFigures ? `'${text}` : text
}

function cell(text: string): string {
  const safe = guarded(text)
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function table(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(SEPARATOR)}\r\n`).join('')
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(', ')
}

function rejectedLine(row: RowResult, keys: readonly string[]): readonly string[] {
  return [
    row.place.sheet,
    String(row.place.line),
    distinct(row.reasons.map(({ column }) => column)),
    distinct(row.reasons.map(({ reason }) => reason)),
    ...keys.map((key) => row.written.get(key) ?? ''),
  ]
}

/** The rejected rows with where and why, as a CSV that can be corrected and imported again (IM28). */
export function rejectFile({ rows, headings }: ImportReport): string {
  const rejected = rows.filter((row) => row.status === 'rejected')
  return table([
    ['lembar', 'baris', 'kolom', 'alasan', ...headings.values()],
    ...rejected.map((row) => rejectedLine(row, [...headings.keys()])),
  ])
}

/** Every note about a row that was imported or merged, as a CSV for the clerk. */
export function noteFile({ rows }: ImportReport): string {
  const lines = rows.flatMap((row) =>
    row.notes.map((note) => [
      row.place.sheet,
      String(row.place.line),
      noteColumn(note),
      noteText(note),
      note.value,
    ]),
  )
  return table([['lembar', 'baris', 'kolom', 'catatan', 'isi sel'], ...lines])
}
