import { expect, it } from 'vitest'
import { percentText } from './share-text.ts'

it.each([
  [1, 2, '50,0', 'a half'],
  [2, 3, '66,7', 'rounded to one decimal'],
  [9999, 10_000, '99,9', 'one is missing: never 100'],
  [10_000, 10_000, '100,0', 'whole'],
  [1, 10_000, '0,1', 'one is there: never 0'],
  [0, 10_000, '0,0', 'nothing'],
])('%i of %i is %s %%: %s', (numerator, denominator, text) => {
  expect(percentText(numerator, denominator, 'id')).toBe(text)
})

it('has a decimal point in English', () => {
  expect(percentText(1, 3, 'en')).toBe('33.3')
})
