import type { NoteKind, RowPlace } from './rows/entry.ts'
import type { ImportReport, RowResult } from './import-report.ts'
import { COUNTED_KINDS, NOTE_KINDS, REJECT_REASONS } from './reasons.ts'

/** What the summary names besides the rows. */
export type SummaryFacts = {
  readonly fileName: string
  readonly clinic: string
  readonly on: string
  readonly rejectFile: string
  readonly noteFile: string
  readonly seconds: number
}

/** Rows named for each kind of note; the rest stand in the file of notes. */
const NAMED_ROWS = 12

function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '.')
}

function figure(words: string, number: number): string {
  return `${words.padEnd(18)}${count(number).padStart(9)}`
}

/** `Register baris 8, 47; Posyandu baris 14, dan 3 lagi`. */
function placesText(places: readonly RowPlace[]): string {
  const sheets = new Map<string, number[]>()
  for (const { sheet, line } of places.slice(0, NAMED_ROWS)) {
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), line])
  }
  const named = [...sheets].map(([sheet, lines]) => `${sheet} baris ${lines.join(', ')}`.trim()).join('; ')
  return places.length > NAMED_ROWS ? `${named}, dan ${count(places.length - NAMED_ROWS)} lagi` : named
}

function byKind<Kind>(
  rows: readonly RowResult[],
  kindsOf: (row: RowResult) => readonly Kind[],
): ReadonlyMap<Kind, readonly RowPlace[]> {
  const places = new Map<Kind, RowPlace[]>()
  for (const row of rows) {
    for (const kind of new Set(kindsOf(row))) {
      const known = places.get(kind)
      if (known) known.push(row.place)
      else places.set(kind, [row.place])
    }
  }
  return places
}

function noteLines(rows: readonly RowResult[]): readonly string[] {
  const places = byKind(rows, (row) => row.notes.map((note) => note.kind))
  const kinds = (Object.keys(NOTE_KINDS) as NoteKind[]).filter(
    (kind) => places.has(kind) && !COUNTED_KINDS.has(kind),
  )
  return kinds.map((kind) => {
    const of = places.get(kind) ?? []
    return `  ${count(of.length).padStart(7)}  ${NOTE_KINDS[kind]}: ${placesText(of)}`
  })
}

function rejectLines(rows: readonly RowResult[]): readonly string[] {
  const places = byKind(rows, (row) => row.reasons.map(({ reason }) => reason))
  return Object.values(REJECT_REASONS)
    .filter((reason) => places.has(reason))
    .map((reason) => {
      const of = places.get(reason) ?? []
      return `  ${count(of.length).padStart(7)}  ${reason}: ${placesText(of)}`
    })
}

function sheetLines({ sheets }: ImportReport): readonly string[] {
  return sheets.flatMap(({ name, hasTable, unusedColumns }) => {
    const sheet = name === '' ? '' : `Lembar ${name}: `
    if (!hasTable) return [`${sheet}tidak ada baris judul yang dikenali; tidak dibaca`]
    return unusedColumns.length === 0 ? [] : [`${sheet}kolom tidak dipakai: ${unusedColumns.join(', ')}`]
  })
}

const TYPE_WORDS: readonly (readonly [type: string, words: string])[] = [
  ['patient', 'pasien'],
  ['household', 'keluarga'],
  ['seen-before', 'kunjungan terdahulu'],
  ['known-condition', 'penyakit menahun'],
]

function writtenLine({ written }: ImportReport): string {
  const parts = TYPE_WORDS.map(([type, words]) => `${words} ${count(written.get(type) ?? 0)}`)
  return `Dokumen ditulis: ${parts.join(', ')}`
}

/** The import in an Indonesian summary (IM27). It names rows, never people or their numbers. */
export function summaryLines(report: ImportReport, facts: SummaryFacts): readonly string[] {
  const { rows } = report
  const of = (status: RowResult['status']) => rows.filter((row) => row.status === status)
  const [imported, merged, rejected] = [of('imported'), of('merged'), of('rejected')]
  const withHub = merged.filter((row) => row.mergedWith === 'hub').length
  const notes = noteLines(rows)
  return [
    `Impor pasien: ${facts.fileName} -> ${facts.clinic}`,
    figure('Baris dibaca', rows.length),
    figure('  diimpor', imported.length),
    `${figure('  digabung', merged.length)}  (mengulang baris lain ${count(merged.length - withHub)}, sudah ada di hub ${count(withHub)})`,
    figure('  ditolak', rejected.length),
    `Tidak dihitung: ${count(report.blankLines)} baris kosong, ${count(report.otherLines)} baris kop dan judul`,
    writtenLine(report),
    `Umur dihitung pada ${facts.on}`,
    ...sheetLines(report),
    ...(rejected.length === 0 ? [] : ['Ditolak:', ...rejectLines(rejected)]),
    ...(notes.length === 0 ? [] : ['Catatan:', ...notes]),
    `Baris yang ditolak: ${facts.rejectFile}`,
    `Semua catatan: ${facts.noteFile}`,
    `Waktu: ${facts.seconds.toFixed(1).replace('.', ',')} detik`,
  ]
}
