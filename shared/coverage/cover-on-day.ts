import type { CalendarDate } from '../calendar/calendar-date.ts'

/** One person's cover over a span of days, as `coverage` documents say it. */
export type Cover = {
  readonly id: string
  readonly scheme: string
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly active: boolean
}

/** Kinds of payer in the order in which they pay (rule CV2). */
export const SCHEME_GROUPS = ['JKN', 'JAMKESDA', 'SKTM', 'OTHER', 'NONE'] as const
export type SchemeGroup = (typeof SCHEME_GROUPS)[number]

/** The kind of a payer by its code in the payer list; `NONE` is no cover (rule CV3). */
export function schemeGroup(scheme: string): SchemeGroup {
  if (scheme.startsWith('JKN_')) return 'JKN'
  if (scheme === 'JAMKESDA' || scheme === 'SKTM') return scheme
  return scheme === 'ASURANSI_LAIN' ? 'OTHER' : 'NONE'
}

export function isValidOn(cover: Cover, day: CalendarDate): boolean {
  return cover.active && cover.from <= day && (cover.to === null || day <= cover.to)
}

function paysBefore(a: Cover, b: Cover): boolean {
  const [left, right] = [
    SCHEME_GROUPS.indexOf(schemeGroup(a.scheme)),
    SCHEME_GROUPS.indexOf(schemeGroup(b.scheme)),
  ]
  if (left !== right) return left < right
  if (a.from !== b.from) return a.from > b.from
  return a.id < b.id
}

/** The cover that pays on a day, or `undefined` where none is valid (rules CV1, CV2). */
export function coverOn(covers: readonly Cover[], day: CalendarDate): Cover | undefined {
  return covers
    .filter((cover) => isValidOn(cover, day))
    .reduce<Cover | undefined>(
      (first, cover) => (first && !paysBefore(cover, first) ? first : cover),
      undefined,
    )
}

/** The kind of cover that a person has on a day (rules CV1-CV3). */
export function schemeGroupOn(covers: readonly Cover[], day: CalendarDate): SchemeGroup {
  const cover = coverOn(covers, day)
  return cover ? schemeGroup(cover.scheme) : 'NONE'
}
