import { numberText } from '../../i18n/format.ts'
import type { Language } from '../../i18n/translate.ts'

/** A share in per cent with one decimal. What is not whole is never rounded up to 100, nor what exists down to 0. */
export function percentText(numerator: number, denominator: number, language: Language): string {
  const tenths = Math.round((numerator / denominator) * 1000)
  const honest = numerator < denominator ? Math.min(tenths, 999) : tenths
  return numberText((numerator > 0 ? Math.max(honest, 1) : honest) / 10, language, 1)
}
