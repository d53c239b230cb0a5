import { HOUSEHOLD_COVERS } from '../../coverage/household-cover.ts'
import { SCHEME_GROUPS } from '../../coverage/cover-on-day.ts'
import { cellsWhere } from '../axes.ts'
import type { Labelled } from '../month-input.ts'
import { bySex, rowsWithTotal, type PrintedColumn, type PrintedTable } from '../printed-table.ts'
import { POOR_PERSON_AXES } from './poor-cover.ts'

const SCHEME_HEADINGS = {
  JKN: 'JKN',
  JAMKESDA: 'Jamkesda',
  SKTM: 'SKTM',
  OTHER: 'Asuransi lain',
  NONE: 'Tanpa jaminan',
} as const

const EVERYBODY = cellsWhere(POOR_PERSON_AXES, [])
const COVERED = cellsWhere(POOR_PERSON_AXES, [SCHEME_GROUPS.filter((group) => group !== 'NONE')])
const SERVED = cellsWhere(POOR_PERSON_AXES, [undefined, undefined, ['served']])

const PERSON_COLUMNS: readonly PrintedColumn[] = [
  ...bySex('poor', ['Penduduk miskin'], (sexes) => cellsWhere(POOR_PERSON_AXES, [undefined, sexes])),
  ...SCHEME_GROUPS.map((group) => ({
    id: group,
    headings: ['Jaminan', SCHEME_HEADINGS[group]],
    cells: cellsWhere(POOR_PERSON_AXES, [[group]]),
  })),
  { id: 'covered', headings: ['Tercakup', 'Jiwa'], cells: COVERED },
  { id: 'covered-percent', headings: ['Tercakup', '%'], cells: COVERED, percentOf: EVERYBODY },
  { id: 'served', headings: ['Dilayani bulan ini', 'Jiwa'], cells: SERVED },
  { id: 'served-percent', headings: ['Dilayani bulan ini', '%'], cells: SERVED, percentOf: EVERYBODY },
]

const FAMILY_COLUMNS: readonly PrintedColumn[] = [
  { id: 'poor', headings: ['KK miskin'], cells: HOUSEHOLD_COVERS },
  { id: 'full', headings: ['Semua anggota tercakup'], cells: ['full'] },
  { id: 'full-percent', headings: ['% semua tercakup'], cells: ['full'], percentOf: HOUSEHOLD_COVERS },
  { id: 'partly', headings: ['Sebagian tercakup'], cells: ['partly'] },
  { id: 'none', headings: ['Tidak ada yang tercakup'], cells: ['none'] },
  { id: 'no-members', headings: ['Anggota belum terdata'], cells: ['no-members'] },
]

/** Cover of the poor by kelurahan: people, then families. */
export function poorCoverPrinted(areas: readonly Labelled[]): readonly PrintedTable[] {
  const labelHeadings = ['No', 'Desa/kelurahan']
  const rows = rowsWithTotal(areas)
  return [
    {
      id: 'persons',
      table: 'persons',
      title: 'Jaminan kesehatan penduduk miskin',
      labelHeadings,
      columns: PERSON_COLUMNS,
      rows,
    },
    {
      id: 'families',
      table: 'families',
      title: 'Jaminan kesehatan keluarga miskin',
      labelHeadings,
      columns: FAMILY_COLUMNS,
      rows,
    },
  ]
}
