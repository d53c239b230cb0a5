import type { CalendarDate } from '../calendar/calendar-date.ts'
import { daysFrom } from '../calendar/calendar-date.ts'
import { firstDayOf, lastDayOf, type Month } from '../calendar/month.ts'
import {
  settingOn,
  SETTINGS,
  type Setting,
  type SettingKey,
  type SettingValue,
} from '../documents/setting.ts'

/** The district's settings, asked for day by day; each answer is worked out once. */
export type SettingsInForce = {
  readonly on: <Key extends SettingKey>(key: Key, day: CalendarDate) => SettingValue<Key>
}

export function settingsInForce(settings: readonly Setting[]): SettingsInForce {
  const known = new Map<string, unknown>()
  return {
    on: <Key extends SettingKey>(key: Key, day: CalendarDate) => {
      const question = `${key} ${day}`
      if (!known.has(question)) known.set(question, settingOn(settings, key, day))
      return known.get(question) as SettingValue<Key>
    },
  }
}

/** A value that held in the month; `from: null` is the usual value that nobody has set. */
export type SettingUsed = {
  readonly key: SettingKey
  readonly from: CalendarDate | null
  readonly value: unknown
}

/** Every value of these settings that held on a day of the month, with the day since when it holds. */
export function settingsUsed(
  settings: readonly Setting[],
  keys: readonly SettingKey[],
  period: Month,
): readonly SettingUsed[] {
  const days = daysFrom(firstDayOf(period), lastDayOf(period))
  return keys.flatMap((key) => {
    const dates = settings.filter((setting) => setting.key === key).map((setting) => setting.from)
    const froms = new Set(
      days.map((day) =>
        dates.reduce<CalendarDate | null>(
          (last, from) => (from <= day && (!last || from > last) ? from : last),
          null,
        ),
      ),
    )
    return [...froms].map((from): SettingUsed => {
      const value = from === null ? SETTINGS[key].usual : settingOn(settings, key, from)
      return { key, from, value }
    })
  })
}
