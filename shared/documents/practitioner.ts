import { z } from 'zod'
import { CalendarDate, WEEKDAYS } from '../calendar/calendar-date.ts'
import { defineDocument, editableHeader } from './define-document.ts'
import { PractitionerId, Username } from './ids.ts'

/** A time of the clinic's wall clock, `07:30`. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type WallTime = z.infer<typeof WallTime>

/** Working hours of one weekday; `null` is a day off. */
export const WorkingHours = z.object({ start: WallTime, end: WallTime }).nullable()

/** Hours by weekday, holding from `from` until a later schedule. */
export const Schedule = z.object({
  from: CalendarDate,
  hours: z.record(z.enum(WEEKDAYS), WorkingHours),
})
export type Schedule = z.infer<typeof Schedule>

/** A member of the staff, as every desk of the clinic may see: name, work and hours; nothing personal. */
export const Practitioner = z.looseObject({
  ...editableHeader,
  _id: PractitionerId,
  type: z.literal('practitioner'),
  schema: z.literal(1),
  name: z.string().min(1).max(120),
  profession: z.string().min(1).max(60),
  username: Username.nullable(),
  employedFrom: CalendarDate,
  employedUntil: CalendarDate.nullable(),
  /** Oldest first; one schedule holds at a time. */
  schedules: z.array(Schedule).min(1),
})
export type Practitioner = z.infer<typeof Practitioner>

export const PractitionerDocument = defineDocument({
  type: 'practitioner',
  database: 'roster',
  change: 'edited',
  version: 1,
  schema: Practitioner,
  upgrades: [],
  consequences: [],
})
