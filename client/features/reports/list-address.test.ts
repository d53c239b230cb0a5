import { expect, it } from 'vitest'
import { listAddress, partIn, partQuery, type ListPart } from './list-address.ts'

const report = { facility: '1031948', form: 'form-11', period: '2026-10' }

it('names a list and the part of it', () => {
  expect(listAddress(report, 'tray')).toBe('/reports/1031948/form-11/2026-10/tray')
  expect(listAddress(report, 'counted', { table: 'cases', rows: ['J17', 'J17a'] })).toBe(
    '/reports/1031948/form-11/2026-10/counted?table=cases&row=J17&row=J17a',
  )
})

it.each<[ListPart]>([
  [{}],
  [{ table: 'cases', rows: ['J17', 'J17a'] }],
  [{ table: 'payer', reason: 'visit-cancelled' }],
  [{ rows: ['a&b=c', '70y+'] }],
])('%j is read back as it was', (part) => {
  expect(partIn(`/reports/x${partQuery(part)}`)).toEqual(part)
})

it('takes nothing else from an address', () => {
  expect(partIn('/reports/x?limit=5000&reason=z-code')).toEqual({ reason: 'z-code' })
})
