import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, header } from './define-document.ts'
import { LeaveId, PractitionerId } from './ids.ts'

/** Day codes for being away with a paper (`domain.md` 4.3): permission, illness, leave, duty elsewhere, training. */
export const LEAVE_CODES = ['I', 'S', 'C', 'DL', 'TB'] as const

/** Approved absence from `from` to `until`, both included. A wrong one is answered by one that `withdraws` it. */
export const Leave = z.looseObject({
  ...header,
  _id: LeaveId,
  type: z.literal('leave'),
  schema: z.literal(1),
  practitioner: PractitionerId,
  code: z.enum(LEAVE_CODES),
  from: CalendarDate,
  until: CalendarDate,
  reason: z.string().min(1).max(200),
  withdraws: LeaveId.nullable(),
})
export type Leave = z.infer<typeof Leave>

export const LeaveDocument = defineDocument({
  type: 'leave',
  database: 'staff',
  change: 'added',
  version: 1,
  schema: Leave,
  upgrades: [],
  consequences: [],
})
