import { addDays, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { epochMsOf, instantAt, instantOf, type Instant } from '../../shared/calendar/instant.ts'
import { editRecord, newFact, newRecord, type Authorship } from '../../shared/sync/edit-record.ts'
import type { EditableBody } from '../../shared/sync/merge-leaves.ts'
import type { Clinic } from './clinics.ts'

/**
 * The desks that wrote the year: letters from the end of the alphabet, so that PCs enrolled later, which begin at A,
 * never give a queue number that stands in the made-up past.
 */
export const DEMO_DESKS = { loket1: 'X', loket2: 'Y', poli: 'Z', office: 'W' } as const
export type DemoDesk = keyof typeof DEMO_DESKS

/** A document as it is written: without revision. */
export type MadeDocument = { readonly _id: string; readonly type: string; readonly [field: string]: unknown }

const ZONE = 'WIB'

export function atTime(day: CalendarDate, time: string): Instant {
  return instantAt(day, time, ZONE)
}

export function later(moment: Instant, seconds: number): Instant {
  return instantOf(epochMsOf(moment) + seconds * 1000)
}

/** Somebody at one of the clinic's desks at that moment. */
export function authorAt(clinic: Clinic, desk: DemoDesk, username: string, now: Instant): Authorship {
  const device = `${clinic.code}-${DEMO_DESKS[desk]}`
  return { by: username, device, now, writer: `${device}.demo`, lastStamp: undefined }
}

/** A fact that is only added. */
export function fact(content: MadeDocument, author: Authorship): MadeDocument {
  return { ...newFact(content, author) }
}

/** A record that can be edited, as first written. */
export function record(content: MadeDocument, author: Authorship): MadeDocument & EditableBody {
  return newRecord(content, author)
}

/** The record after somebody changed it: one revision that remembers what it was written over. */
export function changed(
  body: MadeDocument & EditableBody,
  changes: Readonly<Record<string, unknown>>,
  author: Authorship,
): MadeDocument & EditableBody {
  return editRecord([body], changes, author) ?? body
}

/** The first day after `day` by that many days, but never after `until`. */
export function daysLater(day: CalendarDate, days: number, until: CalendarDate): CalendarDate {
  const then = addDays(day, days)
  return then > until ? until : then
}
