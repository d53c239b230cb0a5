import type { CalendarDate } from '../calendar/calendar-date.ts'

/** One contact of one person with the clinic, as far as the flags look at it. `at` is the moment of arrival. */
export type Contact = {
  readonly id: string
  readonly person: string
  readonly on: CalendarDate
  readonly at: string
}

/** What is known besides the contacts themselves. */
export type BeforeRecords = {
  /** The first day of the clinic's own records. */
  readonly goLive: CalendarDate
  /** `undefined` where the birth is not known. */
  readonly bornOn: (person: string) => CalendarDate | undefined
}

/** Earlier than every day: the beginning of a rule that looks back without end. */
export const BEGINNING = '0000-01-01' as CalendarDate

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Order of contacts: day, then time of arrival, then id (rule VN1). */
export function inOrder(a: Omit<Contact, 'person'>, b: Omit<Contact, 'person'>): number {
  return compareText(a.on, b.on) || compareText(a.at, b.at) || compareText(a.id, b.id)
}

/** Whether a flag that looks back to `start` for this person meets days of which nothing was recorded (rules VN7, CC8). */
export function looksBeyondRecords(start: CalendarDate, person: string, before: BeforeRecords): boolean {
  if (start >= before.goLive) return false
  const born = before.bornOn(person)
  return born === undefined || born < before.goLive
}
