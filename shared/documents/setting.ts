import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, header } from './define-document.ts'

/** When a visit is the person's first (`VISIT_NEW_RULE`, `domain.md` 2.3). */
export const VisitNewRule = z.enum(['YEAR', 'EVER', 'MONTH'])
export type VisitNewRule = z.infer<typeof VisitNewRule>

/** When a case is new (`CASE_NEW_RULE`, `domain.md` 2.3). */
export const CaseNewRule = z.object({
  /** An acute illness is new again when that many days have passed without it. */
  acuteDays: z.number().int().min(1).max(366),
  /** Chronic illness: new once ever, or once in each calendar year. */
  chronicReset: z.enum(['NEVER', 'YEAR']),
})
export type CaseNewRule = z.infer<typeof CaseNewRule>

/** A lateness bracket: from that many whole minutes on (`domain.md` 4.4); brackets stand in rising order. */
export const LatenessBracket = z.object({
  code: z.string().min(1).max(8),
  fromMinutes: z.number().int().min(1),
})
export type LatenessBracket = z.infer<typeof LatenessBracket>

/** Every setting of the district: its key, what it may say, and what holds where nobody has set it. */
export const SETTINGS = {
  'visit-new-rule': { value: VisitNewRule, usual: 'YEAR' },
  'case-new-rule': { value: CaseNewRule, usual: { acuteDays: 14, chronicReset: 'NEVER' } },
  /** What counts as a visit: every one registered, or only those that were served. */
  'counts-as-visit': { value: z.enum(['registered', 'served']), usual: 'served' },
  /** Whether contacts outside the building count in the visit reports. */
  'counts-outside': { value: z.boolean(), usual: true },
  'lateness-brackets': {
    value: z.array(LatenessBracket).min(1),
    usual: [
      { code: '1', fromMinutes: 1 },
      { code: '2', fromMinutes: 31 },
      { code: '3', fromMinutes: 61 },
      { code: '4', fromMinutes: 91 },
    ],
  },
  'lateness-tolerance-minutes': { value: z.number().int().min(0).max(60), usual: 0 },
  /** Day of the next month on which a monthly report is due at the Dinas. */
  'report-deadline-day': { value: z.number().int().min(1).max(28), usual: 5 },
  /** The highest welfare decile that counts as poor (`domain.md` 3.1). */
  'poor-desil': { value: z.number().int().min(1).max(10), usual: 5 },
} as const satisfies Record<string, { value: z.ZodType; usual: unknown }>

export type SettingKey = keyof typeof SETTINGS
export type SettingValue<Key extends SettingKey> = z.infer<(typeof SETTINGS)[Key]['value']>

const KEYS = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]]

/** A setting's value from a day on; old months keep the value that held in them. */
export const Setting = z.looseObject({
  ...header,
  _id: z.string().regex(/^setting:[a-z-]+:\d{4}-\d{2}-\d{2}$/),
  type: z.literal('setting'),
  schema: z.literal(1),
  key: z.enum(KEYS),
  from: CalendarDate,
  value: z.unknown(),
})
export type Setting = z.infer<typeof Setting>

export const SettingDocument = defineDocument({
  type: 'setting',
  database: 'reference',
  change: 'replaced',
  version: 1,
  schema: Setting.refine((setting) => SETTINGS[setting.key].value.safeParse(setting.value).success, {
    path: ['value'],
    message: 'not a value of this setting',
  }),
  upgrades: [],
  consequences: [],
})

/** The value that holds on a day: of the settings with that key the latest that had begun, else the usual one. */
export function settingOn<Key extends SettingKey>(
  settings: readonly Setting[],
  key: Key,
  day: CalendarDate,
): SettingValue<Key> {
  const begun = settings.filter((setting) => setting.key === key && setting.from <= day)
  const latest = begun.reduce<Setting | undefined>(
    (max, next) => (max && max.from >= next.from ? max : next),
    undefined,
  )
  return SETTINGS[key].value.parse(latest ? latest.value : SETTINGS[key].usual) as SettingValue<Key>
}
