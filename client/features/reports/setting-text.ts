import { SETTINGS, type SettingKey } from '../../../shared/documents/setting.ts'
import type { Translate } from '../../i18n/translate.ts'

type Setting = { readonly key: string; readonly value: unknown }

function isSettingKey(key: string): key is SettingKey {
  return key in SETTINGS
}

/** The value of a setting in words; what this version of the program does not know is shown as it is stored. */
export function settingText({ key, value }: Setting, t: Translate): string {
  return (isSettingKey(key) ? wordsOf(key, value, t) : undefined) ?? JSON.stringify(value)
}

/** `undefined` where the value is not one that the setting may have. */
function wordsOf(key: SettingKey, value: unknown, t: Translate): string | undefined {
  switch (key) {
    case 'visit-new-rule': {
      const rule = SETTINGS[key].value.safeParse(value)
      return rule.success ? t(`reports.value.${rule.data}`) : undefined
    }
    case 'case-new-rule': {
      const rule = SETTINGS[key].value.safeParse(value)
      return rule.success
        ? t(`reports.value.case-${rule.data.chronicReset}`, { n: rule.data.acuteDays })
        : undefined
    }
    case 'counts-as-visit': {
      const rule = SETTINGS[key].value.safeParse(value)
      return rule.success ? t(`reports.value.${rule.data}`) : undefined
    }
    case 'counts-outside': {
      const rule = SETTINGS[key].value.safeParse(value)
      return rule.success ? t(rule.data ? 'reports.value.true' : 'reports.value.false') : undefined
    }
    case 'lateness-brackets': {
      const rule = SETTINGS[key].value.safeParse(value)
      return rule.success
        ? rule.data
            .map(({ code, fromMinutes }) => t('reports.value.bracket', { code, n: fromMinutes }))
            .join('; ')
        : undefined
    }
    case 'lateness-tolerance-minutes': {
      const rule = SETTINGS[key].value.safeParse(value)
      return rule.success ? t('reports.value.minutes', { n: rule.data }) : undefined
    }
    case 'poor-desil': {
      const rule = SETTINGS[key].value.safeParse(value)
      return rule.success ? t('reports.value.desil', { n: rule.data }) : undefined
    }
    default:
      return undefined
  }
}

/** What a setting is about; the key itself where this version does not know it. */
export function settingName(key: string, t: Translate): string {
  switch (key) {
    case 'visit-new-rule':
    case 'case-new-rule':
    case 'counts-as-visit':
    case 'counts-outside':
    case 'lateness-brackets':
    case 'lateness-tolerance-minutes':
    case 'poor-desil':
      return t(`reports.setting.${key}`)
    default:
      return key
  }
}
