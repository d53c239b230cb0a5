import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { disputedValues, undisputedValue, type EditableBody } from '../../sync/merge-leaves.ts'

/** A document as stored, of the present schema version, whose fields are looked at one by one. */
export type RawDocument = Readonly<Record<string, unknown>>

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

export function isDay(value: unknown): value is CalendarDate {
  return typeof value === 'string' && DAY.test(value)
}

export function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

export function isDayOrNull(value: unknown): value is CalendarDate | null {
  return value === null || isDay(value)
}

/** What a field says; of one that two people wrote at once, the last value both had seen, or `undefined`. */
export function said(doc: RawDocument, field: string): unknown {
  return doc['lost'] === undefined ? doc[field] : undisputedValue(doc as EditableBody, field)
}

export function isDisputed(doc: RawDocument, fields: readonly string[]): boolean {
  return (
    doc['lost'] !== undefined && fields.some((field) => disputedValues(doc as EditableBody, field).length > 0)
  )
}
