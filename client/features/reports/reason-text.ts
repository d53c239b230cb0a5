import { reasonTitle } from '../../../shared/reports/reason-titles.ts'
import { REASONS_IN_ENGLISH } from '../../i18n/report-reasons.en.ts'
import type { Language } from '../../i18n/translate.ts'

/** Why a fact was excluded or lies in the tray. A reason of a newer hub is shown by its code. */
export function reasonText(reason: string, language: Language): string {
  const english = language === 'en' ? REASONS_IN_ENGLISH[reason] : undefined
  return english ?? reasonTitle(reason)
}
