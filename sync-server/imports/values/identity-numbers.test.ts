import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../spreadsheet/sheet.ts'
import { lostLastDigits, readNumbers, type NumberColumn } from './identity-numbers.ts'

const NIK = '3577013112850001'
const JKN = '0001234567890'

function text(written: string): Cell {
  return { kind: 'text', text: written }
}
function plain(written: string): Cell {
  return { kind: 'plain', text: written }
}
function number(value: number): Cell {
  return { kind: 'number', text: String(value), value }
}

function shown(cell: Cell, column: NumberColumn): string {
  const read = readNumbers(cell, column)
  const found = [read.nik?.text, read.jkn, read.kk, read.noNikReason].filter((value) => value !== undefined)
  return [...found, ...read.notes].join(' ')
}

describe('numbers of identity', () => {
  it.each<[Cell, NumberColumn, string, string]>([
    [text(NIK), 'nik', NIK, 'text'],
    [text(`'${NIK}`), 'nik', NIK, 'with the apostrophe'],
    [text('3577 0131 1285 0001'), 'nik', NIK, 'in groups'],
    [plain(`${NIK}.0`), 'nik', NIK, 'a program wrote it as a fraction'],
    [number(3577013112850001), 'nik', NIK, 'a number with all its digits: its last is no nought'],
    [
      number(3577013112850000),
      'nik',
      'nik-digits-lost',
      'a number that ends in 0 may have lost its last digit',
    ],
    [number(Number('9171013112850001')), 'nik', 'nik-digits-lost', 'beyond what a number keeps exactly'],
    [text('3,57701E+15'), 'nik', 'nik-digits-lost', 'what Excel shows'],
    [plain('3.57701E+15'), 'nik', 'nik-digits-lost', 'in English'],
    [text('3577010012850001'), 'nik', 'nik-day-wrong', 'no NIK'],
    [text('357701311285000'), 'nik', 'nik-not-16-digits', 'a digit is missing: which, nobody knows'],
    [text('0000000000000000'), 'nik', '', 'noughts say nothing'],
    [text('belum rekam'), 'nik', 'not-recorded', 'why there is none'],
    [text('WNA'), 'nik', 'foreigner', 'why there is none'],
    [text('tanya RT'), 'nik', 'nik-not-16-digits', 'words'],
    [text('-'), 'nik', '', 'nothing'],
    [text(JKN), 'nik', JKN, 'a JKN number in the NIK column is known by its length'],
  ])('[IM10] %j in column %s: %j, %s', (cell, column, result) => {
    expect(shown(cell, column)).toBe(result)
  })

  it.each<[Cell, NumberColumn, string, string]>([
    [text(JKN), 'jkn', JKN, 'as on the card'],
    [number(1234567890), 'jkn', `${JKN} jkn-zeros-restored`, 'three noughts lost'],
    [plain('123456789'), 'jkn', '0000123456789 jkn-zeros-restored', 'four noughts lost in a text file'],
    [text('1234567890'), 'jkn', 'jkn-not-valid', 'text loses no noughts, so this is something else'],
    [number(12345678901), 'jkn', 'jkn-not-valid', 'eleven digits: a card begins with three noughts'],
    [number(12345678), 'jkn', 'jkn-not-valid', 'eight digits'],
    [text('1,23457E+12'), 'jkn', 'jkn-digits-lost', 'digits lost'],
    [text('PBI'), 'jkn', 'jkn-not-valid', 'a segment, not a number'],
    [text(NIK), 'jkn', NIK, 'the NIK serves as card number since 2022'],
  ])('[IM11] %j in column %s: %j, %s', (cell, column, result) => {
    expect(shown(cell, column)).toBe(result)
  })

  it.each<[Cell, NumberColumn, string, string]>([
    [text(NIK), 'nikOrJkn', NIK, 'sixteen digits'],
    [text(JKN), 'nikOrJkn', JKN, 'thirteen digits'],
    [text(`${NIK} / ${JKN}`), 'nikOrJkn', `${NIK} ${JKN}`, 'both'],
    [text('3,57701E+15'), 'nikOrJkn', 'nik-digits-lost', 'was a NIK'],
    [text('1,23457E+12'), 'nikOrJkn', 'jkn-digits-lost', 'was a JKN number'],
    [number(1234567890), 'nikOrJkn', 'neither-nik-nor-jkn', 'ten digits in a shared column can be a phone'],
  ])('[IM12] %j in column %s: %j, %s', (cell, column, result) => {
    expect(shown(cell, column)).toBe(result)
  })

  it.each<[Cell, string, string]>([
    [text('3577010101100001'), '3577010101100001', 'a family card'],
    [number(3577010101100000), 'kk-digits-lost', 'its last digit may be lost'],
    [text('1234'), 'kk-not-valid', 'the number of a folder'],
    [text('1111111111111111'), 'kk-not-valid', 'one digit to fill the field'],
  ])('[IM12] family card %j: %j, %s', (cell, result) => {
    expect(shown(cell, 'kk')).toBe(result)
  })

  it('[IM10] a column whose numbers nearly all end in 0 has lost its last digits', () => {
    const rounded = Array.from({ length: 30 }, (_, index) => `35770131128500${String(index % 10)}0`)
    const exact = Array.from({ length: 30 }, (_, index) => `357701311285000${String(index % 10)}`)
    expect(lostLastDigits(rounded)).toBe(true)
    expect(lostLastDigits(exact)).toBe(false)
    expect(lostLastDigits(rounded.slice(0, 19))).toBe(false)
    expect(readNumbers(text('3577013112850010'), 'nik', true).notes).toEqual(['nik-digits-lost'])
    expect(readNumbers(text('3577013112850011'), 'nik', true).nik?.text).toBe('3577013112850011')
  })

  it('[IM10] never gives a number that does not stand in the cell', () => {
    const digits = fc.stringMatching(/^[1-9]\d{11,16}$/)
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom<NumberColumn>('nik', 'jkn', 'nikOrJkn', 'kk'),
        (written, column) => {
          const asNumber = readNumbers(number(Number(written)), column)
          for (const value of [asNumber.nik?.text, asNumber.jkn, asNumber.kk]) {
            if (value !== undefined) expect(written).toBe(value)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
