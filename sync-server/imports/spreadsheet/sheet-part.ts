import { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { LIMITS } from './limits.ts'
import { dayOfSerial } from './serial-days.ts'
import { UnreadableFile, type Cell, type Merge, type SheetLine } from './sheet.ts'
import { unescaped } from './workbook-parts.ts'
import { readXml } from './xml-events.ts'

/** What the cells of all sheets refer to, and how many more lines and cells the file may have. */
export type WorkbookContext = {
  readonly texts: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly since1904: boolean
  readonly room: { lines: number; cells: number }
}

type Address = { readonly column: number; readonly line: number }

function addressOf(reference: string): Address | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? []
  if (!letters || !digits) return undefined
  const column = Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  )
  return { column: column - 1, line: Number(digits) }
}

function mergeOf(reference: string): Merge | undefined {
  const [from, to] = reference.split(':').map(addressOf)
  if (!from || !to) return undefined
  return {
    top: Math.min(from.line, to.line),
    bottom: Math.max(from.line, to.line),
    left: Math.min(from.column, to.column),
    right: Math.min(Math.max(from.column, to.column), LIMITS.columns - 1),
  }
}

type RawCell = { readonly type: string; readonly style: number; value: string | undefined; inline: string }

function textCell(text: string): Cell | undefined {
  return text === '' ? undefined : { kind: 'text', text: text.slice(0, LIMITS.cellText) }
}

function isoDay(value: string): Cell | undefined {
  const day = CalendarDate.safeParse(value.slice(0, 10))
  return day.success ? { kind: 'date', text: value, day: day.data } : textCell(value)
}

function numberCell(raw: RawCell, text: string, context: WorkbookContext): Cell | undefined {
  const value = Number(text)
  if (!Number.isFinite(value)) return textCell(text)
  const day = context.dateStyles[raw.style] ? dayOfSerial(value, context.since1904) : undefined
  return day ? { kind: 'date', text, day } : { kind: 'number', text, value }
}

/** What a cell shows. A formula is its last computed value; nothing is computed here. */
function cellOf(raw: RawCell, context: WorkbookContext): Cell | undefined {
  if (raw.type === 'inlineStr') return textCell(unescaped(raw.inline))
  const value = raw.value?.trim()
  if (raw.value === undefined || value === undefined || value === '') return undefined
  if (raw.type === 's') return textCell(context.texts[Number(value)] ?? '')
  if (raw.type === 'str') return textCell(unescaped(raw.value))
  if (raw.type === 'b') return textCell(value === '1' ? 'TRUE' : 'FALSE')
  if (raw.type === 'e') return { kind: 'fault', text: value }
  if (raw.type === 'd') return isoDay(value)
  return numberCell(raw, value, context)
}

/** Collects the lines of one sheet part from its XML events. */
class SheetCollector {
  readonly lines: SheetLine[] = []
  readonly merges: Merge[] = []
  private readonly context: WorkbookContext
  private line = 0
  private column = -1
  private cells = new Map<number, Cell>()
  private raw: RawCell | undefined
  private inside: 'value' | 'inline' | undefined

  constructor(context: WorkbookContext) {
    this.context = context
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') this.openRow(attribute('r'))
    else if (name === 'c') this.openCell(attribute)
    else if (name === 'v') this.inside = 'value'
    else if (name === 't' && this.raw) this.inside = 'inline'
    else if (name === 'mergeCell') this.addMerge(attribute('ref') ?? '')
  }

  text(text: string): void {
    if (!this.raw || !this.inside) return
    if (this.inside === 'value') this.raw.value = (this.raw.value ?? '') + text
    else this.raw.inline += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inside = undefined
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
  }

  private openRow(reference: string | undefined): void {
    this.line = reference ? Number(reference) : this.line + 1
    this.column = -1
    this.cells = new Map()
  }

  private openCell(attribute: (name: string) => string | undefined): void {
    const address = addressOf(attribute('r') ?? '')
    this.column = address ? address.column : this.column + 1
    this.raw = {
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      value: undefined,
      inline: '',
    }
  }

  private closeCell(): void {
    const cell = this.raw && this.column < LIMITS.columns ? cellOf(this.raw, this.context) : undefined
    this.raw = undefined
    if (!cell) return
    this.context.room.cells -= 1
    if (this.context.room.cells < 0) throw new UnreadableFile('file-too-many-cells')
    this.cells.set(this.column, cell)
  }

  private closeRow(): void {
    if (this.cells.size === 0) return
    this.context.room.lines -= 1
    if (this.context.room.lines < 0) throw new UnreadableFile('file-too-many-lines')
    this.lines.push({ line: this.line, cells: this.cells })
  }

  private addMerge(reference: string): void {
    const merge = mergeOf(reference)
    if (!merge || merge.left >= LIMITS.columns) return
    this.merges.push(merge)
    if (this.merges.length > LIMITS.mergedCells) throw new UnreadableFile('file-too-many-merges')
  }
}

/** The lines and merges of a sheet's part. */
export function readSheetPart(
  xml: string,
  context: WorkbookContext,
): { readonly lines: readonly SheetLine[]; readonly merges: readonly Merge[] } {
  const collector = new SheetCollector(context)
  readXml(xml, {
    open: (name, attribute) => collector.open(name, attribute),
    close: (name) => collector.close(name),
    text: (text) => collector.text(text),
  })
  const lines = collector.lines.sort((a, b) => a.line - b.line)
  return { lines, merges: collector.merges }
}
