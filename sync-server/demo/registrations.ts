import { addDays, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { type Instant } from '../../shared/calendar/instant.ts'
import type { Chance } from './chance.ts'
import { atTime, later } from './demo-desks.ts'
import { ulidAt } from './made-ulid.ts'
import type { Family } from './people.ts'
import type { OpenDays, Resident } from './planned-visit.ts'

/** A visit with its time of arrival. */
export type Arrival = { readonly who: Resident; readonly arrivedAt: Instant; readonly day: CalendarDate }

/** When a person was entered, and under which id; families likewise. */
export type Registration = { readonly key: string; readonly day: CalendarDate; readonly at: Instant }

export type Registrations = {
  readonly ofFamily: ReadonlyMap<Family, Registration>
  /** By the resident's place in the list; somebody never entered is missing. */
  readonly ofPerson: ReadonlyMap<number, Registration>
}

/** Families that nobody of came in the year were typed in from the old folders during these first open days. */
const FOLDER_DAYS = 40

function firstArrivals(arrivals: readonly Arrival[]) {
  const ofPerson = new Map<number, Arrival>()
  const ofFamily = new Map<Family, Arrival>()
  for (const arrival of arrivals) {
    const { who } = arrival
    const known = ofPerson.get(who.at)
    if (!known || arrival.arrivedAt < known.arrivedAt) ofPerson.set(who.at, arrival)
    const family = ofFamily.get(who.family)
    if (!family || arrival.arrivedAt < family.arrivedAt) ofFamily.set(who.family, arrival)
  }
  return { ofPerson, ofFamily }
}

function seconds(chance: Chance): string {
  return [chance.whole(9, 12), chance.whole(0, 59), chance.whole(0, 59)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

/**
 * When each family and person was entered: with the first visit of any of the family, those born or seen later at
 * their own first visit.
 */
export function registrationsOf(
  people: readonly Resident[],
  arrivals: readonly Arrival[],
  open: OpenDays,
  chance: Chance,
): Registrations {
  const first = firstArrivals(arrivals)
  const ofFamily = new Map<Family, Registration>()
  const ofPerson = new Map<number, Registration>()

  function familyRegistration(family: Family): Registration {
    const known = ofFamily.get(family)
    if (known) return known
    const arrival = first.ofFamily.get(family)
    const day = arrival?.day ?? chance.pick(open.days.slice(0, FOLDER_DAYS))
    const at = arrival ? later(arrival.arrivedAt, -chance.whole(60, 150)) : atTime(day, seconds(chance))
    const made = { key: ulidAt(at, chance), day, at }
    ofFamily.set(family, made)
    return made
  }

  for (const who of people) {
    const family = familyRegistration(who.family)
    const arrival = first.ofPerson.get(who.at)
    const bornLater = who.person.born >= family.day
    const day = bornLater ? (arrival?.day ?? open.onOrAfter(addDays(who.person.born, 20))) : family.day
    if (day === undefined || (who.person.diedOn !== null && who.person.diedOn <= day)) continue
    const bornAt = arrival ? later(arrival.arrivedAt, -50) : atTime(day, seconds(chance))
    const at = bornLater ? bornAt : later(family.at, chance.whole(1, 40))
    ofPerson.set(who.at, { key: ulidAt(at, chance), day, at })
  }
  return { ofFamily, ofPerson }
}
