import type { Cell } from '../spreadsheet/sheet.ts'

/** What people write where there is nothing to write. */
const NOTHING = /^([-.–—_?/\\*x]+|nihil|kosong|tidak ada|tdk ada|tak ada|belum ada|blm ada|n\/?a|null|none)$/i

/**
 * The text of a cell without what only a spreadsheet means by it: apostrophes that keep a number text, hard spaces,
 * characters without width. `undefined` where it says nothing (IM13).
 */
export function saidIn(cell: Cell | undefined): string | undefined {
  if (!cell || cell.kind === 'fault') return undefined
  const raw = cell.kind === 'number' ? numberText(cell.value) : cell.text
  const text = raw
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^['`\u2018\u2019]+\s*/, '')
    .replace(/^="(.*)"$/, '$1')
  return text === '' || NOTHING.test(text) ? undefined : text
}

/** A number as it would be typed, without exponent where it is whole. */
function numberText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(value).replace('.', ',')
}

/** Lower case, letters and digits only, single spaces: for comparing words that people spell freely. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
