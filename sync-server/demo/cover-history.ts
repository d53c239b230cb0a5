import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { firstDayOf, lastDayOf, monthOf, nextMonth } from '../../shared/calendar/month.ts'
import type { PayerCode } from '../../shared/documents/coverage.ts'
import type { Chance } from './chance.ts'
import type { Period } from './demo-calendar.ts'
import type { PovertyFinding } from './people.ts'

/** A family's membership of a scheme; `active: false` means behind with the premium, or switched off. */
export type Membership = {
  readonly scheme: PayerCode
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly active: boolean
}

export type FamilyCover = {
  readonly memberships: readonly Membership[]
  readonly poverty: readonly PovertyFinding[]
}

/** On this day members that the new list no longer called poor were switched off (`domain.md` 3.1). */
const SWITCH_OFF = calendarDate('2026-02-01')

const POOR_SCHEMES = [
  { scheme: 'JKN_PBI_APBN', share: 68 },
  { scheme: 'JKN_PBI_APBD', share: 13 },
  { scheme: 'JAMKESDA', share: 7 },
  { scheme: undefined, share: 12 },
] as const

const OTHER_SCHEMES = [
  { scheme: 'JKN_PPU', share: 29 },
  { scheme: 'JKN_PBPU', share: 23 },
  { scheme: 'JKN_PBI_APBD', share: 15 },
  { scheme: 'JKN_BP', share: 6 },
  { scheme: 'ASURANSI_LAIN', share: 3 },
  { scheme: undefined, share: 24 },
] as const

type Welfare = 'poor' | 'near' | 'other'
const WELFARE: readonly { readonly welfare: Welfare; readonly share: number }[] = [
  { welfare: 'poor', share: 27 },
  { welfare: 'near', share: 20 },
  { welfare: 'other', share: 53 },
]

function dayWithin(period: Period, chance: Chance): CalendarDate {
  return addDays(period.from, chance.whole(0, daysBetween(period.from, period.until)))
}

function monthEnd(day: CalendarDate): CalendarDate {
  return lastDayOf(monthOf(day))
}

function nextMonthStart(day: CalendarDate): CalendarDate {
  return firstDayOf(nextMonth(monthOf(day)))
}

function letterNumber(day: CalendarDate, chance: Chance): string {
  return `470/${String(chance.whole(1, 480))}/SKTM/${day.slice(0, 4)}`
}

function firstFinding(welfare: Welfare, chance: Chance): readonly PovertyFinding[] {
  const from = addDays(calendarDate('2025-05-20'), chance.whole(0, 90))
  if (welfare === 'poor') {
    const source = chance.weighted(['DTSEN', 'DTKS', 'SK', 'survey'] as const, (one) =>
      one === 'DTSEN' ? 10 : 1,
    )
    const desil = source === 'DTSEN' ? chance.whole(1, 5) : null
    return [{ poor: true, source, desil, from, letter: source === 'SK' ? '188.45/217/2025' : null }]
  }
  if (!chance.happens(welfare === 'near' ? 0.6 : 0.12)) return []
  const desil = welfare === 'near' ? chance.whole(6, 7) : chance.whole(8, 10)
  return [{ poor: false, source: 'DTSEN', desil, from, letter: null }]
}

/** A poor family that a new list calls no longer poor, and what that does to its cover. */
function switchedOff(first: Membership, period: Period, chance: Chance): FamilyCover {
  const on =
    SWITCH_OFF > period.from && SWITCH_OFF <= period.until ? SWITCH_OFF : monthEnd(dayWithin(period, chance))
  const ended: Membership = { ...first, to: addDays(on, -1) }
  const later = nextMonthStart(on)
  const outcome = chance.fraction()
  const next: readonly Membership[] =
    outcome < 0.45
      ? [{ scheme: 'JKN_PBI_APBD', from: later, to: null, active: true }]
      : outcome < 0.6
        ? [{ ...first, from: addDays(on, chance.whole(35, 80)), to: null }]
        : outcome < 0.75
          ? [{ scheme: first.scheme, from: on, to: null, active: false }]
          : []
  const finding: PovertyFinding = { poor: false, source: 'DTSEN', desil: 6, from: on, letter: null }
  // Who was reactivated had been found poor again by a check of the district.
  const again: PovertyFinding = { poor: true, source: 'survey', desil: null, from: later, letter: null }
  return {
    memberships: [ended, ...next],
    poverty: outcome >= 0.45 && outcome < 0.6 ? [finding, again] : [finding],
  }
}

