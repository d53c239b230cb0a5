import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, header } from './define-document.ts'

/** The holidays of a year: the decree's, collective leave (*cuti bersama*) and the district's own. */
export const Holidays = z.looseObject({
  ...header,
  _id: z.string().regex(/^holidays:\d{4}$/),
  type: z.literal('holidays'),
  schema: z.literal(1),
  year: z.number().int(),
  days: z.array(
    z.object({
      on: CalendarDate,
      name: z.string().min(1),
      kind: z.enum(['national', 'collective-leave', 'local']),
    }),
  ),
})
export type Holidays = z.infer<typeof Holidays>

export const HolidaysDocument = defineDocument({
  type: 'holidays',
  database: 'reference',
  change: 'replaced',
  version: 1,
  schema: Holidays,
  upgrades: [],
  consequences: [],
})
