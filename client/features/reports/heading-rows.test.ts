import { describe, expect, it } from 'vitest'
import { printedReport } from '../../../shared/reports/printed-report.ts'
import { headingRows } from './heading-rows.ts'

const shown = (columns: readonly (readonly string[])[]) =>
  headingRows(columns.map((headings, index) => ({ id: String(index), headings }))).map((row) =>
    row.map(({ text, columns: wide, rows }) => `${text} ${wide}x${rows}`),
  )

describe('headings of a printed table', () => {
  it('join equal neighbours under one wider heading', () => {
    expect(
      shown([
        ['Kasus baru', 'L'],
        ['Kasus baru', 'P'],
        ['Kasus lama', 'L'],
      ]),
    ).toEqual([
      ['Kasus baru 2x1', 'Kasus lama 1x1'],
      ['L 1x1', 'P 1x1', 'L 1x1'],
    ])
  })

  it('let a column with fewer levels reach down', () => {
    expect(shown([['Kunjungan', 'Baru', 'L'], ['Jumlah']])).toEqual([
      ['Kunjungan 1x1', 'Jumlah 1x3'],
      ['Baru 1x1'],
      ['L 1x1'],
    ])
  })

  it('never join two columns of their own, even with the same words', () => {
    expect(shown([['L'], ['L']])).toEqual([['L 1x1', 'L 1x1']])
  })

  it('cover every column of Form 11 once in each row', () => {
    const [form11] = printedReport({ form: 'form-11', tables: [] })
    const rows = headingRows(form11?.columns ?? [])
    expect(rows.at(-1)?.reduce((sum, cell) => sum + cell.columns, 0)).toBe(16)
    expect(rows[0]?.map(({ text, columns }) => `${text} ${columns}`)).toEqual([
      'Jumlah kasus baru menurut golongan umur 10',
      'Kasus baru 3',
      'Kasus lama 3',
    ])
  })
})