function lostWork(first: Membership, period: Period, chance: Chance): readonly Membership[] {
  const end = monthEnd(dayWithin(period, chance))
  const next: readonly Membership[] = chance.happens(0.5)
    ? [{ scheme: 'JKN_PBPU', from: addDays(end, 1), to: null, active: true }]
    : []
  return [{ ...first, to: end }, ...next]
}

function behindWithPremium(first: Membership, period: Period, chance: Chance): readonly Membership[] {
  const end = monthEnd(dayWithin(period, chance))
  const back = nextMonthStart(addDays(end, chance.whole(40, 120)))
  const stopped: Membership = { ...first, from: addDays(end, 1), to: null, active: false }
  return chance.happens(0.5)
    ? [
        { ...first, to: end },
        { ...stopped, to: addDays(back, -1) },
        { ...first, from: back },
      ]
    : [{ ...first, to: end }, stopped]
}

/** Without cover and in need: a letter from the kelurahan, good for three months. */
function byLetter(period: Period, chance: Chance): FamilyCover {
  const from = dayWithin(period, chance)
  const letter = letterNumber(from, chance)
  return {
    memberships: [{ scheme: 'SKTM', from, to: addDays(from, 91), active: true }],
    poverty: [{ poor: true, source: 'SKTM', desil: null, from, letter }],
  }
}

function newlyPaidByDistrict(period: Period, chance: Chance): readonly Membership[] {
  return [{ scheme: 'JKN_PBI_APBD', from: dayWithin(period, chance), to: null, active: true }]
}

function historyOf(
  welfare: Welfare,
  first: Membership | undefined,
  period: Period,
  chance: Chance,
): FamilyCover {
  const stays = { memberships: first ? [first] : [], poverty: [] }
  if (!first) {
    if (welfare !== 'other' && chance.happens(0.3)) return byLetter(period, chance)
    return chance.happens(0.12) ? { memberships: newlyPaidByDistrict(period, chance), poverty: [] } : stays
  }
  if (first.scheme === 'JKN_PBI_APBN' && chance.happens(0.12)) return switchedOff(first, period, chance)
  if (first.scheme === 'JKN_PPU' && chance.happens(0.07))
    return { ...stays, memberships: lostWork(first, period, chance) }
  if (first.scheme === 'JKN_PBPU' && chance.happens(0.16)) {
    return { ...stays, memberships: behindWithPremium(first, period, chance) }
  }
  return stays
}

/** A family's schemes and findings of poverty in date order, from before the period to its end. */
export function madeFamilyCover(period: Period, chance: Chance): FamilyCover {
  const { welfare } = chance.weighted(WELFARE, (one) => one.share)
  const { scheme } = chance.weighted<{ readonly scheme: PayerCode | undefined; readonly share: number }>(
    welfare === 'poor' ? POOR_SCHEMES : OTHER_SCHEMES,
    (one) => one.share,
  )
  const since = addDays(calendarDate('2014-06-01'), chance.whole(0, 3700))
  const first: Membership | undefined = scheme ? { scheme, from: since, to: null, active: true } : undefined
  const found = firstFinding(welfare, chance)
  const history = historyOf(welfare, first, period, chance)
  return { memberships: history.memberships, poverty: [...found, ...history.poverty] }
}
