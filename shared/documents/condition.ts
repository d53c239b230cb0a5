import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, editableHeader } from './define-document.ts'
import { ConditionId, EncounterId, PatientId } from './ids.ts'

/** An ICD-10 code with its point: `A09`, `J06.9`. */
export const Icd10Code = z.string().regex(/^[A-Z]\d{2}(\.\d{1,2})?$/)
export type Icd10Code = z.infer<typeof Icd10Code>

/** *Kasus baru* or *kasus lama* (`domain.md` 2.3). */
export const Course = z.enum(['baru', 'lama'])
export type Course = z.infer<typeof Course>

/**
 * A diagnosis made at a visit. Whether the case is *baru* or *lama* is never stored: it follows from the whole
 * history. Only a clinician's deliberate override is, with its reason (`design.md` 5.9).
 */
export const Condition = z.looseObject({
  ...editableHeader,
  _id: ConditionId,
  type: z.literal('condition'),
  schema: z.literal(1),
  encounter: EncounterId,
  patient: PatientId,
  on: CalendarDate,
  code: Icd10Code,
  rank: z.enum(['primary', 'secondary']),
  /** The visit was a planned check of an illness already known (*kontrol*). */
  control: z.boolean(),
  courseOverride: z.object({ course: Course, reason: z.string().min(1).max(200) }).nullable(),
  status: z.enum(['active', 'entered-in-error']),
})
export type Condition = z.infer<typeof Condition>

export const ConditionDocument = defineDocument({
  type: 'condition',
  database: 'clinical',
  change: 'edited',
  version: 1,
  schema: Condition.refine(
    (made) => made._id.slice(10, 20) === made.on && made.encounter.slice(10) === made._id.slice(10, 47),
    { path: ['encounter'], message: 'the visit and the day are not those in the id' },
  ),
  upgrades: [],
  consequences: ['code', 'status'],
})
