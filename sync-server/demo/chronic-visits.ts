import { addDays, daysBetween, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { UnitCode } from '../../shared/documents/unit.ts'
import { ageOn } from '../../shared/people/age.ts'
import type { Chance } from './chance.ts'
import { CHRONIC_ILLNESSES, type ChronicIllness } from './chronic-illnesses.ts'
import type { Clinic } from './clinics.ts'
import type { Period } from './demo-calendar.ts'
import {
  isAlive,
  primary,
  secondary,
  type Finding,
  type OpenDays,
  type PlannedVisit,
  type Resident,
} from './planned-visit.ts'

/** A person's long illness; `since` is before the records begin, or the day on which it is first found. */
export type ChronicCase = {
  readonly who: Resident
  readonly illness: ChronicIllness
  readonly since: CalendarDate
}

function hasIt(illness: ChronicIllness, who: Resident, period: Period, chance: Chance): boolean {
  if (!isAlive(who.person, period.from)) return false
  const { years } = ageOn(period.from, who.person.born)
  if (years < illness.from) return false
  return chance.happens(years >= 60 ? illness.shareFrom60 : illness.share)
}

function sinceWhen(
  illness: ChronicIllness,
  born: CalendarDate,
  period: Period,
  chance: Chance,
): CalendarDate {
  if (chance.happens(0.25))
    return addDays(period.from, chance.whole(0, daysBetween(period.from, period.until)))
  const longest = illness.code.startsWith('A15') ? 150 : 3600
  const since = addDays(period.from, -chance.whole(10, longest))
  return since < born ? born : since
}

/** Who of the clinic's people has which long illness, from when on. */
export function chronicCases(
  people: readonly Resident[],
  period: Period,
  chance: Chance,
): readonly ChronicCase[] {
  return people.flatMap((who) =>
    CHRONIC_ILLNESSES.filter((illness) => hasIt(illness, who, period, chance)).map((illness) => ({
      who,
      illness,
      since: sinceWhen(illness, who.person.born, period, chance),
    })),
  )
}

function unitOf({ illness }: ChronicCase, clinic: Clinic): UnitCode {
  return clinic.units.includes(illness.unit) ? illness.unit : 'UMUM'
}

function findingsAt(visit: number, one: ChronicCase, known: boolean, chance: Chance): readonly Finding[] {
  const control = (known || visit > 0) && chance.happens(0.6)
  const also = one.illness.also.filter((other) => chance.happens(other.share))
  return [primary(one.illness.code, control), ...also.map((other) => secondary(other.code))]
}

/** The checks of one long illness that are kept, month after month. */
export function chronicVisits(
  one: ChronicCase,
  clinic: Clinic,
  period: Period,
  open: OpenDays,
  chance: Chance,
): readonly PlannedVisit[] {
  const known = one.since < period.from
  const visits: PlannedVisit[] = []
  let due = known ? addDays(period.from, chance.whole(0, one.illness.every)) : one.since
  while (due <= period.until) {
    const day = open.onOrAfter(due)
    if (day === undefined || !isAlive(one.who.person, day)) break
    const isFirst = visits.length === 0
    if (isFirst || chance.happens(one.illness.kept)) {
      const unit = isFirst && !known ? 'UMUM' : unitOf(one, clinic)
      const findings = findingsAt(visits.length, one, known, chance)
      visits.push({ who: one.who, day, unit, kind: 'sakit', place: 'inside', findings })
    }
    due = addDays(due, one.illness.every + chance.whole(-3, 3))
  }
  return visits
}
