import { expect, it } from 'vitest'
import { REASON_TITLES } from '../../../shared/reports/reason-titles.ts'
import { REASONS_IN_ENGLISH } from '../../i18n/report-reasons.en.ts'
import { reasonText } from './reason-text.ts'

it('every reason has words in both languages', () => {
  expect(Object.keys(REASONS_IN_ENGLISH).sort()).toEqual(Object.keys(REASON_TITLES).sort())
})

it.each([
  ['visit-cancelled', 'id', 'Kunjungan dibatalkan'],
  ['visit-cancelled', 'en', 'Visit cancelled'],
  ['of-a-newer-hub', 'id', 'of-a-newer-hub'],
  ['of-a-newer-hub', 'en', 'of-a-newer-hub'],
] as const)('%s in %s is "%s"', (reason, language, words) => {
  expect(reasonText(reason, language)).toBe(words)
})
