import { reportMessages } from '../../i18n/report-messages.id.ts'
import type { Translate } from '../../i18n/translate.ts'

/** Reasons whose sentence has no placeholder: all but the one of punches on a day of another code. */
type ReasonKey = Exclude<
  Extract<keyof typeof reportMessages, `reports.reason.${string}`>,
  'reports.reason.day-not-worked'
>

const DAY_CODE = /^day-(.+)$/

function isReasonKey(key: string): key is ReasonKey {
  return key in reportMessages
}

/** Why a fact was excluded or lies in the tray. A reason of a newer hub is shown by its code. */
export function reasonText(reason: string, t: Translate): string {
  const key = `reports.reason.${reason}`
  if (isReasonKey(key)) return t(key)
  const [, code] = DAY_CODE.exec(reason) ?? []
  return code ? t('reports.reason.day-not-worked', { code }) : reason
}
