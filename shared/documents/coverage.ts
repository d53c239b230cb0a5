import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, editableHeader } from './define-document.ts'
import { CoverageId, PatientId } from './ids.ts'

/** A payer's code as in the payer list of `reference` (`domain.md` 2.4): `UMUM`, `JKN_PBI_APBN`, … */
export const PayerCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,23}$/)
export type PayerCode = z.infer<typeof PayerCode>

/** One person's cover by one scheme over a span of days; a change of scheme is a new document (`domain.md` 3.2). */
export const Coverage = z.looseObject({
  ...editableHeader,
  _id: CoverageId,
  type: z.literal('coverage'),
  schema: z.literal(1),
  patient: PatientId,
  scheme: PayerCode,
  card: z.string().max(24).nullable(),
  /** Where the card says the person is registered, in the card's own words or code. */
  registeredAt: z.string().max(80).nullable(),
  from: CalendarDate,
  to: CalendarDate.nullable(),
  active: z.boolean(),
  checkedOn: CalendarDate,
  source: z.enum(['p-care', 'card-seen', 'list-import', 'told-by-patient']),
})
export type Coverage = z.infer<typeof Coverage>

export const CoverageDocument = defineDocument({
  type: 'coverage',
  database: 'registry',
  change: 'edited',
  version: 1,
  schema: Coverage,
  upgrades: [],
  consequences: ['from', 'to', 'active'],
})
