import type { NoNikReason } from '../../../shared/documents/patient.ts'
import type { Nik } from '../../../shared/people/nik.ts'
import type { Field } from '../columns/header-names.ts'
import { saidIn } from '../values/cell-text.ts'
import { readNumbers, type NumberColumn } from '../values/identity-numbers.ts'
import type { RowReader } from './row-reader.ts'

export type RowNumbers = {
  readonly nik: Nik | undefined
  readonly noNikReason: NoNikReason | null
  readonly jkn: string | null
  readonly kk: string | null
  readonly oldRm: string | null
}

const COLUMNS: readonly (NumberColumn & Field)[] = ['nik', 'nikOrJkn', 'jkn', 'kk']
const LONGEST_RM = 40

/** The number on the paper folder; noughts alone are none. */
function readOldRm(row: RowReader): string | null {
  const text = row.said('oldRm')
  if (text === undefined || /^0+$/.test(text)) return null
  if (text.length > LONGEST_RM) row.note('text-cut', 'oldRm')
  return text.slice(0, LONGEST_RM)
}

/** `KK` alone heads a column of card numbers or of names; letters are a name. */
export function isHeadName(text: string): boolean {
  return /[a-z]{2}/i.test(text) && !/\de\+?\d/i.test(text)
}

/** All numbers of a row, told apart by length; the first of each kind counts. */
export function readIdentity(row: RowReader, damaged: ReadonlySet<Field>): RowNumbers {
  const found = COLUMNS.flatMap((column) => {
    const cell = row.cell(column)
    row.said(column)
    if (column === 'kk' && isHeadName(saidIn(cell) ?? '')) return []
    const numbers = readNumbers(cell, column, damaged.has(column))
    for (const note of numbers.notes) row.note(note, column)
    return [numbers]
  })
  const nik = found.find((one) => one.nik)?.nik
  return {
    nik,
    noNikReason: nik ? null : (found.find((one) => one.noNikReason)?.noNikReason ?? null),
    jkn: found.find((one) => one.jkn)?.jkn ?? null,
    kk: found.find((one) => one.kk)?.kk ?? null,
    oldRm: readOldRm(row),
  }
}
