import type { CoveredCells } from '../spreadsheet/merged-cells.ts'
import type { Cell, Sheet, SheetLine } from '../spreadsheet/sheet.ts'
import { saidIn } from '../values/cell-text.ts'
import { fieldNamed, type Field } from './header-names.ts'

/** The table of a sheet: which column holds what, and where its rows begin. */
export type Table = {
  /** The first column of each field, counted from 0. */
  readonly columns: ReadonlyMap<Field, number>
  /** The heading of each column as it is written, for telling a clerk; no two are equal. */
  readonly headings: ReadonlyMap<number, string>
  /** Headings that nothing is done with. */
  readonly unused: readonly string[]
  /** Index in the sheet's lines of the first row behind the header. */
  readonly start: number
}

/** Header rows are looked for in so many lines; letterheads are shorter. */
const SEARCHED_LINES = 60
/** A header has a name column and at least that many recognised columns in all. */
const FEWEST_COLUMNS = 2
/** Rows of headings: a group above, names, and L/P or Th/Bl below. */
const DEEPEST = 3

function textsOf(line: SheetLine, covered: CoveredCells): ReadonlyMap<number, string> {
  const cells = new Map<number, Cell>([...(covered.get(line.line) ?? []), ...line.cells])
  const texts = new Map<number, string>()
  for (const [column, cell] of cells) {
    const text = saidIn(cell)
    if (text !== undefined) texts.set(column, text)
  }
  return texts
}

function fieldsIn(texts: ReadonlyMap<number, string>): readonly Field[] {
  return [...texts.values()].flatMap((text) => fieldNamed(text) ?? [])
}

function looksLikeHeader(texts: ReadonlyMap<number, string>): boolean {
  const fields = new Set(fieldsIn(texts))
  return fields.has('name') && fields.size >= FEWEST_COLUMNS
}

/** A row that numbers the columns below the headings: `1 2 3 …` or `(1) (2) (3) …`. */
export function isColumnNumbers(line: SheetLine): boolean {
  const numbers = [...line.cells]
    .sort(([a], [b]) => a - b)
    .map(([, cell]) => /^\(?(\d{1,2})\)?$/.exec(saidIn(cell) ?? '')?.[1])
  return numbers.length >= 3 && numbers.every((number, index) => Number(number) === index + 1)
}

/** Words that only stand below another heading. */
const BELOW = /^(l|p|lk|pr|laki[- ]?laki|perempuan|th|thn|tahun|bl|bln|bulan|hr|hari|rt|rw)$/i

function isSubHeader(line: SheetLine, above: ReadonlyMap<number, string>, covered: CoveredCells): boolean {
  const own = [...line.cells.values()].map((cell) => saidIn(cell) ?? '')
  if (own.length === 0 || !own.every((text) => BELOW.test(text) || fieldNamed(text) !== undefined))
    return false
  const hasBelow = own.some((text) => BELOW.test(text))
  const hangsBelow = [...(covered.get(line.line)?.keys() ?? [])].some((column) => above.has(column))
  return hasBelow || hangsBelow
}

/** Group headings without merges stand over their first column only; the columns right of it belong to them. */
function spread(
  above: ReadonlyMap<number, string>,
  below: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const spreadTexts = new Map(above)
  for (const column of [...below.keys()].sort((a, b) => a - b)) {
    const left = spreadTexts.get(column - 1)
    const belongs = BELOW.test(below.get(column) ?? '') && BELOW.test(below.get(column - 1) ?? '')
    if (!spreadTexts.has(column) && left !== undefined && belongs) spreadTexts.set(column, left)
  }
  return spreadTexts
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return texts
    .filter((text): text is string => text !== undefined)
    .filter((text, index, all) => all[index - 1] !== text)
}

type ColumnName = { readonly field: Field | undefined; readonly heading: string }

/** The field of a column from its headings, top to bottom: together, then the lowest, then the others upwards. */
function nameOf(path: readonly string[]): ColumnName {
  const ways = [path.join(' '), path.slice(-2).join(' '), ...[...path].reverse()]
  const named = ways.map((heading) => ({ field: fieldNamed(heading), heading }))
  return named.find(({ field }) => field !== undefined) ?? { field: undefined, heading: path.join(' ') }
}

function tableOf(rows: readonly ReadonlyMap<number, string>[], start: number): Table {
  const all = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort((a, b) => a - b)
  const columns = new Map<Field, number>()
  const headings = new Map<number, string>()
  const unused: string[] = []
  for (const column of all) {
    const path = distinct(rows.map((row) => row.get(column)))
    const { field, heading } = nameOf(path)
    const taken = [...headings.values()].filter((one) => one === heading).length
    headings.set(column, taken === 0 ? heading : `${heading} (${String(taken + 1)})`)
    if (field && !columns.has(field)) columns.set(field, column)
    else if (field !== 'ordinal') unused.push(heading)
  }
  return { columns, headings, unused, start }
}

/** Finds the table of a sheet by its headings (IM19); `undefined` where no line of the beginning looks like a header. */
export function findTable(sheet: Sheet, covered: CoveredCells): Table | undefined {
  const searched = sheet.lines.slice(0, SEARCHED_LINES)
  const at = searched.findIndex((line) => looksLikeHeader(textsOf(line, covered)))
  const line = searched[at]
  if (!line) return undefined
  let rows = [textsOf(line, covered)]
  const before = searched[at - 1]
  const group = before && before.line === line.line - 1 ? textsOf(before, covered) : undefined
  if (group && group.size > 1 && fieldsIn(group).length > 0) rows = [group, ...rows]
  let next = at + 1
  for (let depth = 1; depth < DEEPEST; depth += 1) {
    const below = sheet.lines[next]
    const above = rows[rows.length - 1]
    if (!below || !above || !isSubHeader(below, above, covered)) break
    const texts = textsOf(below, covered)
    rows = [...rows.slice(0, -1), spread(above, texts), texts]
    next += 1
  }
  const numbered = sheet.lines[next]
  return tableOf(rows, numbered && isColumnNumbers(numbered) ? next + 1 : next)
}

/** Whether a row repeats the headings, as at the top of each printed page. */
export function repeatsHeader(line: SheetLine, table: Table): boolean {
  const same = [...table.columns].filter(([field, column]) => {
    const text = saidIn(line.cells.get(column))
    return text !== undefined && fieldNamed(text) === field
  })
  return same.length >= Math.min(3, table.columns.size) && same.some(([field]) => field === 'name')
}
