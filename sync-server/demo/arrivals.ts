import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { weekdayOf } from '../../shared/calendar/calendar-date.ts'
import { USUAL_UNITS } from '../../shared/codes/units.ts'
import type { Chance } from './chance.ts'
import { atTime, DEMO_DESKS, type DemoDesk } from './demo-desks.ts'
import { isFasting } from './demo-calendar.ts'
import type { PlannedVisit } from './planned-visit.ts'
import type { Arrival } from './registrations.ts'

/** A planned visit with its time, its desk and its number in the queue. */
export type ArrivedVisit = PlannedVisit &
  Arrival & {
    readonly desk: DemoDesk
    readonly queue: { readonly label: string; readonly count: number } | null
  }

const OPENS_AT_MINUTE = 7 * 60 + 20
const LETTERS = new Map(USUAL_UNITS.map((unit) => [unit.code, unit.letter]))

function minutesOpen(day: CalendarDate): number {
  const weekday = weekdayOf(day)
  const usual = weekday === 'fri' ? 180 : weekday === 'sat' ? 200 : 270
  return isFasting(day) ? usual - 30 : usual
}

/** Most come early: the smaller of two draws. */
function wallTime(day: CalendarDate, chance: Chance): string {
  const share = Math.min(chance.fraction(), chance.fraction())
  const seconds = Math.floor((OPENS_AT_MINUTE + share * minutesOpen(day)) * 60)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

function numbered(visits: readonly Omit<ArrivedVisit, 'queue'>[]): readonly ArrivedVisit[] {
  const counts = new Map<string, number>()
  return visits.map((visit) => {
    if (visit.place === 'outside') return { ...visit, queue: null }
    const letters = `${LETTERS.get(visit.unit) ?? 'U'}${DEMO_DESKS[visit.desk]}`
    const count = (counts.get(letters) ?? 0) + 1
    counts.set(letters, count)
    return { ...visit, queue: { label: letters + String(count).padStart(3, '0'), count } }
  })
}

/** The visits of one day in the order of arrival, each with its number. Of two visits of one person the second is later. */
export function arrivalsOf(
  day: CalendarDate,
  visits: readonly PlannedVisit[],
  desks: readonly DemoDesk[],
  chance: Chance,
): readonly ArrivedVisit[] {
  const times = new Map<number, string>()
  const timed = visits.map((visit) => {
    const drawn = wallTime(day, chance)
    const before = times.get(visit.who.at)
    const time = before !== undefined && before >= drawn ? `${before.slice(0, 6)}59` : drawn
    times.set(visit.who.at, time)
    const desk = visit.place === 'outside' ? 'loket1' : chance.pick(desks)
    return { ...visit, arrivedAt: atTime(day, time), desk }
  })
  return numbered(
    timed.sort((one, other) =>
      one.arrivedAt < other.arrivedAt ? -1 : one.arrivedAt > other.arrivedAt ? 1 : 0,
    ),
  )
}
