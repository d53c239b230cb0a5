import { expect, it } from 'vitest'
import { fileNameOf } from './file-name.ts'

const own = 'form-11-1031948-2026-10-r1.xlsx'

it.each([
  ['Formulir 11 Puskesmas Uji 2026-10 (revisi 1).xlsx', 'a plain name of the hub'],
  ['kunjungan_2026-10.csv', 'the same for text'],
])('%s stays: %s', (name) => {
  expect(fileNameOf(name, own)).toBe(name)
})

it.each<[string | null, string]>([
  [null, 'the hub gave none'],
  ['', 'empty'],
  ['../../autorun.xlsx', 'a path'],
  ['laporan.exe', 'another kind of file'],
  ['.xlsx', 'only an ending'],
  [`${'a'.repeat(200)}.csv`, 'too long'],
])('%j gives our own name: %s', (name) => {
  expect(fileNameOf(name, own)).toBe(own)
})
