import { addDays, weekdayOf, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { UnitCode } from '../../shared/documents/unit.ts'
import { ageOn } from '../../shared/people/age.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import { isFasting } from './demo-calendar.ts'
import { ILLNESSES, SEASONS, type Illness } from './illnesses.ts'
import {
  isAlive,
  primary,
  secondary,
  type OpenDays,
  type PlannedVisit,
  type Resident,
} from './planned-visit.ts'

/** Visits on each weekday beside the average, Monday first: the weekend's illness comes on Monday. */
const WEEK = { mon: 1.4, tue: 1.1, wed: 1, thu: 0.95, fri: 0.75, sat: 0.65, sun: 0 } as const
/** January first: more in the wet months. */
const YEAR = [1.12, 1.08, 1.02, 0.98, 0.93, 0.92, 0.96, 1, 1, 1, 1.02, 1.06] as const
/** Nobody comes with an ordinary illness before that age in days. */
const YOUNGEST = 4
const LONGEST_SEARCH = 60

function monthIndex(day: CalendarDate): number {
  return Number(day.slice(5, 7)) - 1
}

function busyness(day: CalendarDate): number {
  return WEEK[weekdayOf(day)] * (YEAR[monthIndex(day)] ?? 1) * (isFasting(day) ? 0.85 : 1)
}

function weightOf(illness: Illness, years: number, who: Resident, month: number): number {
  if (years < (illness.from ?? 0) || years > (illness.to ?? 200)) return 0
  if (illness.sex && illness.sex !== who.person.sex) return 0
  return illness.weight * (illness.season ? (SEASONS[illness.season][month] ?? 1) : 1)
}

function unitFor(illness: Illness, years: number, clinic: Clinic): UnitCode {
  if (illness.unit && clinic.units.includes(illness.unit)) return illness.unit
  if (years < 5) return 'ANAK'
  return years >= 60 ? 'LANSIA' : 'UMUM'
}

/** How often a person of that age comes; the very young and the old come most. */
function propensity(years: number): number {
  if (years < 5) return 2.1
  if (years < 15) return 1
  if (years < 45) return 0.75
  return years < 60 ? 1.1 : 1.5
}

type Crowd = { readonly draw: (day: CalendarDate, chance: Chance) => Resident | undefined }

/** The people who may come, each drawn as often as age and frailty say; three in ten never come. */
function crowdOf(people: readonly Resident[], middle: CalendarDate, chance: Chance): Crowd {
  const sums: number[] = []
  let total = 0
  for (const { person } of people) {
    const years = person.born <= middle ? ageOn(middle, person.born).years : 0
    const comes = !chance.happens(0.3)
    total += comes ? propensity(years) * (0.2 + chance.fraction() * chance.fraction() * 2.6) : 0
    sums.push(total)
  }

  function draw(day: CalendarDate, from: Chance): Resident | undefined {
    const wanted = from.fraction() * total
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const half = (low + high) >> 1
      if ((sums[half] ?? 0) > wanted) high = half
      else low = half + 1
    }
    const who = people[low]
    return who && isAlive(who.person, day) && addDays(who.person.born, YOUNGEST) <= day ? who : undefined
  }
  return { draw }
}

function visitFor(who: Resident, day: CalendarDate, clinic: Clinic, chance: Chance): PlannedVisit {
  const { years } = ageOn(day, who.person.born)
  const illness = chance.weighted(ILLNESSES, (one) => weightOf(one, years, who, monthIndex(day)))
  const also = (illness.also ?? []).filter((other) => chance.happens(other.share))
  const second =
    also.length === 0 && chance.happens(0.06) ? secondIllness(who, years, illness, day, chance) : []
  const findings = [
    primary(illness.code),
    ...also.map((one) => secondary(one.code)),
    ...second.map((code) => secondary(code)),
  ]
  const outside = illness.unit === undefined && chance.happens(0.03)
  const unit = outside ? 'PUSLING' : unitFor(illness, years, clinic)
  return { who, day, unit, kind: 'sakit', place: outside ? 'outside' : 'inside', findings }
}

function secondIllness(
  who: Resident,
  years: number,
  first: Illness,
  day: CalendarDate,
  chance: Chance,
): readonly string[] {
  const other = chance.weighted(ILLNESSES, (one) =>
    one.unit === undefined && one.code !== first.code ? weightOf(one, years, who, monthIndex(day)) : 0,
  )
  return [other.code]
}

function checkAfter(visit: PlannedVisit, open: OpenDays, chance: Chance): readonly PlannedVisit[] {
  if (visit.unit === 'PUSLING' || !chance.happens(0.07)) return []
  const day = open.onOrAfter(addDays(visit.day, chance.whole(3, 7)))
  const [first] = visit.findings
  if (!day || !first || !isAlive(visit.who.person, day)) return []
  return [{ ...visit, day, findings: [{ ...first, control: chance.happens(0.8) }] }]
}

/** The same day at a second unit, sent on by the first: the laboratory mostly, without a diagnosis of its own. */
function sentOn(visit: PlannedVisit, chance: Chance): readonly PlannedVisit[] {
  const sends = visit.unit === 'UMUM' || visit.unit === 'LANSIA' || visit.unit === 'PTM'
  return sends && chance.happens(0.025) ? [{ ...visit, unit: 'LABORATORIUM', findings: [] }] : []
}

function byDay(visits: readonly PlannedVisit[]): Map<CalendarDate, PlannedVisit[]> {
  const days = new Map<CalendarDate, PlannedVisit[]>()
  for (const visit of visits) {
    const there = days.get(visit.day)
    if (there) there.push(visit)
    else days.set(visit.day, [visit])
  }
  return days
}

function onceADay(visits: readonly PlannedVisit[]): readonly PlannedVisit[] {
  const seen = new Set<number>()
  return visits.filter(({ who }) => !seen.has(who.at) && seen.add(who.at))
}

/**
 * The whole year of a clinic, day by day: the planned visits, and unplanned ones until the day is as full as its
 * weekday and month say. `wanted` is the number of visits in all, met nearly.
 */
export function fullYear(
  people: readonly Resident[],
  planned: readonly PlannedVisit[],
  wanted: number,
  clinic: Clinic,
  open: OpenDays,
  chance: Chance,
): ReadonlyMap<CalendarDate, readonly PlannedVisit[]> {
  const waiting = byDay(planned)
  const total = open.days.reduce((sum, day) => sum + busyness(day), 0)
  const middle = open.days[Math.floor(open.days.length / 2)]
  const crowd = crowdOf(people, middle ?? ('2000-01-01' as CalendarDate), chance)
  const year = new Map<CalendarDate, readonly PlannedVisit[]>()
  for (const day of open.days) {
    const noise = 1 + chance.bell() * 0.15
    const room = Math.round(((wanted * busyness(day)) / total) * noise)
    const today = [...onceADay(waiting.get(day) ?? [])]
    const here = new Set(today.map(({ who }) => who.at))
    for (let tries = 0; today.length < room && tries < room + LONGEST_SEARCH; tries += 1) {
      const who = crowd.draw(day, chance)
      if (!who || here.has(who.at)) continue
      here.add(who.at)
      const visit = visitFor(who, day, clinic, chance)
      today.push(visit, ...sentOn(visit, chance))
      for (const check of checkAfter(visit, open, chance)) {
        waiting.set(check.day, [...(waiting.get(check.day) ?? []), check])
      }
    }
    year.set(day, today)
  }
  return year
}
