import { addDays, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { icd10Category } from '../../shared/codes/icd10-category.ts'
import { keyOf } from '../../shared/documents/ids.ts'
import type { Chance } from './chance.ts'
import type { ChronicCase } from './chronic-visits.ts'
import type { Clinic } from './clinics.ts'
import { authorAt, later, record, type MadeDocument } from './demo-desks.ts'
import type { Arrival } from './registrations.ts'

type Making = {
  readonly clinic: Clinic
  readonly goLive: CalendarDate
  readonly chance: Chance
  readonly patientOf: (arrival: Arrival) => string
}

/** Documents and the year of the database that holds them: that of the day on which the question was answered. */
export type Evidence = {
  readonly year: number
  readonly kind: 'visits' | 'clinical'
  readonly document: MadeDocument
}

function yearOfDay(day: CalendarDate): number {
  return Number(day.slice(0, 4))
}

/** "Were you here before?", asked at the first visit: four in ten of those born in time were. */
function seenBefore(arrival: Arrival, making: Making): readonly Evidence[] {
  const { clinic, goLive, chance } = making
  const lastVisit = addDays(goLive, -chance.whole(3, 900))
  if (arrival.who.person.born >= lastVisit || !chance.happens(0.4)) return []
  const patient = making.patientOf(arrival)
  const content = {
    _id: `seen-before:${keyOf(patient)}`,
    type: 'seen-before',
    schema: 1,
    patient,
    lastVisit,
    source: 'answer',
  }
  const author = authorAt(clinic, 'loket1', `${clinic.short}.loket1`, later(arrival.arrivedAt, 45))
  return [{ year: yearOfDay(arrival.day), kind: 'visits', document: record(content, author) }]
}

/** "Since when do you have this?", asked by the doctor; two in three know. */
function knownCondition(one: ChronicCase, arrival: Arrival, making: Making): readonly Evidence[] {
  const { clinic, goLive, chance } = making
  if (one.since >= goLive || !chance.happens(0.66)) return []
  const patient = making.patientOf(arrival)
  const category = icd10Category(one.illness.code)
  const content = {
    _id: `known-condition:${keyOf(patient)}:${category}`,
    type: 'known-condition',
    schema: 1,
    patient,
    category,
    since: one.since,
    source: 'answer',
  }
  const author = authorAt(clinic, 'poli', `${clinic.short}.dokter`, later(arrival.arrivedAt, 1500))
  return [{ year: yearOfDay(arrival.day), kind: 'clinical', document: record(content, author) }]
}

/** What was answered about the time before the records begin, at each person's first visit. */
export function evidenceDocuments(
  arrivals: readonly Arrival[],
  cases: readonly ChronicCase[],
  making: Making,
): readonly Evidence[] {
  const first = new Map<number, Arrival>()
  for (const arrival of arrivals) if (!first.has(arrival.who.at)) first.set(arrival.who.at, arrival)
  const ofIllness = cases.flatMap((one) => {
    const arrival = first.get(one.who.at)
    return arrival ? knownCondition(one, arrival, making) : []
  })
  return [...[...first.values()].flatMap((arrival) => seenBefore(arrival, making)), ...ofIllness]
}
