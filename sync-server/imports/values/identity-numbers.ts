import type { NoNikReason } from '../../../shared/documents/patient.ts'
import { bareNumber, parseNik, type Nik, type NikProblem } from '../../../shared/people/nik.ts'
import type { Cell } from '../spreadsheet/sheet.ts'
import { plainWords, saidIn } from './cell-text.ts'

/** What a column's heading promises; numbers are told apart by their length all the same. */
export type NumberColumn = 'nik' | 'jkn' | 'nikOrJkn' | 'kk'

export type NumberNote =
  | 'nik-digits-lost'
  | 'jkn-digits-lost'
  | 'kk-digits-lost'
  | 'jkn-zeros-restored'
  | 'jkn-not-valid'
  | 'kk-not-valid'
  | 'neither-nik-nor-jkn'
  | NikProblem

/** What a cell with numbers of identity says; `notes` is what could not be taken as it stands. */
export type ReadNumbers = {
  readonly nik?: Nik
  readonly jkn?: string
  readonly kk?: string
  readonly noNikReason?: NoNikReason
  readonly notes: readonly NumberNote[]
}

const EXPONENT = /^\d+([.,]\d+)?\s*E\s*\+?\s*(\d+)$/i
/** From here on a spreadsheet's number has lost its last digit, since it keeps fifteen. */
const SIXTEEN_DIGITS = 1e15

type Digits =
  | { readonly kind: 'digits' | 'words'; readonly text: string }
  | { readonly kind: 'lost'; readonly size: number }

function ofNumber(value: number): Digits {
  const lost = value >= SIXTEEN_DIGITS && (!Number.isSafeInteger(value) || value % 10 === 0)
  return lost ? { kind: 'lost', size: String(value).length } : { kind: 'digits', text: String(value) }
}

function ofText(text: string, lastDigitsLost: boolean): Digits {
  const [, , exponent] = EXPONENT.exec(text) ?? []
  if (exponent) return { kind: 'lost', size: Number(exponent) + 1 }
  const bare = bareNumber(text.replace(/^(\d{9,})[.,]0+$/, '$1'))
  if (!/^\d+$/.test(bare)) return { kind: 'words', text }
  return lastDigitsLost && /^\d{15}0$/.test(bare)
    ? { kind: 'lost', size: 16 }
    : { kind: 'digits', text: bare }
}

const NO_NIK: readonly (readonly [RegExp, NoNikReason])[] = [
  [/^(belum|blm|tdk|tidak) (rekam|perekaman|punya|ada ktp|memiliki).*$/, 'not-recorded'],
  [/^(tidak|tdk|lupa) (di)?bawa.*$/, 'not-brought'],
  [/^(wna|warga negara asing|asing).*$/, 'foreigner'],
  [/^(bayi|bbl|bayi baru lahir|neonatus).*$/, 'newborn'],
  [/^(tidak|tdk) (di)?kenal.*$/, 'unknown-person'],
]

/** What a cell is that holds no number of its column. */
const WRONG_LENGTH: Readonly<Record<NumberColumn, NumberNote>> = {
  nik: 'nik-not-16-digits',
  jkn: 'jkn-not-valid',
  nikOrJkn: 'neither-nik-nor-jkn',
  kk: 'kk-not-valid',
}

function fromWords(text: string, column: NumberColumn): ReadNumbers {
  const words = plainWords(text)
  const reason =
    column === 'jkn' || column === 'kk' ? undefined : NO_NIK.find(([pattern]) => pattern.test(words))?.[1]
  if (reason) return { noNikReason: reason, notes: [] }
  return { notes: [WRONG_LENGTH[column]] }
}

function lost(size: number, column: NumberColumn): ReadNumbers {
  if (column === 'kk') return { notes: ['kk-digits-lost'] }
  const isJkn = size < 16 && column !== 'nik'
  return { notes: [isJkn ? 'jkn-digits-lost' : 'nik-digits-lost'] }
}

function asNik(digits: string): ReadNumbers {
  const reading = parseNik(digits)
  return reading.ok ? { nik: reading.nik, notes: [] } : { notes: [reading.problem] }
}

/**
 * A JKN number that was kept as a number has lost the noughts it begins with (`domain.md` 1.2). It has thirteen digits
 * and begins with three noughts, so nine or ten digits say how many are missing; other lengths do not.
 */
function asJkn(digits: string, zerosMayBeLost: boolean): ReadNumbers {
  if (digits.length === 13)
    return /^0+$/.test(digits) ? { notes: ['jkn-not-valid'] } : { jkn: digits, notes: [] }
  if (zerosMayBeLost && (digits.length === 9 || digits.length === 10) && !digits.startsWith('0')) {
    return { jkn: digits.padStart(13, '0'), notes: ['jkn-zeros-restored'] }
  }
  return { notes: ['jkn-not-valid'] }
}

function asKk(digits: string): ReadNumbers {
  const valid = /^\d{16}$/.test(digits) && !/^(\d)\1+$/.test(digits)
  return valid ? { kk: digits, notes: [] } : { notes: ['kk-not-valid'] }
}

function byLength(digits: string, column: NumberColumn, untyped: boolean): ReadNumbers {
  if (/^0+$/.test(digits)) return { notes: [] }
  if (column === 'kk') return asKk(digits)
  if (digits.length === 16) return asNik(digits)
  if (digits.length === 13) return asJkn(digits, false)
  return column === 'jkn' ? asJkn(digits, untyped) : { notes: [WRONG_LENGTH[column]] }
}

function together(all: readonly ReadNumbers[]): ReadNumbers {
  return all.reduce<ReadNumbers>((sum, next) => ({ ...next, ...sum, notes: [...sum.notes, ...next.notes] }), {
    notes: [],
  })
}

/**
 * Reads a cell of a column with numbers (IM10-IM12). `lastDigitsLost`: the column's sixteen-digit numbers went
 * through a spreadsheet's numbers (`lostLastDigits`).
 */
export function readNumbers(
  cell: Cell | undefined,
  column: NumberColumn,
  lastDigitsLost = false,
): ReadNumbers {
  const text = saidIn(cell)
  if (!cell || text === undefined) return { notes: [] }
  const untyped = cell.kind === 'number' || cell.kind === 'plain'
  const whole = cell.kind === 'number' ? ofNumber(cell.value) : ofText(text, lastDigitsLost)
  if (whole.kind === 'lost') return lost(whole.size, column)
  if (whole.kind === 'digits' && whole.text.length <= 16) return byLength(whole.text, column, untyped)
  const pieces = text
    .split(/[/;,\n|]+/)
    .map((piece) => bareNumber(piece))
    .filter((piece) => /\d/.test(piece))
  const numbers = pieces.length > 1 && pieces.every((piece) => /^(\d{13}|\d{16})$/.test(piece))
  if (numbers) return together(pieces.map((piece) => byLength(piece, column, untyped)))
  return fromWords(text, column)
}

/** Enough numbers to tell chance from damage. */
const ENOUGH = 20

/**
 * Whether a column of texts has been a column of numbers once: nine in ten of its sixteen-digit numbers end in 0,
 * where one in ten would. Their last digit is gone.
 */
export function lostLastDigits(texts: readonly string[]): boolean {
  const long = texts.map(bareNumber).filter((text) => /^\d{16}$/.test(text))
  const rounded = long.filter((text) => text.endsWith('0'))
  return long.length >= ENOUGH && rounded.length * 10 >= long.length * 9
}
