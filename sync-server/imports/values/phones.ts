import type { Cell } from '../spreadsheet/sheet.ts'
import { saidIn } from './cell-text.ts'

/** A phone number of digits, with its nought; `undefined` where the text holds none (IM16). */
export function readPhone(cell: Cell | undefined): string | undefined {
  const text = saidIn(cell)
  const first = text?.split(/[/;,|]| (?:dan|atau) /)[0] ?? ''
  const digits = first.replace(/[^\d+]/g, '').replace(/^\+?62/, '0')
  const whole = /^8\d{8,11}$/.test(digits) ? `0${digits}` : digits
  return /^0\d{6,14}$/.test(whole) ? whole : undefined
}
