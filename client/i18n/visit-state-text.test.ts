import { expect, it } from 'vitest'
import { messages } from './messages.id.ts'
import { translator } from './translate.ts'
import { visitStateText } from './visit-state-text.ts'

it.each([
  ['registered', null, null, 'Menunggu'],
  ['served', 'poli', null, 'Sudah diperiksa'],
  ['served', 'day-closed', null, 'Sudah dilayani'],
  ['served', 'back-entry', null, 'Dari catatan kertas'],
  ['cancelled', null, 'Pasien pulang', 'Batal: Pasien pulang'],
  ['served', 'poli', 'Pasien pulang', 'Sudah diperiksa'],
  ['entered-in-error', 'back-entry', null, 'Salah entri'],
] as const)('a visit %s by %s (%s) is "%s"', (status, servedBy, cancelReason, words) => {
  expect(visitStateText({ status, servedBy, cancelReason }, translator(messages))).toBe(words)
})
