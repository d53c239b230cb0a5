import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, editableHeader } from './define-document.ts'
import { KnownConditionId, PatientId } from './ids.ts'
import { EVIDENCE_SOURCES } from './seen-before.ts'

/** Evidence that a person was already ill with this before the records here begin (`design.md` 6). Never a flag. */
export const KnownCondition = z.looseObject({
  ...editableHeader,
  _id: KnownConditionId,
  type: z.literal('known-condition'),
  schema: z.literal(1),
  patient: PatientId,
  /** The three characters of the ICD-10 category, `E11`. */
  category: z.string().regex(/^[A-Z]\d{2}$/),
  since: CalendarDate,
  source: z.enum(EVIDENCE_SOURCES),
})
export type KnownCondition = z.infer<typeof KnownCondition>

export const KnownConditionDocument = defineDocument({
  type: 'known-condition',
  database: 'clinical',
  change: 'edited',
  version: 1,
  schema: KnownCondition,
  upgrades: [],
  consequences: [],
})
