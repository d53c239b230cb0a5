import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('CSV', () => {
  it('[RF1] has its mark, semicolons, decimal commas and CR LF', () => {
    expect(csvOf([['Desa', 'Jiwa', '%'], ['Winongo', 12, 58.3], []])).toBe(
      '\ufeffDesa;Jiwa;%\r\nWinongo;12;58,3\r\n\r\n',
    )
  })

  it('[RF1] quotes what would break a line or a field', () => {
    expect(csvOf([['a;b', 'say "x"', 'two\nlines']])).toBe('\ufeff"a;b";"say ""x""";"two\nlines"\r\n')
  })

  it.each(['=1+1', '+62812', '-5', '@SUM(A1)', '\t=1', '\r=1'])('[RF2] %j does not run', (text) => {
    expect(csvOf([[text]])).toContain(`'${text}`)
  })

  it('[RF2] leaves numbers and the sign for nothing as they are', () => {
    expect(csvOf([[-5, null, '-', 'biasa']])).toBe('\ufeff-5;-;-;biasa\r\n')
  })
})
