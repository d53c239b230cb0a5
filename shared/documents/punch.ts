import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Instant } from '../calendar/instant.ts'
import { defineDocument, header } from './define-document.ts'
import { PractitionerId, PunchId } from './ids.ts'

/** A staff member's arrival or departure (*absen datang*, *absen pulang*) as the desk's clock showed it. */
export const Punch = z.looseObject({
  ...header,
  _id: PunchId,
  type: z.literal('punch'),
  schema: z.literal(1),
  practitioner: PractitionerId,
  on: CalendarDate,
  kind: z.enum(['in', 'out']),
  punchedAt: Instant,
  /** `hub`: the desk's clock had been compared with the hub's since it started. `desk`: it had not. */
  clock: z.enum(['hub', 'desk']),
})
export type Punch = z.infer<typeof Punch>

export const PunchDocument = defineDocument({
  type: 'punch',
  database: 'staff',
  change: 'added',
  version: 1,
  schema: Punch,
  upgrades: [],
  consequences: [],
})
