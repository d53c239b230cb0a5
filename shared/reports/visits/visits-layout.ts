import { cellsWhere } from '../axes.ts'
import type { Labelled } from '../month-input.ts'
import { bySex, rowsWithTotal, type PrintedColumn, type PrintedTable } from '../printed-table.ts'
import { VISIT_AXES } from './visits-report.ts'

type Chosen = {
  readonly newness?: readonly string[]
  readonly kind?: readonly string[]
  readonly residence?: readonly string[]
  readonly poor?: readonly string[]
}

const NEWNESS = [
  { id: 'baru', heading: 'Baru' },
  { id: 'lama', heading: 'Lama' },
] as const

function where({ newness, kind, residence, poor }: Chosen, sexes?: readonly string[]): readonly string[] {
  return cellsWhere(VISIT_AXES, [newness, sexes, kind, residence, poor])
}

/** Baru, lama and all, each L, P, JML, of the visits chosen. */
function newAndOld(id: string, headings: readonly string[], chosen: Chosen): readonly PrintedColumn[] {
  return [
    ...NEWNESS.flatMap((one) =>
      bySex(`${id}${one.id}`, [...headings, one.heading], (sexes) =>
        where({ ...chosen, newness: [one.id] }, sexes),
      ),
    ),
    ...bySex(`${id}semua`, [...headings, 'Jumlah'], (sexes) => where(chosen, sexes)),
  ]
}

const BY_NEWNESS = newAndOld('', [], {})
const BY_KIND = [
  ...newAndOld('sakit/', ['Kunjungan sakit'], { kind: ['sakit'] }),
  ...newAndOld('sehat/', ['Kunjungan sehat'], { kind: ['sehat'] }),
]
const BY_POVERTY = [
  ...newAndOld('gakin/', ['Gakin'], { poor: ['gakin'] }),
  ...newAndOld('bukan/', ['Non gakin'], { poor: ['bukan'] }),
]
const BY_RESIDENCE = [
  ...newAndOld('dalam/', ['Dalam wilayah'], { residence: ['dalam'] }),
  ...newAndOld('luar/', ['Luar wilayah'], { residence: ['luar'] }),
  ...newAndOld('belum/', ['Wilayah belum diketahui'], { residence: ['belum'] }),
]

function table(
  id: string,
  title: string,
  stored: 'payer' | 'unit',
  named: readonly Labelled[],
  columns: readonly PrintedColumn[],
) {
  const labelHeadings = ['No', stored === 'payer' ? 'Cara bayar' : 'Unit pelayanan']
  return { id, title, table: stored, labelHeadings, columns, rows: rowsWithTotal(named) }
}

/** The visit report: one counted table by payer, printed from four sides, and one by unit. */
export function visitsPrinted(
  payers: readonly Labelled[],
  units: readonly Labelled[],
): readonly PrintedTable[] {
  return [
    table('payer', 'Kunjungan baru dan lama menurut cara bayar', 'payer', payers, BY_NEWNESS),
    table('kind', 'Kunjungan sakit dan sehat menurut cara bayar', 'payer', payers, BY_KIND),
    table('poverty', 'Kunjungan gakin dan non gakin menurut cara bayar', 'payer', payers, BY_POVERTY),
    table('residence', 'Kunjungan dalam dan luar wilayah menurut cara bayar', 'payer', payers, BY_RESIDENCE),
    table('unit', 'Kunjungan baru dan lama menurut unit pelayanan', 'unit', units, BY_NEWNESS),
  ]
}
