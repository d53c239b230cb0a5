import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { UnitCode } from '../../shared/documents/unit.ts'
import type { Family, Person } from './people.ts'

/** Someone of the clinic's people, with the family; `at` is the place in the list of all of them. */
export type Resident = { readonly at: number; readonly family: Family; readonly person: Person }

/** A diagnosis that will be made. */
export type Finding = {
  readonly code: string
  readonly rank: 'primary' | 'secondary'
  readonly control: boolean
}

/** A visit of which everything but the desk work is known. */
export type PlannedVisit = {
  readonly who: Resident
  readonly day: CalendarDate
  readonly unit: UnitCode
  readonly kind: 'sakit' | 'sehat'
  readonly place: 'inside' | 'outside'
  readonly findings: readonly Finding[]
}

export function primary(code: string, control = false): Finding {
  return { code, rank: 'primary', control }
}

export function secondary(code: string, control = false): Finding {
  return { code, rank: 'secondary', control }
}

/** Whether the person was born and not yet dead on that day. */
export function isAlive(person: Person, day: CalendarDate): boolean {
  return person.born <= day && (person.diedOn === null || day < person.diedOn)
}

/** The clinic's open days in order, and the first of them on or after a day. */
export type OpenDays = {
  readonly days: readonly CalendarDate[]
  readonly onOrAfter: (day: CalendarDate) => CalendarDate | undefined
}

export function openDaysOf(days: readonly CalendarDate[]): OpenDays {
  return { days, onOrAfter: (day) => days.find((open) => open >= day) }
}
