import { CLASSIC_AGE_BANDS, FORM_11_AGE_BANDS } from '../age-bands.ts'
import { cellsWhere } from '../axes.ts'
import { bySex, type PrintedColumn, type PrintedRow, type PrintedTable } from '../printed-table.ts'
import { FORM_11_GROUPS, FORM_11_ROWS, type Form11Row } from './rows.ts'

/** Parts of a case's cell, in this order: `baru/20-44y/P`. */
const CASE_AXES = [['baru', 'lama'], CLASSIC_AGE_BANDS.map(({ id }) => id), ['L', 'P']] as const

const NEW_BY_AGE = 'Jumlah kasus baru menurut golongan umur'

/** Columns 4 to 19 of the form: ten ages of new cases, then L, P, JML of new and of old cases. */
function columns(): readonly PrintedColumn[] {
  return [
    ...FORM_11_AGE_BANDS.map(({ id, heading, joins }) => ({
      id: `baru/${id}`,
      headings: [NEW_BY_AGE, heading],
      cells: cellsWhere(CASE_AXES, [['baru'], joins]),
    })),
    ...bySex('baru', ['Kasus baru'], (sexes) => cellsWhere(CASE_AXES, [['baru'], undefined, sexes])),
    ...bySex('lama', ['Kasus lama'], (sexes) => cellsWhere(CASE_AXES, [['lama'], undefined, sexes])),
  ]
}

/** A line of the form: its own cases, and those of its sub-rows (rule F11-4). */
function line({ id, name, printedIcd }: Form11Row): PrintedRow {
  const below = FORM_11_ROWS.filter((row) => row.parent === id).map((row) => row.id)
  return { id, kind: 'row', labels: [id, name, printedIcd], rows: [id, ...below] }
}

function rows(): readonly PrintedRow[] {
  return [
    ...FORM_11_GROUPS.flatMap((group): readonly PrintedRow[] => [
      { id: group.id, kind: 'group', labels: [group.id, group.title, ''], rows: [] },
      ...FORM_11_ROWS.filter((row) => row.group === group.id).map(line),
    ]),
    { id: 'total', kind: 'total', labels: ['', 'JUMLAH', ''], rows: FORM_11_ROWS.map(({ id }) => id) },
  ]
}

/** Form 11 in its own wording: 19 columns, 15 groups, 242 lines (`domain.md` 5.4, Appendix A). */
export const FORM_11_PRINTED: PrintedTable = {
  id: 'cases',
  table: 'cases',
  title: 'FORMULIR 11 - KESAKITAN UMUM',
  labelHeadings: ['No', 'Jenis penyakit', 'ICD 10'],
  columns: columns(),
  rows: rows(),
}
