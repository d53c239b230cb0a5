import { addDays, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { Instant } from '../../shared/calendar/instant.ts'
import { coverOn } from '../../shared/coverage/cover-on-day.ts'
import type { ArrivedVisit } from './arrivals.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import { conditionDocuments } from './condition-documents.ts'
import {
  atTime,
  authorAt,
  changed,
  daysLater,
  later,
  record,
  type DemoDesk,
  type MadeDocument,
} from './demo-desks.ts'
import { ulidAt } from './made-ulid.ts'
import type { EnteredCover } from './registry-documents.ts'

export type VisitMaking = {
  readonly clinic: Clinic
  /** The first clinic has people who enter diagnoses from the page; elsewhere the doctor does. */
  readonly hasEntryClerk: boolean
  readonly until: CalendarDate
  readonly chance: Chance
}

/** One visit's documents: in `visits` and in `clinical`, both of the year of `day`. */
export type VisitMade = {
  readonly visits: readonly MadeDocument[]
  readonly conditions: readonly MadeDocument[]
}

const CANCEL_REASONS = [
  'Pulang sebelum dipanggil',
  'Salah poli',
  'Menunggu terlalu lama',
  'Dirujuk langsung ke RS',
] as const

type Outcome = 'poli' | 'back-entry' | 'day-closed' | 'cancelled' | 'registered'
const OUTCOMES: readonly { readonly outcome: Outcome; readonly share: number }[] = [
  { outcome: 'poli', share: 86.5 },
  { outcome: 'back-entry', share: 6 },
  { outcome: 'day-closed', share: 3.5 },
  { outcome: 'cancelled', share: 2.5 },
  { outcome: 'registered', share: 1.5 },
]

function payerOf(visit: ArrivedVisit, cover: Pick<EnteredCover, 'scheme'> | undefined): string {
  if (visit.unit === 'KIR') return 'KIR_UMUM'
  if (cover) return cover.scheme
  const isProgramme = visit.unit === 'IMUNISASI' || visit.unit === 'POSYANDU' || visit.unit === 'TB_KUSTA'
  return isProgramme ? 'GRATIS_PROGRAM' : 'UMUM'
}

function loketOf(desk: DemoDesk, clinic: Clinic): string {
  return `${clinic.short}.${desk === 'loket2' ? 'loket2' : 'loket1'}`
}

function encounterContent(visit: ArrivedVisit, patient: string, covers: readonly EnteredCover[], id: string) {
  const cover = visit.unit === 'KIR' ? undefined : coverOn(covers, visit.day)
  return {
    _id: id,
    type: 'encounter',
    schema: 1,
    patient,
    on: visit.day,
    arrivedAt: visit.arrivedAt,
    unit: visit.unit,
    payer: payerOf(visit, cover),
    coverage: cover?.id ?? null,
    kind: visit.kind,
    place: visit.place,
    queue: visit.queue,
    status: 'registered',
    servedBy: null,
    cancelReason: null,
    replaces: null,
  }
}

/** When the page of a visit was typed in later: that afternoon or within four days. */
function enteredLater(visit: ArrivedVisit, making: VisitMaking): Instant {
  const { chance, until } = making
  const day = chance.happens(0.5) ? visit.day : daysLater(visit.day, chance.whole(1, 4), until)
  const time = `13:${String(chance.whole(10, 59)).padStart(2, '0')}:${String(chance.whole(10, 59))}`
  return atTime(day, time)
}

function entryClerk(making: VisitMaking): string {
  return `${making.clinic.short}.${making.hasEntryClerk ? 'entri' : 'dokter'}`
}

function outcomeOf(visit: ArrivedVisit, chance: Chance): Outcome {
  if (visit.place === 'outside') return 'back-entry'
  return chance.weighted(OUTCOMES, (one) => one.share).outcome
}

/** A visit typed under a later day by mistake: withdrawn, and written again under the right one. */
function withWrongDay(
  visit: ArrivedVisit,
  patient: string,
  covers: readonly EnteredCover[],
  making: VisitMaking,
): VisitMade {
  const { clinic, chance } = making
  const wrongDay = addDays(visit.day, 1)
  const typed = atTime(wrongDay, '13:02:11')
  const wrong = { ...visit, day: wrongDay, arrivedAt: typed, queue: null }
  const loket = (now: Instant) => authorAt(clinic, 'loket1', `${clinic.short}.loket1`, now)
  const wrongId = `encounter:${wrongDay}:${ulidAt(typed, chance)}`
  const first = record(encounterContent(wrong, patient, covers, wrongId), loket(typed))
  const noticed = later(typed, chance.whole(120, 900))
  const rightId = `encounter:${visit.day}:${ulidAt(noticed, chance)}`
  const content = {
    ...encounterContent(visit, patient, covers, rightId),
    queue: null,
    status: 'served',
    servedBy: 'back-entry',
  }
  const right = record({ ...content, replaces: wrongId }, loket(noticed))
  const made = conditionDocuments(visit, rightId, patient, entryClerk(making), later(noticed, 60), making)
  return { visits: [changed(first, { status: 'entered-in-error' }, loket(noticed)), right], conditions: made }
}

function served(
  visit: ArrivedVisit,
  patient: string,
  covers: readonly EnteredCover[],
  outcome: 'poli' | 'back-entry',
  making: VisitMaking,
): VisitMade {
  const { clinic, chance } = making
  const atPoli = outcome === 'poli'
  const writer = atPoli ? `${clinic.short}.dokter` : entryClerk(making)
  const when = atPoli ? later(visit.arrivedAt, chance.whole(480, 5400)) : enteredLater(visit, making)
  const first = registered(visit, patient, covers, making)
  const author = authorAt(clinic, atPoli ? 'poli' : 'office', writer, when)
  const done = changed(first, { status: 'served', servedBy: outcome }, author)
  const hasPage = visit.findings.length > 0 && !chance.happens(0.015)
  const made = hasPage ? conditionDocuments(visit, done._id, patient, writer, later(when, 5), making) : []
  return { visits: [done], conditions: made }
}

function registered(
  visit: ArrivedVisit,
  patient: string,
  covers: readonly EnteredCover[],
  making: VisitMaking,
) {
  const { clinic, chance } = making
  const id = `encounter:${visit.day}:${ulidAt(visit.arrivedAt, chance)}`
  const author = authorAt(
    clinic,
    visit.desk,
    loketOf(visit.desk, clinic),
    later(visit.arrivedAt, chance.whole(8, 40)),
  )
  return record(encounterContent(visit, patient, covers, id), author)
}

/** What the desks wrote about one visit. */
export function visitDocuments(
  visit: ArrivedVisit,
  patient: string,
  covers: readonly EnteredCover[],
  making: VisitMaking,
): VisitMade {
  const { clinic, chance, until } = making
  const sameYear = addDays(visit.day, 1).slice(0, 4) === visit.day.slice(0, 4)
  if (visit.day < until && sameYear && chance.happens(0.003))
    return withWrongDay(visit, patient, covers, making)

  const outcome = outcomeOf(visit, chance)
  if (outcome === 'poli' || outcome === 'back-entry') return served(visit, patient, covers, outcome, making)
  const first = registered(visit, patient, covers, making)
  const loket = (now: Instant) => authorAt(clinic, visit.desk, loketOf(visit.desk, clinic), now)
  if (outcome === 'day-closed') {
    const closed = atTime(visit.day, '14:05:30')
    return {
      visits: [changed(first, { status: 'served', servedBy: 'day-closed' }, loket(closed))],
      conditions: [],
    }
  }
  if (outcome === 'cancelled') {
    const reason = chance.pick(CANCEL_REASONS)
    const when = later(visit.arrivedAt, chance.whole(900, 7200))
    return {
      visits: [changed(first, { status: 'cancelled', cancelReason: reason }, loket(when))],
      conditions: [],
    }
  }
  return { visits: [first], conditions: [] }
}
