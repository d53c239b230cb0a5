/** A deliberately messy register of a clinic, as `.xlsx` and as CSV; run as a script it writes both into a folder. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import writeExcel, { type Row, type SheetData } from 'write-excel-file/node'
import { AWKWARD } from './awkward-rows.ts'
import {
  chanceFrom,
  messyRows,
  type Chance,
  type Column,
  type MessyRow,
  type Written,
} from './messy-people.ts'

export const ROWS = 5_000
const SEED = 20_261_031

/** A file with what an import of it must come to. */
export type MessyFile = {
  readonly bytes: Uint8Array
  readonly rows: readonly MessyRow[]
  readonly blankLines: number
  readonly otherLines: number
}

type Line =
  | { readonly kind: 'row'; readonly row: MessyRow }
  | { readonly kind: 'blank' }
  | { readonly kind: 'numbered' }
  | { readonly kind: 'header' }

/** Rows with blank lines, lines that only have a number, and headings repeated as on printed pages. */
function linesOf(rows: readonly MessyRow[], chance: Chance): readonly Line[] {
  return rows.flatMap((row, index): readonly Line[] => {
    const kind = index < AWKWARD.length ? 99 : chance.whole(100)
    if (kind === 0) return [{ kind: 'blank' }, { kind: 'row', row }]
    if (kind === 1) return [{ kind: 'numbered' }, { kind: 'row', row }]
    return kind === 2 ? [{ kind: 'header' }, { kind: 'row', row }] : [{ kind: 'row', row }]
  })
}

function counted(lines: readonly Line[], kinds: readonly Line['kind'][]): number {
  return lines.filter((line) => kinds.includes(line.kind)).length
}

type CellObject = Exclude<Row[number], null | undefined>

