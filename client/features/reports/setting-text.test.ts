import { describe, expect, it } from 'vitest'
import { monthOf } from '../../../tests/recount/month-of.ts'
import { messages } from '../../i18n/messages.id.ts'
import { translator } from '../../i18n/translate.ts'
import { settingName, settingText } from './setting-text.ts'

const t = translator(messages)

describe('settings of a report', () => {
  it('have a name and a value in words, in every report', () => {
    const used = [...monthOf([]).values()].flatMap(({ content }) => content.settings)
    expect(used.length).toBeGreaterThan(5)
    for (const setting of used) {
      expect(settingName(setting.key, t), setting.key).not.toBe(setting.key)
      expect(settingText(setting, t), setting.key).not.toBe(JSON.stringify(setting.value))
    }
  })

  it.each([
    ['visit-new-rule', 'EVER', 'kunjungan pertama seumur hidup'],
    ['case-new-rule', { acuteDays: 14, chronicReset: 'YEAR' }, 'akut: baru lagi setelah 14 hari'],
    ['counts-outside', false, 'tidak dihitung'],
    ['lateness-brackets', [{ code: '1', fromMinutes: 1 }], '1 mulai menit ke-1'],
    ['poor-desil', 4, 'desil 1 sampai 4'],
  ])('%s %j says: %s', (key, value, words) => {
    expect(settingText({ key, value }, t)).toContain(words)
  })

  it.each<[string, unknown, string]>([
    ['poor-desil', 'four', 'a value that the setting cannot have'],
    ['a-newer-setting', { a: 1 }, 'a setting that this version does not know'],
  ])('%s %j is shown as stored: %s', (key, value) => {
    expect(settingText({ key, value }, t)).toBe(JSON.stringify(value))
  })
})
