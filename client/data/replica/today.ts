import { dayAt, type Zone } from '../../../shared/calendar/instant.ts'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Desk } from './desk.ts'

/** The clinic's zone; WIB until `reference` has arrived. */
export async function zoneOf(desk: Desk): Promise<Zone> {
  const facility = await desk.facts.facility(desk.seats.enrolment()?.facility ?? '')
  return facility?.zone ?? 'WIB'
}

/** The clinic's calendar day by hub time. */
export async function todayOf(desk: Desk): Promise<CalendarDate> {
  return dayAt(desk.clock.now(), await zoneOf(desk))
}