function excelCell(written: Written | undefined): CellObject | null {
  if (written === undefined) return null
  if (typeof written === 'string') return { value: written }
  if (typeof written === 'number') return { value: written }
  return { value: new Date(`${written.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
}

type Layout = readonly { readonly heading: string; readonly columns: readonly Column[] }[]

/** The first sheet: one column for each thing, sex below L and P. */
const WIDE: Layout = [
  { heading: 'Nama Pasien', columns: ['name'] },
  { heading: 'NIK', columns: ['nik'] },
  { heading: 'No. KK', columns: ['kk'] },
  { heading: 'Nama KK', columns: ['headName'] },
  { heading: 'Hub. Keluarga', columns: ['relation'] },
  { heading: 'L/P', columns: ['sex'] },
  { heading: 'Tempat/Tgl Lahir', columns: ['birth'] },
  { heading: 'Umur', columns: ['age'] },
  { heading: 'Alamat', columns: ['address'] },
  { heading: 'Desa/Kelurahan', columns: ['village'] },
  { heading: 'No HP', columns: ['phone'] },
  { heading: 'No. Rekam Medis', columns: ['rm'] },
  { heading: 'No BPJS', columns: ['jkn'] },
  { heading: 'Kunjungan Terakhir', columns: ['lastVisit'] },
  { heading: 'Riwayat Penyakit', columns: ['illness'] },
]

/** The second sheet: NIK and JKN number share a column; the first that a row has stands there. */
const NARROW: Layout = [
  { heading: 'NAMA LENGKAP', columns: ['name'] },
  { heading: 'NIK/JKN', columns: ['nik', 'jkn'] },
  { heading: 'JK', columns: ['sex'] },
  { heading: 'TTL', columns: ['birth'] },
  { heading: 'Usia', columns: ['age'] },
  { heading: 'Alamat', columns: ['address'] },
  { heading: 'No Index', columns: ['rm'] },
  { heading: 'Nama Kepala Keluarga', columns: ['headName'] },
  { heading: 'Tgl Kunjungan Terakhir', columns: ['lastVisit'] },
  { heading: 'Agama', columns: [] },
]

function writtenIn(row: MessyRow, columns: readonly Column[]): Written | undefined {
  return columns.map((column) => row.cells[column]).find((written) => written !== undefined)
}

function excelLine(line: Line, layout: Layout, number: number): Row {
  if (line.kind === 'blank') return []
  if (line.kind === 'numbered') return [{ value: number }]
  if (line.kind === 'header') return [{ value: 'No' }, ...layout.map(({ heading }) => ({ value: heading }))]
  return [{ value: number }, ...layout.map(({ columns }) => excelCell(writtenIn(line.row, columns)))]
}

/** Merges cells of a family's card down over its members, as registers show families. */
function withMergedCards(data: readonly Row[], first: number, column: number): SheetData {
  const rows = data.map((row) => [...row])
  for (let top = first; top < rows.length;) {
    const card = (rows[top]?.[column] as { value?: unknown } | null | undefined)?.value
    let bottom = top + 1
    const cardAt = (index: number) => (rows[index]?.[column] as { value?: unknown } | null | undefined)?.value
    while (card !== undefined && cardAt(bottom) === card) {
      ;(rows[bottom] as unknown[])[column] = null
      bottom += 1
    }
    if (bottom - top > 1) (rows[top] as unknown[])[column] = { value: card, rowSpan: bottom - top }
    top = bottom
  }
  return rows
}

function wideSheet(lines: readonly Line[]): SheetData {
  const letterhead: Row[] = [
    [{ value: 'PEMERINTAH KOTA MADIUN' }],
    [{ value: 'UPT PUSKESMAS UJI' }],
    [],
    [{ value: 'Petugas: Sri' }, null, { value: 'Tahun 2026' }],
  ]
  const header: Row = [
    { value: 'No', rowSpan: 2 },
    ...WIDE.map(({ heading }) => ({ value: heading, rowSpan: 2 })),
  ]
  const body = lines.map((line, index) => excelLine(line, WIDE, index + 1))
  const numbers: Row = Array.from({ length: WIDE.length + 1 }, (_, index) => ({ value: index + 1 }))
  return withMergedCards([...letterhead, header, [], numbers, ...body], letterhead.length + 3, 3)
}

function narrowSheet(lines: readonly Line[]): SheetData {
  const header = excelLine({ kind: 'header' }, NARROW, 0)
  return [
    [{ value: 'REGISTER POSYANDU' }],
    header,
    ...lines.map((line, index) => excelLine(line, NARROW, index + 1)),
  ]
}

/** How much of the register stands on the first sheet. */
const WIDE_SHARE = 0.7

export async function messyWorkbook(seed = SEED): Promise<MessyFile> {
  const chance = chanceFrom(seed)
  const rows = [...AWKWARD, ...messyRows(chance, ROWS - AWKWARD.length)]
  const cut = Math.floor(rows.length * WIDE_SHARE)
  const wide = linesOf(rows.slice(0, cut), chance)
  const narrow = linesOf(
    [{ fate: 'rejected', cells: { name: 'Uji Kosong' } }, ...rows.slice(cut, -1)],
    chance,
  )
  const recap: SheetData = [[{ value: 'REKAP' }], [{ value: 'Jumlah pasien' }, { value: rows.length }]]
  const file = writeExcel([
    { sheet: 'Register', data: wideSheet(wide) },
    { sheet: 'Posyandu', data: narrowSheet(narrow) },
    { sheet: 'Rekap', data: recap },
  ])
  const lines = [...wide, ...narrow]
  return {
    bytes: new Uint8Array(await file.toBuffer()),
    rows: lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])),
    blankLines: counted(lines, ['blank', 'numbered']) + 2,
    otherLines: counted(lines, ['header']) + 3 + 2 + 2 + 2,
  }
}

function csvText(written: Written | undefined): string {
  const text = typeof written === 'object' ? written.day : String(written ?? '')
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function csvLine(line: Line, number: number): string {
  if (line.kind === 'blank') return ''
  if (line.kind === 'numbered') return `${String(number)}${';'.repeat(WIDE.length)}`
  const cells =
    line.kind === 'header'
      ? ['No', ...WIDE.map(({ heading }) => heading)]
      : [String(number), ...WIDE.map(({ columns }) => csvText(writtenIn(line.row, columns)))]
  return cells.join(';')
}

/** A spreadsheet that saves a long number as text writes its exponent. */
function asSaved(row: MessyRow): MessyRow {
  const { nik } = row.cells
  return typeof nik === 'number' ? { ...row, cells: { ...row.cells, nik: '3,57701E+15' } } : row
}

export function messyCsv(seed = SEED): MessyFile {
  const chance = chanceFrom(seed)
  const rows = [...AWKWARD, ...messyRows(chance, ROWS - AWKWARD.length)].map(asSaved)
  const lines = linesOf(rows, chance)
  const text = [
    'UPT PUSKESMAS UJI – KOTA MADIUN',
    '',
    csvLine({ kind: 'header' }, 0),
    ...lines.map((line, index) => csvLine(line, index + 1)),
    '',
  ]
  return {
    bytes: Uint8Array.from(Buffer.from(text.join('\r\n').replaceAll('–', '\u0096'), 'latin1')),
    rows,
    blankLines: counted(lines, ['blank', 'numbered']) + 1,
    otherLines: counted(lines, ['header']) + 2,
  }
}

async function writeInto(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'messy-register.xlsx'), (await messyWorkbook()).bytes)
  await writeFile(join(folder, 'messy-register.csv'), messyCsv().bytes)
}

const [, script, folder] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) await writeInto(folder ?? '.')
