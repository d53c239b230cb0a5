import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, editableHeader } from './define-document.ts'
import { PatientId, SeenBeforeId } from './ids.ts'

/** Where knowledge about the time before go-live comes from. */
export const EVIDENCE_SOURCES = ['import', 'answer'] as const

/** Evidence that the clinic saw this person before its records here begin (`design.md` 6). Never a flag. */
export const SeenBefore = z.looseObject({
  ...editableHeader,
  _id: SeenBeforeId,
  type: z.literal('seen-before'),
  schema: z.literal(1),
  patient: PatientId,
  lastVisit: CalendarDate,
  source: z.enum(EVIDENCE_SOURCES),
})
export type SeenBefore = z.infer<typeof SeenBefore>

export const SeenBeforeDocument = defineDocument({
  type: 'seen-before',
  database: 'visits',
  change: 'edited',
  version: 1,
  schema: SeenBefore,
  upgrades: [],
  consequences: [],
})
