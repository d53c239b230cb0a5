import { LIMITS } from './limits.ts'
import { UnreadableFile, type Cell, type Sheet, type SheetLine } from './sheet.ts'

const SEPARATORS = [';', '\t', ','] as const
/** Lines that the separator is judged by. */
const SAMPLE_LINES = 200
/** A quoted field longer than that is a stray quotation mark. */
const LONGEST_QUOTED = 5_000

type Field = { readonly text: string; readonly next: number }

/** A field in quotation marks that ends before a separator or the line's end; a doubled mark stands for one. */
function quotedField(text: string, start: number, separator: string): Field | undefined {
  let value = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0 || quote - start > LONGEST_QUOTED) return undefined
    value += text.slice(from, quote)
    const after = text[quote + 1]
    if (after === '"') {
      value += '"'
      from = quote + 2
    } else if (after === undefined || after === separator || after === '\n') {
      return { text: value, next: quote + 1 }
    } else {
      return undefined
    }
  }
}

function plainField(text: string, start: number, separator: string): Field {
  let next = start
  while (next < text.length && text[next] !== separator && text[next] !== '\n') next += 1
  return { text: text.slice(start, next), next }
}

function fieldAt(text: string, start: number, separator: string): Field {
  const quoted = text[start] === '"' ? quotedField(text, start, separator) : undefined
  return quoted ?? plainField(text, start, separator)
}

type Records = Iterable<readonly string[]>

/** The records of a text, blank lines included, so that their count is the line a spreadsheet program shows. */
function* recordsOf(text: string, separator: string): Records {
  let position = 0
  while (position < text.length) {
    const fields: string[] = []
    for (;;) {
      const field = fieldAt(text, position, separator)
      fields.push(field.text)
      position = field.next + 1
      if (text[field.next] !== separator) break
    }
    yield fields
  }
}

function* firstOf(records: Records, most: number): Records {
  let count = 0
  for (const record of records) {
    if (count === most) return
    count += 1
    yield record
  }
}

/**
 * How wide the table is when cut so: the fields of the fuller quarter of its lines, since the letterhead above it has
 * few; and where that is equal, how full the lines are in all.
 */
function width(text: string, separator: string): number {
  const widths = [...firstOf(recordsOf(text, separator), SAMPLE_LINES)]
    .filter((fields) => fields.some((field) => field.trim() !== ''))
    .map((fields) => fields.length)
    .sort((a, b) => a - b)
  const usual = widths[Math.floor(widths.length * 0.75)] ?? 1
  const mean = widths.reduce((sum, next) => sum + next, 0) / Math.max(1, widths.length)
  return usual + mean / (usual + mean + 1)
}

/** The separator that cuts the text into the widest table, or the one that its first line names (`sep=;`). */
export function separatorOf(text: string): string {
  const [, named] = /^sep=([;,\t])\r?\n/i.exec(text) ?? []
  if (named) return named
  const widths = SEPARATORS.map((separator) => ({ separator, width: width(text, separator) }))
  return widths.reduce((best, next) => (next.width > best.width ? next : best)).separator
}

function lineOf(fields: readonly string[], line: number): SheetLine | undefined {
  const cells = new Map<number, Cell>()
  for (const [column, field] of fields.slice(0, LIMITS.columns).entries()) {
    if (field.trim() !== '') cells.set(column, { kind: 'plain', text: field.slice(0, LIMITS.cellText) })
  }
  return cells.size === 0 ? undefined : { line, cells }
}

/** A text file of separated values as one sheet; throws `UnreadableFile`. */
export function readSeparatedText(raw: string): Sheet {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(text)
  const lines: SheetLine[] = []
  let number = 0
  let cells = 0
  for (const fields of recordsOf(text, separator)) {
    number += 1
    const line = number === 1 && /^sep=.$/i.test(fields.join(separator)) ? undefined : lineOf(fields, number)
    if (!line) continue
    cells += line.cells.size
    if (lines.length >= LIMITS.lines) throw new UnreadableFile('file-too-many-lines')
    if (cells > LIMITS.cells) throw new UnreadableFile('file-too-many-cells')
    lines.push(line)
  }
  return { name: '', lines, merges: [] }
}
