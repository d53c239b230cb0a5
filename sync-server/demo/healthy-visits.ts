import { addDays, daysBetween, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { UnitCode } from '../../shared/documents/unit.ts'
import { ageOn } from '../../shared/people/age.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import type { Period } from './demo-calendar.ts'
import {
  isAlive,
  primary,
  secondary,
  type OpenDays,
  type PlannedVisit,
  type Resident,
} from './planned-visit.ts'

/** Vaccinations of the first year: age in days, codes. */
const VACCINATIONS = [
  { at: 3, codes: ['Z24.6'] },
  { at: 30, codes: ['Z23.2', 'Z24.0'] },
  { at: 62, codes: ['Z27.8', 'Z24.0'] },
  { at: 93, codes: ['Z27.8', 'Z24.0'] },
  { at: 124, codes: ['Z27.8', 'Z24.0'] },
  { at: 272, codes: ['Z24.4'] },
] as const

const CERTIFICATES = ['Z02.7', 'Z02.1', 'Z02.0', 'Z02.4', 'Z02.6'] as const
const FAMILY_PLANNING = ['Z30.4', 'Z30.4', 'Z30.4', 'Z30.5', 'Z30.9', 'Z30.0'] as const

type Making = {
  readonly clinic: Clinic
  readonly period: Period
  readonly open: OpenDays
  readonly chance: Chance
}

function healthy(
  who: Resident,
  day: CalendarDate,
  unit: UnitCode,
  codes: readonly string[],
  place: 'inside' | 'outside' = 'inside',
): PlannedVisit {
  const findings = codes.map((code, index) => (index === 0 ? primary(code) : secondary(code)))
  return { who, day, unit, kind: 'sehat', place, findings }
}

/** The open day for something due, if it is still within the year and the person is alive. */
function dayFor(who: Resident, due: CalendarDate, { period, open }: Making): CalendarDate | undefined {
  if (due < period.from || due > period.until) return undefined
  const day = open.onOrAfter(due)
  return day && isAlive(who.person, day) ? day : undefined
}

function vaccinations(child: Resident, making: Making): readonly PlannedVisit[] {
  return VACCINATIONS.flatMap(({ at, codes }) => {
    const day = dayFor(child, addDays(child.person.born, at + making.chance.whole(0, 8)), making)
    if (!day || !making.chance.happens(0.88)) return []
    const outside = making.chance.happens(0.35)
    return [healthy(child, day, outside ? 'POSYANDU' : 'IMUNISASI', codes, outside ? 'outside' : 'inside')]
  })
}

/** Antenatal checks before a birth and one after it, for the mother of a child born in the year. */
function aroundBirth(mother: Resident, born: CalendarDate, making: Making): readonly PlannedVisit[] {
  const before = [190, 160, 130, 100, 70, 45, 28, 14, 6].flatMap((days) => {
    const day = dayFor(mother, addDays(born, -days), making)
    return day && day < born && making.chance.happens(0.8) ? [healthy(mother, day, 'KIA', ['Z34.9'])] : []
  })
  const day = dayFor(mother, addDays(born, making.chance.whole(3, 14)), making)
  return day ? [...before, healthy(mother, day, 'KIA', ['Z39.2'])] : before
}

/** A pregnancy whose child is not born before the year ends. */
function stillPregnant(woman: Resident, making: Making): readonly PlannedVisit[] {
  const first = addDays(making.period.until, -making.chance.whole(30, 170))
  return [0, 30, 61, 92, 120, 140].flatMap((days) => {
    const day = dayFor(woman, addDays(first, days), making)
    return day && making.chance.happens(0.85) ? [healthy(woman, day, 'KIA', ['Z34.9'])] : []
  })
}

function familyPlanning(woman: Resident, making: Making): readonly PlannedVisit[] {
  const method = making.chance.pick(FAMILY_PLANNING)
  const every = method === 'Z30.5' ? 180 : 84
  const visits: PlannedVisit[] = []
  let due = addDays(making.period.from, making.chance.whole(0, every))
  while (due <= making.period.until) {
    const day = dayFor(woman, due, making)
    if (day && making.chance.happens(0.85)) visits.push(healthy(woman, day, 'KB', [method]))
    due = addDays(due, every + making.chance.whole(-4, 6))
  }
  return visits
}

function anyDay({ period, chance }: Making): CalendarDate {
  return addDays(period.from, chance.whole(0, daysBetween(period.from, period.until)))
}

function weighing(child: Resident, making: Making): readonly PlannedVisit[] {
  const times = making.chance.whole(0, 3)
  return Array.from({ length: times }, () => dayFor(child, anyDay(making), making)).flatMap((day) =>
    day ? [healthy(child, day, 'POSYANDU', making.chance.happens(0.9) ? ['Z00.1'] : [], 'outside')] : [],
  )
}

function grownUp(who: Resident, years: number, making: Making): readonly PlannedVisit[] {
  const { chance } = making
  const visits: (PlannedVisit | undefined)[] = []
  const at = (unit: UnitCode, code: string): PlannedVisit | undefined => {
    const day = dayFor(who, anyDay(making), making)
    return day && healthy(who, day, unit, [code])
  }
  if (years >= 16 && years <= 58 && chance.happens(0.12)) visits.push(at('KIR', chance.pick(CERTIFICATES)))
  if (years >= 18 && chance.happens(0.02)) visits.push(at('UMUM', chance.pick(['Z00.0', 'Z13.6', 'Z71.9'])))
  if (chance.happens(0.01)) visits.push(at('GIGI', 'Z01.2'))
  return visits.filter((visit) => visit !== undefined)
}

function motherOf(child: Resident, people: readonly Resident[]): Resident | undefined {
  return people.find((one) => one.family === child.family && one.person.name === child.person.motherName)
}

function childVisits(child: Resident, people: readonly Resident[], making: Making): readonly PlannedVisit[] {
  const mother = child.person.born > making.period.from ? motherOf(child, people) : undefined
  return [
    ...vaccinations(child, making),
    ...weighing(child, making),
    ...(mother ? aroundBirth(mother, child.person.born, making) : []),
  ]
}

function visitsOf(who: Resident, people: readonly Resident[], making: Making): readonly PlannedVisit[] {
  const { person } = who
  const { years } = ageOn(making.period.until, person.born)
  if (years < 5) return childVisits(who, people, making)
  const isOfThatAge = person.sex === 'P' && years >= 19 && years <= 44 && person.relation !== '02'
  if (isOfThatAge && making.chance.happens(0.035)) return stillPregnant(who, making)
  if (isOfThatAge && making.chance.happens(0.2)) return familyPlanning(who, making)
  return grownUp(who, years, making)
}

/** Visits of people who are not ill: vaccination, antenatal care, family planning, certificates, posyandu. */
export function healthyVisits(people: readonly Resident[], making: Making): readonly PlannedVisit[] {
  return people.flatMap((who) => visitsOf(who, people, making))
}
